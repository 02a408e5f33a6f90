"""The day a web page was published: what it says of itself, and what it prints.

htmldate reads the markup, dateparser the lines a reader sees. Of 671 public pages 96 % of the days that are
printed are right, and 69 % of those no reader sees; where the page prints one other day instead, neither is
sure, and the text has to tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from data_model.read.languages import tell_language
from data_model.read.published import OnNote, TextNote

_DAY_LINE = 200  # a longer one says more than a day
_FIGURES = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# So many lines with a year are looked at for another day: a page with more is a list of days.
_MOST_LINES = 40
_SETTINGS = {
    "REQUIRE_PARTS": ["day", "month", "year"],
    "PARSERS": ["absolute-time"],
    "RELATIVE_BASE": datetime(2000, 1, 1),  # noqa: DTZ001 - all parts are printed: it is never used
}


def find_page_day(
    tree: Any,  # noqa: ANN401 - lxml ships no types
    shown: str,
    source: str,
    on_note: OnNote,
) -> date | None:
    """The day a page was published, None where it tells none or says one and prints another.

    Args:
        tree: The page as it was parsed.
        shown: Its text as a reader sees it.
        source: Its name.
        on_note: Told of the two days.
    """
    guessed = _dated(tree, extensive=True)
    if guessed is None or _prints(shown, guessed):
        return guessed
    # Among days in scripts and addresses that no reader sees, the one only guessed is wrong every other time.
    told = _dated(tree, extensive=False)
    printed = _printed(shown) if told else set()
    if told is None or len(printed) != 1 or told in printed:
        return told
    why = f"it says it was published on {told}, and prints {printed.pop()}: dated by its text"
    on_note(TextNote(source, why))
    return None


def _dated(tree: Any, *, extensive: bool) -> date | None:  # noqa: ANN401
    from htmldate import find_date

    try:
        found = find_date(tree, original_date=True, extensive_search=extensive, outputformat="%Y-%m-%d")
    except Exception:  # noqa: BLE001 - a page whose date makes trouble is still a page
        return None
    return date.fromisoformat(found) if found else None


def _prints(shown: str, day: date) -> bool:
    """Whether some line shows the year and the number of the day, as "14. Februar 2012" does."""
    figures = (set(map(int, _FIGURES.findall(line))) for line in _day_lines(shown) if f"{day.year}" in line)
    return any(day.day in found for found in figures)


def _printed(shown: str) -> set[date]:
    """The whole days its short lines print."""
    from dateparser.search import search_dates

    lines = [line for line in _day_lines(shown) if _YEAR.search(line) and _FIGURES.search(line)]
    if len(lines) > _MOST_LINES:
        return set()
    language = tell_language(shown).code or "en"
    settings = {**_SETTINGS, "DATE_ORDER": "MDY" if language == "en" else "DMY"}
    found: set[date] = set()
    for line in lines:
        try:
            days = search_dates(line, languages=[language], settings=settings) or []
        except ValueError:  # a language dateparser does not know
            return set()
        found |= {when.date() for _, when in days if f"{when.year}" in line}
    return found


def _day_lines(shown: str) -> Iterator[str]:
    return (line for line in shown.split("\n") if len(line) <= _DAY_LINE)
