"""`make dashboard-bench`: what a view costs the server, beside plain pandas and hand SQL in the same run.

A pile of each size is made of the annotated pages (`piles.py`); then 200 varied filters are asked, each for
the first time: the whole answer as the browser gets it, compressed. Beside it the same filter as masks over a
pandas frame with the counts a page needs, and as SQL on the serving database. Milliseconds of one process;
read them as ratios. `--freeze` writes `dashboard.csv`; `--events 1000000` takes a while and much memory.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import logging
import random
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlencode

import duckdb
import numpy as np
import pandas as pd

from benchmarks.piles import grow_pile, read_pile
from benchmarks.tabled import tell
from data_model import EventFilter, Store, organization_families, organization_members

FROZEN = Path(__file__).parent / "dashboard.csv"
SIZES = (10_000, 100_000)
VIEWS, ROUNDS = 200, 2
LOOK = "light,1064,620,460"
COLUMNS = ("events", "what", "p50 ms", "p95 ms", "max ms", "p50 KB", "p95 KB")
WORDS = ("summit", "minister", "Putin", "agreement", "Minsk", "council session", "ceasefire", "election")
Query = dict[str, str]


def main() -> None:
    """Measure and print, and freeze on request."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--events", type=int, nargs="*", default=list(SIZES))
    parser.add_argument("--views", type=int, default=VIEWS)
    parser.add_argument("--freeze", action="store_true")
    given = parser.parse_args()
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    base = read_pile()
    rows = [row for size in given.events for row in _measure(base, size, given.views)]
    tell(COLUMNS, rows, FROZEN if given.freeze else None, width=120)


def _measure(base: list[Any], size: int, views: int) -> Iterator[tuple[Any, ...]]:
    with (
        TemporaryDirectory() as folder,
        Store.open(
            Path(folder), create=True, families=organization_families(), members=organization_members()
        ) as store,
    ):
        for batch in grow_pile(base, size):
            store.add(batch)
        store.upkeep.tidy()
        begin = time.perf_counter()
        store.prepare()
        built = time.perf_counter() - begin
        queries = list(make_queries(store, views))
        yield (size, "built", round(built * 1000), "", "", "", "")
        with ProcessPoolExecutor(1, get_context("spawn")) as other:
            held, peak = other.submit(_memory, folder).result()
        yield (size, "memory of a process that has built it, MB", held, "", "", "", "")
        yield (size, "at its peak", peak, "", "", "", "")
        # Cold twice, by a store and a page that have answered nothing yet; the quicker of the two counts.
        cold = []
        for _ in range(ROUNDS):
            with Store.open(
                Path(folder), families=organization_families(), members=organization_members()
            ) as fresh:
                ask = _page(fresh)
                ask(queries[-1])  # names and words of the page are read once
                cold.append(_timed(ask, queries[:-1]))
                warm = _timed(ask, queries[:-1])
        yield (size, "Dateline, cold", *_told(cold))
        yield (size, "Dateline, warm", *_told([warm]))
        yield (size, "plain pandas: masks and counts", *_told([_timed(_pandas(store), queries[:-1])]))
        yield (size, "hand SQL on the serving database", *_told([_timed(_sql(store), queries[:-1])]))


def _memory(folder: str) -> tuple[int, int]:
    """What a process holds that has built the serving database of a store and nothing else, and its peak."""
    with Store.open(Path(folder), families=organization_families(), members=organization_members()) as store:
        store.prepare()
        told = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text("ascii").splitlines())
        held, peak = (int(told[name].removesuffix("kB")) >> 10 for name in ("VmRSS", "VmHWM"))
        return held, peak


def make_queries(store: Store, number: int, seed: int = 5) -> Iterator[Query]:
    """Varied views, all different: the first of everything, the rest of up to four filters."""
    dice = random.Random(seed)
    facets = store.view(EventFilter()).facets()
    keys = {kind: list(counted)[:40] for kind, counted in facets.items()}
    makers: dict[str, Callable[[], Query]] = {
        "org": lambda: {"org": ",".join(dice.sample(keys["organization"], dice.choice((1, 1, 2))))},
        "country": lambda: {
            "country": dice.choice(keys["country"]),
            "layer": dice.choice(("any", "participating", "location", "named")),
        },
        "topic": lambda: {"topic": dice.choice(keys["topic"])},
        "type": lambda: {"type": ",".join(dice.sample(keys["type"], 2))},
        "status": lambda: {"status": dice.choice(("happened", "planned"))},
        "certainty": lambda: {"certainty": dice.choice(("exact", "approximate"))},
        "strength": lambda: {"strength": dice.choice(("likely", "clear"))},
        "period": lambda: _period(dice),
        "text": lambda: {"q": dice.choice(WORDS)},
    }
    seen: set[str] = set()
    yield {}
    while len(seen) < number:
        query: Query = {"lanes": dice.choice(("organization", "country", "topic", "type"))}
        for kind in dice.sample(list(makers), dice.choice((0, 1, 1, 2, 2, 3, 4))):
            query |= makers[kind]()
        if str(query) not in seen:
            seen.add(str(query))
            yield query


def _period(dice: random.Random) -> Query:
    first = dice.randrange(1995, 2024)
    return {"from": f"{first}-01-01", "to": f"{min(first + dice.choice((0, 1, 3, 8)), 2029)}-12-31"}


def _timed(ask: Callable[[Query], int], queries: list[Query]) -> list[tuple[float, float]]:
    """Milliseconds and kilobytes of each question."""
    told = []
    for query in queries:
        begin = time.perf_counter()
        size = ask(query)
        told.append(((time.perf_counter() - begin) * 1000, size / 1024))
    return told


def _told(rounds: list[list[tuple[float, float]]]) -> tuple[Any, ...]:
    times = np.array([[took for took, _ in one] for one in rounds]).min(axis=0)
    sizes = [size for _, size in rounds[0]]
    middle, high = np.percentile(times, [50, 95]).round(1)
    small, large = np.percentile(sizes, [50, 95]).round(1) if any(sizes) else ("", "")
    return middle, high, round(float(times.max()), 1), small, large


def _page(store: Store) -> Callable[[Query], int]:
    """The page's own answer to a view, in bytes as they travel."""
    from dashboard import create_app

    client = create_app(store).server.test_client()
    gc.collect()
    gc.freeze()  # as `dateline serve` does

    def ask(query: Query) -> int:
        address = f"/view?{urlencode(query | {'look': LOOK})}"
        answer = client.get(address, headers={"Accept-Encoding": "gzip"})
        if answer.status_code != 200:  # noqa: PLR2004 - anything else is a failure
            raise RuntimeError(f"{address}: {answer.status_code}")
        return len(answer.data)

    return ask


_COPIED = (
    "texts",
    "happening_documents",
    "happening_organizations",
    "happening_countries",
    "happening_topics",
)


def _tables(store: Store) -> duckdb.DuckDBPyConnection:
    """The tables of the serving database in memory, the words of a happening in its row."""
    serving = store._current()  # noqa: SLF001 - the same rows, without the store's own counting
    tables = duckdb.connect()
    tables.register("rows", serving.happenings)
    with contextlib.closing(serving.cursor()) as cursor:
        for name in _COPIED:
            tables.register("given", cursor.sql(f"FROM {name}").to_arrow_table())
            tables.execute(f"CREATE TABLE {name} AS FROM given")
    tables.execute(
        "CREATE TABLE happenings AS SELECT r.*, words FROM rows r JOIN texts ON place = number - 1"
        " ORDER BY number"
    )
    return tables


def _filter_of(query: Query) -> EventFilter:
    from dashboard.selection import filter_of, read_selection

    return filter_of(read_selection(query)[0])


def _pandas(store: Store) -> Callable[[Query], int]:
    """The filter as masks over frames, and the counts of a page."""
    events = (
        _tables(store)
        .execute(
            "SELECT number, type, status, exact, score, words, organizations, countries, topics,"
            " year(earliest) AS year, earliest, latest FROM happenings ORDER BY number"
        )
        .df()
    )
    lists = {
        name: events[["number", name]].explode(name).dropna()
        for name in ("organizations", "countries", "topics")
    }

    def ask(query: Query) -> int:
        chosen = events[_mask(events, lists, _filter_of(query))]
        for own in lists.values():
            own[own["number"].isin(chosen["number"])].iloc[:, 1].value_counts()
        chosen["type"].value_counts()
        chosen["year"].value_counts()
        topics = lists["topics"].merge(chosen[["number", "year"]], on="number")
        topics.groupby(["topics", "year"]).size()
        chosen.sort_values("earliest").head(50).to_dict("records")
        return 0

    return ask


def _mask(events: pd.DataFrame, lists: dict[str, pd.DataFrame], wanted: EventFilter) -> pd.Series:
    mask = pd.Series(data=True, index=events.index)
    for name, own in lists.items():
        if keys := getattr(wanted, name):
            mask &= events["number"].isin(own.loc[own[name].isin(keys), "number"])
    for column, keys in (("type", wanted.types), ("status", wanted.statuses)):
        if keys:
            mask &= events[column].isin(keys)
    if wanted.certainty != "all":
        mask &= events["exact"] == (wanted.certainty == "exact")
    if wanted.since:
        mask &= ~(events["latest"] < pd.Timestamp(wanted.since))
    if wanted.until:
        mask &= ~(events["earliest"] > pd.Timestamp(wanted.until))
    for word in wanted.words:
        mask &= events["words"].str.contains(word.lower(), regex=False)
    return mask


_COUNTS = (
    "SELECT count(*), min(earliest), max(latest) FROM chosen",
    "SELECT count(DISTINCT document) FROM happening_documents, chosen WHERE number = happening",
    "SELECT organization, count(*) FROM happening_organizations, chosen WHERE number = happening GROUP BY 1",
    "SELECT country, count(*) FROM happening_countries JOIN chosen ON number = happening GROUP BY ALL",
    "SELECT topic, count(*) FROM happening_topics, chosen WHERE number = happening GROUP BY topic, latest",
    "SELECT type, count(*) FROM chosen GROUP BY ALL",
    "SELECT year(earliest), count(*) FROM chosen GROUP BY ALL",
    "SELECT id, title, edtf FROM happenings JOIN chosen USING (number) ORDER BY chosen.earliest LIMIT 50",
)


def _sql(store: Store) -> Callable[[Query], int]:
    """One selection a view in the database, and the counts of a page from it."""
    cursor = _tables(store)

    def ask(query: Query) -> int:
        wanted = _filter_of(query)
        conditions, values = _conditions(wanted)
        cursor.execute(
            "CREATE OR REPLACE TEMP TABLE chosen AS SELECT number, type, earliest, latest FROM happenings"  # noqa: S608
            f" WHERE {' AND '.join(conditions)}",
            values,
        )
        for counted in _COUNTS:
            cursor.execute(counted).fetchall()
        return 0

    return ask


def _conditions(wanted: EventFilter) -> tuple[list[str], dict[str, Any]]:
    values: dict[str, Any] = {}
    conditions = ["true"]
    for name, table in (("organizations", "organizations"), ("countries", "countries"), ("topics", "topics")):
        if keys := getattr(wanted, name):
            conditions.append(f"len(list_intersect({table}, ${name})) > 0")
            values[name] = list(keys)
    for name, column in (("types", "type"), ("statuses", "status")):
        if keys := getattr(wanted, name):
            conditions.append(f"list_contains(${name}, {column})")
            values[name] = list(keys)
    if wanted.certainty != "all":
        conditions.append("exact" if wanted.certainty == "exact" else "NOT exact")
    if wanted.since:
        conditions.append("(latest IS NULL OR latest >= $since)")
        values["since"] = wanted.since
    if wanted.until:
        conditions.append("(earliest IS NULL OR earliest <= $until)")
        values["until"] = wanted.until
    for number, word in enumerate(wanted.words):
        conditions.append(f"contains(words, $word{number})")
        values[f"word{number}"] = word.lower()
    return conditions, values


if __name__ == "__main__":
    main()
