"""titles.toml: what a title says of an event whose own words give it no verb."""

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
        verb: What is said of the noun.
        plan: The same of what is still to come.
        acts: What one side does.
        meets: What the first of several sides does with the others, "" when nothing is true of all.
    """

    noun: str
    verb: str
    plan: str
    acts: str
    meets: str

    def said(self, *, planned: bool) -> str:
        """What is said of the noun."""
        return self.plan if planned else self.verb


@lru_cache(maxsize=1)
def load_title_words() -> Mapping[str, TitleWords]:
    """The words of every type."""
    return {kind: TitleWords(**words) for kind, words in read_file("titles.toml").items()}
