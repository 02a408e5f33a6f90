"""One chart of a view as a slim page that other pages may show in a frame: our drawing, no plotly.

It loads letters, looks and a script of a few lines from here, nothing else. The script draws the chart for the
width the frame has, opens the page where a mark is chosen, and tells the page around it how high it is:
`{"datelineHeight": 412}` by `postMessage`. Without a script it is a picture with its words.
"""

# ruff: noqa: E501 - the template is HTML
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from jinja2 import Environment, Template
from markupsafe import Markup

from dashboard import file_labels, ids, labels
from dashboard.callbacks.asked import Asked
from dashboard.days_in_words import date_in_words
from dashboard.figures.lanes import Room
from dashboard.publish.facts import sources_in_words
from dashboard.publish.files import read_options, view_of
from dashboard.publish.markup import words
from dashboard.publish.picture import check_labels, draw_chart
from dashboard.publish.sheet import said_of
from dashboard.publish.views import NotPublishable, Opened, describe, open_view
from dashboard.selection import write_search
from dashboard.theme import theme_named

PLAIN_WIDTH = 720.0  # pixels
# A frame is looked at among other things: its lanes are lower than those of the page.
FRAME = Room(together=560.0, lowest=60.0, highest=220.0, lanes=8, named=1)
MOST_SOURCES, MOST_LISTED = 4, 60
# What a mark of a chart stands for, as a setting of the page.
OPENS = {ids.TIMELINE: "event", ids.MAP: "country"}

_TEMPLATE = """<!DOCTYPE html>
<html lang="en"{% if dark %} class="dark"{% endif %}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ title }}</title>
<link rel="icon" href="{{ assets }}favicon.ico">
<link rel="stylesheet" href="{{ assets }}10-fonts.css">
<link rel="stylesheet" href="{{ assets }}60-embed.css">
<script src="{{ assets }}60-embed.js" defer></script>
</head>
<body>
<main>
<p class="kind">{{ kind }}</p>
<h1>{{ title }}</h1>
{% if note %}<p class="note">{{ note }}</p>
{% endif -%}
<div id="chart" data-width="{{ width }}"{% if opens %} data-opens="{{ opens }}"{% endif %}>{{ chart }}</div>
{% for line in said %}<p class="said">{{ line }}</p>
{% endfor -%}
{% if events %}<details><summary>{{ listed }}</summary>
<ol>
{% for when, name, address in events %}<li><span>{{ when }}</span> <a href="{{ address }}" target="_blank" rel="noopener">{{ name }}</a></li>
{% endfor %}</ol></details>
{% endif -%}
<footer>
<p>{{ stated }}</p>
<p>{{ sources }}</p>
{% if boundaries %}<p>{{ boundaries }}</p>
{% endif -%}
<p><a href="{{ view }}" target="_blank" rel="noopener">{{ words.OPEN_VIEW }}</a> · {{ tool }} · {{ version }}</p>
</footer>
</main>
</body>
</html>
"""


@cache
def _template() -> Template:
    return Environment(autoescape=True, keep_trailing_newline=True).from_string(_TEMPLATE)


def write_embed(asked: Asked, chart: str, query: Mapping[str, str], home: str = "") -> str:
    """The page of a chart.

    Args:
        asked: Whom the page asks.
        chart: Which: timeline, map or topics.
        query: The settings of its address: those of the view, theme, title, note, and the width of the chart.
        home: The address of the page, "" where nobody but its reader can open it.

    Raises:
        NotPublishable: If the view was not understood.
        StoreError: If the store cannot be read.
    """
    options, _ = read_options(query)
    width = options.width or PLAIN_WIDTH
    opened, complaints = open_view(asked, view_of(query), home)
    if complaints:
        raise NotPublishable(" ".join(complaints))
    opened = replace(opened, labels=dict(options.labels), frame=options.frame)
    facts, theme = opened.facts, theme_named(options.theme)
    place = asked.config.prefix
    drawn = ""
    if opened.looked.view.counts.events:
        figure = opened.figure(chart, width, theme, FRAME)
        check_labels(opened, chart, figure)
        drawn = draw_chart(chart, figure, width, theme, describe(opened, chart))
    return _template().render(
        dark=options.theme == "dark",
        assets=f"{place}assets/",
        kind=file_labels.CHART_TITLES[chart],
        title=options.title or facts.title,
        note=options.note,
        width=width,
        opens=_opens(opened, chart),
        chart=Markup(drawn or f"<p>{words(labels.NO_RESULT)}</p>"),  # noqa: S704 - our own drawing
        said=said_of(facts, chart) if drawn else [],
        events=_listed(opened) if drawn else [],
        listed=file_labels.FIRST_EVENTS if _many(opened) else file_labels.ITS_EVENTS,
        stated=" · ".join(filter(None, (facts.filters, facts.counted, facts.when, facts.counts))),
        sources=sources_in_words(facts.sources, MOST_SOURCES),
        boundaries=facts.boundaries if chart == ids.MAP else "",
        view=f"{place}{facts.query}",
        tool=facts.tool,
        version=file_labels.DATA_VERSION.format(version=facts.version),
        words=file_labels,
    )


def _opens(opened: Opened, chart: str) -> str:
    """The address of the page to which the key of a mark is added; "" where marks stand for nothing."""
    if chart not in OPENS:
        return ""
    query = opened.facts.query
    return f"{opened.asked.config.prefix}{query}{'&' if query else '?'}{OPENS[chart]}="


def _many(opened: Opened) -> bool:
    return opened.looked.view.counts.events > MOST_LISTED


def _listed(opened: Opened) -> list[tuple[str, str, str]]:
    """The events as a list, for who cannot point at marks: day in words, title, address."""
    rows = opened.looked.view.page(opened.selection.sort, 0, MOST_LISTED)
    place = opened.asked.config.prefix
    return [
        (
            date_in_words(str(row["edtf"])),
            str(row["title"]),
            place + write_search(replace(opened.selection, event=str(row["id"]))),
        )
        for row in rows
    ]
