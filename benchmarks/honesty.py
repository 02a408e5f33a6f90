"""`make honesty MIRROR=folder`: does the date of a document leave room for the truth?

Bare texts of public corpora whose day of writing is known, as they are and with the end of that year as the
day they were read ("as of": whoever has a text knows roughly when he got it). For each: how many documents
get a date, how wide it is, how many **shut out the truth**, and how many of the single years and days stated
are right. The truth is the year of writing, in TimeML a week about the day.

Platinum and IEER stand apart: they were never looked at, and no text of any corpus is printed.
`--freeze` writes `honesty.csv`.
"""

from __future__ import annotations

import argparse
import csv
import math
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from typing import Any

from rich.console import Console
from rich.table import Table

from benchmarks import newswcl
from benchmarks.tallies import SURE
from data_model import Document, EventDate, normalize

HERE = Path(__file__).parent
FROZEN = HERE / "honesty.csv"
SEEN = ("timebank", "aquaint", "trnews", "lgl")
NEVER_SEEN = ("platinum", "ieer")
_TIMEML = ("platinum", "timebank", "aquaint")
_WEEK = timedelta(7)
_ISO_DAY = 10
_YEAR = 366
COLUMNS = (
    "corpus", "as_of", "documents", "dated", "median_days", "shuts_out", "within_a_year", "years_stated",
    "years_right", "days_stated", "days_right", "likely_sure", "likely_right",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Text:
    """A text and when it was written.

    Attributes:
        text: The bare text.
        first: The first day it may have been written on.
        last: The last one.
        as_of: The day it was read, where it is told.
    """

    text: str
    first: date
    last: date
    as_of: date | None = None


def measure(texts: Iterable[Text], tell: Callable[[Text], EventDate] | None = None) -> dict[str, str]:
    """What the dates of some texts are worth, percent of the documents unless a column says else."""
    told = [(text, (tell or _tell)(text)) for text in texts]
    dated = [(text, when) for text, when in told if not when.edtf.startswith("XXXX")]
    widths = [_width(when) for _, when in dated]
    years = [(text, when) for text, when in dated if _one_year(when)]
    days = [(text, when) for text, when in dated if when.earliest and when.earliest == when.latest]
    sure = [(text, likely) for text, when in told if (likely := _likely(when))]
    middle = median(widths) if widths else math.inf
    return {
        "documents": str(len(told)),
        "dated": _percent(len(dated), len(told)),
        "median_days": "open" if math.isinf(middle) else f"{middle:.0f}",
        "shuts_out": _percent(sum(not _allows(*one) for one in dated), len(told)),
        "within_a_year": _percent(sum(width <= _YEAR for width in widths), len(told)),
        "years_stated": str(len(years)),
        "years_right": _percent(sum(_same_year(*one) for one in years), len(years)),
        "days_stated": str(len(days)),
        "days_right": _percent(sum(_allows(*one) for one in days), len(days)),
        "likely_sure": _percent(len(sure), len(told)) if sure else "",
        "likely_right": _percent(sum(_allows(*one) for one in sure), len(sure)) if sure else "",
    }


def corpora(mirror: Path) -> Iterator[tuple[str, list[Text]]]:
    """The corpora by name, the two that were never looked at last."""
    sys.path.insert(0, str(HERE / "scorers"))
    import common
    import dating
    import temporal

    place = common.Mirror(str(mirror))
    for name in (*SEEN, *NEVER_SEEN):
        try:
            if name in _TIMEML:
                pairs = [(one.text, one.dct) for one in temporal.CORPORA[name](place) if one.dct]
            else:
                pairs = dating.YEAR[name](place)
            yield name, [_text(text, written) for text, written in pairs]
        except common.Missing as gone:
            print(f"# {name}: skipped, {gone}", file=sys.stderr)
    try:
        first, last = newswcl.WRITTEN
        texts = newswcl.articles(place).values()
        yield "newswcl50", [Text(text, first, last, newswcl.GATHERED) for text in texts]
    except common.Missing as gone:
        print(f"# newswcl50: skipped, {gone}", file=sys.stderr)


def rows(mirror: Path) -> Iterator[dict[str, str]]:
    """Each corpus as it is and as of the end of its year; NewsWCL50 as of the day it was gathered."""
    for name, texts in corpora(mirror):
        if all(one.as_of for one in texts):
            yield {"corpus": name, "as_of": newswcl.GATHERED.isoformat()} | measure(texts)
            continue
        yield {"corpus": name, "as_of": ""} | measure(texts)
        later = [Text(one.text, one.first, one.last, date(one.last.year, 12, 31)) for one in texts]
        yield {"corpus": name, "as_of": "end of its year"} | measure(later)


def _text(text: str, written: str) -> Text:
    if len(written) >= _ISO_DAY:
        day = date.fromisoformat(written[:_ISO_DAY])
        return Text(text, day - _WEEK, day + _WEEK)
    year = int(written[:4])
    return Text(text, date(year, 1, 1), date(year, 12, 31))


def _tell(text: Text) -> EventDate:
    return normalize(Document("text", text.text, language="en"), as_of=text.as_of).document_date


def _allows(text: Text, when: EventDate) -> bool:
    return any(
        (span.first is None or span.first <= text.last) and (span.last is None or span.last >= text.first)
        for span in when.spans
    )


def _width(when: EventDate) -> float:
    """How many days a date allows."""
    if any(span.first is None or span.last is None for span in when.spans):
        return math.inf
    return sum((span.last - span.first).days + 1 for span in when.spans if span.first and span.last)


def _one_year(when: EventDate) -> bool:
    ends = [end for span in when.spans for end in span]
    return None not in ends and len({end.year for end in ends if end}) == 1


def _same_year(text: Text, when: EventDate) -> bool:
    return when.earliest is not None and text.first.year <= when.earliest.year <= text.last.year


def _likely(when: EventDate) -> EventDate | None:
    """The likely value of a date where it claims to be sure, as a date of its own."""
    likely: Any = getattr(when, "likely", None)
    return EventDate(likely.edtf) if likely is not None and likely.share >= SURE else None


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}" if whole else ""


def _draw(every: list[dict[str, str]]) -> Table:
    heads = [name.replace("_", " ") for name in COLUMNS]
    table = Table(
        *heads, title="Dates of documents, percent of the documents; years and days: of those stated"
    )
    seen = True
    for row in every:
        if seen and row["corpus"] in NEVER_SEEN:
            table.add_section()
            seen = False
        table.add_row(*(row.get(column, "") for column in COLUMNS))
        if row["corpus"] == NEVER_SEEN[-1] and row["as_of"]:
            table.add_section()
    return table


def main() -> None:
    """Measure, print, and freeze when asked."""
    wanted = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    wanted.add_argument("--mirror", type=Path, required=True, help="folder with the public corpora")
    wanted.add_argument("--freeze", action="store_true", help=f"write {FROZEN.name}")
    asked = wanted.parse_args()
    every = list(rows(asked.mirror))
    Console().print(_draw(every))
    if asked.freeze:
        with FROZEN.open("w", encoding="utf-8", newline="") as out:
            lines = csv.DictWriter(out, COLUMNS, lineterminator="\n")
            lines.writeheader()
            lines.writerows(every)


if __name__ == "__main__":
    main()
