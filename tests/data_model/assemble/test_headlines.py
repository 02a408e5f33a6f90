"""Titles are headlines: who, the verb in the present tense, what; never a quotation, never the opposite."""

from __future__ import annotations

from datetime import date

import pytest

from data_model.assemble.headlines import LONGEST, MOST_WORDS, agreeing, in_present, is_noun, shortened
from data_model.knowledge.declension import in_latin
from data_model.knowledge.headline_words import load_headline_words
from data_model.knowledge.title_words import load_title_words
from data_model.knowledge.verbs import base_of, is_third
from data_model.normalizer import normalize
from data_model.values import EVENT_TYPES, Document

TODAY = date(2026, 1, 1)


def title(text: str) -> str:
    found = normalize(Document("one", f"6 March 2024\n\n{text}"), as_of=TODAY).events
    return next(one.title for one in found if one.main)


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        (
            "Switzerland and Ghana signed the transit treaty on Tuesday in Bern.",
            "Switzerland and Ghana sign the transit treaty in Bern",
        ),
        ("On Saturday Israel carried out strikes on Hodeidah.", "Israel carries out strikes on Hodeidah"),
        (
            "President Ilham Aliyev was re-elected on Sunday for five years.",
            "President Ilham Aliyev is re-elected for five years",
        ),
        ("The army has seized the radio station on Monday.", "The army seizes the radio station"),
        ("The parliament will vote on the budget on Friday.", "The parliament to vote on the budget"),
        ("Neither Norway nor Chile signed the pact on Tuesday.", "Neither Norway nor Chile signs the pact"),
        ("Kassym-Jomart Tokayev met Sadyr Japarov on Monday.", "Kassym-Jomart Tokayev meets Sadyr Japarov"),
        (
            "Britain, Canada, Malaysia, Sri Lanka, Malta, Lesotho and Tanzania condemned the coup on Monday.",
            "Britain and others condemn the coup",
        ),
        (
            "LIMA, Peru — Guerrillas with rifles seized the embassy of Japan on Tuesday.",
            "Guerrillas with rifles seize the embassy of Japan",
        ),
        ("Во вторник в столице прошёл многотысячный митинг.", "Protest takes place"),
        ("At least four soldiers were killed on Monday.", "At least four soldiers are killed"),
        (  # not the officials
            "Army officials in Mali say 24 Tuareg rebels have been killed in a clash on Tuesday.",
            "Military action involving Mali is reported",
        ),
        (
            "Army officials in Mali have been killed in a clash on Tuesday.",
            "Army officials in Mali are killed in a clash",
        ),
        ("At a checkpoint on Monday, rebels attacked the army.", "Rebels attack the army"),
        ("The customs post was closed on Monday.", "The customs post is closed"),
        ("US sanctions were imposed again on Monday.", "US sanctions are imposed again"),
        (
            "Officers met on Monday and agreed to hold talks with the rebels.",
            "Officers meet and agree to hold talks with the rebels",
        ),
        (
            "The army attacked the camp and wounded soldiers on Monday.",
            "The army attacks the camp and wounded soldiers",
        ),
        ("The pipeline, built in 2009, carries gas to China.", "The pipeline is built"),
        (
            "The Council was deeply concerned on Monday about the shelling of the camp.",
            "The Council is deeply concerned about the shelling of the camp",
        ),
        (
            "Bashar al-Assad will not be visiting Tunisia next week.",
            "Bashar al-Assad not to be visiting Tunisia",
        ),
    ],
)
def test_a_clause_becomes_a_headline(text, headline):
    assert title(text) == headline


def test_who_only_passes_it_on_takes_no_part():
    assert title("Ракетный удар нанесён по порту, сообщает Интерфакс.") == "Military action is reported"


def test_who_speaks_is_not_what_is_said():
    text = (
        "The Emirates, Saudi Arabia and Egypt announced it. "
        "Saudi Arabia, Bahrain, the United Arab Emirates and Egypt announced on June 5 "
        "that they cut ties with Qatar."
    )
    found = normalize(Document("one", f"6 March 2024\n\n{text}"), as_of=TODAY).events
    assert not [one.title for one in found if "saudi" in one.title]


@pytest.mark.parametrize(
    ("verb", "one", "many"),
    [
        ("signed", "signs", "sign"),
        ("overthrew", "overthrows", "overthrow"),
        ("has also resigned", "also resigns", "also resign"),
        ("was overthrown", "is overthrown", "are overthrown"),
        ("were not told", "is not told", "are not told"),
        ("did not come", "does not come", "do not come"),
        ("is due to open", "to open", "to open"),
        ("will not come", "not to come", "not to come"),
        ("is not to be held", "not to be held", "not to be held"),
        ("will", "will", "will"),
        ("is to be held", "to be held", "to be held"),
        ("are to be at", "to be at", "to be at"),
    ],
)
def test_verbs_are_told_in_the_present(verb, one, many):
    assert in_present(verb, plural=False) == one
    assert in_present(verb, plural=True) == many


@pytest.mark.parametrize(
    ("form", "base"),
    [
        ("visited", "visit"),
        ("invited", "invite"),
        ("stopped", "stop"),
        ("shelled", "shell"),
        ("carried", "carry"),
        ("fell", "fall"),
        ("found", "find"),
        ("blorged", "blorge"),
        ("zonked", "zonk"),
        ("red", ""),
        ("house", ""),
    ],
)
def test_the_base_of_a_past_form(form, base):
    assert base_of(form) == base


def test_third_persons_are_known():
    assert is_third("signs")
    assert is_third("carries")
    assert not is_third("sign")


@pytest.mark.parametrize(
    "words",
    [
        "The leaders of all the countries of the region agree to meet again before the year is over",
        "A" * 40 + " " + "b" * 80,
        "word " * 40,
    ],
)
def test_a_headline_is_short_and_ends_where_it_can(words):
    found = shortened(words)
    assert len(found) <= LONGEST
    assert len(found.split()) <= MOST_WORDS
    assert not load_headline_words().trailing.search(found)


def test_no_space_stands_before_a_comma():
    assert shortened("A coup is foiled , the government says") == "A coup is foiled, the government says"


def test_noun_and_verb_agree():
    assert agreeing("Talks", "takes place") == "Talks take place"
    assert agreeing("The summit of leaders", "is reported") == "The summit of leaders is reported"


@pytest.mark.parametrize(
    ("words", "noun"), [("The July ceasefire", True), ("He left", False), ("In Minsk", False)]
)
def test_what_a_verb_can_be_said_of(words, noun):
    assert is_noun(words) == noun


def test_every_type_has_its_words():
    assert load_title_words().keys() == set(EVENT_TYPES)


def test_names_are_told_in_latin_letters():
    assert in_latin("Щукин Юрий") == "Shchukin Yuriy"
    assert in_latin("John Ý") == "John Ý"


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Aid has reached the coast, the Norwegian envoy Anna Berg said on Monday.", ("says", "said", "say")),
        ("The committee, meeting in Oslo on Monday, adopted, after a long debate, a plan.", ("adopts",)),
        ("The ministers will now meet in Oslo on 31 March and not on 5 April.", ("not",)),
    ],
)
def test_no_title_ends_behind_a_verb_that_something_must_follow(text: str, never: tuple[str, ...]) -> None:
    assert title(text).split()[-1] not in never or ", " in title(text)


def test_a_title_names_no_country_of_the_next_clause() -> None:
    text = "It has to act, after an operation began in Chad and sanctions began to hit Norway and Chile."
    assert "Norway" not in title(text)
