"""Joins the page's font files to whole fonts for the rasteriser.

Needs `fonttools` and `brotli`, which nothing else does. The web's files hold parts of the letters and any
weight; a rasteriser wants one file a weight. Licence: SIL Open Font License 1.1, as theirs
(`assets/fonts/*.OFL.txt`).
"""

# ruff: noqa: INP001 - a build step, run as `python dashboard/assets_build/picture_fonts.py`
from __future__ import annotations

import tempfile
from pathlib import Path

from fontTools.merge import Merger, Options
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

_FONTS = Path(__file__).parents[1] / "assets" / "fonts"
_OUT = Path(__file__).parents[1] / "publish" / "fonts"
_PARTS = ("latin", "latin-ext", "cyrillic", "cyrillic-ext")
_BOLD = 600
_UNUSED = ("GSUB", "GDEF", "STAT", "HVAR", "MVAR", "avar", "gasp", "DSIG")


def join_font(stem: str, weight: int, family: str, style: str) -> Path:
    """One weight of a family as a file of its own."""
    with tempfile.TemporaryDirectory() as folder:
        files = [str(_fixed(stem, part, weight, Path(folder))) for part in _PARTS]
        font = Merger(options=Options(drop_tables=["GSUB", "GDEF"])).merge(files)
    names = font["name"]
    for entry in [one for one in names.names if one.nameID in (16, 17, 21, 22, 25)]:
        names.removeNames(nameID=entry.nameID)
    told = {1: family, 2: "Bold" if weight >= _BOLD else "Regular", 4: f"{family} {style}"}
    for number, text in (told | {6: f"{family}-{style}".replace(" ", "")}).items():
        for platform in ((3, 1, 0x409), (1, 0, 0)):
            names.setName(text, number, *platform)
    font["OS/2"].usWeightClass = weight
    font["OS/2"].fsSelection = 0x20 if weight >= _BOLD else 0x40
    font["head"].macStyle = int(weight >= _BOLD)
    font["head"].modified = font["head"].created  # the same bytes each time
    file = _OUT / f"{family.replace(' ', '')}-{style}.ttf"
    font.save(file)
    return file


def _fixed(stem: str, part: str, weight: int, folder: Path) -> Path:
    font = instantiateVariableFont(TTFont(_FONTS / f"{stem}-{part}-wght-normal.woff2"), {"wght": weight})
    for table in _UNUSED:
        if table in font:
            del font[table]
    font.flavor = None
    file = folder / f"{part}.ttf"
    font.save(file)
    return file


if __name__ == "__main__":
    for asked in (
        ("inter", 400, "Inter", "Regular"),
        ("inter", 600, "Inter", "SemiBold"),
        ("source-serif-4", 600, "Source Serif 4", "SemiBold"),
    ):
        print(join_font(*asked))  # noqa: T201 - a build step tells what it wrote
