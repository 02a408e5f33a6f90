"""What the page says when it depends on numbers or names: whole sentences, from `labels` and facts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from dashboard import labels
from dashboard.days_in_words import date_in_words, day_in_words, days_between
from data_model import EventDate


def family(name: str) -> str:
    """All bodies of one kind, as a choice: `Every security council`."""
    return f"Every {name[:1].lower()}{name[1:]}"


def unknown_parameter(name: str) -> str:
    """A link names a setting the page does not have."""
    return f"“{shortened(name)}” is no setting of this page."


def unknown_value(what: str, value: str, choices: Sequence[str] = ()) -> str:
    """A link holds a value the setting does not take."""
    hint = f" It can be {alternatives(choices)}." if choices else ""
    return f"{what}: “{shortened(value)}” is not known here.{hint}"


def bad_day(what: str, value: str) -> str:
    """A link holds a day that is none."""
    return f"{what}: “{shortened(value)}” is not a day; expected for example 2023-06-08."


def swapped_days() -> str:
    """A link's period ends before it begins."""
    return "The period ended before it began; its two days have been exchanged."


def too_many(what: str, most: int) -> str:
    """A link holds more values than a filter takes."""
    return f"{what}: only the first {most} were kept."


def shortened(text: str, most: int = 48) -> str:
    """A text cut to a length, with an ellipsis."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def alternatives(words: Iterable[str]) -> str:
    """`a, b or c`."""
    *front, last = words
    return f"{', '.join(front)} or {last}" if front else last


def counted(number: int, noun: str) -> str:
    """`1 event`, `1,204 events`."""
    plural = noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
    return f"{number:,} {noun if number == 1 else plural}"


def remove(words: str) -> str:
    """The name of a chip's button."""
    return f"Remove filter: {words}"


def in_its_words(word: str) -> str:
    """A word searched for is told in the sentences of an event."""
    return f"“{shortened(word)}” in its words"


def found_by(reasons: Sequence[str]) -> str:
    """Why a row was found whose title does not say so."""
    return f"Found by {', '.join(reasons)}"


def more_of(shown: int, total: int, most: int) -> str:
    """The button at the end of a list: `Show 50 more of 361`."""
    left = total - shown
    return f"Show {min(left, most):,} more" + (f" of {left:,}" if left > most else "")


def listed_rows(total: int) -> str:
    """What the table holds."""
    return f"All {counted(total, 'event')} of this view." if total > 1 else f"{counted(total, 'event')}."


def told_as(wording: str) -> str:
    """The words a date was told in."""
    return f"“{shortened(wording, 60)}”"


def likely(when: EventDate) -> str:
    """The best guess among what a date leaves open, and how good such guesses are; "" when there is none."""
    return likely_day(when.likely.edtf, when.likely.share) if when.likely else ""


def likely_day(edtf: str, share: float) -> str:
    """The same of a guess and its share."""
    if not edtf:
        return ""
    right = f"{share:.0%}".rstrip("%")
    return labels.LIKELY.format(date=date_in_words(edtf), right=right)


def according_to(name: str) -> str:
    """Who says so, "" when the report itself tells it."""
    return f"According to {name}" if name else ""


def step(status: str, when: str, *, moved: bool) -> str:
    """What one report said of a happening on its day: its status and the date it gives."""
    told = labels.STEPS[status].format(date=date_in_words(when))
    return f"{told} ({labels.STEP_MOVED})" if moved else told


def told_by(reports: int, sources: int, *, disagree: bool) -> str:
    """`3 documents, 2 sources, which disagree`: who tells of an event."""
    told = counted(reports, "document")
    if sources < reports:
        told += f", {counted(sources, 'source')}"
    return f"{told}, which disagree" if disagree else told


def far_off(number: int, since: date | None, until: date | None) -> str:
    """`12 events before 1992`: what is set aside so that the rest can be seen."""
    sides = [f"before {since.year}"] if since else []
    if until:
        sides.append(f"after {until.year}")
    return f"{counted(number, 'event')} {' or '.join(sides)}"


def show_far_off(words: str) -> str:
    """The name of the button that shows them."""
    return f"Show the {words} too"


def in_some_reports(some: int, reports: int) -> str:
    """Of how many reports not all tell something."""
    return f"in {some} of {reports} reports"


def more_with(words: str, number: int) -> str:
    """The name of a link to what else somebody or something has a part in."""
    return f"All {counted(number, 'event')} with {words}"


def without(what: str, number: int) -> str:
    """A way out of a view without events: `organizations (23 events)`."""
    return f"{inside(what)} ({counted(number, 'event')})"


def headline_parts(parts: Sequence[tuple[str, Sequence[str], str]]) -> str:
    """` of CSTO or CIS with 3 countries`, ` naming CSTO, with Armenia`.

    Args:
        parts: What ties names to events, the names, and what many of them are called.
    """
    told, before = "", ""
    for link, names, plural in parts:
        some = alternatives(names) if len(names) <= labels.NAMED_IN_HEADLINE else f"{len(names)} {plural}"
        # "naming CSTO with Armenia" would tell of CSTO what is meant of the events.
        comma = "," if before and (before.startswith(labels.APART) or link.startswith(labels.APART)) else ""
        told += f"{comma} {link.format(some)}"
        before = link
    return told


def inside(words: str) -> str:
    """Words that began a line, within a sentence."""
    return words[:1].lower() + words[1:]


def of_total(shown: int, total: int) -> str:
    """`25 of 31 events`, `All 31 events`."""
    return f"{shown:,} of {counted(total, 'event')}" if shown != total else f"All {counted(total, 'event')}"


def undated(number: int) -> str:
    """How many events are in the tray."""
    return f"{number:,} not on the axis"


def period(since: date | None, until: date | None) -> str:
    """`within 1–8 June 2023`, `since 1 June 2023`, `until 8 June 2023`."""
    if since and until:
        return f"on {day_in_words(since)}" if since == until else f"within {days_between(since, until)}"
    if since:
        return f"since {day_in_words(since)}"
    return f"until {day_in_words(until)}" if until else ""


def more_that_may(number: int) -> str:
    """What a period may hold besides, as the end of a headline."""
    return f", perhaps {number:,} more" if number else ""


def most_in(year: int, number: int) -> str:
    """What a view shows at a glance: `most in 2022 (12)`."""
    return f"most in {year} ({number:,})"


def for_certain(number: int) -> str:
    """What a period holds for certain."""
    return f"{number:,} for certain"


def perhaps(number: int) -> str:
    """What a period only may hold."""
    return f"{number:,} perhaps"


def between(least: int, most: int) -> str:
    """`7`, or `7–15`."""
    return f"{most:,}" if least == most else f"{least:,}–{most:,}"


def years(first: int, last: int) -> str:
    """`2023`, `2009–2023`."""
    return str(first) if first == last else f"{first}–{last}"


def from_to(first: str, last: str) -> str:
    """`2009 – Sep 2023`."""
    return first if first == last else f"{first} – {last}"


def in_store(events: int, documents: int) -> str:
    """What the store holds."""
    return f"The store holds {counted(events, 'event')} from {counted(documents, 'document')}."


def not_here(what: str, name: str) -> str:
    """A link filters by something no event has."""
    return f"{what}: no event here knows “{shortened(name)}”."
