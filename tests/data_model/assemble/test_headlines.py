"""What titles are made with: verbs, numbers, cuts, faults; the titles stand in corpus/titles.toml."""

from __future__ import annotations

from datetime import date

import pytest

from data_model.assemble.headline_faults import find_faults, names_nobody
from data_model.assemble.headlines import Headline
from data_model.assemble.own_headline import own_headline
from data_model.assemble.wording import LONGEST, MOST_WORDS, in_present, is_plural, shortened
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
        ("has also resigned", "resigns", "resign"),
        ("may not come", "may not come", "may not come"),
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


@pytest.mark.parametrize(
    ("words", "many"),
    [
        ("the leaders", True),
        ("the leader of the rebels", False),
        ("tens of thousands of people", True),
        ("Norway and Chad", True),
        ("the Leaders Summit", False),
        ("a crisis", False),
        ("gunmen", True),
    ],
)
def test_who_acts_is_one_or_several(words: str, many: bool) -> None:
    assert is_plural(words) == many


@pytest.mark.parametrize(
    ("words", "ahead", "status", "fair"),
    [
        ("Norway signs the pact", False, "happened", True),
        ("Norway signs the pact", False, "planned", False),
        ("Norway to sign the pact", True, "planned", True),
        ("Norway to sign the pact", True, "happened", False),
        ("Norway signs the pact", False, "cancelled", False),
        ("Norway calls off the talks", False, "cancelled", True),
        ("Norway does not sign the pact", False, "denied", True),
        ("The rebels seize him", False, "happened", False),
        ("Norway accuses", False, "happened", False),
        ("The ministers adopt", False, "happened", False),
        ("Norway says we sign the pact", False, "happened", False),
        ("Norway and the US sign the pact", False, "happened", True),
        ("The leaders discuss", False, "happened", False),
        ("Officials of both sides hold in Oslo", False, "happened", False),
        ("Officials of both sides hold talks in Oslo", False, "happened", True),
        ("Norway discusses bilateral issues", False, "happened", True),
        ("The members condemn in strong terms the attack", False, "happened", True),
        ("Any help is greatly welcome", False, "happened", True),
        ("The council takes the following decision", False, "happened", False),
        ("Oslo is the place of the Fourth Regular", False, "happened", False),
    ],
)
def test_faults_come_from_a_closed_list(words: str, ahead: bool, status: str, fair: bool) -> None:
    assert (not list(find_faults(Headline(words, ahead), status))) == fair


@pytest.mark.parametrize(
    ("words", "nobody"),
    [
        ("The Senate votes it down", True),
        ("Norway calls them off", True),
        ("Norway says it respects the decision", False),
        ("Norway says it was informed", False),
        ("Norway and Chad sign it in Oslo", True),
    ],
)
def test_what_is_not_named_is_no_object_of_a_headline(words: str, nobody: bool) -> None:
    assert names_nobody(Headline(words, ahead=False)) == nobody


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Norway signs transit treaty with Chad", "="),
        ("Norway and Chad to sign transit treaty", "="),
        ("Norway signed a transit treaty", "Norway signs a transit treaty"),
        ("Transit treaty signed in Oslo", "="),
        ("Roe granted the right of asylum", "="),
        ("Roe elected President of Chad", "="),
        ("Roe received a delegation led by Doe", "Roe receives a delegation led by Doe"),
        ("Transit deal expected this year", "="),
        ("Ministers sign transit treaty", "="),
        ("Norway, Chad sign transit treaty", "="),
        ("Norway sanctions 19 officials", "="),
        ("Transit talks to resume next week: UN", "="),
        ("Transit treaty with Chad", ""),
        ("World News | Norway signs transit treaty", ""),
        ("Treaty: Norway signs with Chad and Peru", ""),
        ("Press remarks by the minister of Norway", ""),
        ("Norway signs treaty with Chad?", ""),
        ("", ""),
    ],
)
def test_what_serves_as_own_headline(title: str, told: str) -> None:
    found = own_headline(title)
    assert (found.words if found else "") == (title if told == "=" else told)


def test_a_title_in_capitals_keeps_what_is_a_name_and_a_word():
    told = own_headline("Poland Backs Polish Farmers", "Poland will polish it, and so do Polish farmers.")
    assert told is not None
    assert told.words == "Poland backs Polish farmers"


def test_a_title_in_capitals_keeps_those_of_names():
    report = "Foreign Minister Jane Roe said on 9 March 2024 that the transit treaty with Chad is signed."
    told = own_headline("Norway Signs Transit Treaty, Foreign Minister Says on 9 March", report)
    assert told is not None
    assert told.words == "Norway signs transit treaty, Foreign Minister says on 9 March"


def test_the_headline_beside_the_text_is_the_title_of_its_news() -> None:
    text = "6 March 2024\n\nNorway and Chad signed a treaty on transit in Oslo on Monday."
    known = Document("one", text, title="Norway signs transit treaty with Chad")
    assert [one.title for one in normalize(known, as_of=TODAY).events] == [known.title]
    other = Document("one", text, title="Шествие в Осло")
    assert normalize(other, as_of=TODAY).events[0].title == "Norway and Chad sign a treaty on transit in Oslo"


def test_every_type_has_its_words():
    assert load_title_words().keys() == set(EVENT_TYPES)


def test_names_are_told_in_latin_letters():
    assert in_latin("Щукин Юрий") == "Shchukin Yuriy"
    assert in_latin("John Ý") == "John Ý"


def test_a_participle_right_in_front_of_a_verb_ends_nothing():
    """Between a comma and the next verb there may be nothing else: that ended the whole reading."""
    for text in (
        "The minister, jailed was freed on 5 May 2020.",
        "On 5 May 2020 Anna Berg, freed will speak.",
    ):
        assert normalize(Document("a", text)).events
