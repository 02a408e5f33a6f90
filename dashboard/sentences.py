"""What the page says when it depends on numbers or names: whole sentences, from `labels` and facts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dashboard import labels

SMALL_SHARE = 0.05


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


def shares(number: float) -> str:
    """A count that holds shares of uncertain dates."""
    if number < SMALL_SHARE:
        return "a small share of an uncertain date"
    return f"{number:.1f} events, counting shares of uncertain dates"


def remove(words: str) -> str:
    """The name of a chip's button."""
    return f"Remove filter: {words}"


def more_cards(number: int) -> str:
    """The cards folded away."""
    return f"Show {number:,} more"


def more_rows(number: int) -> str:
    """What a list leaves out."""
    return f"and {number:,} more; the CSV holds them all."


def shown_rows(shown: int, total: int) -> str:
    """How much of the table is drawn."""
    if shown == total:
        return f"All {counted(total, 'event')} of this view." if total > 1 else f"{counted(total, 'event')}."
    return f"The first {shown:,} of {counted(total, 'event')}."


def told_as(wording: str) -> str:
    """The words a date was told in."""
    return f"“{shortened(wording, 60)}”"


def timeline_note(placed: int, drawn: str, by: str, *, crowded: bool, narrow: bool) -> str:
    """What the timeline shows."""
    if not placed:
        return labels.NOT_PLACED
    several = {
        "organization": " An event of several organizations stands in each of their lanes.",
        "country": " An event of several countries stands in each of their lanes.",
        "topic": " An event of several topics stands in each of their lanes.",
    }.get(by, "")
    if crowded:
        return f"{drawn}: too many to draw singly, so colour shows how many; zoom in to see each.{several}"
    help_text = labels.TIMELINE_HELP_NARROW if narrow else labels.TIMELINE_HELP
    return f"{help_text}{several}"


def headline_part(link: str, names: Sequence[str], plural: str) -> str:
    """` of CSTO or CIS`, ` with 3 countries`."""
    told = alternatives(names) if len(names) <= labels.NAMED_IN_HEADLINE else f"{len(names)} {plural}"
    return f" {link} {told}"


def inside(words: str) -> str:
    """Words that began a line, within a sentence."""
    return words[:1].lower() + words[1:]


def of_total(shown: int, total: int) -> str:
    """`25 of 31 events`, `All 31 events`."""
    return f"{shown:,} of {counted(total, 'event')}" if shown != total else f"All {counted(total, 'event')}"


def undated(number: int) -> str:
    """How many events are in the tray."""
    return f"{number:,} without a day on the axis"


def in_store(events: int, documents: int) -> str:
    """What the store holds."""
    return f"The store holds {counted(events, 'event')} from {counted(documents, 'document')}."


def not_here(what: str, name: str) -> str:
    """A link filters by something no event has."""
    return f"{what}: no event here knows “{shortened(name)}”."


def caption_filters(filters: Sequence[str]) -> str:
    """The filters of a picture."""
    return f"Filters: {'; '.join(filters)}" if filters else "Filters: none"


def caption_period(period: str) -> str:
    """The period of a picture."""
    return f"Period: {period}"


def caption_counts(events: int, documents: int, undated_events: int) -> str:
    """The numbers of a picture."""
    without = f", {undated(undated_events)}" if undated_events else ""
    return f"{counted(events, 'event')} from {counted(documents, 'document')}{without}"


def caption_sources(names: Sequence[str], documents: int) -> str:
    """The documents behind a picture."""
    more = f"; and {documents - len(names)} more" if documents > len(names) else ""
    return f"Sources: {'; '.join(names)}{more}"
