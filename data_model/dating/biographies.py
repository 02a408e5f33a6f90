"""Dates of lives and foundings: "born 25 February 1970", "Ana Costa, 1931-2019,", "founded on 3 March 1921".

They date no document and are no news.
"""

from __future__ import annotations

from collections.abc import Sequence

from data_model import days as ds
from data_model.find.date_readings import Absolute
from data_model.find.dates import DateMention
from data_model.knowledge.prose import Prose
from data_model.resolve.people import Reference
from data_model.spans import at_offset

# How far in front of a date the word may stand: "born in the village of Lipnishki on".
_REACH = 60
# Between a name and the years of a life stands no more than ", (".
_BESIDE = 3
# A range of fewer years behind a name is a term of office.
_LIFE = 25 * 366


def find_life_dates(
    text: str, dates: Sequence[DateMention], references: Sequence[Reference], prose: Prose
) -> frozenset[int]:
    """Where the dates begin that tell of a birth, a life or a founding."""
    return frozenset(
        one.start for one in dates if _is_born(text, one, prose) or _is_lifetime(one, references)
    )


def _is_born(text: str, mention: DateMention, prose: Prose) -> bool:
    return prose.life.search(text, max(mention.start - _REACH, 0), mention.start) is not None


def _is_lifetime(mention: DateMention, references: Sequence[Reference]) -> bool:
    """Whether a long range of years stands in brackets or commas directly behind a name."""
    reading = mention.reading
    if not isinstance(reading, Absolute) or reading.precision != "range":
        return False
    first, last = ds.earliest(reading.days), ds.latest(reading.days)
    if first is None or last is None or (last - first).days < _LIFE:
        return False
    return any(at_offset(references, mention.start - gap) for gap in range(1, _BESIDE + 1))
