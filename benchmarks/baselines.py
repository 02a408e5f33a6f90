"""What understanding nothing gets: trivial answers, in the shape of the product's, for the same scorers.

A figure below the best of them is no figure to be proud of.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from datetime import date
from functools import cache, lru_cache
from typing import Any

from benchmarks.gold_runs import published_of
from benchmarks.gold_sets import Record, gold_of, list_scorer
from data_model import find_dates

_FULL = re.compile(r"\d{4}-\d\d-\d\d")

Baseline = Callable[[str, Record, Record, str], Record]


def first_date(name: str, page: Record, answer: Record, run: str) -> Record:
    """The main event is on the first full date of the text; all that is mentioned took part in it."""
    del run
    return _trivial_main(name, answer, first_date_of(page["text"]))


def publication_day(name: str, page: Record, answer: Record, run: str) -> Record:
    """The main event is on the publication day, where the run knows it; else on the first date."""
    return _trivial_main(name, answer, _day(page, run))


def sentences(name: str, page: Record, answer: Record, run: str) -> Record:
    """Every sentence an event, on the publication day or the first date, of the commonest type."""
    return _told(name, page, answer, run, most=None)


def first_sentence(name: str, page: Record, answer: Record, run: str) -> Record:
    """The first sentence the only event."""
    return _told(name, page, answer, run, most=1)


def trivially_filled(name: str, page: Record, answer: Record, run: str) -> Record:
    """The product's own events with everything in them trivial: what its choices add to finding them."""
    filled = {
        **_everybody(answer),
        "type": commonest_type(name),
        "status": "happened",
        "date": _day(page, run),
    }
    return answer | {"events": [event | filled for event in answer["events"]]}


BASELINES: dict[str, Baseline] = {
    "first date": first_date,
    "publication day": publication_day,
    "sentences": sentences,
    "first sentence": first_sentence,
    "filled": trivially_filled,
}


@cache
def first_date_of(text: str) -> str | None:
    """The first expression of the text that is a day with its year."""
    return next((one.edtf for one in find_dates(text) if _FULL.fullmatch(one.edtf)), None)


@lru_cache
def commonest_type(name: str) -> str:
    """The type most events of a set have: of the lists, and where there are none, of the main events."""
    every = [event for gold in gold_of(name).values() for event in gold.get("events", (gold["main_event"],))]
    return Counter(event["type"] for event in every).most_common(1)[0][0]


def _day(page: Record, run: str) -> str | None:
    known: date | None = published_of(page, run)
    return known.isoformat() if known else first_date_of(page["text"])


def _everybody(answer: Record) -> dict[str, Any]:
    place = next((one["value"] for one in answer["mentions"] if one["kind"] == "place"), "")
    city, _, country = place.rpartition(", ")
    return {
        "participants": answer["mentioned_people"],
        "organizations": answer["mentioned_organizations"],
        "countries": answer["mentioned_countries"],
        "place": {"city": city, "country": country} if place else None,
    }


def _trivial_main(name: str, answer: Record, day: str | None) -> Record:
    event = {"main": True, "date": day, "type": commonest_type(name), "status": "happened", "title": ""}
    return answer | {"events": [event | _everybody(answer) | {"evidence": []}]}


def _told(name: str, page: Record, answer: Record, run: str, *, most: int | None) -> Record:
    spans = list_scorer().sentences(list_scorer().Text(page))[:most]
    day, kind = _day(page, run), commonest_type(name)
    events = [
        {
            "date": day,
            "type": kind,
            "status": "happened",
            "title": text[:80],
            "participants": _inside(answer, "person", start, stop),
            "countries": [],
            "organizations": [],
            "place": None,
            "evidence": [{"start": start, "stop": stop, "text": text}],
        }
        for start, stop, text in spans
    ]
    return answer | {"events": events}


def _inside(answer: Record, kind: str, start: int, stop: int) -> list[str]:
    return [
        one["value"]
        for one in answer["mentions"]
        if one["kind"] == kind and start <= one["start"] < stop and one["value"]
    ]
