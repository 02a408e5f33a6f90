"""sentences.toml: how a language's prose is cut and who speaks in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from data_model.knowledge.body_words import pattern_of
from data_model.knowledge.files import read_file

DEFAULT = "en"


@dataclass(frozen=True, slots=True)
class Prose:
    """The words of one language that structure a report.

    Attributes:
        furniture: What stands on pages around a report, in small letters.
        furniture_stems: The same without colons: most lines begin with none of them.
    """

    abbreviations: frozenset[str]
    speech: tuple[str, ...]
    addressing: frozenset[str]
    daytimes: frozenset[str]
    first_person: frozenset[str]
    speaker: frozenset[str]
    third_person: frozenset[str]
    owners: frozenset[str]
    furniture: tuple[str, ...]
    furniture_stems: tuple[str, ...]
    present: frozenset[str]
    past: frozenset[str]
    past_endings: tuple[str, ...]
    reported: frozenset[str]
    aimed: tuple[str, ...]
    unfinished: frozenset[str]
    present_captions: bool
    infinitive: frozenset[str]
    purposes: frozenset[str]
    life: re.Pattern[str]
    former: frozenset[str]
    acting: re.Pattern[str]
    answering: re.Pattern[str]
    recalling: re.Pattern[str]
    over: re.Pattern[str]
    date_labels: frozenset[str]
    change_labels: tuple[str, ...]
    to_come: re.Pattern[str]
    reporting: re.Pattern[str]
    will: re.Pattern[str]
    under_way: re.Pattern[str]
    founding: frozenset[str]
    goals: re.Pattern[str]


@lru_cache
def load_prose(language: str) -> Prose:
    """The prose words of a language; those of English for one the file does not hold.

    Page furniture is taken from every language: an English page may carry Russian buttons.
    """
    tables = read_file("sentences.toml")
    own = tables[language if language in tables else DEFAULT]
    furniture = tuple(phrase for table in tables.values() for phrase in table["furniture"])
    return Prose(
        abbreviations=frozenset(own["abbreviations"]),
        speech=tuple(own["speech"]),
        addressing=frozenset(own["addressing"]),
        daytimes=frozenset(own["daytimes"]),
        first_person=frozenset(own["first_person"]),
        speaker=frozenset(own["speaker"]),
        third_person=frozenset(own["third_person"]),
        owners=frozenset(own["owners"]),
        present=frozenset(own["present"]),
        past=frozenset(own["past"]),
        past_endings=tuple(own["past_endings"]),
        reported=frozenset(own["reported"]),
        aimed=tuple(own["aimed"]),
        unfinished=frozenset(own["unfinished"]),
        present_captions=own.get("present_captions", False),
        infinitive=frozenset(own["infinitive"]),
        purposes=frozenset(own["purposes"]),
        life=re.compile(pattern_of(own["life"]).pattern + r"[^.;:!?,\n]*$", re.IGNORECASE),
        former=frozenset(own["former"]),
        acting=pattern_of(own["acting"]),
        answering=pattern_of(own["answering"]),
        recalling=pattern_of(own["recalling"]),
        over=pattern_of(own["over"]),
        date_labels=frozenset(label for table in tables.values() for label in table["date_labels"]),
        change_labels=tuple(label for table in tables.values() for label in table["change_labels"]),
        to_come=pattern_of(own["to_come"]),
        reporting=pattern_of(own["reporting"]),
        will=pattern_of(own["will"]),
        under_way=pattern_of(own["under_way"]),
        furniture=furniture,
        furniture_stems=tuple(phrase.rstrip(":") for phrase in furniture),
        founding=frozenset(own["founding"]),
        goals=pattern_of(own["goals"]),
    )
