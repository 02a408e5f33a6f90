"""Texts of one shape at any length: what a walk must not stumble over, however long it is.

A shape repeats a unit, or draws its words at random from a few (always the same ones). None is prose; each
stands for something found on real pages: tables of contents, rosters, chronologies, data, menus.
"""

from __future__ import annotations

import random
from itertools import product

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September")
_PEOPLE = ("Vladimir Putin", "President Lukashenko", "Xi Jinping", "Foreign Minister Lavrov", "Ivan Korvin")
_BODIES = ("CSTO,", "CIS,", "the UN Security Council,", "NATO,", "the Security Council,")
_DAYS = range(1, 29)

_REPEATED = {
    "a a a": "a ",
    "1/1/1/1": "1/",
    "1.1.1.": "1.",
    "2020-2020-": "2020-",
    "digits": "1234567890",
    "digits apart": "12 ",
    "weekdays": "Monday ",
    "on Monday and": "on Monday and ",
    "from to": "from 1 to 2 May ",
    "between and": "between 1 and ",
    "quotes opened": "“",
    "quotes": "“a” ",
    "quotes said": "“We met,” he said. ",
    "straight quotes": '" ',
    "capitals": "ABC DEF ",
    "names": "Abc Def Ghi ",
    "one long word": "a",
    "Ministry of the": "Ministry of the ",
    "Security Council of": "Security Council of ",
    "initials": "A. B. ",
    "he said he": "he said he ",
    "presidents of": "the presidents of Belarus, ",
    "President": "President ",
    "line ends": "\n",
    "blanks": " ",
    "short lines": "Met.\n",
    "bullets": "• 1\n",
    "dot leaders": ".",
    "stops apart": ". ",
    "hyphens": "-",
    "a-b-c": "a-",
    "possessives": "'s ",
    "brackets opened": "(",
    "brackets": "(CSTO) ",
    "commas": ", ",
    "and and": "and ",
    "emoji": "😀 ",
    "combining signs": "e\u0301\u0301\u0301",
    "joiners": "a\u200d",
    "turned": "\u202eabc ",
    "Chinese": "习近平会见",
    "Russian names": "Президент Лукашенко ",
    "Russian days": "4 июня ",
    "Russian verbs": "встретились ",
    "two scripts": "Путин Putin ",
    "addresses": "http://a.b/c?d=e&",
    "tags": "<p>",
    "entities": "&amp;",
    "prices": "$1,000 million ",
    "Roman": "XIV ",
    "clock": "12:30 ",
    "years ago": "two years ago, ",
}
_DRAWN = {
    "date noise": (
        "12", "May", "1/2/3", "2020-13-45", "last", "the", "of", "12:30", "Monday", "11th", "3.4.05", "in",
    ),
    "months": _MONTHS,
    "list of days": [f"{day} September," for day in _DAYS],
    "years": [str(year) for year in range(1990, 2026)],
    "yearless days": [f"They met on {day} {month}." for day, month in product(_DAYS, _MONTHS[4:7])],
    "people": [f"{one}," for one in _PEOPLE],
    "X met Y met Z": [f"{one} met" for one in _PEOPLE],
    "bodies": _BODIES,
    "countries": ("Belarus,", "Russia,", "France,", "Georgia,", "Armenia,"),
    "relative": ("yesterday", "last week", "two days ago", "next month", "earlier this year"),
    "ISO days": [f"2020-0{month}-1{day}" for month, day in product(range(1, 9), range(9))],
    "planned meetings": [
        f"{one} will meet {other} in Minsk on {day} May {year}."
        for one, other, day, year in product(_PEOPLE, _PEOPLE, (1, 9), (2019, 2022))
    ],
    "one long sentence": [
        f"{one} met {other} in Minsk on {day} May {year}"
        for one, other, day, year in product(_PEOPLE, _PEOPLE, (1, 9), (2019, 2022))
    ],
    "decisions": [
        f"On {day} May {year} the CSTO adopted it." for day, year in product(_DAYS, range(2005, 2024))
    ],
    "weekdays with days": [f"Monday, {day} May" for day in _DAYS],
}  # fmt: skip
REPORT = """
<p>The foreign ministers of Peru and Chile met in Lima on Tuesday and signed a treaty on the water
  of the border river.</p>
<p>They had spoken of it for eleven years, and both parliaments will have to agree before the summer ends.</p>
<p>The treaty leaves each side free to build what it needs, the minister of Peru said after the meeting.</p>
"""
# Pages of a report in markup that a reader may choke on.
PAGES = {
    "nested": "<div>" * 100_000 + REPORT,
    "nested inline": "<b>" * 20_000 + REPORT,
    "nested tables": "<table><tr><td>" * 5_000 + REPORT,
    "nested lists": "<ul><li>" * 5_000 + REPORT,
    "attributes": f"<p {' '.join(f'a{n}=1' for n in range(100_000))}>The ministers met.</p>{REPORT}",
    "bare attributes": f"<p {' '.join(f'a{n}' for n in range(100_000))}>The ministers met.</p>{REPORT}",
    "paragraphs": REPORT * 3_000,
    "three hundred": "<div>" * 300 + REPORT + "</div>" * 300,
}
SHAPES = (*_REPEATED, *_DRAWN)


def text_of(shape: str, letters: int) -> str:
    """A text of one of `SHAPES`, of so many letters."""
    if unit := _REPEATED.get(shape):
        return (unit * (letters // len(unit) + 1))[:letters]
    words, draw = _DRAWN[shape], random.Random(2)
    shortest = min(map(len, words))
    return " ".join(draw.choices(words, k=letters // shortest + 1))[:letters]
