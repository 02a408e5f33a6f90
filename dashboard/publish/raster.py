"""PNG and PDF of an SVG, by resvg and svg2pdf (`vl-convert-python`): no browser, no call to anywhere.

The rasteriser takes the page's letters from `fonts/`. A file says what it is inside, too: a PNG in text
chunks, a PDF in its information and by the language and title its reader is told.
"""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from dashboard.publish.fonts import FOLDER

if TYPE_CHECKING:
    from types import ModuleType

_HEAD = 33  # bytes of a PNG before what may be told: its mark and its first chunk


@cache
def _converter() -> ModuleType:
    import vl_convert

    vl_convert.register_font_directory(str(FOLDER))
    module: ModuleType = vl_convert
    return module


def write_png(svg: str, density: float, told: Mapping[str, str]) -> bytes:
    """An SVG as PNG.

    Args:
        svg: The file.
        density: How many pixels one of its own is.
        told: What the PNG says of itself: `Title`, `Description`, …
    """
    png: bytes = _converter().svg_to_png(svg, scale=density)
    chunks = b"".join(_text_chunk(key, text) for key, text in told.items())
    return png[:_HEAD] + chunks + png[_HEAD:]


def _text_chunk(key: str, text: str) -> bytes:
    """A chunk of international text, as it is."""
    body = b"iTXt" + key.encode("latin-1") + b"\0\0\0en\0\0" + text.encode()
    return struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))


def write_pdf(svg: str, told: Mapping[str, str]) -> bytes:
    """An SVG as PDF of one page, its words still words.

    Args:
        svg: The file.
        told: What the PDF says of itself: `Title`, `Subject`, …
    """
    import pypdf
    from pypdf.generic import BooleanObject, DictionaryObject, NameObject, TextStringObject

    writer = pypdf.PdfWriter(clone_from=io.BytesIO(_converter().svg_to_pdf(svg)))
    writer.add_metadata({f"/{key}": text for key, text in told.items()})
    writer.root_object[NameObject("/Lang")] = TextStringObject("en")
    shown = DictionaryObject({NameObject("/DisplayDocTitle"): BooleanObject(True)})  # noqa: FBT003
    writer.root_object[NameObject("/ViewerPreferences")] = shown
    sheet = io.BytesIO()
    writer.write(sheet)
    return sheet.getvalue()
