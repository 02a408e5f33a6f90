"""What the timeline says when it depends on numbers or names, from `timeline_labels` and facts."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard import labels, sentences, timeline_labels
from dashboard.days_in_words import date_in_words

TWO_MONTHS, TWO_YEARS = 61, 700  # days


def timeline_note(placed: int, by: str, form: str, *, narrow: bool, doubtful: bool = False) -> str:
    """What the timeline shows in a form of it."""
    if not placed:
        return labels.NOT_PLACED
    if form == "list":
        return timeline_labels.HELP_LIST + (timeline_labels.LENS_LIST if doubtful else "")
    to_scale = timeline_labels.HELP_NARROW if narrow else timeline_labels.HELP
    help_text = timeline_labels.HELP_EVEN if form == "even" else to_scale
    joined = timeline_labels.JOINED if by in timeline_labels.SEVERAL else ""
    return f"{help_text}{joined}{timeline_labels.LENS_NOTE if doubtful else ''}"


def told_days(edtfs: Sequence[str]) -> str:
    """The days that reports tell which disagree; "" where they do not."""
    days = sentences.alternatives([date_in_words(edtf) for edtf in edtfs]) if edtfs else ""
    return timeline_labels.TOLD_DAYS.format(days=days) if days else ""


def later(days: int) -> str:
    """How much later one event is than that before it; "" for less than two months."""
    if days < TWO_MONTHS:
        return ""
    if days < TWO_YEARS:
        return timeline_labels.MONTHS_LATER.format(number=round(days / 30.44))
    return timeline_labels.YEARS_LATER.format(number=round(days / 365.25))


def more_lanes(by: str, number: int) -> str:
    """What has no lane of its own: `37 more organizations`."""
    one, several = timeline_labels.HIDDEN[by]
    return (one if number == 1 else several).format(number=number)


def lane_by_columns(counted_events: str, unit: str, vague: int) -> tuple[str, ...]:
    """`571 events by year`, `23 too vague`: what a lane holds, and what its columns count."""
    told = f"{counted_events} by {unit}"
    return (told, f"{vague:,} too vague") if vague else (told,)


def more_in_lane(counted_events: str, number: int) -> tuple[str, ...]:
    """`47 events`, `no room for 12`: how many a lane holds, and how many marks have no room in it."""
    return counted_events, f"no room for {number:,}"


def scattered(number: int) -> str:
    """What of a lane stands on no day of the axis: `3 on one of several days`."""
    return f"{number:,} on one of several days"
