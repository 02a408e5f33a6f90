"""Lanes of events: exact, approximate and ranged dates drawn as what they are.

The height axis counts pixels, so that rows and text keep their distance at any size; only the
width follows the browser, which says how wide the plot is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from dashboard import sentences
from dashboard.figures import marks
from dashboard.figures.histogram import HEIGHT, draw_histograms, top_of
from dashboard.figures.lane_frame import GUTTER, NARROW, Head, lane_layout, plot_width, title_lines
from dashboard.figures.lanes import Lane, room_of
from dashboard.figures.packing import (
    GAP,
    INSIDE,
    LEFT,
    RIGHT,
    Item,
    Packing,
    Place,
    label_box,
    pack_lane,
    pack_names,
)
from dashboard.figures.text_widths import fit_text, text_width
from dashboard.figures.time_axis import Bins, Window
from dashboard.theme import Theme

LABEL_SIZE = 12
PAD, SMALLEST = 8.0, 42.0
NAMED_ROWS = 2  # above the columns of a crowded lane
SPANNING = 0.4  # of the plot: a band as long as this takes its row last
LONGEST_LABEL = 360.0
LAST = 1_000.0
BARE_MARK = 10.5  # the largest symbol of a row without labels
HALF_BAND, HALF_BAR = 5.0, 4.5
ARROW = 11.0  # the room of a chevron at the end of a cut band


@dataclass(frozen=True, slots=True)
class Strip:
    """A lane as it is laid out: its packing and where it stands on the height axis."""

    lane: Lane
    items: tuple[tuple[int, Item, str], ...]
    packing: Packing
    top: float
    height: float
    head: float
    counted: bool

    @property
    def columns(self) -> float:
        """Where its columns begin, from the top."""
        return self.top + self.height - PAD / 2 - HEIGHT


def draw_timeline(
    dots: Sequence[marks.Dot], lanes: Sequence[Lane], window: Window, bins: Bins, width: float, theme: Theme
) -> dict[str, Any]:
    """The timeline as a figure.

    Args:
        dots: The events; a lane names them by their number.
        lanes: The lanes from top to bottom.
        window: The days in view.
        bins: What the columns of crowded lanes stand for.
        width: The width of the whole chart in pixels.
        theme: Light or dark.
    """
    _, plot = plot_width(width)
    strips: list[Strip] = []
    top = 0.0
    room = room_of(len(lanes))
    for lane in lanes:
        strip = _lay_out(lane, dots, window, plot, top, room, narrow=width < NARROW)
        strips.append(strip)
        top += strip.height
    crowded = [(strip.lane, strip.columns) for strip in strips if strip.counted]
    data = [
        *draw_histograms(crowded, bins, theme),
        *_lines(strips, dots, window, plot, theme),
        _symbols(strips, dots, window, plot, theme),
        _texts(strips, dots, window, plot, theme),
    ]
    layout = lane_layout(_heads(strips, bins), window, width, theme, top)
    return {"data": data, "layout": layout | {"meta": {"columns": bins.words if crowded else []}}}


def _lay_out(  # noqa: PLR0913 - the lane and the room it has
    lane: Lane,
    dots: Sequence[marks.Dot],
    window: Window,
    plot: float,
    top: float,
    room: float,
    *,
    narrow: bool,
) -> Strip:
    seen = (window, plot, plot * (0.8 if narrow else 0.4))
    items = _items(lane.events, dots, *seen)
    packing = pack_lane([item for _, item, _ in items], plot, room)
    counted = bool(lane.named) and (not lane.events or bool(packing.left_out))
    if counted:
        items = _items(lane.named, dots, *seen)
        packing = pack_names([item for _, item, _ in items], plot, NAMED_ROWS)
    head = 24.0 if narrow else 0.0
    lines = 1 if narrow else len(title_lines(lane.title, GUTTER))
    columns = HEIGHT + PAD / 2 if counted else 0.0
    height = max(head + 2 * PAD + packing.height + columns, head + SMALLEST + 14.0 * (lines - 1))
    return Strip(lane, tuple(items), packing, top, height, head, counted)


def _items(
    numbers: Sequence[int], dots: Sequence[marks.Dot], window: Window, plot: float, most: float
) -> list[tuple[int, Item, str]]:
    """What of some events is in view, with the room it needs and its label, no longer than `most` pixels."""
    start, stop = window.range
    scale = plot / (stop - start)
    items = []
    for number in numbers:
        dot = dots[number]
        if dot.stop <= start or dot.start >= stop:
            continue
        box = _box(dot, start, scale, plot)
        left, right, middle, reach = box.left, box.right, box.middle, box.reach
        beside = max(plot - right, left, _room_inside(box)) - GAP - 3
        words = fit_text(dot.title, LABEL_SIZE, min(most, LONGEST_LABEL, max(beside, 0.0)))
        label = text_width(words, LABEL_SIZE) + 2 if words else 0.0
        # What says least of its day comes last where rows are short.
        weight = dot.weight - (LAST if right - left > plot * SPANNING else 0.0)
        items.append((number, Item(left, right, middle, reach, label, weight), words))
    return items


def _box(dot: marks.Dot, start: float, scale: float, plot: float) -> Item:
    """The room of a mark: its symbol in the true middle of the whole date, and what of its band is in view.

    A symbol that stands outside the window has no reach: only its band is drawn.
    """
    left, right = max((dot.start - start) * scale, 0.0), min((dot.stop - start) * scale, plot)
    middle, reach = ((dot.start + dot.stop) / 2 - start) * scale, dot.size / 2 + 1
    if dot.shape == marks.EXACT:
        return Item(middle - reach, middle + reach, middle, reach, 0.0, dot.weight)
    before, after = _cut(dot, start, start + plot / scale)
    if not 0 <= middle <= plot:
        # A sliver of a band is still as wide as the chevron that says it goes on.
        left, right = (left, max(right, ARROW)) if before else (min(left, plot - ARROW), right)
        return Item(left, right, left + (ARROW if before else 0.0), 0.0, 0.0, dot.weight)
    return Item(
        left if before else min(left, middle - reach),
        right if after else max(right, middle + reach),
        middle,
        reach,
        0.0,
        dot.weight,
    )


def _cut(dot: marks.Dot, start: float, stop: float) -> tuple[bool, bool]:
    """Whether a band goes on before the window, and after it."""
    band = dot.shape != marks.EXACT
    return band and dot.start < start, band and dot.stop > stop


def _room_inside(box: Item) -> float:
    return box.right - box.middle - box.reach - ARROW


def row_height(strip: Strip, row: int) -> float:
    """Where a row stands on the height axis; few rows are centred in their lane."""
    columns = HEIGHT + PAD / 2 if strip.counted else 0.0
    free = strip.height - strip.head - columns - strip.packing.height
    return strip.top + strip.head + free / 2 + strip.packing.middle(row)


def _placed(strips: Sequence[Strip]) -> list[tuple[Strip, Place, int, Item, str]]:
    return [(strip, place, *strip.items[place.item]) for strip in strips for place in strip.packing.places]


def _lines(
    strips: Sequence[Strip], dots: Sequence[marks.Dot], window: Window, plot: float, theme: Theme
) -> list[dict[str, Any]]:
    """Bands and bars; one that carries its label inside leaves room for it."""
    begin, end = window.range
    scale = (end - begin) / plot
    grouped: dict[tuple[str, str, float], list[tuple[float, float, float]]] = defaultdict(list)
    for strip, place, number, item, _ in _placed(strips):
        dot = dots[number]
        if dot.shape == marks.EXACT:
            continue
        parts = [(dot.start, dot.stop)]
        if place.side == INSIDE:
            left, right = label_box(item, INSIDE)
            parts = [(dot.start, begin + (left - 3) * scale), (begin + (right + 3) * scale, dot.stop)]
        kind, half = ("bar", HALF_BAR) if dot.shape == marks.LASTED else ("band", HALF_BAND)
        if dot.group != marks.DONE:
            kind = f"{kind} {marks.PLANNED}"
        at = row_height(strip, place.row)
        grouped[kind, theme.hue(dot.family), half] += [(*part, at) for part in parts if part[0] < part[1]]
    return [
        marks.line_trace(hue, kind, segments, half) for (kind, hue, half), segments in sorted(grouped.items())
    ]


def _symbols(
    strips: Sequence[Strip], dots: Sequence[marks.Dot], window: Window, plot: float, theme: Theme
) -> dict[str, Any]:
    """Every symbol, in the true middle of its date, and a chevron where the window cuts a band."""
    start, stop = window.range
    scale = (stop - start) / plot
    points: list[tuple[float, float, marks.Mark, list[str]]] = []
    chevrons: list[tuple[float, float, marks.Mark, list[str]]] = []
    for strip, place, number, item, _ in _placed(strips):
        dot = dots[number]
        hue, at = theme.hue(dot.family), row_height(strip, place.row)
        told = [dot.id, dot.title, dot.when, *dot.facts]
        if item.reach:
            size = dot.size if place.row < strip.packing.label_rows else min(dot.size, BARE_MARK)
            mark = marks.draw_mark(dot.shape, dot.group, hue, size, theme)
            points.append((start + item.middle * scale, at, mark, told))
        for side, cut, x in zip(("left", "right"), _cut(dot, start, stop), (5.0, plot - 5.0), strict=True):
            if cut and (not item.reach or abs(x - item.middle) > item.reach + ARROW / 2):
                chevrons.append((start + x * scale, at, marks.draw_chevron(side, hue), told))
    points += chevrons
    return {
        "type": "scatter",
        "mode": "markers",
        "name": "events",
        "x": [x for x, _, _, _ in points],
        "y": [y for _, y, _, _ in points],
        "customdata": [told for _, _, _, told in points],
        "hoverinfo": "none",
        "cliponaxis": True,
        "marker": {
            "symbol": [mark.symbol for _, _, mark, _ in points],
            "color": [mark.fill for _, _, mark, _ in points],
            "size": [mark.size for _, _, mark, _ in points],
            "opacity": 1,
            "line": {
                "color": [mark.stroke for _, _, mark, _ in points],
                "width": [mark.stroke_width for _, _, mark, _ in points],
            },
        },
    }


def _texts(
    strips: Sequence[Strip], dots: Sequence[marks.Dot], window: Window, plot: float, theme: Theme
) -> dict[str, Any]:
    start, stop = window.range
    scale = (stop - start) / plot
    x, y, text, position, told = [], [], [], [], []
    for strip, place, number, item, words in _placed(strips):
        if place.side not in (RIGHT, LEFT, INSIDE):
            continue
        box = label_box(item, place.side)
        x.append(start + (box[1] if place.side == LEFT else box[0]) * scale)
        y.append(row_height(strip, place.row))
        position.append("middle left" if place.side == LEFT else "middle right")
        text.append(escape(words, quote=False))
        dot = dots[number]
        told.append([dot.id, dot.title, dot.when, *dot.facts])
    return {
        "type": "scatter",
        "mode": "text",
        "name": "labels",
        "x": x,
        "y": y,
        "text": text,
        "textposition": position,
        "textfont": {"size": LABEL_SIZE, "color": theme.ink},
        "customdata": told,
        "hoverinfo": "none",
        "cliponaxis": True,
    }


def _heads(strips: Sequence[Strip], bins: Bins) -> list[Head]:
    heads = []
    for strip in strips:
        lane, scale = strip.lane, None
        words: tuple[str, ...] = (lane.told,)
        if strip.counted:
            words = sentences.lane_by_columns(lane.told, bins.unit, lane.vague)
            scale = strip.columns, f"{top_of(lane):,}"
        elif strip.packing.left_out:
            words = sentences.more_in_lane(lane.told, len(strip.packing.left_out))
        heads.append(Head(lane.key, lane.title, words, strip.top, strip.height, scale))
    return heads
