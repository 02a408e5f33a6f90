"""How a chart fits a size: how large its letters are, how many lanes it has, how high they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from dashboard import ids
from dashboard.figures.lane_frame import AXIS
from dashboard.figures.lanes import PAGE, Room
from dashboard.figures.topics_over_time import BAR_ROW, FOOT, MOST_TOPICS, ROW
from dashboard.publish.presets import MARGIN, Preset
from dashboard.publish.sheet import Options, Sheet, lay_out, moved
from dashboard.publish.views import WIDTHS, Opened
from dashboard.theme import Theme

LEAST_ROW = 15.0  # pixels a row of topics needs for its name
FEWEST_LANES, LOWEST_LANE = 2, 24.0
SHARES = (4.0, 2.8, 2.0, 1.5, 1.2)  # of its part of the room a lane may take: others need less than theirs
STRETCH = 1.12  # so much farther apart may rows stand to fill the room
CHART_SHARE = 0.68  # of a picture is its chart


def fit_chart(
    opened: Opened, chart: str, options: Options, preset: Preset, theme: Theme
) -> tuple[float, Sheet, dict[str, Any]]:
    """The scale of a picture, what stands round its chart, and the chart."""
    if not preset.width:
        own = options.width or WIDTHS[chart]
        width = own + 2 * MARGIN
        figure = opened.figure(chart, own, theme)
        high = float(figure["layout"]["height"])
        sheet = lay_out(opened.facts, chart, options, (width, 0.0), theme)
        return 1.0, replace(sheet, height=sheet.height + high, foot=moved(sheet.foot, high)), figure
    sheets = [
        (scale, lay_out(opened.facts, chart, options, (preset.width / scale, preset.height / scale), theme))
        for scale in preset.scales
    ]
    if chart == ids.TIMELINE:
        return _fit_lanes(opened, sheets, theme)
    topics = min(len(opened.looked.view.by_topic()), MOST_TOPICS)
    row = BAR_ROW if opened.selection.drawn == "bars" else ROW
    spacious = [
        one
        for one in sheets
        if one[1].room >= (topics * row + FOOT if chart == ids.TOPICS else CHART_SHARE * one[1].height)
    ]
    scale, sheet = (spacious or sheets[-1:])[0]
    figure = opened.figure(chart, sheet.width - 2 * MARGIN, theme)
    return scale, sheet, _stretched(figure, sheet.room, chart)


def _fit_lanes(
    opened: Opened, sheets: Sequence[tuple[float, Sheet]], theme: Theme
) -> tuple[float, Sheet, dict[str, Any]]:
    """The timeline: as many lanes as fit in the smallest letters, then larger letters, then high lanes."""

    def draw(sheet: Sheet, lanes: int, share: float) -> dict[str, Any]:
        each = max(((sheet.room - AXIS) / (lanes + 2) - 20) * share, LOWEST_LANE)
        room = Room(each * (lanes + 2), each, max(each, PAGE.highest), lanes, 1)
        return opened.figure(ids.TIMELINE, sheet.width - 2 * MARGIN, theme, room)

    scale, sheet = sheets[-1]
    lanes = PAGE.lanes
    figure = draw(sheet, lanes, 1)
    while (high := figure["layout"]["height"]) > sheet.room and lanes > FEWEST_LANES:
        lanes = max(FEWEST_LANES, min(lanes - 1, int(lanes * sheet.room / high)))
        figure = draw(sheet, lanes, 1)
    for larger, wider in sheets[:-1]:
        if (found := draw(wider, lanes, 1))["layout"]["height"] <= wider.room:
            scale, sheet, figure = larger, wider, found
            break
    for share in SHARES:
        if (found := draw(sheet, lanes, share))["layout"]["height"] <= sheet.room:
            figure = found
            break
    high = min(sheet.room, figure["layout"]["height"] * STRETCH)
    return (
        scale,
        sheet,
        figure | {"layout": figure["layout"] | {"height": max(high, figure["layout"]["height"])}},
    )


def _stretched(figure: dict[str, Any], height: float, chart: str) -> dict[str, Any]:
    """A map or grid as high as its room; a grid no lower than its words need."""
    layout, margin = figure["layout"], figure["layout"]["margin"]
    around = margin["t"] + margin["b"]
    before = layout["height"] - around
    if chart == ids.TOPICS:
        rows = len(dict.fromkeys(row[0] for row in layout.get("meta", {}).get("rows", ())))
        height = max(height, rows * LEAST_ROW + around) if rows else layout["height"]
    share = before / max(height - around, 1.0)
    data = [
        trace
        | {"colorbar": trace["colorbar"] | {"y": trace["colorbar"]["y"] * share}}
        | {"ygap": trace.get("ygap", 0) / share}
        if trace.get("showscale")
        else trace
        for trace in figure["data"]
    ]
    return {"data": data, "layout": layout | {"height": height}}
