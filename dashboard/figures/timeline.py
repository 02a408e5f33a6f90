"""Lanes of events: exact, approximate and ranged dates drawn as what they are.

The height axis counts pixels, so that rows and text keep their distance at any size; only the
width follows the browser, which says how wide the plot is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from html import escape
from typing import Any

from dashboard import timeline_labels, timeline_sentences
from dashboard.figures import doubt, lens, marks
from dashboard.figures.histogram import draw_histograms, top_of
from dashboard.figures.joins import counted_in, draw_joins, stands_in
from dashboard.figures.lane_frame import NARROW, Head, lane_layout, plot_width
from dashboard.figures.lanes import PAGE, Form, Lane, Room
from dashboard.figures.packing import (
    INSIDE,
    LEFT,
    RIGHT,
    Item,
    Place,
    label_box,
)
from dashboard.figures.spacing import Spacing
from dashboard.figures.strips import ARROW, LABEL_SIZE, NARROW_HEAD, Strip, cut_of, lay_out, row_height
from dashboard.figures.time_axis import DAY_MS, Bins, Window
from dashboard.theme import Theme

BARE_MARK = 10.5  # the largest symbol of a row without labels
FOLDED_MARK, FOLDED_BAND = 8.0, 3.0  # the largest symbol of a folded lane, half of its bands
HALF_BAND, HALF_BAR = 5.0, 4.5
LIKELY_WIDTH = 3.0  # pixels
SCATTERED_HALF = 0.6
DOUBTFUL_BAND = 6.0  # half of a band under the doubt lens
BLOCK = "⋮"  # what stands for the strips of a block


def draw_timeline(  # noqa: PLR0913, PLR0917 - one chart, its facts
    dots: Sequence[marks.Dot],
    lanes: Sequence[Lane],
    window: Window,
    bins: Bins,
    width: float,
    theme: Theme,
    room: Room = PAGE,
    *,
    doubtful: bool = False,
    spacing: Spacing | None = None,
    lanes_by: str = "organization",
) -> dict[str, Any]:
    """The timeline as a figure.

    Args:
        dots: The events; a lane names them by their number.
        lanes: The lanes from top to bottom.
        window: The days in view.
        bins: What the columns of crowded lanes stand for.
        width: The width of the whole chart in pixels.
        theme: Light or dark.
        room: How high lanes may be.
        doubtful: Whether it is seen through the doubt lens.
        spacing: Where the days stand if not where the calendar has them.
        lanes_by: What a lane stands for.
    """
    dots = [doubt.widen(dot) for dot in dots] if doubtful else dots
    dots = [spacing.move(dot) for dot in dots] if spacing else dots
    _, plot = plot_width(width)
    narrow = width < NARROW
    blocks = _lay_blocks(lanes, dots, window, plot, room, narrow=narrow)
    strips = [strip for block in blocks for strip in block]
    crowded = [(strip.lane, *strip.columns) for strip in strips if strip.counted and not strip.lane.thin]
    edges = [spacing.at(edge) for edge in bins.moments] if spacing else bins.moments
    symbols, spans = _symbols(strips, dots, window, plot, theme)
    data = [
        *draw_histograms(crowded, edges, theme),
        *lens.draw_strips(strips, edges, theme),
        *draw_joins(stands_in(strips, dots, window, plot), plot, theme),
        *_lines(strips, dots, window, plot, theme, doubtful=doubtful),
        symbols,
        *([_disagreements(strips, dots, window, plot, theme)] if doubtful else []),
        _texts(strips, dots, window, plot, theme),
    ]
    heads = [_head(block, bins, lanes_by, narrow=narrow) for block in blocks]
    total = heads[-1].top + heads[-1].height if heads else 0.0
    layout = lane_layout(heads, window, width, theme, total, spacing.axis(plot) if spacing else {})
    places = [[head.top, head.height] for head in heads]
    counted = counted_in(strips, dots, symbols["customdata"])
    meta = {"columns": bins.words if crowded else [], "spans": spans, "counted": counted, "lanes": places}
    if any(strip.lane.thin for strip in strips):
        meta["close"] = timeline_labels.BRING_CLOSE
    if spacing:
        meta["edges"] = bins.moments  # what the columns stand for, wherever they stand
    return {"data": data, "layout": layout | {"meta": meta}}


def _lay_blocks(
    lanes: Sequence[Lane],
    dots: Sequence[marks.Dot],
    window: Window,
    plot: float,
    room: Room,
    *,
    narrow: bool,
) -> list[list[Strip]]:
    """The lanes below each other; what is labelled in one has its label later in those below."""
    found: list[list[Strip]] = []
    unfolded = sum(lane.form is Form.OPEN for lane in lanes)
    thin = sum(lane.thin for lane in lanes)
    named: set[int] = set()
    top = 0.0
    for block in lens.in_blocks(lanes):
        if block[0].thin:
            strips = lens.lay_block(block, thin, top, narrow=narrow)
        else:
            strips = [lay_out(block[0], dots, window, plot, top, room, unfolded, named, narrow=narrow)]
        named |= {number for strip in strips for place, number, *_ in strip.placed if place.side}
        found.append(strips)
        top = strips[-1].top + strips[-1].height
    return found


def _placed(strips: Sequence[Strip]) -> list[tuple[Strip, Place, int, Item, str]]:
    return [(strip, *one) for strip in strips for one in strip.placed]


def _lines(
    strips: Sequence[Strip],
    dots: Sequence[marks.Dot],
    window: Window,
    plot: float,
    theme: Theme,
    *,
    doubtful: bool,
) -> list[dict[str, Any]]:
    """Bands and bars; one that carries its label inside leaves room for it."""
    opacities, band = (marks.DOUBTFUL, DOUBTFUL_BAND) if doubtful else (marks.OPACITIES, HALF_BAND)
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
        kind, half = ("bar", HALF_BAR) if dot.shape == marks.LASTED else ("band", band)
        half = min(half, FOLDED_BAND) if strip.lane.folded else half
        hue = marks.paint(dot, theme)
        if dot.group != marks.DONE:
            kind = f"{kind} {marks.PLANNED}"
        at = row_height(strip, place.row)
        least = LIKELY_WIDTH * scale  # a day of many years is still seen
        if dot.runs:
            grouped[marks.SCATTERED, hue, SCATTERED_HALF].append((dot.start, dot.stop, at))
            parts = [_widened(run, least) for run in dot.runs]
        if dot.likely:
            grouped["likely", hue, half].append((*_widened(dot.likely, least), at))
        grouped[kind, hue, half] += [(*part, at) for part in parts if part[0] < part[1]]
    return [
        marks.line_trace(hue, kind, segments, half, opacities.get(kind))
        for (kind, hue, half), segments in sorted(grouped.items())
    ]


def _widened(run: tuple[float, float], least: float) -> tuple[float, float]:
    room = max(least - (run[1] - run[0]), 0.0) / 2
    return run[0] - room, run[1] + room


def _symbols(
    strips: Sequence[Strip], dots: Sequence[marks.Dot], window: Window, plot: float, theme: Theme
) -> tuple[dict[str, Any], list[list[float]]]:
    """Every symbol, in the true middle of its date, and a chevron where the window cuts a band.

    Beside them, of each band, the place of its symbol or chevron among them, its first day, and the day after
    its last, counted from 1970: what the page lets be pointed at.
    """
    start, stop = window.range
    scale = (stop - start) / plot
    points: list[tuple[float, float, marks.Mark, list[str]]] = []
    chevrons: list[tuple[float, float, marks.Mark, list[str]]] = []
    bands: list[tuple[bool, int, marks.Dot]] = []
    for strip, place, number, item, _ in _placed(strips):
        dot = dots[number]
        hue, at = marks.paint(dot, theme), row_height(strip, place.row)
        told = dot.told
        if dot.shape != marks.EXACT:
            bands.append((bool(item.reach), len(points if item.reach else chevrons), dot))
        if item.reach:
            bare = FOLDED_MARK if strip.lane.folded else BARE_MARK
            size = dot.size if place.row < strip.packing.label_rows else min(dot.size, bare)
            mark = marks.draw_mark(dot.shape, dot.group, hue, size, theme)
            seen = [middle for middle in dot.middles if start <= middle <= stop]
            points += [(middle, at, mark, told) for middle in seen]
        for side, cut, x in zip(("left", "right"), cut_of(dot, start, stop), (5.0, plot - 5.0), strict=True):
            if cut and (not item.reach or abs(x - item.middle) > item.reach + ARROW / 2):
                chevrons.append((start + x * scale, at, marks.draw_chevron(side, hue), told))
    spans = [
        [place + (0 if symbol else len(points)), round(dot.start / DAY_MS, 2), round(dot.stop / DAY_MS, 2)]
        for symbol, place, dot in bands
    ]
    return marks.symbol_trace("events", [*points, *chevrons]), spans


def _disagreements(
    strips: Sequence[Strip], dots: Sequence[marks.Dot], window: Window, plot: float, theme: Theme
) -> dict[str, Any]:
    """What says where reports disagree."""
    start, stop = window.range
    scale = (stop - start) / plot
    told = [
        (start + item.middle * scale, row_height(strip, place.row), dot, dot.told)
        for strip, place, number, item, _ in _placed(strips)
        if (dot := dots[number]).disagree and item.reach
    ]
    return doubt.draw_disagreements(told, scale, theme.ink)


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
        dot = dots[number]
        shown = escape(words, quote=False)
        text.append(f"<b>{shown}</b>" if dot.own else shown)
        told.append(dot.told)
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


def _head(block: Sequence[Strip], bins: Bins, by: str, *, narrow: bool) -> Head:
    strip = block[0]
    lane, scale = strip.lane, None
    if lane.thin:
        top = strip.top - (NARROW_HEAD if narrow else 0.0)
        title = timeline_sentences.more_lanes(by, len(block))
        height = block[-1].top + block[-1].height - top
        return Head(BLOCK, title, (timeline_labels.STRIPS,), top, height)
    words: tuple[str, ...] = (lane.told,)
    if lane.folded:
        words = (lane.told.split(" ")[0],)
    elif strip.counted:
        words = timeline_sentences.lane_by_columns(lane.told, bins.unit, lane.vague)
        scale = strip.columns[0], f"{top_of(lane):,}"
    elif strip.packing.left_out:
        words = timeline_sentences.more_in_lane(lane.told, len(strip.packing.left_out))
    if lane.scattered and not (lane.folded or narrow):
        words = (*words, timeline_sentences.scattered(lane.scattered))
    return Head(lane.key, lane.title, words, strip.top, strip.height, scale, lane.folded)
