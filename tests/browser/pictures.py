"""Pictures of the page on seeds/ and on a pile for the documentation: `make pictures` writes docs/images/."""

# ruff: noqa: E501 - scripts on one line

from __future__ import annotations

import logging
import sys
import threading
from datetime import datetime
from functools import partial
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright
from werkzeug.serving import make_server

from benchmarks.piles import pile_documents
from dashboard import create_app
from dashboard.callbacks.asked import Asked
from dashboard.config import Config
from dashboard.publish.story import read_story
from dashboard.publish.story_page import write_story
from data_model import (
    EventFilter,
    Store,
    import_documents,
    link_store,
    names,
    normalize,
    organization_families,
    organization_members,
    read_paths,
)
from tests.browser.chromium import ARGUMENTS, find_chromium

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs" / "images"
PILE = {"width": 1440, "height": 1300}
WIDE, NARROW = {"width": 1440, "height": 1000}, {"width": 390, "height": 844}


def main() -> int:
    """Serve the seeds, open each view, save what is seen."""
    path = find_chromium()
    if path is None:
        sys.stderr.write("pictures need Chromium: run `make chromium`\n")
        return 1
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (
        Store.in_memory(families=organization_families(), members=organization_members()) as store,
        sync_playwright() as playwright,
    ):
        read_today = partial(normalize, as_of=datetime.now().astimezone().date())
        import_documents(read_paths([ROOT / "seeds"]), store, normalize=read_today, link=link_store)
        logging.getLogger("werkzeug").setLevel(logging.ERROR)
        config = Config(embed_from=("https://example.org",))
        server = make_server("127.0.0.1", 0, create_app(store, config).server, threaded=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/"
        told_twice = store.timeline(EventFilter()).sort_values("reports").iloc[-1]
        event = f"?event={told_twice['id']}"
        document = f"document/{told_twice['documents'][0]}{event}"
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        for name, search, size, scheme, whole in (
            ("light-1440", "", WIDE, "light", True),
            ("dark-1440", "", WIDE, "dark", True),
            ("drawer", event, WIDE, "light", False),
            ("document", document, WIDE, "light", False),
            ("mobile-390", "", NARROW, "light", True),
        ):
            page = browser.new_context(viewport=size, color_scheme=scheme).new_page()
            page.goto(address + search)
            _settle(page)
            if whole:
                # Hints lie over the foot of the screen, which a picture of the whole page does not have.
                page.evaluate("document.querySelectorAll('[data-hint]').forEach((one) => one.remove())")
                page.evaluate("window.datelineDrawAll()")
                _settle(page, DRAWN)
            page.screenshot(path=FOLDER / f"{name}.png", full_page=whole)
        _draw_published(browser, address, store)
        server.shutdown()
        _draw_pile(browser)
        browser.close()
    return 0


def _draw_published(browser: Browser, address: str, store: Store) -> None:
    """The sheet, a chart as it stands in a frame, and a story."""
    page = browser.new_context(viewport={"width": 1280, "height": 860}).new_page()
    page.goto(address)
    _settle(page)
    page.click("[data-share=timeline]")
    _settle(page, "() => / × /.test(document.querySelector('#sheet-told')?.textContent)")
    page.screenshot(path=FOLDER / "sheet.png")
    framed = browser.new_context(viewport={"width": 720, "height": 500}).new_page()
    framed.goto(f"{address}embed/timeline?org=cis,csto")
    _settle(framed, "() => document.querySelector('#chart svg') !== null")
    framed.screenshot(path=FOLDER / "embed.png", full_page=True)
    told = read_story((ROOT / "examples" / "story.toml").read_text("utf-8"))
    story = browser.new_context(viewport={"width": 1000, "height": 1150}).new_page()
    story.set_content(write_story(Asked(store, names(), Config()), told))
    _settle(story, "() => document.querySelector('article') !== null")
    story.screenshot(path=FOLDER / "story.png")


def _draw_pile(browser: Browser) -> None:
    """The annotated pages of `benchmarks/` as a pile of some 300 documents."""
    with Store.in_memory(families=organization_families(), members=organization_members()) as store:
        import_documents(pile_documents(), store, normalize=normalize, link=link_store)
        server = make_server("127.0.0.1", 0, create_app(store).server, threaded=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        for name, scheme in (("pile-1440", "light"), ("pile-dark-1440", "dark")):
            page = browser.new_context(viewport=PILE, color_scheme=scheme).new_page()
            page.goto(f"http://127.0.0.1:{server.server_port}/")
            _settle(page)
            page.screenshot(path=FOLDER / f"{name}.png")
        server.shutdown()


READY = """() => {
  const page = document.querySelector('#events');
  const empty = (id) => document.getElementById(id) && !document.querySelector(`#${id} .main-svg`);
  if (!page) return document.querySelector('.document-page main') !== null;
  if (page.classList.contains('stale') || !document.querySelector('#headline').textContent) return false;
  return !empty('timeline') && (!location.search.includes('event=') || document.querySelector('.drawer-title') !== null);
}"""
DRAWN = "() => document.querySelectorAll('#map .choroplethlayer path').length > 0 && document.querySelector('#topics .main-svg') !== null"
PATIENCE = 1200  # looks


def _settle(page: Page, ready: str = READY) -> None:
    """Until all is there, however slow the machine is."""
    for _ in range(PATIENCE):
        if page.evaluate(ready):
            break
        page.wait_for_timeout(50)
    page.wait_for_timeout(1500)


if __name__ == "__main__":
    sys.exit(main())
