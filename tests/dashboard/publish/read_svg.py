"""An SVG file read back: its words with where they stand, as a judge who trusts no drawing code."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.figures.text_widths import text_width

SVG = "{http://www.w3.org/2000/svg}"
_MOVE = re.compile(r"(scale|translate)\(([^)]*)\)")


@dataclass(frozen=True)
class Words:
    text: str
    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Words) -> bool:
        slack = 1.0
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > slack and down > slack


def root_of(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314 - a file of our own


def words_of(svg: str) -> list[Words]:
    return list(_walk(root_of(svg), 1.0, 0.0, 0.0))


def _walk(node: ET.Element, scale: float, x: float, y: float) -> Iterator[Words]:
    for kind, told in _MOVE.findall(node.get("transform") or ""):
        numbers = [float(one) for one in told.replace(",", " ").split()]
        if kind == "scale":
            scale *= numbers[0]
        else:
            x, y = x + numbers[0] * scale, y + numbers[1] * scale
    if node.tag == f"{SVG}text":
        yield _box(node, scale, x, y)
        return
    for child in node:
        yield from _walk(child, scale, x, y)


def _box(node: ET.Element, scale: float, x: float, y: float) -> Words:
    size = float(node.get("font-size") or 12)
    wide = _width(node.text or "", size, node)
    for span in node:
        wide += _width(span.text or "", float(span.get("font-size") or size), span)
    left = float(node.get("x") or 0) - wide * {"middle": 0.5, "end": 1.0}.get(
        node.get("text-anchor") or "", 0
    )
    base = float(node.get("y") or 0)
    # From the height of capitals to the line: descenders may reach between the lines below.
    return Words(
        "".join(node.itertext()),
        x + left * scale,
        y + (base - 0.73 * size) * scale,
        x + (left + wide) * scale,
        y + base * scale,
    )


def _width(text: str, size: float, node: ET.Element) -> float:
    return text_width(text, size) * (1.06 if node.get("font-weight") == "600" else 1)
