"""Words that speak for a type of event are found in order, the longer in place of the shorter."""

from __future__ import annotations

import pytest

from data_model.find.dates import find_dates
from data_model.find.event_words import find_event_words
from data_model.knowledge.event_words import load_event_words
from data_model.knowledge.files import read_file
from data_model.values import EVENT_TYPES, PLOVER_ROOTS

STRENGTHS = ("names", "suggests")


def named(text: str, language: str = "en") -> list[tuple[str, str]]:
    return [(text[one.start : one.stop], one.type) for one in find_event_words(text, language) if one.names]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The troops shelled it", [("troops", "military"), ("shelled", "military")]),
        ("He put his name to it", []),
        (
            "The Council suspended Niger from its sessions",
            [("suspended Niger from", "sanction"), ("sessions", "summit")],
        ),
        ("A meeting of foreign ministers", [("meeting of foreign ministers", "summit")]),
        ("On 2 March floods came", [("floods", "other")]),
        ("They signed. The treaty", [("signed", "agreement"), ("treaty", "agreement")]),
        ("İstanbul: they met", [("met", "meeting")]),
        ("resigned", [("resigned", "appointment")]),
        ("unresigned", []),
    ],
)
def test_what_names_a_type(text, found):
    assert named(text) == found


def test_no_word_ends_inside_a_date():
    text = "They held an election on 5 March"
    dates = find_dates(text, "en")
    assert [one.type for one in find_event_words(text, "en", dates) if one.names] == ["election"]
    assert "protest" in [kind for _, kind in named("They held a march")]


def test_another_language_has_words_of_its_own():
    assert named("Министры подписали соглашение", "ru") == [
        ("подписали", "agreement"),
        ("соглашение", "agreement"),
    ]
    assert named("The ministers met", "ru") == []
    assert named("The ministers met", "ja") == []


def test_the_file_knows_every_type_and_nothing_else():
    table = read_file("event_words.toml")
    assert table.keys() == set(EVENT_TYPES)
    for kind in table.values():
        assert set(kind["plover"]) <= set(PLOVER_ROOTS)
        assert all(set(words) == set(STRENGTHS) for language, words in kind.items() if language != "plover")


@pytest.mark.parametrize("language", ["en", "ru", "fr", "es", "uk", "de", "pt"])
def test_every_wording_finds_itself(language):
    table = read_file("event_words.toml")
    for kind, languages in table.items():
        for strength, wordings in languages.get(language, {}).items():
            for wording in wordings:
                plain = (
                    wording.replace("..", "one").replace("*", "").split("|")[0] if "|" not in wording else ""
                )
                if plain:
                    rows = [row for group in load_event_words(language).rows for row in group]
                    assert any(
                        row.type == kind and row.names == (strength == "names") and row.pattern.match(plain)
                        for row in rows
                    ), wording
