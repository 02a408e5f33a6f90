"""RTF to a document: paragraphs, tables, notes, text boxes, headers and footers, in any code page.

Own code: striprtf, the one library there is, drops notes, boxes and headers and cannot be told to keep them.
Control words are those of the Rich Text Format Specification 1.9.1 (Microsoft, 2008).
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import BinaryIO

from data_model.errors import ReadError
from data_model.read.flow import Flow
from data_model.read.made import bound_of, title_of_file
from data_model.read.reading import Found, Reading, read_whole, stem_of
from data_model.values import Document, Partial

_TOKEN = re.compile(
    rb"\\([a-z]{1,32})(-?\d{1,10})?[ ]?|\\'([0-9a-fA-F]{2})|\\(.)|([{}])|[\r\n]+|([^\\{}\r\n]+)", re.DOTALL
)
# Groups that hold no words of the text, or hold them a second time.
_SILENT = frozenset(
    ("stylesheet", "colortbl", "pict", "object", "fldinst", "listtable", "listoverridetable", "revtbl",
     "rsidtbl", "generator", "xmlnstbl", "themedata", "colorschememapping", "datastore", "latentstyles",
     "filetbl", "annotation", "atnid", "atnauthor", "atrfstart", "atrfend", "bkmkstart", "bkmkend", "tc",
     "xe", "pntext", "nonesttables", "ftnsep", "ftnsepc", "aftnsep", "aftnsepc", "listtext", "sp", "sn",
     "sv", "nonshppict", "userprops", "pgptbl", "mmathPr")
)  # fmt: skip
# Told beside a "*" although it is not one that may be passed over.
_STARRED = frozenset(("shptxt", "shpinst", "footnote", "shppict"))
_NOTES = frozenset(
    ("footnote", "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf")
)
_SIGNS = {
    "tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " ",
}  # fmt: skip
_ESCAPED = {b"~": "\xa0", b"_": "-", b"-": "", b"\\": "\\", b"{": "{", b"}": "}", b"\n": "\n", b"\r": "\n"}
_PARAGRAPH_ENDS = frozenset(("par", "sect", "page"))
# Code pages by the number of a font's character set.
_CHARSETS = {
    0: "cp1252", 77: "mac-roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "big5", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
    238: "cp1250",
}  # fmt: skip
_DEEPEST = 10_000
_FACTS = frozenset(("title", "author", "creatim", "revtim"))


@dataclass(frozen=True, slots=True)
class _State:
    """What holds within a group, and ends with it."""

    silent: bool = False
    note: bool = False
    codec: str = ""
    after: int = 1  # bytes that stand for a letter already told by number
    fact: str = ""
    starred: bool = False
    deleted: bool = False


def read_rtf(stream: BinaryIO, source: str, _reading: Reading) -> Found:
    """The document of an RTF file."""
    walk = _Walk()
    lost: tuple[Partial, ...] = ()
    content = read_whole(stream, source)
    for token in _TOKEN.finditer(content):
        if not walk.tell(token):
            lost = (Partial("damaged: groups within groups without end", f"byte {token.start():,}"),)
            break
    if walk.open_groups and not lost:
        lost = (Partial("damaged: the file breaks off", f"byte {len(content):,}"),)
    walk.end()
    # Letters beyond the first 65,536 are told in two halves.
    text = walk.flow.text().encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if not text.strip():
        raise ReadError(source, "it holds no words")
    title = title_of_file(walk.facts.get("title"))
    yield Document(stem_of(source), text, source, title, published=bound_of(walk.days(), text), partial=lost)


class _Walk:
    """Follows the groups and control words of an RTF file and adds its words to a flow."""

    def __init__(self) -> None:
        self.flow = Flow()
        self.facts: dict[str, str] = {}
        self._state = _State()
        self._outer: list[_State] = []
        self._skip = 0
        self._bytes = bytearray()  # of letters that are not told whole yet
        self._codec, self._charsets, self._font = "cp1252", dict[int, str](), 0
        self._stamps: dict[str, dict[str, int]] = {}
        self._in_row = False
        self.flow.begin_paragraph()

    @property
    def open_groups(self) -> int:
        """How many groups have not ended."""
        return len(self._outer)

    def tell(self, token: re.Match[bytes]) -> bool:
        """One token; False when there is no sense in going on."""
        word, number, code, sign, brace, words = token.groups()
        if code is None:
            self._flush()
        if word is not None:
            self._word(word.decode("ascii"), int(number) if number is not None else None)
        elif code is not None:
            self._code(int(code, 16))
        elif brace is not None:
            return self._brace(brace)
        elif sign is not None:
            self._sign(sign)
        elif words is not None:
            words = words[self._skip :] if self._skip < len(words) else b""
            self._skip = 0
            self._bytes += words
            self._flush()
        return True

    def end(self) -> None:
        """The file is over."""
        self._flush()
        self._end_row()
        self.flow.close()

    def days(self) -> list[date | None]:
        """When it was made and last changed, as far as it says."""
        found: list[date | None] = []
        for told in self._stamps.values():
            try:
                found.append(date(told["yr"], told["mo"], told["dy"]))
            except (KeyError, ValueError, OverflowError):
                continue
        return found

    def _brace(self, brace: bytes) -> bool:
        self._skip = 0
        if brace == b"{":
            self._outer.append(self._state)
            self._state = replace(self._state, starred=False)
            return len(self._outer) <= _DEEPEST
        ended = self._state
        self._state = self._outer.pop() if self._outer else self._state
        if ended.note and not self._state.note:
            self.flow.end_paragraph()
            self.flow.end_note()
        return True

    def _sign(self, sign: bytes) -> None:
        self._skip = 0
        if sign == b"*":
            self._state = replace(self._state, starred=True)
        elif sign in _ESCAPED:
            self._put(_ESCAPED[sign])

    def _code(self, byte: int) -> None:
        if self._skip:
            self._skip -= 1
        else:
            self._bytes.append(byte)

    def _flush(self) -> None:
        if self._bytes:
            codec = self._state.codec or self._codec
            self._put(self._bytes.decode(codec, "replace"))
            self._bytes.clear()

    def _put(self, words: str) -> None:
        if self._state.fact:
            self.facts[self._state.fact] = self.facts.get(self._state.fact, "") + words
        elif not (self._state.silent or self._state.deleted):
            self.flow.add(words)

    def _word(self, word: str, number: int | None) -> None:
        if word == "u" and number is not None:
            # Half of a letter comes first, the other with the next number.
            self._put(chr(number % 0x10000))
            self._skip = self._state.after
            return
        self._skip = 0
        if word == "bin":
            self._skip = max(number or 0, 0)
        elif word in _SIGNS:
            self._put(_SIGNS[word])
        elif word in self._settings:
            self._settings[word](self, number)
        elif word in _NOTES:
            self._begin_note()
        elif word in _FACTS:
            self._state = replace(self._state, fact=word)
        elif self._state.fact and number is not None:
            self._stamps.setdefault(self._state.fact, {})[word] = number
        elif word in _SILENT or (self._state.starred and word not in _STARRED):
            self._state = replace(self._state, silent=True)
        elif not self._state.silent:
            self._layout(word)
        self._state = replace(self._state, starred=False)

    def _begin_note(self) -> None:
        if not self._state.silent and not self._state.note:
            self._state = replace(self._state, note=True)
            self.flow.begin_note()
            self.flow.begin_paragraph()

    def _layout(self, word: str) -> None:
        """Paragraphs, rows and cells."""
        if word in _PARAGRAPH_ENDS:
            if self._in_row and not self._state.note:
                self.flow.add(" ")  # a paragraph in a cell
                return
            self._next_paragraph()
        elif word == "trowd" and not self._in_row:
            self._next_paragraph()
            self._in_row = True
            self.flow.begin_row()
            self.flow.begin_cell()
        elif word in {"cell", "nestcell"} and self._in_row:
            self._next_paragraph()
            self.flow.begin_cell()
        elif word == "row":
            self._end_row()

    def _end_row(self) -> None:
        if self._in_row:
            self._in_row = False
            self.flow.end_paragraph()
            self.flow.end_row()
            self.flow.begin_paragraph()

    def _next_paragraph(self) -> None:
        self.flow.end_paragraph()
        self.flow.begin_paragraph()

    def _set_code_page(self, number: int | None) -> None:
        self._codec = _known_codec(f"cp{number}", self._codec)

    def _set_font(self, number: int | None) -> None:
        self._font = number or 0
        self._state = replace(self._state, codec=self._charsets.get(self._font, ""))

    def _set_charset(self, number: int | None) -> None:
        if (number or 0) not in {1, 2}:  # the default, and symbols
            self._charsets[self._font] = _CHARSETS.get(number or 0, self._codec)

    def _set_after(self, number: int | None) -> None:
        self._state = replace(self._state, after=max(number or 0, 0))

    def _begin_fonts(self, _number: int | None) -> None:
        self._state = replace(self._state, silent=True)

    def _set_deleted(self, number: int | None) -> None:
        self._state = replace(self._state, deleted=number != 0)

    def _set_plain(self, _number: int | None) -> None:
        self._state = replace(self._state, deleted=False)

    _settings: dict[str, Callable[[_Walk, int | None], None]] = {  # noqa: RUF012 - never changed
        "ansicpg": _set_code_page, "f": _set_font, "fcharset": _set_charset, "uc": _set_after,
        "fonttbl": _begin_fonts, "deleted": _set_deleted, "plain": _set_plain,
    }  # fmt: skip


def _known_codec(name: str, other: str) -> str:
    try:
        return codecs.lookup(name).name
    except LookupError:
        return other
