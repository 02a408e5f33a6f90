"""The timeline from afar: where events crowd, one strip a lane, with the weightiest ones named."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from math import sqrt
from typing import Any

from dashboard import sentences
from dashboard.figures import marks
from dashboard.figures.lane_frame import NARROW, lane_layout, plot_width
from dashboard.figures.lanes import Lane
from dashboard.figures.packing import LEFT, Item, label_box, pack_lane
from dashboard.figures.text_widths import fit_text, text_width
from dashboard.figures.time_axis import Window
from dashboard.figures.timeline import LABEL_SIZE, Dot
from dashboard.theme import Theme, colour_stops

BINS = 240
STRIP, NAMED_ROW, PAD, NARROW_HEAD = 20.0, 22.0, 8.0, 24.0
PARTS = 8  # the weightiest event of each eighth of the window is named
NAMED_ROWS = 2


def draw_density(
    dots: Sequence[Dot], lanes: Sequence[Lane], window: Window, width: float, theme: Theme
) -> dict[str, Any]:
    """Counts of events per lane and bin as a heatmap, and up to eight names a lane."""
    _, plot = plot_width(width)
    head = NARROW_HEAD if width < NARROW else 0.0
    height = head + 2 * PAD + STRIP + NAMED_ROWS * NAMED_ROW
    edges: list[float] = [0.0]
    rows: list[list[float | None]] = []
    counts: list[list[int]] = []
    named: list[tuple[Dot, float, Item, str, str]] = []
    for number, lane in enumerate(lanes):
        top = number * height
        named += _named(lane, dots, window, plot, top + head + PAD)
        found = _count(lane, dots, window)
        edges += [top + height - PAD - STRIP, top + height - PAD]
        rows += [[None] * BINS, [sqrt(n) if n else None for n in found]]
        counts += [[0] * BINS, found]
    total = len(lanes) * height
    heads = [
        (lane.title, sentences.counted(len(lane.events), "event"), number * height, height)
        for number, lane in enumerate(lanes)
    ]
    start, stop = window.range
    step = (stop - start) / BINS
    told = [
        [
            ["", sentences.counted(n, "event"), "", str(start + i * step), str(start + (i + 1) * step)]
            for i, n in enumerate(row)
        ]
        for row in counts
    ]
    heat = {
        "type": "heatmap",
        "name": "density",
        "x": [start + i * step for i in range(BINS + 1)],
        "y": edges,
        "z": rows,
        "customdata": told,
        "colorscale": colour_stops(theme.scale),
        "zmin": 0,
        "showscale": False,
        "hoverinfo": "none",
        "hoverongaps": False,
    }
    data = [heat, *_named_traces(named, window, plot, theme)]
    return {"data": data, "layout": lane_layout(heads, window, width, theme, total)}


def _count(lane: Lane, dots: Sequence[Dot], window: Window) -> list[int]:
    start, stop = window.range
    counts = [0] * BINS
    for number in lane.events:
        middle = (dots[number].start + dots[number].stop) / 2
        if start <= middle < stop:
            counts[int((middle - start) / (stop - start) * BINS)] += 1
    return counts


def _named(
    lane: Lane, dots: Sequence[Dot], window: Window, plot: float, top: float
) -> list[tuple[Dot, float, Item, str, str]]:
    start, stop = window.range
    best: dict[int, Dot] = {}
    for number in lane.events:
        dot = dots[number]
        part = int(((dot.start + dot.stop) / 2 - start) / (stop - start) * PARTS)
        if 0 <= part < PARTS and (part not in best or dot.weight > best[part].weight):
            best[part] = dot
    items, words = [], []
    chosen = list(best.values())
    for dot in chosen:
        middle = ((dot.start + dot.stop) / 2 - start) / (stop - start) * plot
        words.append(fit_text(dot.title, LABEL_SIZE, plot / 4))
        reach = dot.size / 2 + 1
        items.append(
            Item(
                middle - reach,
                middle + reach,
                middle,
                reach,
                text_width(words[-1], LABEL_SIZE) + 2,
                dot.weight,
            )
        )
    packing = pack_lane(items, plot, label_rows=NAMED_ROWS, rows=NAMED_ROWS)
    return [
        (
            chosen[p.item],
            top + (p.row + 0.5) * NAMED_ROW,
            items[p.item],
            words[p.item] if p.side else "",
            p.side,
        )
        for p in packing.places
    ]


def _named_traces(
    named: Sequence[tuple[Dot, float, Item, str, str]], window: Window, plot: float, theme: Theme
) -> list[dict[str, Any]]:
    start, stop = window.range
    scale = (stop - start) / plot
    drawn = [marks.draw_mark(d.shape, d.group, theme.hue(d.family), d.size, theme) for d, *_ in named]
    told = [[d.id, d.title, d.when, *d.facts] for d, *_ in named]
    symbols = {
        "type": "scatter",
        "mode": "markers",
        "name": "events",
        "x": [(d.start + d.stop) / 2 for d, *_ in named],
        "y": [y for _, y, _, _, _ in named],
        "customdata": told,
        "hoverinfo": "none",
        "marker": {
            "symbol": [mark.symbol for mark in drawn],
            "color": [mark.fill for mark in drawn],
            "size": [mark.size for mark in drawn],
            "opacity": 1,
            "line": {"color": [m.stroke for m in drawn], "width": [m.stroke_width for m in drawn]},
        },
    }
    boxes = [label_box(item, side) for _, _, item, _, side in named]
    texts = {
        "type": "scatter",
        "mode": "text",
        "name": "labels",
        "x": [
            start + (b[1] if s == LEFT else b[0]) * scale
            for b, (_, _, _, _, s) in zip(boxes, named, strict=True)
        ],
        "y": [y for _, y, _, _, _ in named],
        "text": [escape(words, quote=False) for _, _, _, words, _ in named],
        "textposition": ["middle left" if s == LEFT else "middle right" for _, _, _, _, s in named],
        "textfont": {"size": LABEL_SIZE, "color": theme.ink},
        "customdata": told,
        "hoverinfo": "none",
    }
    return [symbols, texts]
