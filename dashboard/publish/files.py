"""Anything that can be taken away, by what it shows and the ending of its name.

`timeline.svg`, `map.png`, `topics.pdf`; `events.csv`, `events.json`, `events.metadata.json`, `events.zip`,
`events.txt` (a citation), `events.bib`, `events.csl.json`. Addresses and the command ask here, so that they
agree.
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
from dashboard.publish.views import PICTURED, Opened, describe, open_view
from dashboard.sentences import alternatives
from data_model import DatelineError

PICTURE_FORMS = {"svg": "image/svg+xml", "png": "image/png", "pdf": "application/pdf"}
DATA_FORMS = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "metadata.json": "application/json",
    "txt": "text/plain; charset=utf-8",
    "bib": "text/plain; charset=utf-8",
    "csl.json": "application/vnd.citationstyles.csl+json",
    "zip": "application/zip",
}
EVENTS = "events"
# What of an address is said of the picture, not of the view.
SETTINGS = ("preset", "theme", "scale", "clear", "title", "note")
LONGEST_WORDS, MOST_DENSITY = 200, 4


class NotPublishable(DatelineError):
    """What is asked for cannot be made, and why."""


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
    return Options(preset, theme, clear, title, note), density


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
    view = {name: text for name, text in query.items() if name not in SETTINGS}
    opened, complaints = open_view(asked, view, home)
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
        told = {"Title": title, "Subject": text, "Keywords": citation.cite_long(facts), "Creator": facts.tool}
        return write_pdf(svg, told)
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
    if form == "zip":
        return data.write_archive(opened, _pictures(opened), links)
    rows = data.read_rows(opened, links)
    return data.write_json(opened, rows) if form == "json" else write_csv(rows).encode()


def _pictures(opened: Opened) -> dict[str, bytes]:
    if not opened.looked.view.counts.events:
        return {}
    return {f"{chart}.svg": draw_picture(opened, chart, Options()).encode() for chart in PICTURED}
