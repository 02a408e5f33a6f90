"""`python -m benchmarks.dashboard_browser`: what the page costs a browser, on the annotated pages and more.

A real Chromium at 1440 by 900 opens the page and chooses a filter. Counted are the seconds its main thread
computes (thread ticks of its own metrics, the median of three), the elements of the page, and what travels on
a first and on a second visit. Needs what the tests need.
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

from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, sync_playwright
from rich.console import Console
from rich.table import Table
from werkzeug.serving import make_server

from benchmarks.piles import grow_pile, read_pile
from dashboard import create_app
from data_model import EventFilter, Store, link_store, organization_families, organization_members
from tests.browser.chromium import ARGUMENTS, find_chromium

COLUMNS = (
    "events",
    "load s",
    "filter s",
    "elements",
    "first visit KB",
    "second visit KB",
    "outside",
    "errors",
)
ROUNDS = 3
ANSWERED = "!document.querySelector('#events.stale') && document.querySelector('#headline')?.textContent"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--events", type=int, nargs="*", default=[0, 25_000], help="0: the pages as they are")
    given = parser.parse_args()
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    base = read_pile()
    table = Table(*COLUMNS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=ARGUMENTS)
        for size in given.events:
            with _served(base, size) as (address, events):
                table.add_row(*map(str, (events, *_measure(browser, address))))
        browser.close()
    Console(width=120).print(table)


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
    loads, filters, first, second, elements = [], [], 0.0, 0.0, 0
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
        page.close()
        page, session = _page(context, address, outside, errors)
        travelled = _travelled(session)
        page.goto(address)
        _settle(page)
        second = sum(travelled)
        context.close()
    middle = (round(statistics.median(loads), 2), round(statistics.median(filters), 2))
    return *middle, elements, round(first / 1024), round(second / 1024), len(outside), len(errors)


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
