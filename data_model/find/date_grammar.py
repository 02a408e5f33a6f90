"""What atoms may stand beside each other: the patterns, over the letters of `find/date_atoms.py`.

No word of any language stands here. Each rule is a pattern over the letters and the builder that
turns a match into a reading. The longest match that means something wins; every repetition is
bounded, so that the work grows with the text and no faster.

To add a wording: put a phrase into `tests/corpus/dates_<language>.toml`, then a pattern here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from data_model.find import date_calendar as calendar
from data_model.find import date_lengths as lengths
from data_model.find import date_moves as moves
from data_model.find import date_numbers as numbers
from data_model.find import date_shares as shares
from data_model.find.date_atoms import Atoms
from data_model.find.date_match import Blocked, Found
from data_model.find.date_readings import Reading

_IN, _TURN, _PART, _MONTH, UNIT = "[LIBl]", "[Rvlj]", "[EZ]", "[Mmb]", "[UYQHDCG]"
_BEHIND = "[rj]"  # a turn behind its unit: « la semaine dernière »
_TIME = "(?:tz{0,2}|dz{1,2})"
_TIME_FIRST = f"(?:{_TIME},?{_IN}?g?)?"
_TIME_LAST = f"(?:,?(?:{_IN}|T)?{_TIME})?"
_WEEKDAY_FIRST = "(?:(?:p[LI]?)?(?P<w1>[Ww])p?[,h]?g?)?"
_WEEKDAY_LAST = f"(?:,?{_IN}?(?P<w2>[Ww])(?![,]?g?[doMmb])|<(?P<w3>[Ww])>)?"
_PART_OF_DAY = "(?:(?:(?<=[LI])g)?(?:E[LI]?g?)?p[gLI]{0,2})?"
# As in "five", "twenty-four", "2-3", "five to ten", "two or three".
COUNT = "(?P<n>[dn])(?:h?(?P<n_>n)|[hT&](?P<n2>[dn])|(?P<half>5))?"
_HALF = "(?P<half2>5)?"  # as in "2 1/2 years", "two and a half years", "a year and a half"


def _year(which: int) -> str:
    turned = f"(?P<r{which}>{_TURN})g?Y|Y(?P<b{which}>{_BEHIND})"
    return f"(?:[,h]?g{{0,2}}(?P<y{which}>y)Y?|,?{_IN}?g{{0,2}}(?:{turned}))"


# A year of two figures, which more than its figures must tell apart from a count: "2 April 97", «96 года»;
# and one that "in" stands before: "from May to July in 2014".
_OTHER_YEAR = "(?:[,h]?g{0,2}(?P<y1>[dno])Y?(?![zt])|(?P<in>[LI])g{0,2}(?P<y2>y)Y?)"


def _day(order: str, which: int) -> str:
    day, month = f"(?P<d{which}>[doO])", f"(?P<m{which}>{_MONTH})"
    return f"{day}[gh]{{0,2}}{month}" if order == "dm" else f"{month}g{{0,2}}{day.replace('O', '')}"


_WEEKDAY = "(?:[Ww],?)?"  # of one end of a range: "from Friday 12 to Sunday 14 May"


def _days_in_month(order: str) -> str:
    """As in "10-12 October", "from 3 to 5 June", "between December 19 and 20"."""
    if order == "dm":
        return (
            f"(?:f?g?(?P<d1>[doO])(?P<join>[hT&])|f(?P<d3>[do])(?P<join2>L))g?{_WEEKDAY}(?P<d2>[doO])g{{0,2}}"
            f"(?P<m1>{_MONTH})"
        )
    return f"f?(?P<m1>{_MONTH})g?(?P<d1>[do])(?P<join>[hT&])(?P<d2>[do])(?!g?{_MONTH}|[hz]|{UNIT})"


def _calendar(order: str) -> Iterator[str]:
    y1, y2 = _year(1), _year(2)
    around = _TIME_FIRST + _WEEKDAY_FIRST + _PART_OF_DAY
    yield f"{around}{_day(order, 1)}{y1}?{_WEEKDAY_LAST}(?:,?p|{_TIME_LAST})"
    yield f"{around}{_days_in_month(order)}{y1}?{_TIME_LAST}"
    ends = f"(?:f?g?{_WEEKDAY}{_day(order, 1)}{y1}?,?(?P<join>[hT])|f{_day(order, 3)}(?P<join2>&))"
    yield f"{ends}g?{_WEEKDAY}{_day(order, 2)}{y2}?"
    if order == "dm":
        yield f"(?P<d1>[do])(?P<more>(?:,[do]){{1,6}}),?(?P<join>&)(?P<d2>[do])g?(?P<m1>{_MONTH}){y1}?"


_PART_BEFORE = f"(?:(?P<e>{_PART})h?{_IN}?g{{0,2}})"


_Builder = Callable[[Found], Reading | Blocked | None]


class Rule(NamedTuple):
    """A pattern and what it means."""

    pattern: re.Pattern[str]
    build: _Builder


def _rules() -> Iterator[tuple[str, _Builder]]:
    yield from _days()
    yield from _months()
    yield from _years()
    yield from _counted()


def _days() -> Iterator[tuple[str, _Builder]]:
    """Days, runs of days and their years, however told."""
    for order in ("dm", "md"):
        yield from ((pattern, calendar.calendar_days) for pattern in _calendar(order))
    for order in ("dm", "md"):
        day = f"{_WEEKDAY_FIRST}{_PART_OF_DAY}{_day(order, 1)}"
        yield f"{day}{_OTHER_YEAR}{_TIME_LAST}", calendar.other_years
        yield f"{_days_in_month(order)}{_OTHER_YEAR}", calendar.other_years
        yield f"f?{_day(order, 1)}(?P<join>[hT]){_day(order, 2)}{_OTHER_YEAR}", calendar.other_years
        dual = f"{_day(order, 1)}[,h]?g{{0,2}}(?P<y1>y)[/h](?P<yy>[dny])Y?"
        yield f"{_WEEKDAY_FIRST}{dual}", calendar.dual_years
        yield f"{_day(order, 1)}<{_day(order, 2)}>{_year(1)}?", calendar.two_calendars
        yield f"{_day(order, 1)}{_year(1)}<{_day(order, 2)}>", calendar.two_calendars
    yield "(?P<w1>[Ww])p?,?g?(?P<d1>d)/(?P<d2>d)(?![/h])", calendar.slashed_days
    yield f"(?P<d1>d)[</](?P<d2>d)>?g?(?P<m1>{_MONTH}){_year(1)}?", calendar.two_calendars
    month = f"{_PART_BEFORE}?(?P<m1>{_MONTH})"
    yield f"{month}[,h]?g{{0,2}}(?P<y1>y)/(?P<yy>[dny])Y?", calendar.dual_years
    yield "(?P<s>[Ss])g{0,2}(?P<y1>y)[h/](?P<yy>[dny])Y?", calendar.dual_years
    yield f"{month}{_OTHER_YEAR.replace('dno', 'no')}", calendar.other_years
    yield f"f?{month}(?P<join>[hT&])(?P<m2>[Mm]){_OTHER_YEAR.replace('dno', 'no')}", calendar.other_years
    yield f"(?P<y1>y)g?{_day('md', 1)}", calendar.calendar_days
    yield f"{_WEEKDAY_FIRST}(?P<m1>M)(?P<d1>O){_year(1)}?", calendar.calendar_days
    yield f"{_TIME_FIRST}{_WEEKDAY_FIRST}(?P<i>i){_WEEKDAY_LAST}{_TIME_LAST}", calendar.numeric_day


def _months() -> Iterator[tuple[str, _Builder]]:
    """Months, seasons, and shares of months and years."""
    yield f"{_PART_BEFORE}?(?P<m1>{_MONTH}){_year(1)}", calendar.calendar_months
    yield f"(?P<m1>M)|{_PART_BEFORE}(?P<m1b>[Mm])(?!d)", calendar.calendar_months
    yield "(?P<y1>y)g?(?P<m1>M)(?!,?g?[do])", calendar.calendar_months
    yield f"{_PART_BEFORE}(?P<mu>U)g{{1,2}}(?P<m1>[Mm]){_year(1)}?", calendar.calendar_months
    yield (
        f"(?P<turn>{_TURN})(?P<m1>[Mm])(?!,?[dy])|(?P<m1b>[Mm])(?P<turn2>{_BEHIND})",
        calendar.calendar_months,
    )
    yield (
        f"f?{_PART_BEFORE}?(?P<m1>[Mm]){_year(1)}?(?P<join>[hT&])(?P<m2>[Mm]){_year(2)}?",
        calendar.calendar_months,
    )
    yield (
        f"(?P<o>[oOd])[hg]?(?P<u>[QH])(?:g{{0,2}}{_year(1)}|g{{0,2}}(?P<same>Y)|g{{0,2}}(?P<m1>{_MONTH}){_year(2)}?)?",
        shares.quarters,
    )
    which = f"(?:(?P<o>[oO])(?P<back>{_TURN})?|(?P<last>{_TURN}|{_BEHIND}))"
    month = f"(?:g{{0,2}}|[LI])(?P<m1>[Mm]|b(?=g{{0,2}}y)){_year(1)}?"
    turned = f"g{{0,2}}(?P<ct>{_TURN})(?P<cu>U)|g{{0,2}}(?P<cu2>U)(?P<ct2>{_BEHIND})"
    yield (
        f"(?P<n3>[dn])?{which}(?:(?P<n>[dn])%?)?(?P<u>[UQ])(?:{month}|{_year(2)}|{turned})",
        shares.portions,
    )
    yield f"{which}(?P<w>[Ww])(?:{month}|{turned})?", shares.nth_weekdays
    # The year in front: "the 1988 third quarter", "this year's third quarter"; and "the last half of 1989".
    yield f"(?:(?P<y1>y)_?|(?P<r1>{_TURN})Y_?|(?P<k>K))(?P<o>[oO])[hg]?(?P<u>[QH])", shares.quarters
    yield f"(?P<last>{_TURN})(?P<u>H)g{{0,2}}(?P<y1>y)", shares.quarters
    fiscal = "(?:9|(?P<turn>R)Y)(?P<y1>y)(?![h/][dny])"
    yield f"{fiscal}|(?P<y2>y)9", shares.fiscal_years
    yield f"(?P<o>[oO])[hg]?(?P<u>[QH])g{{0,2}}{fiscal}", shares.fiscal_years
    yield "(?P<o>@)(?:[,h/]?g{0,2}(?P<y1>y)|g?(?P<fy>@))?|(?P<y2>y)h?(?P<o2>@)", shares.codes
    yield f"{_PART_BEFORE}?(?P<s>[Ss])g{{0,2}}{_year(1)}|(?P<y2>y)(?P<s2>[Ss])", calendar.seasons
    yield (
        f"(?P<turn>{_TURN})(?P<s>[Ss])|(?P<s5>[Ss])(?P<turn2>{_BEHIND})|(?P<s2>S)|{_PART_BEFORE}(?P<s7>[Ss])|(?<=[LI])(?P<s3>s)|(?<=[LIP]g)(?P<s4>s)|(?<=S&)(?P<s6>s)",
        calendar.seasons,
    )


def _years() -> Iterator[tuple[str, _Builder]]:
    """Years, decades, centuries."""
    yield f"{_PART_BEFORE}?(?P<y1>y)Y?", numbers.one_year
    yield (
        "(?P<f>f)?(?P<y1>y)Y?(?P<join>[hT/&])(?P<about>a)?(?P<y2>y)Y?|(?P<y3>y)(?P<join2>[h/])(?P<d2>[dn])Y?",
        numbers.years,
    )
    yield "(?P<y1>y)(?P<join>h)(?P<about>a)?(?P<c>c)", numbers.years
    yield "(?P<y1>y)(?P<more>(?:,y){1,6}),?(?P<join>&)(?P<y2>y)Y?", numbers.years
    yield f"{_PART_BEFORE}?(?P<front>Y)(?P<y1>[ydn])", numbers.decades_told_first
    yield "g?(?P<front>Y)(?:(?P<y1>y)|(?P<n>n))", numbers.named_years
    yield f"{_PART_BEFORE}?(?P<c>c)Y?|{_PART_BEFORE.replace('<e>', '<e2>')}?(?P<o>o)Y", numbers.decades
    yield f"{_PART_BEFORE}?(?P<o>[oO])h?C", numbers.centuries


def _counted() -> Iterator[tuple[str, _Builder]]:
    """What counts from a day, lengths and sets."""
    yield f"{_TIME_FIRST}(?P<e>{_PART})?p?(?P<k>K)(?:[,g]?p)?{_TIME_LAST}", moves.day_words
    yield f"(?P<about>a)?(?:{COUNT}%?)?(?P<u>{UNIT}){_HALF}6?(?P<off>[AZBFN])", moves.offsets
    yield f"{COUNT}%?(?P<u>{UNIT})f(?P<k>[KV])", moves.from_days
    yield (
        f"(?P<ahead>[FIN])(?P<about>a)?{COUNT}h?(?P<u>{UNIT})|(?P<ahead2>[FN])(?P<u2>{UNIT})",
        moves.aheads,
    )
    yield (
        f"(?P<turn>{_TURN})(?:{COUNT})?(?P<u>{UNIT})|(?P<n3>[dn])(?P<turn2>{_TURN})(?P<u2>{UNIT})",
        moves.turns,
    )
    yield f"(?P<u>{UNIT})(?P<turn2>{_BEHIND})", moves.turns
    yield f"(?:(?P<e>{_PART})g?)?(?P<turn>{_TURN})(?P<p>p)", moves.turns
    yield f"{_PART_BEFORE}(?P<turn>{_TURN})?g?(?P<u>{UNIT})(?P<turn2>{_BEHIND})?", moves.parts
    yield f"(?P<turn>{_TURN})(?P<w>[Ww])p?|(?P<w2>[Ww])p?(?P<turn2>{_BEHIND})", moves.weekdays
    yield (
        f"{_TIME_FIRST}(?P<e>{_PART})?(?:p[,LI]?)?(?P<w>W)p?(?:,?{_IN}?g{{0,2}}(?:(?P<turn>{_TURN})(?P<u>U)|g?(?P<u2>U)(?P<turn2>{_BEHIND})))?",
        moves.weekdays,
    )
    yield f"(?:p[,LI]?)?(?P<w>W)p?{_TIME_LAST}", moves.weekdays
    yield f"(?P<w>[Ww])p?,?g?(?P<d>[doO])(?![gh]{{0,2}}{_MONTH}){_TIME_LAST}", moves.numbered_weekdays
    yield "(?P<g>g)(?P<u>[UQY])(?![ABFNZgdnyoOJr]|(?<=Y)[hH])", lengths.definite_units
    yield "tz{0,2}|dz{1,2}|(?<=[LI])g?p", moves.hours
    yield f"(?P<turn>{_TURN})?(?P<q>q){_year(1)}?", calendar.holidays
    yield (
        "(?<=[LIf])g(?P<turn>R)(?![dnUYQHDCMmbWwSspoO])|(?P<g>g)(?P<k>k)|(?P<alone>[Rk])(?![dnUYQHDCMmbWwSspoOKyc])",
        moves.directions,
    )
    yield (
        f"{_PART_BEFORE}?(?:(?:(?P<d1>d)g?)?(?P<m1>[Mm])g?)?(?P<n>[dny])Y?(?P<x>X)|(?P<n3>[dny])(?P<join>[hT&])(?P<n2>[dny])Y?(?P<x2>X)",
        numbers.era_years,
    )
    yield "(?P<o>[oO])h?C(?P<x>X)|(?P<c>c)(?P<x2>X)|(?P<x3>X)(?P<n>[dny])", numbers.era_years
    yield "(?P<v>[Vv])", moves.vague_words
    yield (
        f"a?{COUNT}h?(?P<u>{UNIT})(?P<chain>(?:[,&]{{0,2}}[dn]h?{UNIT}){{1,3}})",
        lengths.chained_durations,
    )
    yield (
        f"a?[oO]?{COUNT}h?%?(?P<u>{UNIT}){_HALF}|a?(?P<u2>G)|(?<=[PI])(?P<u3>{UNIT})|(?P<u3b>{UNIT})(?=g)",
        lengths.durations,
    )
    yield f"J[JVaTfL]{{0,4}}{COUNT}h?Y(?![AZBFN])", lengths.blocked
    yield (
        f"e(?:(?P<n>[dn])?(?P<u>{UNIT})|(?P<w>[Ww])p?|(?P<m1>[Mm])|(?P<s>[Ss])|p)|(?P<word>u)",
        lengths.sets,
    )
    yield "e[gdo]?[WwSsUYMmp]", lengths.blocked


_RULES = tuple(Rule(re.compile(pattern), build) for pattern, build in _rules())
# Only here can a date begin; everything else is passed over without trying a rule.
_STARTS = re.compile(
    rf"[MmbWwSstoicypKRkvljEZVeuqGJ9@]|X(?=[dny])|r(?=[UW])|g(?=[RkUQYp]|E[LI]?g?p)|(?<=[PI]){UNIT}|(?<!g){UNIT}(?=g)|d(?=[ghTz,&MmbRvljXn%5oO</]|{UNIT})"
    rf"|O(?=[gh]{{0,2}}[MmbQHCdn]|U|[hT&]g?[doO]|[WwRrv])|f(?=g?[doOMmbyW])|n(?=[hT&]?[dn]?[h%5]?(?:{UNIT}|X)|{_TURN}|[oO])|a(?=[dn]|{UNIT})"
    rf"|[FIN](?=a?[dn]|{UNIT})|{UNIT}(?=[AZBFNrjf]|[ydn~L]|,?~|6[AZBFN])|L(?=a?[dn]?{UNIT}T)"
)


class Wording(NamedTuple):
    """What stands at an atom: where it ends, what it says, and the atoms that join its parts."""

    stop: int
    reading: Reading | Blocked
    joins: tuple[int, ...] = ()
    bound: str = ""


def read_at(atoms: Atoms, position: int) -> Wording | None:
    """The longest wording that begins at an atom."""
    ends = []
    for order, rule in enumerate(_RULES):
        match = rule.pattern.match(atoms.code, position)
        if match is not None and match.end() > position:
            ends.append((-match.end(), order, match))
    for end, order, match in sorted(ends, key=lambda found: found[:2]):
        reading = _RULES[order].build(Found(match, atoms))
        if reading is not None:
            return Wording(-end, reading, _joins(match))
    return None


def _joins(match: re.Match[str]) -> tuple[int, ...]:
    """The atoms between the parts of a range or list: "to", "and", the commas of a list."""
    groups = match.re.groupindex
    ends = [match.start(name) for name in ("join", "join2") if name in groups and match.start(name) >= 0]
    if ends and "more" in groups:
        start, stop = match.span("more")
        return (*(at for at in range(start, stop) if match.string[at] == ","), *ends)
    return tuple(ends)


def next_start(code: str, position: int) -> int | None:
    """The next atom a date can begin at."""
    match = _STARTS.search(code, position)
    return match.start() if match else None
