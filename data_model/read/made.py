"""What a file says of its own making: weak signs, for templates and converters write them, too.

The day a file was last saved bounds its text from above and is no publication day: it is handed on as
`[..2023-06-08]`. A bound that the text itself contradicts is left out.
"""

from __future__ import annotations

import re
from datetime import date, datetime

_STAMP = re.compile(r"(?:D:)?(\d{4})(\d{2})?(\d{2})?")
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_YEAR = re.compile(r"(?<![\d.,:/-])(?:19|20)\d\d(?![\d:]|[.,/-]\d)")
# Before these formats were there no clock was right, and python-docx saves its template's own day.
_FIRST, _TEMPLATES = date(1994, 1, 1), frozenset((date(2013, 12, 23),))
# "report-final.docx", "untitled.indd", "Microsoft Word - report": the name of a file, not of a text.
_FILE_NAME = re.compile(r"\.[A-Za-z]{2,5}$|^\S+ \S+ - \S+$|^[\w-]+$|^\W|[_/\\]")
_LONGEST = 300


def day_of_stamp(written: str | None) -> date | None:
    """The day of a time as PDF writes it (`D:20230608104500Z`) or as office files do (`2023-06-08T…`)."""
    text = (written or "").strip()
    try:
        if _ISO.match(text):
            return datetime.fromisoformat(text[:10]).date()
        if (stamp := _STAMP.match(text)) and stamp[3]:
            return date(int(stamp[1]), int(stamp[2]), int(stamp[3]))
    except ValueError:
        return None
    return None


def bound_of(days: list[date | None], text: str) -> str | None:
    """The EDTF of the days up to the last of some, None where that day cannot be right.

    Args:
        days: When the file was made and when it was last changed.
        text: What it says: a year later than the bound shows that a clock was wrong or a template old.
    """
    known = [day for day in days if day and day >= _FIRST and day not in _TEMPLATES]
    if not known or len(known) < len([day for day in days if day]):
        return None
    last = max(known)
    if any(int(year[0]) > last.year for year in _YEAR.finditer(text)):
        return None
    return f"[..{last}]"


def title_of_file(written: str | None) -> str | None:
    """The title a file gives itself, unless it is only the name of a file."""
    title = " ".join((written or "").split())
    return title if 0 < len(title) <= _LONGEST and " " in title and not _FILE_NAME.search(title) else None
