"""What is said of map and topics when it depends on numbers or names."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard import chart_labels, filter_labels, labels, sentences


def number_of(number: float) -> str:
    """`1,204`, `4.3`: what counts by shares to one place, below ten."""
    whole = abs(number - round(number)) < 0.05 or number >= 10  # noqa: PLR2004 - no more can be told
    return f"{round(number):,}" if whole else f"{number:.1f}"


def about(number: float, noun: str) -> str:
    """`12 events`, `4.3 documents`."""
    told = number_of(number)
    return f"{told} {noun}s" if "." in told else sentences.counted(round(number), noun)


def most_of(named: Sequence[tuple[str, float]], total: int, kind: str) -> str:
    """`Most of 136 countries: Russia (203), United States (180)`; "" of nothing."""
    if not named:
        return ""
    told = ", ".join(f"{name} ({number_of(number)})" for name, number in named)
    if total <= len(named):
        return chart_labels.MOST.format(named=told)
    return chart_labels.MOST_OF.format(total=f"{total:,}", kind=kind, named=told)


def map_note(what: str, layer: str, outside: int = 0) -> str:
    """What the map counts, when a country has a part in an event, and how many it does not show."""
    told = f"{labels.MAP_HELP.format(what=what)} {filter_labels.LAYER_HELP[layer]}"
    if not outside:
        return told
    lie = "lies" if outside == 1 else "lie"
    return f"{told} {sentences.counted(outside, 'country')} with events {lie} outside this part."


def topics_note(what: str, unit: str, vague: int, measure: str, per: str, topics: int, most: int) -> str:  # noqa: PLR0913, PLR0917 - the facts of one note
    """What the topics over time tell, and what they leave out."""
    told = chart_labels.TOPICS_HELP[measure].format(
        what=sentences.inside(what) if measure == "share" else what, unit=unit
    )
    told += chart_labels.TOPICS_SPREAD
    if per == "document":
        told += f" {chart_labels.DOCUMENT_WEIGHS}"
    if vague:
        told += (
            f" {sentences.counted(vague, 'event')} that may lie anywhere in more than two years are left out."
        )
    if topics > most:
        told += f" {chart_labels.TOPICS_MOST.format(most=most, topics=topics)}"
    return f"{told} {chart_labels.TOPICS_TOTAL} {chart_labels.TOPICS_DO}"
