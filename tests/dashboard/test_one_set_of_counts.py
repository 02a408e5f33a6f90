"""Headline, charts, lists, choices and CSV of a view agree with a plain count over the exported events."""

from __future__ import annotations

import csv
import io
import json
import random
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from dashboard import ids, labels
from dashboard.callbacks.answers import answer_view
from dashboard.callbacks.asked import Asked
from dashboard.callbacks.period import asked_of, chosen_view
from dashboard.callbacks.routes import answer_choices, answer_csv, answer_more
from dashboard.components.light import is_light
from dashboard.config import Config
from dashboard.filters import filter_named
from dashboard.selection import read_selection
from data_model import EventDate, EventFilter, Store, to_json_line
from tests.dashboard.sample import BODIES, COUNTRIES, FAMILIES, TOPICS, Register, many_reports, sample_reports

VIEWS = 150
LAYERS = {
    "participating": ("countries",),
    "location": ("countries_location",),
    "named": ("countries_named",),
    "by_membership": ("countries_by_membership",),
    "any": ("countries", "countries_location", "countries_named"),
}


@pytest.fixture(scope="module")
def exported() -> Iterator[tuple[Asked, list[dict[str, Any]]]]:
    """A page, and its events as JSON Lines tell them."""
    reports = [*sample_reports(), *many_reports(400)]
    lines = [to_json_line(report.normalized) for report in reports]
    events = [event for line in lines for event in json.loads(line)["events"]]
    with Store.in_memory(families=FAMILIES) as store:
        store.add(reports)
        yield Asked(store, Register(), Config(table_rows=40, tray_cards=5)), events


def make_query(dice: random.Random) -> dict[str, str]:
    bodies = [*BODIES, "family:security-council"]
    day = date(1995, 1, 1) + timedelta(days=dice.randrange(10_000))
    makers = {
        "org": lambda: {"org": ",".join(dice.sample(bodies, dice.choice((1, 2))))},
        "country": lambda: {"country": dice.choice(list(COUNTRIES)), "layer": dice.choice(list(LAYERS))},
        "topic": lambda: {"topic": ",".join(dice.sample(list(TOPICS), 2))},
        "type": lambda: {"type": dice.choice(("meeting", "summit,visit", "agreement"))},
        "status": lambda: {"status": dice.choice([value for value, _ in filter_named("status").choices[1:]])},
        "certainty": lambda: {"certainty": dice.choice(("exact", "approximate"))},
        "period": lambda: {"from": str(day), "to": str(day + timedelta(days=dice.randrange(1, 3000)))},
        "text": lambda: {"q": dice.choice(("accord", "Talks over", "lukashenko", "ПЕРЕГОВОРЫ"))},
        "span": lambda: {"span": "all"},
    }
    query: dict[str, str] = {"lanes": "type"}
    for kind in dice.sample(list(makers), dice.choice((0, 1, 1, 2, 3))):
        query |= makers[kind]()
    return query


def brute_force(events: list[dict[str, Any]], wanted: EventFilter) -> dict[str, dict[str, Any]]:
    """The events that pass, by id, by nothing but their exported values."""
    return {event["id"]: event for event in events if _passes(event, wanted)}


def _passes(event: dict[str, Any], wanted: EventFilter) -> bool:
    bodies = {body["key"] for body in event["organizations"]}
    bodies |= {f"family:{FAMILIES[key]}" for key in bodies if key in FAMILIES}
    when = EventDate(event["date"])
    exact = (
        when.placed and not set("~?%") & set(when.edtf) and ("/" in when.edtf or when.earliest == when.latest)
    )
    told = " ".join([event["title"], *(one["text"] for one in event["evidence"])]).lower()
    names = [one["name"] for one in event["participants"]] + event["groups"]
    names += [text for one in event["organizations"] for text in (one["name"], one.get("abbr") or "")]
    told += " ".join([*names, (event["place"] or {}).get("city") or ""]).lower()
    return (
        (not wanted.organizations or bool(bodies & set(wanted.organizations)))
        and (not wanted.countries or bool(lands_of(event, wanted.country_layer) & set(wanted.countries)))
        and (not wanted.topics or bool(set(event["topics"]) & set(wanted.topics)))
        and (not wanted.types or event["type"] in wanted.types)
        and (not wanted.statuses or event["status"] in wanted.statuses)
        and (wanted.certainty == "all" or (wanted.certainty == "exact") == exact)
        and any(
            (span.last is None or wanted.since is None or span.last >= wanted.since)
            and (span.first is None or wanted.until is None or span.first <= wanted.until)
            for span in when.spans
        )
        and all(word.lower() in told for word in wanted.words)
    )


def lands_of(event: dict[str, Any], layer: str) -> set[str]:
    return {code for name in LAYERS[layer] for code in event[name]}


@pytest.mark.parametrize("seed", range(VIEWS))
def test_every_number_of_a_view_is_the_same(exported: tuple[Asked, list[dict[str, Any]]], seed: int) -> None:
    asked, events = exported
    query = make_query(random.Random(seed))  # noqa: S311 - a seed, not a secret
    selection, complaints = read_selection(query)
    assert complaints == ()
    _, _, period = chosen_view(asked.open_store(), selection)
    found = brute_force(events, asked_of(selection, period))
    parts = answer_view(asked, {"query": query, "look": {}})
    rows = list(csv.DictReader(io.StringIO(answer_csv(asked, query, "/").removeprefix("\ufeff"))))
    assert sorted(row["id"] for row in rows) == sorted(found)
    if not found:
        assert "hidden" in parts[ids.CHARTS]
        return
    placed = [event for event in found.values() if EventDate(event["date"]).placed]
    check_lists(asked, query, parts, list(found), len(found) - len(placed))
    check_charts(parts, found, placed, selection.asked.country_layer)
    check_choices(asked, query, found, selection.asked.country_layer)


def check_lists(
    asked: Asked, query: dict[str, str], parts: dict[str, Any], found: list[str], undated: int
) -> None:
    figure = words_of(parts[ids.FIGURES][0])
    assert re.fullmatch(rf"(\d+–)?{len(found):,}Events", figure)
    listed = re.findall(r"'data-event': '([^']+)'", str(parts[ids.TABLE][2].children.children[2].children))
    while len(listed) < len(found):
        more = answer_more(asked, query, ids.TABLE_MORE, str(len(listed)))
        listed += re.findall(r"'data-event': '([^']+)'", str(more["rows"]))
    assert sorted(listed) == sorted(found)
    tray = words_of(parts[ids.TRAY])
    assert bool(tray) == bool(undated)
    assert not undated or f"{labels.TRAY}{undated:,}" in tray


def words_of(part: Any) -> str:
    """All text of a part, without spaces between."""
    if isinstance(part, (list, tuple)):
        children = part[2] if is_light(part) else part
        return "".join(words_of(one) for one in children)
    return words_of(part.children) if hasattr(part, "children") else str(part or "")


def check_charts(
    parts: dict[str, Any], found: dict[str, Any], placed: list[dict[str, Any]], layer: str
) -> None:
    lanes = [note["text"] for note in parts[ids.TIMELINE]["layout"]["annotations"]]
    told = filter(None, (re.search(r">([\d,]+) events?", text) for text in lanes))
    sizes = [int(one[1].replace(",", "")) for one in told]
    assert sum(sizes) == len(placed)  # by type, so that each stands in one lane
    codes = Counter(code for event in found.values() for code in lands_of(event, layer))
    areas = [told for trace in parts[ids.MAP]["data"] for told in trace.get("customdata", [])]
    shown = {code: int(words.split(" ")[0]) for code, _, words in areas if words[0].isdigit()}
    assert shown == dict(codes)
    topics = Counter(topic for event in found.values() for topic in event["topics"])
    chart = parts[ids.TOPICS]["data"]
    named = [cell for row in chart[0]["customdata"] for cell in row] if chart else []
    assert {key: int(words.split(" ")[0]) for key, _, words in named} == dict(topics)


def check_choices(asked: Asked, query: dict[str, str], found: dict[str, Any], layer: str) -> None:
    counted = {
        "organization": ("org", lambda event: {body["key"] for body in event["organizations"]}),
        "country": ("country", lambda event: lands_of(event, layer)),
        "topic": ("topic", lambda event: set(event["topics"])),
        "type": ("type", lambda event: {event["type"]}),
    }
    for name, (parameter, keys) in counted.items():
        if parameter in query:
            continue  # under its own filter a list tells what the others leave
        offered = answer_choices(asked, query, name)
        flat = [one for part in offered for one in part.get("items", [part])]
        told = {one["value"]: one["events"] for one in flat if not one["value"].startswith("family:")}
        assert told == dict(Counter(key for event in found.values() for key in keys(event)))
