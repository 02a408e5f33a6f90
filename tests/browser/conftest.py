"""A real Chromium against a real server, watched: nothing may leave the machine, nothing may complain."""

# ruff: noqa: E501 - scripts and bodies on one line
from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from werkzeug.serving import WSGIRequestHandler, make_server

from dashboard import create_app
from data_model import Store
from tests.browser.chromium import ARGUMENTS, find_chromium
from tests.dashboard.sample import FAMILIES, MEMBERS, Register, many_reports, sample_reports

# Machines are slow at times: no test may fail for that.
PATIENCE = 60.0
expect.set_options(timeout=PATIENCE * 1000)

# Set before any script of the page runs.
WATCH = """
window.violations = [];
document.addEventListener('securitypolicyviolation', (event) => window.violations.push(`${event.violatedDirective} ${event.blockedURI}`));
"""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Pages are looked at one after the other, by one process: two browsers would wait for each other."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.xdist_group("browser"))


@dataclass
class Tab:
    """A page with what was heard while it ran."""

    page: Page
    address: str
    outside: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

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
        """Until charts are drawn and nothing is asked any more."""
        self.page.wait_for_load_state("networkidle")
        self.page.wait_for_timeout(250)

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


@pytest.fixture
def new_tab(chromium: Browser) -> Iterator[Callable[..., Tab]]:
    contexts: list[BrowserContext] = []

    def make(address: str, **settings: object) -> Tab:
        context = chromium.new_context(
            **{"viewport": {"width": 1440, "height": 1000}, "color_scheme": "light", **settings}
        )
        contexts.append(context)
        context.add_init_script(WATCH)
        tab = Tab(context.new_page(), address)
        host = urlsplit(address).netloc

        def hear(request: object) -> None:
            if (
                urlsplit(request.url).scheme in ("http", "https", "ws", "wss")
                and urlsplit(request.url).netloc != host
            ):
                tab.outside.append(request.url)

        tab.page.on("request", hear)
        tab.page.on("pageerror", lambda error: tab.errors.append(str(error)))
        tab.page.on("console", lambda said: tab.errors.append(said.text) if said.type == "error" else None)
        return tab

    yield make
    for context in contexts:
        context.close()
