"""Every number of a view beside a plain count over the exported JSON Lines.

`make counts` holds 500 random views of the annotated pages against it, the suite a few of a made-up pile.
Each number is read off what the page, its lists, its drawer and its files say; nothing of the store's own
counting is used for what is expected.
"""

# ruff: noqa: S311 - a seed, not a secret
from __future__ import annotations

import csv
import html
import io
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any
from urllib.parse import parse_qsl

from dashboard import ids, labels
from dashboard.callbacks.answers import answer_view
from dashboard.callbacks.asked import Asked
from dashboard.callbacks.event import answer_event
from dashboard.callbacks.period import chosen_view
from dashboard.callbacks.routes import answer_choices, answer_csv, answer_more
from dashboard.components.light import is_light
from dashboard.config import Config
from dashboard.filters import COUNTED, LISTS
from dashboard.publish.files import make_file
from dashboard.selection import Selection, read_selection
from data_model import COUNTRY_LAYERS, ORGANIZATION_LAYERS, EventFilter, Store, to_json_line
from tests.dashboard.plain_counts import Fact, passing, read_facts

WIDE = 731
WORDS = ("accord", "Talks over", "lukashenko", "ОДКБ", "UN", "sign", "Russia", "Путин Armenia")
DAY_MS = 86_400_000


@dataclass(frozen=True, slots=True)
class Pile:
    """A page, and its events as its export tells them."""

    asked: Asked
    facts: Sequence[Fact]
    members: Mapping[str, Any]

    def unlisted(self, wanted: EventFilter) -> set[str]:
        """Where members are asked for, bodies with the very same members as one that stands for them."""
        heads: dict[Any, str] = {}
        alike = {key for key, terms in self.members.items() if heads.setdefault(terms, key) != key}
        return alike if wanted.organization_layer == "member" else set()

    def view(self, query: Mapping[str, str]) -> tuple[Selection, EventFilter, list[Fact]]:
        """What an address asks, with the period of its view, and what passes that."""
        selection, complaints = read_selection(query)
        assert complaints == ()
        view, _, _ = chosen_view(self.asked.open_store(), selection, self.asked.naming())
        return selection, view.wanted, passing(self.facts, view.wanted)


def make_query(dice: random.Random, pile: Pile) -> dict[str, str]:
    """Up to four filters of what the pile holds, one in four of them meaning something else than is plain."""

    def some(kind: str, layer: str = "") -> str:
        return dice.choice(
            sorted(dice.choice([one for one in pile.facts if one.keys[kind, layer]]).keys[kind, layer])
        )

    def meant(parameter: str, kind: str, setting: str, plain: str, layers: Sequence[str]) -> dict[str, str]:
        layer = plain if dice.random() < 0.7 else dice.choice(layers)
        return {parameter: some(kind, layer), **({} if layer == plain else {setting: layer})}

    day = date(1995, 1, 1) + timedelta(days=dice.randrange(11_300))
    makers: dict[str, Callable[[], dict[str, str]]] = {
        "org": lambda: meant("org", "organization", "role", "acting", ORGANIZATION_LAYERS),
        "country": lambda: meant("country", "country", "layer", "participating", (*COUNTRY_LAYERS, "any")),
        "person": lambda: {"person": some("person")},
        "topic": lambda: {"topic": f"{some('topic')},{some('topic')}"},
        "type": lambda: {"type": f"{some('type')},{some('type')}"},
        "publisher": lambda: {"publisher": f"{some('publisher')},{some('publisher')}"},
        "lang": lambda: {"lang": some("language")},
        **{row.id: lambda row=row: {row.parameter: dice.choice(row.choices[1:])[0]} for row in COUNTED},
        "period": lambda: {"from": str(day), "to": str(day + timedelta(days=dice.randrange(1, 4000)))},
        "within": lambda: {"from": str(day), "within": dice.choice(("certain", "perhaps"))},
        "text": lambda: {"q": dice.choice(WORDS)},
        "span": lambda: {"span": "all"},
    }  # fmt: skip
    query: dict[str, str] = {"lanes": dice.choice(labels.LANE_CHOICES)[0]}
    for kind in dice.sample(list(makers), dice.choice((0, 1, 1, 2, 2, 3, 4))):
        if not ({"person", "topic"} & {kind}) or any(one.keys[kind, ""] for one in pile.facts):
            query |= makers[kind]()
    return query


Difference = tuple[str, object, object]


def differences(pile: Pile, query: dict[str, str], dice: random.Random) -> Iterator[Difference]:
    """What a number says where, and what it should say."""
    selection, wanted, found = pile.view(query)
    parts = answer_view(pile.asked, {"query": query, "look": {}})
    text = answer_csv(pile.asked, query, "/").removeprefix("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text)))
    told: Iterable[Difference] = [
        ("csv", sorted(row["id"] for row in rows), sorted(one.id for one in found)),
        *_in_lists(pile, query, parts, wanted, found),
        *(_in_charts(pile, query, parts, selection, wanted, found) if found else ()),
        *_in_choices(pile, query, parts, wanted),
        *_in_files(pile, query, parts, found),
        *(_in_drawer(pile, query, found, dice.choice(found)) if found else ()),
    ]
    yield from (one for one in told if one[1] != one[2])


def _in_files(
    pile: Pile, query: dict[str, str], parts: dict[str, Any], found: list[Fact]
) -> Iterator[Difference]:
    """What the files of the same address say."""
    told = json.loads(make_file(pile.asked, "events", "json", query).data)
    yield "json", sorted(one["id"] for one in told["events"]), sorted(one.id for one in found)
    known = json.loads(make_file(pile.asked, "events", "metadata.json", query).data)
    for metadata in (known, told["metadata"]):
        yield "metadata", (metadata["title"], metadata["events"]), (parts[ids.HEADLINE], len(found))
    if found:
        drawing = make_file(pile.asked, "timeline", "svg", query).data.decode()
        title = re.search("<title[^>]*>(.*?)</title>", drawing)
        yield "svg", html.unescape(title[1]) if title else "", parts[ids.HEADLINE]


def _in_lists(
    pile: Pile, query: dict[str, str], parts: dict[str, Any], wanted: EventFilter, found: list[Fact]
) -> Iterator[Difference]:
    if not found:
        yield "nothing is said", "hidden" in parts[ids.CHARTS], True
        yield from _exits(pile, query, parts)
        return
    headline = parts[ids.HEADLINE]
    number = int(re.match(r"([\d,]+) event", headline)[1].replace(",", ""))
    more = re.search(r"perhaps ([\d,]+) more", headline)
    yield "headline", number + (int(more[1].replace(",", "")) if more else 0), len(found)
    figures = [words_of(one) for one in parts[ids.FIGURES]]
    tied = {
        kind: set().union(*(one.has(kind, wanted) for one in found)) for kind in ("organization", "country")
    }
    bodies = set(_single(tied["organization"])) - pile.unlisted(wanted)
    documents = set().union(*(one.keys["document", ""] for one in found))
    planned = sum(bool({"planned", "postponed"} & one.keys["status", ""]) for one in found)
    for figure, number in zip(
        figures, (len(found), len(documents), len(tied["country"]), len(bodies), planned), strict=True
    ):
        most = re.match(r"(?:[\d,]+–)?([\d,]+)", figure)[1]
        yield f"figure {figure}", int(most.replace(",", "")), number
    start = listed = events_in(parts[ids.TABLE][2].children.children[2].children)
    while start and len(listed) < len(found):
        start = events_in(answer_more(pile.asked, query, ids.TABLE_MORE, str(len(listed)))["rows"])
        listed = listed + start
    yield "table", sorted(listed), sorted(one.id for one in found)
    undated = sum(one.certainty == "unplaced" for one in found)
    tray = re.match(rf"{labels.TRAY}([\d,]+)", words_of(parts[ids.TRAY]))
    yield "tray", int(tray[1].replace(",", "")) if tray else 0, undated


def _exits(pile: Pile, query: dict[str, str], parts: dict[str, Any]) -> Iterator[Difference]:
    """Each way out of an empty view leads to as many events as it says."""
    for button in _buttons(parts[ids.NOTICE]):
        names, values = (getattr(button, f"data-{name}").split(",") for name in ("set", "value"))
        left = query | dict(zip(names, values, strict=True))
        found = re.search(r"\(([\d,]+) event", button.children)
        yield (
            f"exit {names}",
            int(found[1].replace(",", "")),
            len(pile.view({name: text for name, text in left.items() if text})[2]),
        )


def _buttons(part: Any) -> Iterator[Any]:
    for one in part if isinstance(part, list) else [part]:
        yield from (found for found in one._traverse() if hasattr(found, "data-set"))


def events_in(part: object) -> list[str]:
    return re.findall(r"'data-event': '([^']+)'", str(part))


def words_of(part: Any) -> str:
    """All text of a part, without spaces between."""
    if isinstance(part, (list, tuple)):
        children = part[2] if is_light(part) else part
        return "".join(words_of(one) for one in children)
    return words_of(part.children) if hasattr(part, "children") else str(part or "")


def _in_charts(
    pile: Pile, query: dict[str, str], parts: dict[str, Any], selection: Selection, wanted: EventFilter,
    found: list[Fact],
) -> Iterator[Difference]:  # fmt: skip
    lanes = [note["text"] for note in parts[ids.TIMELINE]["layout"]["annotations"]]
    sizes = Counter(
        int(one[1].replace(",", "")) for text in lanes if (one := re.search(r">([\d,]+) events?", text))
    )
    kind = query["lanes"]
    placed = [one for one in found if one.certainty != "unplaced"]
    counted = Counter(key for one in placed for key in _single(one.has(kind, wanted)))
    chosen = set(counted) & set(selection.value(next(row for row in LISTS if row.id == kind)))
    own = sorted((counted[key] for key in chosen or counted), reverse=True)
    bare = sum(not one.has(kind, wanted) for one in placed)
    # What has no key comes last, behind what has none of those that have lanes, if there is any.
    yield "lane of none", not bare or sizes[bare] > 0, True
    sizes -= Counter([bare])
    yield "lanes", Counter(own[: sizes.total() - 1]) - sizes, Counter()
    codes = Counter(code for one in found for code in one.has("country", wanted))
    areas = [told for trace in parts[ids.MAP]["data"] for told in trace.get("customdata", [])]
    yield (
        "map",
        {code: int(words.split(" ")[0].replace(",", "")) for code, _, words in areas if words[0].isdigit()},
        dict(codes),
    )
    topics = Counter(topic for one in found for topic in one.keys["topic", ""])
    chart = parts[ids.TOPICS]["data"]
    cells = [cell for row in chart[0]["customdata"] for cell in row] if chart else []
    shown = {key: int(words.split(" ")[0].replace(",", "")) for key, _, words in cells}
    yield "topics", shown, {key: topics[key] for key in shown}
    # On a pile of many topics the largest have rows.
    yield (
        "topics left out",
        [key for key, n in topics.items() if key not in shown and n > min(shown.values())],
        [],
    )
    yield from _in_overview(pile, parts, wanted)


def _in_overview(pile: Pile, parts: dict[str, Any], wanted: EventFilter) -> Iterator[Difference]:
    rest, planned = parts[ids.OVERVIEW]["data"]
    total = sum(rest["y"]) + sum(planned["y"])
    ends = [(x - w / 0.86 / 2, x + w / 0.86 / 2) for x, w in zip(rest["x"], rest["width"], strict=True)]
    start, stop = round(ends[0][0] / DAY_MS), round(ends[-1][1] / DAY_MS)
    epoch = date(1970, 1, 1).toordinal()
    expected = 0.0
    for one in passing(pile.facts, replace(wanted, since=None, until=None, within="all"), "period"):
        if one.certainty == "unplaced":
            continue
        first, last = one.when.earliest.toordinal() - epoch, one.when.latest.toordinal() - epoch
        if last - first <= WIDE or one.certainty == "exact":
            expected += max(0, min(last + 1, stop) - max(first, start)) / (last - first + 1)
    yield "overview", round(float(total), 4), round(expected, 4)


def _in_choices(
    pile: Pile, query: dict[str, str], parts: dict[str, Any], wanted: EventFilter
) -> Iterator[Difference]:
    for row in LISTS:
        offered = answer_choices(pile.asked, query, row.id)
        flat = {one["value"]: one["events"] for part in offered for one in part.get("items", [part])}
        others = passing(pile.facts, wanted, row.condition)
        counted = Counter(key for one in others for key in one.has(row.condition, wanted))
        whole = {key: number for key, number in flat.items() if not key.startswith("family:") and number}
        unlisted = pile.unlisted(wanted) - set(wanted.organizations) if row.id == "organization" else set()
        yield f"list {row.id}", whole, {key: counted[key] for key in _single(counted) if key not in unlisted}
        families = {key: number for key, number in flat.items() if key.startswith("family:")}
        yield f"families {row.id}", families, {key: counted[key] for key in families}
    for row in COUNTED:
        others = passing(pile.facts, wanted, row.condition)
        told = {one["value"]: int(one["label"].split("\n")[1].replace(",", "")) for one in parts[row.id]}
        one_by_one = {
            value: len(passing(others, EventFilter(**{row.field: row.value_of(value)})))
            for value, _ in row.choices
        }
        yield f"choice {row.id}", told, one_by_one


def _in_drawer(pile: Pile, query: dict[str, str], found: list[Fact], one: Fact) -> Iterator[Difference]:
    drawer = answer_event(pile.asked, {"event": one.id, "query": query})
    place = re.search(r"([\d,]+) of ([\d,]+) in time", words_of(drawer[0]))
    # One event alone has no neighbours to walk to.
    yield "drawer", int(place[2].replace(",", "")) if place else 1, len(found)
    heads = [
        found[1] for part in drawer if (found := re.fullmatch(rf"{labels.REPORTS}(\d+)", words_of(part)))
    ]
    yield "reports", heads, [str(one.members)]
    for address, words in _links(drawer):
        kin = dict(parse_qsl(address.removeprefix("?")))
        yield f"drawer {address}", int(words.split(" ")[0].replace(",", "")), len(pile.view(kin)[2])


def _links(part: Any) -> Iterator[tuple[str, str]]:
    """Each link to another view, and what stands behind it."""
    children = part if isinstance(part, list) else getattr(part, "children", None)
    for one in children if isinstance(children, list) else [children] if children is not None else []:
        if (
            "data-view" in getattr(one, "available_properties", ())
            or getattr(one, "data-view", None) is not None
        ):
            yield one.href, words_of(children[1])
        yield from _links(one)


def _single(keys: Iterable[str]) -> Iterator[str]:
    """Without families."""
    return (key for key in keys if not key.startswith("family:"))


def main() -> int:
    """So many random views of the annotated pages, and what differs."""
    from benchmarks.piles import pile_documents
    from data_model import (
        import_documents,
        link_store,
        names,
        normalize,
        organization_families,
        organization_members,
    )

    number = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    given = organization_families(), organization_members()
    with Store.in_memory(families=given[0], members=given[1]) as store:
        import_documents(pile_documents(), store, normalize=normalize, link=link_store)
        reports = list(store.reports())
        lines = [to_json_line(one.normalized) for one in reports]
        asked = Asked(store, names(), Config())
        pile = Pile(asked, read_facts(lines, reports, list(store.linking.links()), *given), given[1])
        bad = 0
        for seed in range(number):
            dice = random.Random(seed)
            query = make_query(dice, pile)
            for what, told, expected in differences(pile, query, dice):
                bad += 1
                print(seed, query, what, str(told)[:300], str(expected)[:300], sep="\n  ")
    print(f"{number:,} views of {len(pile.facts):,} events: {bad:,} numbers differ")
    return bool(bad)


if __name__ == "__main__":
    sys.exit(main())
