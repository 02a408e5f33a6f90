"""NewsWCL50: ten political events of April and May 2018 in five newspapers each, from its tokens.

Repository: anastasia-zhukova/Diverse_CDCR_datasets, `NewsWCL50-prep/output_data/conll.csv`. Nothing of it is
kept here.
"""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import Any

REPOSITORY = "anastasia-zhukova/Diverse_CDCR_datasets"
PATH = "NewsWCL50-prep/output_data/conll.csv"
# All fifty were written in these weeks; whoever gathered them had them by the end of May.
WRITTEN = (date(2018, 4, 15), date(2018, 5, 6))
GATHERED = date(2018, 5, 31)
# Tokens that stand close to the word before or behind them.
_CLOSE_BEFORE = frozenset(".,;:!?)]}%") | {"'s", "'", "n't", "''", "’s", "’", "”"}
_CLOSE_BEHIND = frozenset("([{$“")
_LONGEST_FIELD = 10**9


def articles(mirror: Any) -> dict[str, str]:  # noqa: ANN401 - the scorers' reader of the mirror has no types
    """The fifty texts by name: the number of the event and that of the newspaper, `0_L`."""
    csv.field_size_limit(_LONGEST_FIELD)
    texts: dict[str, str] = {}
    sentence: dict[str, str] = {}
    for row in csv.DictReader(io.StringIO(mirror.read(REPOSITORY, PATH).decode("utf-8"))):
        name, token = row["doc_id"], row["token"]
        said = texts.get(name, "")
        if not token.strip():
            texts[name] = said + "\n"
            continue
        texts[name] = said + _between(said, token, same=sentence.get(name) == row["sent_id"]) + token
        sentence[name] = row["sent_id"]
    return dict(sorted(texts.items()))


def _between(said: str, word: str, *, same: bool) -> str:
    """What stands between two tokens: a line between sentences, a space between words."""
    if not said or said.endswith("\n"):
        return ""
    if not same:
        return "\n"
    close = word in _CLOSE_BEFORE or word == "-" or said[-1] in _CLOSE_BEHIND or said.endswith("-")
    return "" if close else " "
