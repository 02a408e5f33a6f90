"""Anything that can be taken away, by what it shows and the ending of its name.

`timeline.svg`, `map.png`, `topics.pdf`; `events.csv`, `events.json`, `events.metadata.json`, `events.zip`,
`events.txt` (a citation), `events.bib`, `events.csl.json`, `events.cite.json` (all of them). Addresses and
the command ask here, so that they agree.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import orjson

from dashboard import file_labels
from dashboard.callbacks.asked import Asked
from dashboard.csv_table import write_csv
from dashboard.publish import citation, data
from dashboard.publish.picture import draw_picture
from dashboard.publish.presets import PRESETS, THEMES
from dashboard.publish.raster import write_pdf, write_png
from dashboard.publish.sheet import Options
from dashboard.publish.views import PICTURED, NotPublishable, Opened, describe, open_view
from dashboard.sentences import alternatives

PICTURE_FORMS = {"svg": "image/svg+xml", "png": "image/png", "pdf": "application/pdf"}
DATA_FORMS = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "metadata.json": "application/json",
    "txt": "text/plain; charset=utf-8",
    "bib": "text/plain; charset=utf-8",
    "csl.json": "application/vnd.citationstyles.csl+json",
    "cite.json": "application/json",
    "zip": "application/zip",
}
EVENTS = "events"
# What of an address is said of the picture, not of the view.
SETTINGS = ("preset", "theme", "scale", "clear", "title", "note", "width", "frame", "label")
LONGEST_WORDS, MOST_DENSITY = 200, 4
LONGEST_LABEL, MOST_LABELS = 60, 20
NARROWEST, WIDEST = 260, 4000
MOST_ZOOM = 100.0


@dataclass(frozen=True, slots=True)
class File:
    """A file that was made: its name, what it is, and its bytes."""

    name: str
    kind: str
    data: bytes


def read_options(settings: Mapping[str, str]) -> tuple[Options, float]:
    """How a picture is to be made, and how dense a PNG of it is.

    Raises:
        NotPublishable: If a setting makes no sense.
    """
    preset = _one_of("preset", settings.get("preset") or "page", PRESETS)
    theme = _one_of("theme", settings.get("theme") or "light", THEMES)
    told = settings.get("scale") or ""
    try:
        density = float(told or PRESETS[preset].density)
    except ValueError:
        density = 0.0
    if not 1 <= density <= MOST_DENSITY:
        raise NotPublishable(file_labels.BAD_DENSITY.format(value=told))
    title, note = (" ".join((settings.get(name) or "").split())[:LONGEST_WORDS] for name in ("title", "note"))
    clear = _one_of("clear", settings.get("clear") or "0", ("0", "1")) == "1"
    labels, frame = _read_labels(settings.get("label") or ""), _read_frame(settings.get("frame") or "")
    width = _read_width(settings.get("width") or "")
    return Options(preset, theme, clear, title, note, width=width, labels=labels, frame=frame), density


def _read_width(told: str) -> float:
    """How wide a chart is, in pixels; 0 where nothing is told."""
    if not told:
        return 0.0
    if not (told.isascii() and told.isdecimal() and NARROWEST <= int(told[:9]) <= WIDEST):
        raise NotPublishable(file_labels.BAD_WIDTH.format(least=NARROWEST, most=WIDEST, value=told[:40]))
    return float(told)


def _read_labels(told: str) -> tuple[tuple[str, str], ...]:
    """The labels of events: a line each, the key of the event before its words."""
    lines = [line.split(None, 1) for line in told.split("\n") if line.strip()]
    if len(lines) > MOST_LABELS or not all(len(line) == 2 for line in lines):  # noqa: PLR2004 - key and words
        raise NotPublishable(file_labels.BAD_LABEL.format(most=MOST_LABELS))
    return tuple((key, " ".join(words.split())[:LONGEST_LABEL]) for key, words in lines)


def _read_frame(told: str) -> tuple[float, float, float] | None:
    """What a map shows: `2.5,37.6,55.75`; None where nothing is told."""
    if not told:
        return None
    try:
        zoom, longitude, latitude = (float(one) for one in told.split(","))
    except ValueError:
        zoom = longitude = latitude = float("nan")
    if not (1 / MOST_ZOOM <= zoom <= MOST_ZOOM and abs(longitude) <= 360 and abs(latitude) <= 90):  # noqa: PLR2004
        raise NotPublishable(file_labels.BAD_FRAME.format(value=told[:40]))
    return zoom, longitude, latitude


def view_of(query: Mapping[str, str]) -> dict[str, str]:
    """What of an address is said of the view."""
    return {name: text for name, text in query.items() if name not in SETTINGS}


def _one_of(what: str, value: str, choices: Mapping[str, object] | tuple[str, ...]) -> str:
    if value not in choices:
        told = file_labels.NO_CHOICE.format(what=what, choices=alternatives(choices), value=value[:40])
        raise NotPublishable(told)
    return value


def make_file(
    asked: Asked,
    what: str,
    form: str,
    query: Mapping[str, str],
    *,
    home: str = "",
    links: str = "",
) -> File:
    """A file of a view.

    Args:
        asked: Whom the page asks.
        what: timeline, map, topics, or events for data.
        form: The ending of its name.
        query: The settings of the address: those of the view, and those of `SETTINGS`.
        home: The address of the page, "" where nobody but its reader can open it.
        links: Where the links of events lead in that case.

    Raises:
        NotPublishable: If there is no such file, or the view holds nothing or was not understood.
        StoreError: If the store cannot be read.
    """
    forms = DATA_FORMS if what == EVENTS else PICTURE_FORMS
    if what not in (*PICTURED, EVENTS) or form not in forms:
        told = file_labels.NO_FORM.format(what=what[:40], form=form[:40], forms=alternatives(forms))
        raise NotPublishable(told)
    options, density = read_options(query)
    opened, complaints = open_view(asked, view_of(query), home)
    if complaints:
        raise NotPublishable(" ".join(complaints))
    stem = citation.file_stem(what, opened.facts.query)
    if what == EVENTS:
        return File(f"{stem}.{form}", forms[form], _write_data(opened, form, links))
    if not opened.looked.view.counts.events:
        raise NotPublishable(file_labels.NO_EVENTS)
    return File(f"{stem}.{form}", forms[form], _write_picture(opened, what, form, options, density))


def _write_picture(opened: Opened, chart: str, form: str, options: Options, density: float) -> bytes:
    svg = draw_picture(opened, chart, options)
    facts = opened.facts
    title, text = options.title or facts.title, describe(opened, chart)
    if form == "png":
        told = {
            "Title": title,
            "Description": text,
            "Source": citation.cite_long(facts),
            "Software": facts.tool,
        }
        return write_png(svg, density, told)
    if form == "pdf":
        told = {
            "Title": title,
            "Author": citation.AUTHOR,
            "Subject": text,
            "Keywords": citation.cite_long(facts),
            "Creator": facts.tool,
        }
        return write_pdf(svg, told, text)
    return svg.encode()


def _write_data(opened: Opened, form: str, links: str) -> bytes:
    if form == "metadata.json":
        return data.write_metadata(opened)
    if form == "txt":
        return f"{citation.cite_long(opened.facts)}\n".encode()
    if form == "bib":
        return citation.cite_bibtex(opened.facts).encode()
    if form == "csl.json":
        return orjson.dumps(citation.cite_csl(opened.facts), option=orjson.OPT_INDENT_2) + b"\n"
    if form == "cite.json":
        return orjson.dumps(citation.cite_all(opened.facts))
    if form == "zip":
        return data.write_archive(opened, _pictures(opened), links)
    rows = data.read_rows(opened, links)
    return data.write_json(opened, rows) if form == "json" else write_csv(rows).encode()


def _pictures(opened: Opened) -> dict[str, bytes]:
    if not opened.looked.view.counts.events:
        return {}
    return {f"{chart}.svg": draw_picture(opened, chart, Options()).encode() for chart in PICTURED}
