"""The sheet a chart stands on: what is said above and below it, line by line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dashboard import file_labels, ids
from dashboard.figures.text_widths import text_width, wrap_text
from dashboard.publish.facts import Facts, sources_in_words
from dashboard.publish.presets import MARGIN
from dashboard.publish.texts import Look
from dashboard.theme import Theme

SERIF = "'Source Serif 4', serif"
TITLE, TITLE_LINE, SERIF_WIDER = 23.0, 29.0, 1.04
KIND, NOTE_SIZE, CAPTION, CAPTION_LINE = 13.0, 13.0, 11.0, 15.5
BELOW_TITLE, ABOVE_CAPTION = 14.0, 12.0
MOST_SOURCES, FEWEST_SOURCES = 6, 2


@dataclass(frozen=True, slots=True)
class Options:
    """How a picture is to be made.

    Attributes:
        preset: Its size, a name of `presets.PRESETS`.
        theme: light or dark.
        clear: Whether its ground is left out.
        title: A title of the reader's own, "" for the headline.
        note: A line of the reader's own below the title.
        bare: Whether what a whole document says once is left out: headline, filters, sources.
        width: How wide its chart is where the preset says nothing, in pixels; 0 for as on the page.
        labels: Labels of the reader's own at events of the timeline: key and words of each.
        frame: What a map shows: how much larger than the part of the world it is of, and the longitude and
            latitude in its middle; None for all of it.
    """

    preset: str = "page"
    theme: str = "light"
    clear: bool = False
    title: str = ""
    note: str = ""
    bare: bool = False
    width: float = 0.0
    labels: tuple[tuple[str, str], ...] = ()
    frame: tuple[float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A line of words: what, from the left edge, on which height."""

    text: str
    y: float
    look: Look
    family: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands round a chart, in pixels of the page: lines of the head and foot, and the room between."""

    width: float
    height: float
    head: tuple[Line, ...]
    foot: tuple[Line, ...]
    top: float
    room: float


def lay_out(facts: Facts, chart: str, options: Options, size: tuple[float, float], theme: Theme) -> Sheet:
    """Head and foot of a sheet; without a height the foot begins where the head ends."""
    width, height = size
    room = width - 2 * MARGIN
    kind = Look(KIND, theme.muted)
    y = MARGIN + KIND * 0.8
    head = [Line(file_labels.CHART_TITLES[chart], y, replace(kind, bold=True, colour=theme.accent))]
    y += 8
    for text in [] if options.bare else _title_lines(options.title or facts.title, room):
        y += TITLE_LINE
        head.append(Line(text, y - 3, Look(TITLE, theme.ink, bold=True), SERIF))
    if options.note:
        for text in wrap_text(options.note, NOTE_SIZE, room, 2):
            y += NOTE_SIZE * 1.4
            head.append(Line(text, y, Look(NOTE_SIZE, theme.muted)))
    top = y + BELOW_TITLE
    most = MOST_SOURCES if not height or height > width else FEWEST_SOURCES + 1
    told = said_of(facts, chart) if options.bare else stated(facts, chart, most)
    told = [line for text in told for line in wrap_whole(text, CAPTION, room)]
    begin = (height or top + foot_height(len(told)) + ABOVE_CAPTION) - foot_height(len(told))
    look = Look(CAPTION, theme.muted)
    foot = tuple(
        Line(text, begin + 10 + (place + 1) * CAPTION_LINE - 4, look) for place, text in enumerate(told)
    )
    return Sheet(
        width,
        height or top + ABOVE_CAPTION + foot_height(len(told)),
        tuple(head),
        foot,
        top,
        max(begin - ABOVE_CAPTION - top, 1.0) if height else 0.0,
    )


def stated(facts: Facts, chart: str, most: int) -> list[str]:
    """What a picture says of its view below the chart, paragraph by paragraph.

    Args:
        facts: The view.
        chart: The chart.
        most: How many sources are named at most.
    """
    first = " · ".join(filter(None, (facts.filters, facts.counted, facts.when, facts.counts)))
    return [
        *said_of(facts, chart),
        first,
        sources_in_words(facts.sources, most),
        *([facts.boundaries] if chart == ids.MAP else []),
        " · ".join(filter(None, (facts.tool, f"data version {facts.version}", facts.address))),
    ]


def said_of(facts: Facts, chart: str) -> list[str]:
    """What a chart says of its marks and of itself alone."""
    return [*(facts.marks if chart == ids.TIMELINE else ()), *filter(None, (facts.own.get(chart, ""),))]


def foot_height(lines: int) -> float:
    """How high a foot of so many lines is, the rule above it and the margin below it included."""
    return 10 + lines * CAPTION_LINE + MARGIN * 0.7


def moved(lines: Sequence[Line], by: float) -> tuple[Line, ...]:
    """Lines farther down."""
    return tuple(replace(line, y=line.y + by) for line in lines)


def _title_lines(title: str, room: float) -> list[str]:
    return wrap_text(title, TITLE * SERIF_WIDER, room, 3)


def wrap_whole(text: str, size: float, room: float) -> list[str]:
    """A text in as many lines as it needs; what has no place to break (an address) is broken anywhere."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if text_width(longer, size) <= room:
            line = longer
            continue
        if line:
            lines.append(line)
        rest = word
        while text_width(rest, size) > room:
            kept = next(n for n in range(len(rest), 0, -1) if n == 1 or text_width(rest[:n], size) <= room)
            lines.append(rest[:kept])
            rest = rest[kept:]
        line = rest
    return [*lines, line] if line else lines
