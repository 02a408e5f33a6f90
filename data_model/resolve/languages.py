"""Whether the adjective of a country is the name of its language: "in English", "на русском языке"."""

from __future__ import annotations

import re

from data_model.find.names import NameHit
from data_model.knowledge.place_words import load_place_words

_LEAD = re.compile(r"\b(\w+) (?:[A-Z]\w+(?:, and |, | and | or ))*$")
_NEXT = re.compile(r"[ -](\w+)")
# A language has no noun behind it: the clause ends, or another language follows.
_CLOSED = re.compile(r"\s*(?:[.,;:)\]!?]|$|\n| (?:and|or) (?=[A-Z]))")
_JOINED = re.compile(r"(?:,| and| or|, and| и|, и) (\w+)")
_REACH = 60


def names_language(text: str, spot: NameHit) -> bool:
    """Whether words of language stand beside an adjective, or beside the ones it is joined to."""
    if any(name.how not in ("adjective", "demonym") for name in spot.names):
        return False
    words = load_place_words()
    stop = spot.stop
    while joined := _JOINED.match(text, stop):
        stop = joined.end()
    for end in {spot.stop, stop}:
        behind = _NEXT.match(text, end)
        if behind and behind[1] in words.languages:
            return True
    lead = _LEAD.search(text, max(0, spot.start - _REACH), spot.start)
    return bool(lead and lead[1] in words.speaking and _CLOSED.match(text, spot.stop))
