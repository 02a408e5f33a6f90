"""The page's letters for files: inside an SVG as the page has them, and as whole fonts for a rasteriser.

`*.ttf` are the page's own Inter (regular, semibold) and Source Serif 4 (semibold), SIL Open Font License 1.1
(`assets/fonts/*.OFL.txt`): `assets_build/picture_fonts.py` joined their parts, because a rasteriser knows no
web fonts that vary in weight.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Mapping
from functools import cache
from html import unescape
from pathlib import Path

FOLDER = Path(__file__).parent
_ASSETS = Path(__file__).parents[2] / "assets"
_FACE = re.compile(r"@font-face \{(.*?)\}", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


@cache
def _faces() -> tuple[tuple[str, str, tuple[tuple[int, int], ...], Mapping[str, str]], ...]:
    """Family, file, what letters it holds, and its rule, of each part of the page's fonts."""
    faces = []
    for face in _FACE.findall((_ASSETS / "10-fonts.css").read_text("utf-8")):
        told = dict(line.strip().split(": ", 1) for line in face.split(";") if ": " in line)
        file = told["src"].split('"')[1]
        ranges = tuple(_range(part) for part in told["unicode-range"].split(","))
        faces.append((told["font-family"].strip('"'), file, ranges, told))
    return tuple(faces)


def _range(part: str) -> tuple[int, int]:
    first, _, last = part.strip().removeprefix("U+").partition("-")
    return int(first, 16), int(last or first, 16)


@cache
def _rule(file: str) -> str:
    told = next(told for _, name, _, told in _faces() if name == file)
    data = b64encode((_ASSETS / file).read_bytes()).decode("ascii")
    return (
        f"@font-face{{font-family:{told['font-family']};font-weight:{told['font-weight']};"
        f"src:url(data:font/woff2;base64,{data}) format('woff2');"
        f"unicode-range:{told['unicode-range']}}}"
    ).replace('"', "'")


def font_rules(drawn: str) -> str:
    """The rules that bring the letters of some markup with it, in the order of the page's own."""
    letters = {ord(letter) for letter in unescape(_TAG.sub("", drawn))}
    rules = [
        _rule(file)
        for family, file, ranges, _ in _faces()
        if (family == "Inter" or f"'{family}'" in unescape(drawn)) and _holds(ranges, letters)
    ]
    return "".join(rules)


def _holds(ranges: tuple[tuple[int, int], ...], letters: set[int]) -> bool:
    return any(first <= letter <= last for letter in letters for first, last in ranges)
