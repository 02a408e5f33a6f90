"""PNG and PDF of an SVG, by resvg and svg2pdf (`vl-convert-python`): no browser, no call to anywhere.

The rasteriser takes the page's letters from `fonts/`. A file says what it is inside, too: a PNG in text
chunks, a PDF in its information and by the language and title its reader is told.
"""

from __future__ import annotations

import io
import logging
import struct
import zlib
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from dashboard.publish.fonts import FOLDER

if TYPE_CHECKING:
    from types import ModuleType

    from pypdf import PdfWriter

_HEAD = 33  # bytes of a PNG before what may be told: its mark and its first chunk


@cache
def _converter() -> ModuleType:
    import vl_convert

    # What it copies it sometimes copies twice, and then warns that there is more than was announced.
    logging.getLogger("pypdf._writer").setLevel(logging.ERROR)
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


def write_pdf(svg: str, told: Mapping[str, str], alternative: str) -> bytes:
    """An SVG as PDF of one page, its words still words, tagged as one figure with its alternative text.

    Args:
        svg: The file.
        told: What the PDF says of itself: `Title`, `Author`, …
        alternative: What is read to those who do not see it.
    """
    import pypdf

    writer = pypdf.PdfWriter(clone_from=io.BytesIO(_converter().svg_to_pdf(svg)))
    writer.add_metadata({f"/{key}": text for key, text in told.items()})
    _tag(writer, alternative)
    sheet = io.BytesIO()
    writer.write(sheet)
    return sheet.getvalue()


def _tag(writer: PdfWriter, alternative: str) -> None:
    """Say of the page that it is a figure, in which language, and what stands for it (ISO 32000-1, 14.8)."""
    from pypdf.generic import (
        ArrayObject,
        BooleanObject,
        DecodedStreamObject,
        DictionaryObject,
        NameObject,
        NumberObject,
        TextStringObject,
    )

    def names(**values: object) -> DictionaryObject:
        return DictionaryObject({NameObject(f"/{name}"): value for name, value in values.items()})

    page, root = writer.pages[0], writer.root_object
    drawn = page.get_contents()
    marked = DecodedStreamObject()
    marked.set_data(b"/Figure <</MCID 0>> BDC\n" + (b"" if drawn is None else drawn.get_data()) + b"\nEMC\n")
    page[NameObject("/Contents")] = writer._add_object(marked)  # noqa: SLF001 - pypdf has no other way
    page[NameObject("/StructParents")] = NumberObject(0)
    tree = names(Type=NameObject("/StructTreeRoot"))
    whole = names(Type=NameObject("/StructElem"), S=NameObject("/Document"))
    layout = names(O=NameObject("/Layout"), BBox=ArrayObject(page.mediabox))
    figure = names(
        Type=NameObject("/StructElem"), S=NameObject("/Figure"), K=NumberObject(0), A=layout,
        Pg=page.indirect_reference, Alt=TextStringObject(alternative),
    )  # fmt: skip
    tree_at, whole_at, figure_at = (writer._add_object(one) for one in (tree, whole, figure))  # noqa: SLF001
    tree |= names(K=whole_at, ParentTree=names(Nums=ArrayObject([NumberObject(0), ArrayObject([figure_at])])))
    whole |= names(P=tree_at, K=ArrayObject([figure_at]))
    figure |= names(P=whole_at)
    root |= names(
        Lang=TextStringObject("en"),
        MarkInfo=names(Marked=BooleanObject(True)),  # noqa: FBT003
        StructTreeRoot=tree_at,
        ViewerPreferences=names(DisplayDocTitle=BooleanObject(True)),  # noqa: FBT003
    )
