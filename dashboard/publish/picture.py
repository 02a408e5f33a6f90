"""A whole picture: title, chart, and the words that let it stand alone, fitted into a size."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from dashboard import file_labels, ids
from dashboard.publish.atlas import draw_atlas
from dashboard.publish.fitting import fit_chart
from dashboard.publish.fonts import font_rules
from dashboard.publish.markup import Value, element, number, words
from dashboard.publish.plane import draw_plane
from dashboard.publish.presets import MARGIN, PRESETS
from dashboard.publish.sheet import Line, Options, foot_height, stated
from dashboard.publish.texts import Run, draw_line
from dashboard.publish.views import NotPublishable, Opened, describe
from dashboard.theme import FONT, Theme, theme_named

ABOVE_CHART = 0.35  # of the room a chart leaves is above it


def draw_picture(opened: Opened, chart: str, options: Options) -> str:
    """A chart of a view as an SVG file; the same view gives the same bytes.

    Args:
        opened: The view.
        chart: Which: timeline, map or topics.
        options: Its size and looks.

    Raises:
        NotPublishable: If it has a label for what has no mark.
    """
    preset, theme = PRESETS[options.preset], theme_named(options.theme)
    opened = replace(opened, labels=dict(options.labels), frame=options.frame)
    scale, sheet, figure = fit_chart(opened, chart, options, preset, theme)
    width = sheet.width - 2 * MARGIN
    high = float(figure["layout"]["height"])
    down = sheet.top + max(0.0, (sheet.room - high) * ABOVE_CHART if sheet.room else 0.0)
    check_labels(opened, chart, figure)
    body = element(
        "g",
        {"class": f"chart {chart}", "transform": f"translate({number(MARGIN)} {number(down)})"},
        _draw_marks(figure, width, theme, chart),
    )
    rule_at = sheet.height - foot_height(len(sheet.foot))
    rule = element(
        "path",
        {"d": f"M{number(MARGIN)} {number(rule_at)}H{number(sheet.width - MARGIN)}", "stroke": theme.line},
    )
    inner = element(
        "g",
        {"transform": f"scale({scale:g})" if scale != 1 else None},
        *map(_draw, sheet.head),
        body,
        rule if sheet.foot else "",
        *map(_draw, sheet.foot),
    )
    return _file(opened, chart, options, (sheet.width * scale, sheet.height * scale), inner)


def check_labels(opened: Opened, chart: str, figure: Mapping[str, Any]) -> None:
    """See that every label of the reader's own is in a figure.

    Raises:
        NotPublishable: If one is not.
    """
    if chart != ids.TIMELINE or not opened.labels:
        return
    shown = {told[0] for trace in figure["data"] if trace["name"] == "labels" for told in trace["customdata"]}
    if missing := [words for key, words in opened.labels.items() if key not in shown]:
        raise NotPublishable(file_labels.NO_LABEL.format(labels=", ".join(f"“{one}”" for one in missing)))


def draw_chart(chart: str, figure: Mapping[str, Any], width: float, theme: Theme, told: str) -> str:
    """A chart alone, without the words round it, as an SVG within a page that has the letters.

    Args:
        chart: Which: timeline, map or topics.
        figure: The chart as the page hands it to plotly.
        width: How wide it is, in pixels.
        theme: Light or dark.
        told: Its alternative text.
    """
    height = float(figure["layout"]["height"])
    root: dict[str, Value] = {
        "xmlns": "http://www.w3.org/2000/svg",
        "width": width,
        "height": height,
        "viewBox": f"0 0 {number(width)} {number(height)}",
        "role": "img",
        "aria-label": told,
        "font-family": FONT,
    }
    return element("svg", root, _draw_marks(figure, width, theme, chart))


def _draw_marks(figure: Mapping[str, Any], width: float, theme: Theme, chart: str) -> str:
    draw = draw_atlas if chart == ids.MAP else draw_plane
    return draw(figure, width, theme.card, chart)


def _file(opened: Opened, chart: str, options: Options, size: tuple[float, float], inner: str) -> str:
    """The SVG with what it says of itself to those who do not see it."""
    width, height = round(size[0]), round(size[1])
    theme = theme_named(options.theme)
    ground = element("rect", {"width": width, "height": height, "fill": theme.card})
    facts = opened.facts
    root: dict[str, Value] = {
        "xmlns": "http://www.w3.org/2000/svg",
        "width": width,
        "height": height,
        "viewBox": f"0 0 {width} {height}",
        "role": "img",
        "aria-labelledby": "title desc",
        "font-family": FONT,
        "lang": "en",
    }
    style = element("style", {}, font_rules(inner))
    told = element("metadata", {}, words("\n".join(stated(facts, chart, len(facts.sources)))))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        + element(
            "svg",
            root,
            element("title", {"id": "title"}, words(options.title or facts.title)),
            element("desc", {"id": "desc"}, words(describe(opened, chart))),
            told,
            style,
            "" if options.clear else ground,
            inner,
        )
        + "\n"
    )


def _draw(line: Line) -> str:
    drawn = draw_line(MARGIN, line.y, "start", [Run(line.text, line.look)])
    return element("g", {"font-family": line.family}, drawn) if line.family else drawn
