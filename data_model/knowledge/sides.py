"""sides.toml: the words around the sides of an action, as patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from data_model.knowledge.files import read_file
from data_model.knowledge.name_words import load_name_words

DEFAULT = "en"
Pattern = re.Pattern[str]


@dataclass(frozen=True, slots=True)
class SideWords:
    """Patterns made of one language's table; those that end in "$" are matched up to a name.

    Attributes:
        join: The whole text between two members of a list.
        conjunction: The same between the last two.
        company: A word before the other side, and what is no word of its own behind it.
        agent: The same before who does it in the passive, or leads.
        preposition: The same for any preposition.
        determiner: What may stand between a preposition and a name.
        origin: The same before the country people came from.
        topic: A wording that opens what was spoken of.
        second_verb: The whole text between an object and a second verb of the same subject.
        relative: A clause about the name before it, up to its comma.
        of_somebody: The same about a person.
        of_name: The same by a participle; in front of it stands who it is about, `name`.
        relative_open: The words from the one that opens such a clause up to an action in it.
        relative_verb: The whole text between a name and the verb of a clause about it.
        stop: What ends the reach of an action to its right.
        purpose: What opens the words on what it is done for.
        place: A word before where something takes place.
        given: A word that makes what was received a thing.
    """

    join: Pattern
    conjunction: Pattern
    company: Pattern
    agent: Pattern
    preposition: Pattern
    determiner: Pattern
    origin: Pattern
    topic: Pattern
    second_verb: Pattern
    relative: Pattern
    of_somebody: Pattern
    of_name: Pattern
    relative_open: Pattern
    relative_verb: Pattern
    stop: Pattern
    purpose: Pattern
    place: Pattern
    about: Pattern
    host: Pattern
    given: Pattern
    attendance: Pattern
    floor: Pattern
    absence: Pattern
    posted: Pattern
    instead: Pattern
    instead_unless: Pattern
    serving: Pattern
    owned: Pattern


@lru_cache
def load_sides(language: str) -> SideWords:
    """The words of a language; those of English for one the file does not hold."""
    tables = read_file("sides.toml")
    own = tables[language if language in tables else DEFAULT]
    names = rf"(?:{_any(own['determiners'])}\s+)*{load_name_words().courtesy}"
    small = rf"\s+{names}$"
    bygone = rf"(?:\s+[\w.]+[’']s)?(?:\s+{_any(own['bygone'])})*"  # "stood in for Brazil's"
    join = rf"\s*(?:,\s*)?(?:{_any(own['joins'])})\s+{names}"
    breaks = rf",\s+{_any(own['breaks_behind_comma'])}|\s{_any(own['breaks'])}(?=\s)"
    return SideWords(
        join=_made(rf"(?:{join}|\s*,\s*{names})"),
        conjunction=_made(join),
        company=_made(_any(own["company"]) + small),
        agent=_made(_any(own["agents"]) + small),
        preposition=_made(_any(own["prepositions"]) + small),
        determiner=_made(_any(own["determiners"])),
        origin=_made(_any(own["origins"]) + small),
        topic=_made(rf"(?!{_any(own['no_topics'])}){_any(own['topics'])}"),
        second_verb=_made(rf"(?:.*[\s,])?{_any(own['second_verbs'])}\s+(?:[\w’'-]+\s+){{0,4}}"),
        relative=_made(rf"(?:,\s*|\s){_any(own['relatives'])}\b[^,;]*,"),
        of_somebody=_made(rf",\s*{_any(own['of_somebody'])}\b[^,;]*,"),
        of_name=re.compile(
            rf"(?P<name>[A-Z][\w’'-]+|{_any(own['determiners'])}\s+(?:[\w’'-]+\s+){{0,2}}[\w’'-]+)"
            rf"(?P<aside>,\s*(?:(?:\w+ly|first|then)\s+)?{_any(own['participles'])}\b[^,;]*,)"
            rf"(?!\s*{_any(own['second_verbs'])}\s)"
        ),
        relative_open=_made(rf"{_any(own['relatives'])}[^,;]*$"),
        relative_verb=_made(rf"(?:\s+[\w’'-]+){{0,3}},?\s+{_any(own['relatives'])}\b[^,;]*"),
        stop=_made(rf"[;:\[\]”\"»]|{breaks}"),
        purpose=_made(rf"{_any(own['purpose'])}\s+(?!{_any(own['determiners'])})(?-i:[a-zа-я])"),
        posted=_made(_any(own["posted"]) + small),
        instead=_made(_any(own["instead"]) + bygone + small),
        serving=_made(_any(own["serving"]) + bygone + small),
        instead_unless=_made(_any(own["instead_unless"])),
        owned=_made(rf"(?:{'|'.join(re.escape(one) for one in own['owned']) or '(?!)'})\b"),
        place=_made(rf"{_any(own['places'])}\s+(?:the\s+)?(?:city of\s+)?$"),
        about=_made(_any(own["about"]) + small),
        host=_made(_any(own["host"]) + small),
        given=_made(rf"\s*{_any(own['given'])}\s"),
        attendance=_made(_any(own["attendance"])),
        floor=_made(_any(own["floor"])),
        absence=_made(_any(own["absence"])),
    )


def _made(pattern: str) -> Pattern:
    return re.compile(pattern, re.IGNORECASE)


def _any(words: Iterable[str]) -> str:
    forms = sorted((re.escape(word) for word in words), key=len, reverse=True)
    return rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)" if forms else r"(?!)"
