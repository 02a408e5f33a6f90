"""Words in a figure: the few tags plotly knows in them become spans of ours, everything else is text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from html import unescape
from itertools import groupby

from dashboard.figures.text_widths import has_width, text_width
from dashboard.publish.markup import Value, element, words

OTHERS = "sans-serif"  # for letters the page's font lacks
LINE = 1.3  # of the size of the letters, as plotly sets lines
BOLD, BOLDER = 600, 1.06  # weight, and how much wider such letters are
_TAG = re.compile(r"<(/?)(b|span|br)\b([^>]*)>", re.IGNORECASE)
_COLOUR = re.compile(r"color:\s*(#[0-9a-fA-F]{6})")
_SIZE = re.compile(r"font-size:\s*([\d.]+)px")


@dataclass(frozen=True, slots=True)
class Look:
    """How letters look: their size in pixels, colour and weight."""

    size: float
    colour: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look."""

    text: str
    look: Look

    @property
    def width(self) -> float:
        """How wide they are, in pixels."""
        return text_width(self.text, self.look.size) * (BOLDER if self.look.bold else 1)


def read_runs(text: str, look: Look) -> list[list[Run]]:
    """The lines of a text with plotly's tags, each as its runs."""
    lines: list[list[Run]] = [[]]
    looks = [look]
    begin = 0
    for tag in [*_TAG.finditer(text), None]:
        told = unescape(text[begin : tag.start() if tag else len(text)])
        if told:
            lines[-1].append(Run(told, looks[-1]))
        if tag is None:
            break
        begin = tag.end()
        name = tag[2].lower()
        if name == "br":
            lines.append([])
        elif tag[1]:
            looks = looks[:-1] or [look]
        else:
            looks.append(replace(looks[-1], bold=True) if name == "b" else _styled(looks[-1], tag[3]))
    return lines


def _styled(look: Look, style: str) -> Look:
    colour, size = _COLOUR.search(style), _SIZE.search(style)
    return replace(
        look, colour=colour[1] if colour else look.colour, size=float(size[1]) if size else look.size
    )


def draw_line(x: float, y: float, anchor: str, runs: list[Run], halo: str = "") -> str:
    """One line of words as one text element.

    Args:
        x: Where it begins, is centred or ends, by `anchor`: start · middle · end.
        y: The line the letters stand on.
        anchor: Likewise.
        runs: Its words.
        halo: The colour of the ground that is drawn round the letters, "" for none.
    """
    if not all(has_width(letter) for run in runs for letter in run.text):
        return _draw_mixed(x, y, anchor, runs, halo)
    return _draw_text(x, y, anchor, runs, halo, "")


def _draw_mixed(x: float, y: float, anchor: str, runs: list[Run], halo: str) -> str:
    """A line with letters the page's font lacks: they stand apart, else the whole line took their font."""
    at = x - sum(run.width for run in runs) * {"start": 0.0, "middle": 0.5, "end": 1.0}[anchor]
    parts = []
    for run in runs:
        for own, letters in groupby(run.text, has_width):
            part = Run("".join(letters), run.look)
            lead = Run(part.text[: len(part.text) - len(part.text.lstrip())], run.look).width
            if told := part.text.strip():
                shown = [Run(told, run.look)]
                parts.append(_draw_text(at + lead, y, "start", shown, halo, "" if own else OTHERS))
            at += part.width
    return "".join(parts)


def _draw_text(x: float, y: float, anchor: str, runs: list[Run], halo: str, family: str) -> str:
    if not runs:
        return ""
    first = runs[0].look
    place: dict[str, Value] = {
        "x": x,
        "y": y,
        "text-anchor": None if anchor == "start" else anchor,
        "font-family": family or None,
        **_look_of(first),
    }
    if halo:
        place |= {"stroke": halo, "stroke-width": 3.5, "stroke-linejoin": "round", "paint-order": "stroke"}
    inner = [words(runs[0].text)]
    inner += [element("tspan", _difference(run.look, first), words(run.text)) for run in runs[1:]]
    if len(runs) > 1:
        place["xml:space"] = "preserve"
    return element("text", place, *inner)


def _look_of(look: Look) -> dict[str, Value]:
    return {"font-size": look.size, "fill": look.colour, "font-weight": BOLD if look.bold else None}


def _difference(look: Look, first: Look) -> dict[str, Value]:
    told = _look_of(look)
    return told | {"font-weight": BOLD if look.bold else (400 if first.bold else None)}


def draw_block(x: float, y: float, anchor: str, lines: list[list[Run]], size: float) -> str:
    """Lines of words one below the other, their block centred on a height."""
    first = y - (len(lines) - 1) / 2 * size * LINE
    return "".join(
        draw_line(x, first + place * size * LINE + size * 0.35, anchor, runs)
        for place, runs in enumerate(lines)
    )
