"""Bytes to letters: any Unicode, the encoding that is declared, or one that is guessed and said."""

from __future__ import annotations

import re
from contextlib import suppress

from data_model.errors import ReadError

# Longest first: the mark of UTF-32 begins with that of UTF-16.
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_HEAD = 4096
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f]")  # no text has them
# One in a thousand bytes may be NUL: a text that was damaged on its way, not another kind of file.
_FEW_NULLS = 1000


def decode(content: bytes, source: str, declared: str = "") -> tuple[str, str]:
    """The text of some bytes, and the name of the encoding if it had to be guessed, else "".

    Args:
        content: The bytes.
        source: Where they came from.
        declared: The encoding they declare. UTF-8 goes first: what was saved anew as UTF-8 may keep
            its old declaration, and other encodings hardly ever look like UTF-8.

    Raises:
        ReadError: If they are no text.
    """
    mark = unicode_of(content)
    if mark is None and (nulls := content.count(0)):
        content = content.replace(b"\0", b"")
        if nulls * _FEW_NULLS > len(content) or not (declared or _is_utf_8(content)):
            raise ReadError(source, "not a text but binary data (it holds NUL bytes)")
    try:
        return content.decode(mark or "utf-8"), ""
    except UnicodeDecodeError:
        if mark:
            raise ReadError(source, f"damaged: it begins as {mark.upper()} but does not go on so") from None
    # One damaged letter, or an encoding nobody knows, is no reason to lose a page.
    if declared:
        with suppress(LookupError, UnicodeError):
            return content.decode(declared, "replace"), ""
    from charset_normalizer import from_bytes

    best = from_bytes(content).best()
    if best is None:
        raise ReadError(source, "neither UTF-8 nor any other known encoding of text")
    return str(best), best.encoding


def as_utf_8(content: bytes, source: str) -> bytes:
    """Records that were written in another Unicode, as JSON is read; a bad line stays a bad line."""
    encoding = unicode_of(content)
    return (
        content if encoding in {None, "utf-8-sig"} else decode(content, source)[0].encode("utf-8", "replace")
    )


def unicode_of(content: bytes) -> str | None:
    """The Unicode some bytes begin as or, in the older Windows way without a mark, look like."""
    marked = next((encoding for sign, encoding in _MARKS if content.startswith(sign)), None)
    head = content[:_HEAD]
    odd, even = head[1::2].count(0), head[::2].count(0)
    # Of a text every other byte is one; a few letters of other scripts among them change little.
    if marked or 4 * max(odd, even) <= len(head) or max(odd, even) <= 4 * min(odd, even):
        return marked
    guess = "utf-16-le" if odd > even else "utf-16-be"
    return guess if len(content) % 2 == 0 and not _CONTROLS.search(head.decode(guess, "ignore")) else None


def letters_of(head: bytes) -> str | None:
    """The beginning of a text, to look at; None of bytes that are no text. The last letter may be cut."""
    mark = unicode_of(head[: len(head) // 4 * 4])
    if mark is None and head.count(0) * _FEW_NULLS > len(head):
        return None
    text = head.decode(mark or "utf-8", "replace")
    # Bytes of a text in one of the older encodings are not UTF-8, but hold no control signs either.
    return None if len(_CONTROLS.findall(text)) * _FEW_NULLS > len(text) else text.lstrip("\ufeff")


def _is_utf_8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
