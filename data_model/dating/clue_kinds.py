"""Every kind of clue, the strictest first.

To add a kind: write a function `Understood -> Iterator[Clue]` in a module `…_clues.py` and list it here.
"""

from __future__ import annotations

from collections.abc import Iterator

from data_model.dating.anniversary_clues import find_anniversary_clues
from data_model.dating.body_clues import find_body_clues
from data_model.dating.clues import Clue, Understood
from data_model.dating.day_clues import find_day_clues
from data_model.dating.happening_clues import find_happening_clues
from data_model.dating.newest_clues import find_newest_clues
from data_model.dating.office_clues import find_office_clues
from data_model.dating.year_clues import find_year_clues

_KINDS = (
    find_newest_clues,
    find_anniversary_clues,
    find_happening_clues,
    find_year_clues,
    find_office_clues,
    find_body_clues,
    find_day_clues,
)


def find_clues(known: Understood) -> Iterator[Clue]:
    """Every clue of the text itself."""
    for find in _KINDS:
        yield from find(known)
