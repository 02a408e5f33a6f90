"""`make browser-bench`: what the page costs a browser, on the annotated pages and more.

A real Chromium at 1440 by 900 opens the page and chooses a filter. Counted are the seconds its main thread
computes (thread ticks of its own metrics, the median of three), the elements of the page, what travels on a
first and on a second visit, and how long after a key that zooms or pans the marks stand in their new places,
and how long after it the timeline is drawn anew for these days. `--freeze` writes `browser.csv`.
"""

from __future__ import annotations

import argparse
import logging
import statistics
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, sync_playwright
from werkzeug.serving import make_server

from benchmarks.piles import grow_pile, read_pile
from benchmarks.tabled import tell
from dashboard import create_app
from data_model import EventFilter, Store, link_store, organization_families, organization_members
from tests.browser.chromium import ARGUMENTS, find_chromium

FROZEN = Path(__file__).parent / "browser.csv"
COLUMNS = (
    "events",
    "load s",
    "filter s",
    "moved p95 ms",
    "redrawn p95 ms",
    "elements",
    "first visit KB",
    "second visit KB",
    "outside",
    "errors",
)
ROUNDS = 3
KEYS = ["+", "+", "ArrowRight", "+", "ArrowLeft", "ArrowLeft", "+", "-", "ArrowRight", "-"] * 2
# From the key to the frame in which the marks have moved, and to that of the timeline the server drew for it.
ZOOMED = """async (key) => {
    const frame = () => new Promise(requestAnimationFrame);
    const graph = document.querySelector("#timeline").firstElementChild;
    const painted = new Promise((done) => {
        document.addEventListener("dateline:drawn", function seen({ detail }) {
            if (detail !== "timeline") return;
            document.removeEventListener("dateline:drawn", seen);
            frame().then(() => done(performance.now()));
        });
    });
    const begin = performance.now();
    window.datelineWindow.move(graph, key);
    await frame();
    const moved = performance.now() - begin;
    return [moved, await painted - begin];
}"""
ANSWERED = "!document.querySelector('#events.stale') && document.querySelector('#headline')?.textContent"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--events", type=int, nargs="*", default=[0, 25_000], help="0: the pages as they are")
    parser.add_argument("--freeze", action="store_true")
    given = parser.parse_args()
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    base = read_pile()
    rows = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=ARGUMENTS)
        for size in given.events:
            with _served(base, size) as (address, events):
                rows.append((events, *_measure(browser, address)))
        browser.close()
    tell(COLUMNS, rows, FROZEN if given.freeze else None, width=120)


@contextmanager
def _served(base: list[Any], size: int) -> Iterator[tuple[str, int]]:
    given = {"families": organization_families(), "members": organization_members()}
    with TemporaryDirectory() as folder, Store.open(Path(folder), create=True, **given) as store:
        for batch in grow_pile(base, size) if size else [base]:
            store.add(batch)
        if not size:
            link_store(store)
        app = create_app(store)
        server = make_server("127.0.0.1", 0, app.server, threaded=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        app.server.test_client().get("/view?look=dark,900,500,400")  # what is read once is read
        yield f"http://127.0.0.1:{server.server_port}/", store.counts(EventFilter()).events
        server.shutdown()


def _measure(browser: Browser, address: str) -> tuple[Any, ...]:
    loads, filters, zooms, first, second, elements = [], [], [], 0.0, 0.0, 0
    outside: list[str] = []
    errors: list[str] = []
    for _ in range(ROUNDS):
        context = browser.new_context(viewport={"width": 1440, "height": 900})
        page, session = _page(context, address, outside, errors)
        travelled = _travelled(session)
        page.goto(address)
        _settle(page)
        loads.append(_seconds(session))
        first = sum(travelled)
        elements = page.evaluate("document.querySelectorAll('*').length")
        before = _seconds(session)
        page.evaluate("window.datelineSend({ kind: 'toggle', name: 'org', value: 'un' })")
        page.wait_for_timeout(300)
        _settle(page)
        filters.append(_seconds(session) - before)
        page.goto(address)
        _settle(page)
        zooms += [page.evaluate(ZOOMED, key) for key in KEYS]
        page.close()
        page, session = _page(context, address, outside, errors)
        travelled = _travelled(session)
        page.goto(address)
        _settle(page)
        second = sum(travelled)
        context.close()
    middle = (round(statistics.median(loads), 2), round(statistics.median(filters), 2))
    return (
        *middle,
        *np.percentile(zooms, 95, axis=0).round().astype(int).tolist(),
        elements,
        round(first / 1024),
        round(second / 1024),
        len(outside),
        len(errors),
    )


def _page(
    context: BrowserContext, address: str, outside: list[str], errors: list[str]
) -> tuple[Page, CDPSession]:
    page = context.new_page()
    own = (address, "data:", "blob:")
    page.on("request", lambda one: None if one.url.startswith(own) else outside.append(one.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    session = context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    session.send("Network.enable")
    return page, session


def _travelled(session: CDPSession) -> list[float]:
    found: list[float] = []
    session.on("Network.loadingFinished", lambda told: found.append(told["encodedDataLength"]))
    return found


def _seconds(session: CDPSession) -> float:
    told = session.send("Performance.getMetrics")["metrics"]
    return float(next(one["value"] for one in told if one["name"] == "TaskDuration"))


def _settle(page: Page) -> None:
    for _ in range(600):
        if page.evaluate(ANSWERED):
            break
        page.wait_for_timeout(50)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(700)


if __name__ == "__main__":
    main()
