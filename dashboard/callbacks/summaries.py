"""What each chart shows, in one sentence: for who does not see it, and at a glance for who does."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from dashboard import chart_labels, chart_sentences
from dashboard.figures.lanes import Lane
from dashboard.figures.time_axis import Bins
from data_model import Lanes

MOST_NAMED = 5


def summarize_counts(counts: Mapping[str, float], name: Callable[[str], str], kind: str) -> str:
    """`Most: Russia (203), United States (180), … of 136 countries`; "" when nothing is counted."""
    first = sorted(counts, key=lambda key: (-counts[key], name(key)))[:MOST_NAMED]
    named = [(name(key), counts[key]) for key in first if counts[key] > 0]
    return chart_sentences.most_of(named, len(counts), kind)


def summarize_lanes(lanes: Sequence[Lane]) -> str:
    """What a reader sees of the lanes: how many there are and the first of them with what they hold."""
    own = [lane for lane in lanes if lane.key not in (Lanes.OTHERS, Lanes.NONE)]
    told = ", ".join(f"{lane.title} ({lane.told})" for lane in own[:MOST_NAMED])
    return chart_labels.LANES_SUMMARY.format(number=len(lanes), first=told) if told else ""


def summarize_bars(bins: Bins, events: Sequence[float], noun: str) -> str:
    """The highest bar of the overview."""
    highest = max(events, default=0.0)
    if not highest:
        return ""
    at = bins.words[list(events).index(highest)]
    return chart_labels.BARS_SUMMARY.format(when=at, number=chart_sentences.about(highest, noun))
