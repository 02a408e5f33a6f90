"""The report told from the page around it: trafilatura says which lines, this reading keeps them.

A line of the page stays where trafilatura holds it too; the headline, the lead and the printed day above
stay though it often drops them. Where it holds next to nothing of what the page shows, it is not believed.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from copy import deepcopy
from typing import Any

_LETTERS = re.compile(r"[\W_]+")
# So many letters in a row are the same words; a shorter line must be one of the other's whole.
_CHUNK = 24
# Lines of so many characters are told, not listed.
_PROSE, _LEAD, _LONG = 80, 60, 40
_SENTENCE = re.compile(r"[.!?…:。]")
# "6 March 2024", "06.03.24", "2024年3月6日": a line with one says when, if it says little else.
_DAY = re.compile(r"(?<!\d)(?:(?:19|20)\d\d|\d{1,2}[./-]\d{1,2}[./-]\d{2,4})(?!\d)")
_LONGEST_DAY_LINE, _DAY_LINES = 100, 8
# Of the long lines of the page so much at least is the report of any page that holds one.
_LEAST = 5
# So short a text is next to nothing when the other holds half as much again.
_LITTLE, _WORTH, _MORE = 400, 120, 1.5
# The other's signs for items and cells.
_MARKS = re.compile(r"^\s*-\s+|\|")
# The finder's cost grows faster than the page.
_MOST_ELEMENTS, _MOST_CHARACTERS = 30_000, 2_000_000


def find_report(tree: Any) -> str | None:  # noqa: ANN401 - lxml ships no types
    """The text trafilatura takes for the report, None of a page too large for it. The tree stays as it is."""
    if sum(1 for _ in tree.iter()) > _MOST_ELEMENTS or sum(map(len, tree.itertext())) > _MOST_CHARACTERS:
        return None
    import trafilatura

    # What it has to say about a page is no news to whoever reads the documents.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        return trafilatura.extract(deepcopy(tree), include_comments=False) or ""
    except Exception:  # noqa: BLE001 - a page that makes trouble is still a page
        return ""


def keep_report(shown: str, title: str | None, report: str | None) -> str | None:
    """The report among the lines a page shows; None where it cannot be told.

    Args:
        shown: The page as it is read, a line for each block.
        title: What the page says its title is.
        report: What trafilatura takes for the report.
    """
    if report is None:
        return None
    lines = shown.split("\n")
    keys = [_key(line) for line in lines]
    held = _held(keys, report)
    body = [number for number, line in enumerate(lines) if held[number] and len(line) >= _LONG]
    long = sum(len(line) for line in lines if len(line) >= _PROSE)
    kept = sum(len(lines[number]) for number in body)
    if kept * _LEAST < long:
        found = None
    elif not body:
        found = shown
    else:
        found = _only(lines, _inside(lines, held, body) | _above(lines, keys, body[0], _key(title or "")))
    return _itself(title, report) if _holds_more(report, shown if found is None else found) else found


def _holds_more(report: str, found: str) -> bool:
    """Whether nearly nothing was found, and far more is held: the page hides it in odd places."""
    return len(found) < _LITTLE and len(_key(report)) > max(_WORTH, _MORE * len(_key(found)))


def _itself(title: str | None, report: str) -> str:
    """The report in the other's own lines."""
    lines = (" ".join(_MARKS.sub("", line).split()) for line in report.split("\n"))
    return "\n\n".join(line for line in (title or "", *lines) if line)


def keep_prose(shown: str, title: str | None) -> str:
    """The lines a page shows from its headline to its last line of prose; all of them where none is prose."""
    lines = shown.split("\n")
    told = [number for number, line in enumerate(lines) if _is_told(line, _PROSE)]
    if not told:
        return shown
    above = _above(lines, [_key(line) for line in lines], told[0], _key(title or ""))
    return _only(lines, above.union(range(min(above, default=told[0]), told[-1] + 1)))


def _key(line: str) -> str:
    return _LETTERS.sub("", line).lower()


def _held(keys: Sequence[str], report: str) -> list[bool]:
    """Whether the report holds most of each line."""
    whole, lines = _key(report), {_key(piece) for piece in re.split(r"[\n|]", report)}

    def is_held(key: str) -> bool:
        if len(key) < _CHUNK:
            return bool(key) and key in lines
        chunks = [key[start : start + _CHUNK] for start in range(0, len(key) - _CHUNK + 1, _CHUNK)]
        return sum(chunk in whole for chunk in chunks) * 2 >= len(chunks)

    return [is_held(key) for key in keys]


def _inside(lines: Sequence[str], held: Sequence[bool], body: Sequence[int]) -> set[int]:
    """What is held, and prose between; a list at the end as far as all of it is held."""
    first, last = body[0], body[-1]
    below = range(last + 1, len(lines))
    end = next((number for number in below if lines[number] and not held[number]), len(lines))
    return {
        number
        for number, line in enumerate(lines)
        if (held[number] and (first <= number < end or len(line) >= _CHUNK))
        or (first < number < last and _is_told(line, _PROSE))
    }


def _above(lines: Sequence[str], keys: Sequence[str], first: int, title: str) -> set[int]:
    """The headline, and between it and the report the lead and the day."""
    heads = [n for n in range(first) if len(keys[n]) >= _CHUNK // 2 and title.startswith(keys[n])]
    top = heads[-1] if heads else max(0, first - _DAY_LINES)
    stays = {number for number in range(top, first) if heads and _is_told(lines[number], _LEAD)}
    days = {number for number in range(top, first) if _is_day(lines[number])}
    return {*heads[-1:], *stays, *days}


def _only(lines: Sequence[str], stays: set[int]) -> str:
    text = "\n".join(line for number, line in enumerate(lines) if number in stays or not line)
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def _is_told(line: str, least: int) -> bool:
    return len(line) >= least and _SENTENCE.search(line) is not None


def _is_day(line: str) -> bool:
    return len(line) <= _LONGEST_DAY_LINE and _DAY.search(line) is not None
