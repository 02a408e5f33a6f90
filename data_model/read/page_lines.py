"""Lines as they are printed on pages, put together to paragraphs as they were written.

A paragraph ends where the next line is further off, of another size or indented, or where a line ends a
sentence short of the margin. What nearly every page repeats at its edge is kept once, at the end.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page; lengths in points, from the lower left corner.

    Attributes:
        text: Its words.
        left: Where it begins.
        right: Where it ends.
        bottom: Its lower edge.
        top: Its upper edge.
    """

    text: str
    left: float
    right: float
    bottom: float
    top: float


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page, in the order they are written, and its height in points."""

    lines: tuple[Line, ...]
    height: float


# Shares of a page's height, of a line's height and of a column's width.
_EDGE, _FOOT, _APART, _SIZES, _SHORT, _VERY_SHORT = 0.12, 0.08, 1.3, 0.12, 0.12, 0.35
_INDENT, _COLUMN = 6.0, 30.0  # points
# What is set off from the text by so many heights of a line, and how many lines that may be.
_GAP, _MOST_SET_OFF = 1.5, 4
_WIDE, _WIDE_KEY = 0.85, "wide"  # of the widest line
_FIGURES = re.compile(r"\d+")
_SENTENCE_END = re.compile(r"[.!?…:;][\"”’»)\]]*$")
_ITEM = re.compile(r"[•▪●◦■–—*·-]\s|\(?\w{1,3}[.)]\s")
_HYPHENS = "-\u2010\u00ad\ufffe"
_PAGE_NUMBER = re.compile(r"\W*\d{1,4}\W*")


def join_pages(pages: Sequence[Page]) -> str:
    """The text of some pages: a line for each paragraph, an empty one between."""
    repeated = _repeated(pages)
    paragraphs: list[str] = []
    spelled = " ".join(line.text for page in pages for line in page.lines)
    edges: dict[str, str] = {}
    for page in pages:
        body, outside = [], _edges(page)
        for line in _in_order(page):
            if line in outside and outside[line] in repeated:
                edges.setdefault(_FIGURES.sub("#", line.text), line.text)
            elif not (line in outside and len(pages) > 1 and _PAGE_NUMBER.fullmatch(line.text)):
                body.append(line)
        for number, paragraph in enumerate(_paragraphs(body)):
            text = _joined(paragraph, spelled)
            if number == 0 and paragraphs and _goes_on(paragraphs[-1], text):
                paragraphs[-1] = _joined([paragraphs[-1], text], spelled)
            else:
                paragraphs.append(text)
    return "\n\n".join((*paragraphs, *(one for one in edges.values() if not _PAGE_NUMBER.fullmatch(one))))


def _repeated(pages: Sequence[Page]) -> frozenset[str]:
    """What stands at the edge of at least half of the pages, its figures aside."""
    counts = Counter(key for page in pages for key in set(_edges(page).values()))
    # As wide as the text it is more likely prose that happens to be the same, as in treaties and forms.
    return frozenset(
        key
        for key, number in counts.items()
        if number >= (max(3, 0.8 * len(pages)) if key.startswith(_WIDE_KEY) else max(2, len(pages) / 2))
    )


def _edges(page: Page) -> dict[Line, str]:
    """What stands above and below the text of a page, set off from it by more than a line's height.

    Each with what another page must have to repeat it: the place and the words; of a line that is not as wide
    as the text without its figures.
    """
    ordered = sorted(page.lines, key=lambda line: line.bottom)
    below = [line for line in ordered if line.bottom < _EDGE * page.height]
    above = [line for line in reversed(ordered) if line.top > (1 - _EDGE) * page.height]
    first, last = ordered[len(below) :][:1], ordered[: len(ordered) - len(above)][-1:]
    widest = max((line.right - line.left for line in page.lines), default=0.0)
    return {line: _key(line, widest) for line in (*_set_off([*below, *first]), *_set_off([*above, *last]))}


def _key(line: Line, widest: float) -> str:
    wide = line.right - line.left > _WIDE * widest
    place = round(line.bottom)
    return f"{_WIDE_KEY} {place} {line.text}" if wide else f"{place} {_FIGURES.sub('#', line.text)}"


def _set_off(lines: Sequence[Line]) -> Sequence[Line]:
    """The first of some lines from the edge inwards, up to a gap; none when no gap comes soon."""
    for number, (line, inner) in enumerate(pairwise(lines), start=1):
        if abs(inner.bottom - line.bottom) > _GAP * max(line.top - line.bottom, 0.1):
            return lines[:number]
        if number == _MOST_SET_OFF:
            break
    return ()


def _in_order(page: Page) -> list[Line]:
    """The lines, with those of the foot that were drawn first behind the others."""
    first = next((n for n, one in enumerate(page.lines) if one.top > _FOOT * page.height), 0)
    return [*page.lines[first:], *page.lines[:first]]


def _paragraphs(lines: Sequence[Line]) -> Iterator[list[str]]:
    if not lines:
        return
    steps = [one.bottom - other.bottom for one, other in pairwise(lines) if one.bottom > other.bottom]
    sizes = [one.top - one.bottom for one in lines]
    usual = min(median(steps), 2 * median(sizes)) if steps else 0.0
    margins = _margins(lines)
    paragraph = [lines[0].text]
    for before, line in pairwise(lines):
        if _begins(before, line, usual, margins[before.left // _COLUMN]):
            yield paragraph
            paragraph = []
        paragraph.append(line.text)
    yield paragraph


def _margins(lines: Sequence[Line]) -> dict[float, float]:
    """How far the lines of a column reach to the right, by where they begin, and those a little beside."""
    own: dict[float, float] = {}
    for line in lines:
        begin = line.left // _COLUMN
        own[begin] = max(own.get(begin, line.right), line.right)
    return {begin: max(own.get(begin + step, right) for step in (-1, 0, 1)) for begin, right in own.items()}


def _begins(before: Line, line: Line, usual: float, margin: float) -> bool:
    """Whether a line begins a paragraph behind the one before it."""
    step, ends = before.bottom - line.bottom, bool(_SENTENCE_END.search(before.text))
    height = max(before.top - before.bottom, 0.1)
    short = (margin - before.right) / max(margin - before.left, 1.0)
    if step < -height or abs(line.left - before.left) > 8 * _COLUMN:  # the next column
        return ends or short > _VERY_SHORT
    return (
        step > _APART * max(usual, height)
        or abs(line.top - line.bottom - height) > _SIZES * height
        or bool(_ITEM.match(line.text))
        or (line.left - before.left > _INDENT and not _ITEM.match(before.text))
        or short > _VERY_SHORT
        or (ends and short > _SHORT)
    )


def _goes_on(before: str, text: str) -> bool:
    """Whether a page's first paragraph is the rest of the last one of the page before."""
    return not _SENTENCE_END.search(before) and (text[:1].islower() or before[-1:] in _HYPHENS)


def _joined(lines: Sequence[str], spelled: str) -> str:
    """Lines as one; a word cut at the end of one is put together, with its hyphen if it has one elsewhere."""
    text = ""
    for line in lines:
        if text and text[-1] in _HYPHENS and line[:1].isalpha() and text[-2:-1].isalpha():
            head, tail = text[:-1].rsplit(None, 1)[-1], line.split(None, 1)[0]
            own = line[:1].isupper() or f"{head}-{tail}" in spelled
            text = f"{text[:-1]}-{line}" if own else text[:-1] + line
        else:
            text = f"{text} {line}" if text else line
    return text
