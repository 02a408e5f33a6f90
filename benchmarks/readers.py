"""`make readers`: fifty readers at once, and the memory of a server that has answered many.

`dateline serve` serves a pile of 100,000 events in a process of its own. Fifty readers walk twenty each of
200 views (those of `dashboard.py`) for a minute, each waiting two seconds between a view and the next; then
25,000 views are asked one after the other. `--freeze` writes `readers.csv`.
"""

from __future__ import annotations

import argparse
import http.client
import random
import re
import subprocess
import sys
import threading
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlencode

import numpy as np

from benchmarks.dashboard import LOOK, VIEWS, Query, make_queries
from benchmarks.piles import grow_pile, read_pile
from benchmarks.tabled import tell
from data_model import Store, organization_families, organization_members

FROZEN = Path(__file__).parent / "readers.csv"
COLUMNS = ("what", "number", "p50 ms", "p95 ms", "max ms", "errors", "server MB")
EVENTS, READERS, WALK, THINK, SECONDS, CALLS = 100_000, 50, 20, 2.0, 60, 25_000
_PAUSES = 5


def main() -> None:
    """Measure and print, and freeze on request."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--events", type=int, default=EVENTS)
    parser.add_argument("--freeze", action="store_true")
    given = parser.parse_args()
    with TemporaryDirectory() as folder:
        queries = _make_pile(Path(folder), given.events)
        command = [sys.executable, "-m", "dashboard", "serve", "--store", folder, "--port", "0"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
            try:
                rows = _measure(_port_of(server), server.pid, queries)
            finally:
                server.terminate()
    tell(COLUMNS, rows, FROZEN if given.freeze else None, width=120)


def _make_pile(folder: Path, events: int) -> list[Query]:
    with Store.open(
        folder, create=True, families=organization_families(), members=organization_members()
    ) as store:
        for batch in grow_pile(read_pile(), events):
            store.add(batch)
        store.upkeep.tidy()
        return list(make_queries(store, VIEWS))


def _port_of(server: subprocess.Popen[str]) -> int:
    for line in server.stdout or ():
        if found := re.search(r"http://127\.0\.0\.1:(\d+)/", line):
            return int(found[1])
    raise RuntimeError("the server did not say where it is")


def _measure(port: int, server: int, queries: list[Query]) -> list[tuple[object, ...]]:
    told: list[float] = []
    errors: list[str] = []
    until = time.monotonic() + SECONDS
    readers = [
        threading.Thread(
            target=_read, args=(port, random.Random(seed).sample(queries, WALK), until, told, errors)
        )
        for seed in range(READERS)
    ]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    rows = [(f"{READERS} readers", len(told), *_percentiles(told), len(errors), _memory(server))]
    for turn in range(_PAUSES):
        told, errors = [], []
        some = [queries[number % len(queries)] for number in range(CALLS // _PAUSES)]
        _read(port, some, float("inf"), told, errors, think=0.0)
        rows.append(
            (
                f"after {(turn + 1) * len(some)} calls",
                len(told),
                *_percentiles(told),
                len(errors),
                _memory(server),
            )
        )
    return rows


def _read(
    port: int, walk: list[Query], until: float, told: list[float], errors: list[str], think: float = THINK
) -> None:
    """One reader: a view, a while of looking at it, the next; round and round until a moment."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    while True:
        for query in walk:
            if time.monotonic() >= until:
                return
            begin = time.perf_counter()
            try:
                connection.request(
                    "GET", f"/view?{urlencode(query | {'look': LOOK})}", headers={"Accept-Encoding": "gzip"}
                )
                answer = connection.getresponse()
                answer.read()
                if answer.status != http.client.OK:
                    errors.append(str(answer.status))
            except OSError as error:
                errors.append(str(error))
                connection.close()
            told.append((time.perf_counter() - begin) * 1000)
            time.sleep(think)
        if until == float("inf"):
            return


def _percentiles(told: list[float]) -> tuple[float, ...]:
    middle, high = np.percentile(told, [50, 95]).round(1)
    return float(middle), float(high), round(max(told), 1)


def _memory(process: int) -> int:
    status = Path(f"/proc/{process}/status").read_text("ascii")
    return int(re.search(r"VmRSS:\s*(\d+)", status)[1]) >> 10  # type: ignore[index] - it is always told


if __name__ == "__main__":
    main()
