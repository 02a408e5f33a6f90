"""titles.toml and glosses.toml: what a title says where no words of an English report tell it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from data_model.knowledge.files import read_file


@dataclass(frozen=True, slots=True)
class TitleWords:
    """What the file says of one type.

    Attributes:
        noun: What such an event is called.
        joins: What stands between the noun and those it involves.
        verb: What is said of the noun.
        plan: The same of what is still to come.
        acts: What one side does, "" when nothing is true of all.
        meets: What the first of several sides does with the others, "" when nothing is true of all.
        off: By status, what is said of the noun of what did not take place.
        leads: By status, what stands before the verb of what is still to come.
        convenes: What a body does, "" where it does no more than a person.
        there: What one side does to the place, "" where it is only done there.
    """

    noun: str
    joins: str
    verb: str
    plan: str
    acts: str
    meets: str
    off: Mapping[str, str]
    leads: Mapping[str, str]
    convenes: str = ""
    there: str = ""

    def said(self, status: str) -> str:
        """What is said of the noun of an event of a status."""
        if status in self.off:
            return self.off[status]
        plan = self.plan.split(" ", 1)
        ahead = f"{self.leads[status]} {plan[1]}" if status in self.leads and plan[0] == "to" else self.plan
        return ahead if status in self.leads else self.verb


@lru_cache(maxsize=1)
def load_title_words() -> Mapping[str, TitleWords]:
    """The words of every type."""
    table = read_file("titles.toml")
    shared = {"off": table["off"], "leads": table["leads"]}
    return {kind: TitleWords(**words, **shared) for kind, words in table["type"].items()}


@dataclass(frozen=True, slots=True)
class Glosses:
    """What glosses.toml knows of a language: English by dictionary form.

    Attributes:
        negation: What denies the verb behind it.
        ands: What joins sides.
        opens: What begins a clause that is not read.
        future: What makes the verb behind it one of what is to come.
        events: English nouns of what takes place.
        verbs: Third person, with "*" where an object is needed.
        nouns: "one | several".
        leads: Prepositions.
    """

    negation: frozenset[str]
    ands: frozenset[str]
    opens: frozenset[str]
    future: frozenset[str]
    events: frozenset[str]
    verbs: Mapping[str, str]
    nouns: Mapping[str, str]
    qualities: Mapping[str, str]
    leads: Mapping[str, str]


@lru_cache
def load_glosses(language: str) -> Glosses | None:
    """The English of a language, None for one the file does not hold."""
    table = read_file("glosses.toml").get(language)
    if table is None:
        return None
    return Glosses(
        negation=frozenset(table["negation"]),
        ands=frozenset(table["ands"]),
        opens=frozenset(table["opens"]),
        future=frozenset(table["future"]),
        events=frozenset(table["events"]),
        verbs=table["verbs"],
        nouns=table["nouns"],
        qualities=table["qualities"],
        leads=table["leads"],
    )
