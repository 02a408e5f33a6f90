"""A real Chromium against a real server, watched: nothing may leave the machine, nothing may complain."""

# ruff: noqa: E501 - scripts and bodies on one line
from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect, sync_playwright
from werkzeug.serving import WSGIRequestHandler, make_server

from dashboard import create_app
from data_model import Store
from tests.browser.chromium import ARGUMENTS, find_chromium
from tests.dashboard.sample import FAMILIES, MEMBERS, Register, many_reports, sample_reports

# Machines are slow at times: no test may fail for that.
PATIENCE = 60.0
expect.set_options(timeout=PATIENCE * 1000)

# A page has settled when it asked nothing and drew all it had for so long; its own timers are shorter.
QUIET = 0.2
AT_REST = """new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() =>
  requestIdleCallback(done, { timeout: 5000 }))))"""

# Set before any script of the page runs.
WATCH = """
window.violations = [];
document.addEventListener('securitypolicyviolation', (event) => window.violations.push(`${event.violatedDirective} ${event.blockedURI}`));
"""


@dataclass
class Tab:
    """A page with what was heard while it ran."""

    page: Page
    address: str
    outside: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    asked: set[Request] = field(default_factory=set)  # what waits for its answer
    last: float = 0.0  # when something was asked or answered

    def __post_init__(self) -> None:
        self.page.set_default_timeout(PATIENCE * 1000)
        self.page.on("request", self._ask)
        self.page.on("requestfinished", self._answer)
        self.page.on("requestfailed", self._answer)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", lambda said: self.errors.append(said.text) if said.type == "error" else None)

    def _ask(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in ("http", "https", "ws", "wss"):
            self.asked.add(request)
            if parts.netloc != urlsplit(self.address).netloc:
                self.outside.append(request.url)
        self.last = time.monotonic()

    def _answer(self, request: Request) -> None:
        self.asked.discard(request)
        self.last = time.monotonic()

    def open(self, search: str = "") -> Page:
        self.page.goto(self.address + search)
        self.until("document.querySelector('#headline')?.textContent")
        self.settle()
        return self.page

    def until(self, expression: str, seconds: float = PATIENCE) -> None:
        """Until it holds; Playwright's own way to wait needs `eval`, which the page forbids."""
        end = time.monotonic() + seconds
        while not self.page.evaluate(expression):
            assert time.monotonic() < end, f"never: {expression}"
            self.page.wait_for_timeout(50)

    def settle(self) -> None:
        """Until charts are drawn and nothing is asked any more, however slow the machine."""
        end, since = time.monotonic() + PATIENCE, time.monotonic()
        while self.asked or time.monotonic() - max(since, self.last) < QUIET:
            assert time.monotonic() < end, f"never answered: {sorted(one.url for one in self.asked)}"
            self.page.wait_for_timeout(50)
            self.page.evaluate(AT_REST)

    def lanes(self, name: str) -> None:
        """Choose what the lanes stand for."""
        self.page.click("#lanes")
        self.page.get_by_role("option", name=name, exact=True).click()

    def headline(self) -> str:
        return self.page.inner_text("#headline")

    def assert_clean(self) -> None:
        assert self.outside == []
        assert self.errors == []
        assert self.page.evaluate("window.violations") == []


class Quiet(WSGIRequestHandler):
    def log_request(self, *_: object) -> None:
        pass


def serve(store: object) -> Iterator[str]:
    app = create_app(store, register=Register())
    server = make_server("127.0.0.1", 0, app.server, threaded=True, request_handler=Quiet)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def small() -> Iterator[str]:
    with Store.in_memory(families=FAMILIES, members=MEMBERS) as store:
        store.add(sample_reports())
        yield from serve(store)


@pytest.fixture(scope="session")
def crowded() -> Iterator[str]:
    with Store.in_memory(families=FAMILIES) as store:
        store.add(many_reports())
        yield from serve(store)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = find_chromium()
    if path is None:
        pytest.skip("no Chromium on this machine: set CHROMIUM to its path")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def windows(chromium: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """One window for all tests that want it alike: what it has fetched and compiled it keeps."""
    made: dict[str, BrowserContext] = {}

    def window(**settings: object) -> BrowserContext:
        settings = {"viewport": {"width": 1440, "height": 1000}, "color_scheme": "light", **settings}
        key = repr(sorted(settings.items()))
        if key not in made:
            made[key] = chromium.new_context(**settings)
            made[key].add_init_script(WATCH)
        return made[key]

    yield window
    for context in made.values():
        context.close()


@pytest.fixture
def new_tab(windows: Callable[..., BrowserContext]) -> Iterator[Callable[..., Tab]]:
    tabs: list[Tab] = []

    def make(address: str, **settings: object) -> Tab:
        tabs.append(Tab(windows(**settings).new_page(), address))
        return tabs[-1]

    yield make
    for tab in tabs:
        forget(tab)
        tab.page.close()


def forget(tab: Tab) -> None:
    """What a reader's browser would remember of the page, for the next test to be the first visit."""
    context = tab.page.context
    origin = tab.address.rstrip("/")
    context.new_cdp_session(tab.page).send(
        "Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "cookies,local_storage,indexeddb"}
    )
    context.clear_permissions()
