"""What is taken away from the page: the sheet and its preview, charts in frames of other pages, stories."""

# ruff: noqa: E501 - scripts and bodies on one line
from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import expect
from werkzeug.serving import make_server

from dashboard import create_app
from dashboard.callbacks.asked import Asked
from dashboard.config import Config
from dashboard.publish.story import read_story
from dashboard.publish.story_page import write_story
from data_model import Store
from tests.browser.conftest import Quiet, Tab
from tests.browser.test_accessibility import violations
from tests.dashboard.publish.read_png import read_png_texts
from tests.dashboard.sample import FAMILIES, Register, sample_reports

NewTab = Callable[..., Tab]
DRAWN = "!document.querySelector('#sheet-picture').hidden && / × /.test(document.querySelector('#sheet-told').textContent)"


def opened(tab: Tab, chart: str, search: str = "") -> None:
    tab.open(search)
    tab.page.click(f"[data-share={chart}]")
    tab.until(f"document.querySelector('#sheet')?.open && {DRAWN}")


def choose(tab: Tab, setting: str, value: str) -> None:
    tab.page.evaluate("document.querySelector('#sheet-told').textContent = ''")
    tab.page.click(f"#sheet label:has([data-setting={setting}][value='{value}'])")
    tab.until(DRAWN)


def saved(tab: Tab) -> tuple[str, bytes]:
    with tab.page.expect_download() as waiting:
        tab.page.click("[data-sheet-save]")
    return waiting.value.suggested_filename, waiting.value.path().read_bytes()


def text_of(tab: Tab, address: str) -> str:
    """What is answered there once more; of what a page has taken as a file nothing is kept to be read."""
    told: str = tab.page.evaluate("(address) => fetch(address).then((answer) => answer.text())", address)
    return told


def test_what_is_seen_on_the_sheet_is_what_is_saved(small: str, new_tab: NewTab) -> None:
    tab = new_tab(small)
    opened(tab, "map", "?org=cis")
    page = tab.page
    page.select_option("[data-setting=preset]", "share")
    choose(tab, "scale", "3")
    with page.expect_response("**/map.svg?*Words*") as drawing:
        page.fill("[data-setting=title]", "Words of my own")
    seen = text_of(tab, drawing.value.url)
    tab.until(DRAWN)
    assert page.inner_text("#sheet-told") == "3600 × 1884"
    assert '<title id="title">Words of my own</title>' in seen
    name, picture = saved(tab)
    assert name == "dateline-map-org-cis.png"
    assert (int.from_bytes(picture[16:20]), int.from_bytes(picture[20:24])) == (3600, 1884)
    assert read_png_texts(picture)["Title"] == "Words of my own"
    choose(tab, "form", "svg")
    assert saved(tab)[1].decode() == seen
    page.keyboard.press("Escape")
    expect(page.locator("#sheet")).to_be_hidden()
    assert page.evaluate("document.activeElement.dataset.share") == "map"
    tab.assert_clean()


def test_what_was_zoomed_and_moved_is_saved_as_it_is_shown(small: str, new_tab: NewTab) -> None:
    tab = new_tab(small)
    opened(tab, "timeline", "?left=2021-06-01&right=2023-07-31")
    address = tab.page.get_attribute("[data-sheet-save]", "href") or ""
    assert "left=2021-06-01&right=2023-07-31" in address
    assert "width=" in address
    page = tab.page
    page.keyboard.press("Escape")
    page.evaluate("document.querySelector('#map').scrollIntoView()")
    tab.until("document.querySelector('#map .js-plotly-plot')")
    page.evaluate(
        "Plotly.relayout(document.querySelector('#map .js-plotly-plot'), {'geo.projection.scale': 3, 'geo.projection.rotation.lon': 30, 'geo.center.lon': 30, 'geo.center.lat': 52})"
    )
    tab.settle()
    with page.expect_response("**/map.svg?*frame=3.00*") as drawing:
        page.click("[data-share=map]")
    tab.until(f"document.querySelector('#sheet').open && {DRAWN}")
    assert "frame=3.00%2C30.00%2C52.00" in (page.get_attribute("[data-sheet-save]", "href") or "")
    # Beside the topics the map of the page is higher than alone: heights are told from the middle.
    box = "(graph) => { const path = [...graph.querySelectorAll('.choroplethlayer path')].find((one) => (one.__data__ || {}).loc === 'BLR'); const [a, b] = [path.getBoundingClientRect(), graph.getBoundingClientRect()]; const { height, margin } = graph._fullLayout; return [a.x - b.x, a.y - b.y - (height - margin.b) / 2, a.width, a.height]; }"
    shown = page.locator("#map .js-plotly-plot").evaluate(box)
    drawn = page.evaluate(
        """(told) => { const svg = new DOMParser().parseFromString(told, 'image/svg+xml').documentElement;
        document.querySelector('#sheet').append(svg); const box = svg.querySelector('[data-id=BY]').getBBox();
        const frame = svg.querySelector('clipPath rect').getBBox(); svg.remove();
        return [box.x, box.y - frame.y - frame.height / 2, box.width, box.height]; }""",
        text_of(tab, drawing.value.url),
    )
    assert drawn == pytest.approx(shown, abs=2.5)
    tab.assert_clean()


def test_a_citation_is_copied_in_each_of_its_forms(small: str, new_tab: NewTab) -> None:
    tab = new_tab(small)
    opened(tab, "topics", "?org=cis")
    page = tab.page
    tab.until("document.querySelector('#sheet-cite').textContent.includes('events of CIS')")
    for form, part in (("short", "“4 events of CIS"), ("bibtex", "@misc{"), ("csl", '"type": "dataset"')):
        page.click(f"#sheet label:has([data-setting=cite][value={form}])")
        assert part in page.inner_text("#sheet-cite")
    assert page.locator("#sheet-embed").count() == 0
    tab.assert_clean()


def test_the_image_and_the_links_are_copied(small: str, new_tab: NewTab) -> None:
    tab = new_tab(small)
    tab.open("?org=cis")
    tab.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened(tab, "topics", "?org=cis")
    page = tab.page
    page.click("[data-sheet-copy=image]")
    page.locator("[data-sheet-copy=image].done").wait_for()
    kind = page.evaluate("navigator.clipboard.read().then((found) => found[0].types)")
    assert kind == ["image/png"]
    for what, told in (("view", f"{small}?org=cis"), ("figure", f"{small}topics.png?org=cis")):
        page.click(f"[data-sheet-copy={what}]")
        page.locator(f"[data-sheet-copy={what}].done").wait_for()
        assert page.evaluate("navigator.clipboard.readText()").startswith(told)
    tab.assert_clean()


def test_a_label_of_ones_own_stands_at_its_event(small: str, new_tab: NewTab) -> None:
    tab = new_tab(small)
    opened(tab, "timeline")
    page = tab.page
    page.click(".sheet-own summary")
    page.select_option("#sheet-event", label="Lukashenko and Putin speak on the phone (7 June 2023)")
    page.fill("#sheet-label", "They speak")
    page.evaluate("document.querySelector('#sheet-told').textContent = ''")
    page.click("[data-sheet-add]")
    tab.until(DRAWN)
    assert "They speak: Lukashenko and Putin" in page.inner_text("#sheet-labels")
    choose(tab, "form", "svg")
    told = saved(tab)[1].decode()
    assert ">They speak</text>" in told
    page.click("#sheet-labels button")
    tab.until("!document.querySelector('[data-sheet-save]').href.includes('label=')")
    tab.assert_clean()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_the_sheets_break_no_rule_and_no_width(small: str, new_tab: NewTab, width: int, scheme: str) -> None:
    tab = new_tab(small, viewport={"width": width, "height": 844}, color_scheme=scheme)
    opened(tab, "timeline")
    page = tab.page
    page.click(".sheet-own summary")
    assert violations(tab) == [], "sheet"
    overflow = "[...document.querySelectorAll('dialog[open], dialog[open] .sheet-body')].map((one) => one.scrollWidth - one.clientWidth)"
    assert max(page.evaluate(overflow)) <= 0
    page.keyboard.press("Escape")
    collect(tab, 2)
    page.click("#story-open")
    expect(page.locator("#story-steps li")).to_have_count(2)
    assert violations(tab) == [], "story"
    assert max(page.evaluate(overflow)) <= 0
    tab.assert_clean()


def test_the_sheet_is_worked_by_keyboard_alone(small: str, new_tab: NewTab) -> None:
    tab = new_tab(small)
    page = tab.open()
    page.focus("[data-share=topics]")
    page.keyboard.press("Enter")
    tab.until(f"document.querySelector('#sheet')?.open && {DRAWN}")
    seen: list[str] = []
    for _ in range(40):
        page.keyboard.press("Tab")
        seen.append(
            page.evaluate(
                "document.activeElement.dataset.setting || document.activeElement.dataset.sheetCopy || document.activeElement.dataset.file || document.activeElement.id || (document.activeElement.dataset.sheetSave !== undefined ? 'save' : '')"
            )
        )
    for part in (
        "chart",
        "preset",
        "theme",
        "clear",
        "form",
        "scale",
        "title",
        "note",
        "save",
        "image",
        "cite",
    ):
        assert part in seen, part
    page.focus("[data-setting=form]:checked")
    page.keyboard.press("ArrowRight")
    tab.until("document.querySelector('[data-sheet-save]').textContent.includes('SVG')")
    tab.assert_clean()


# --- a story ---------------------------------------------------------------------------------------------------------


def collect(tab: Tab, number: int) -> None:
    for place in range(number):
        tab.page.locator(".title-button").nth(place).click()
        tab.page.locator(".drawer-title").wait_for()
        tab.page.click("[data-story-add]")
        tab.page.keyboard.press("Escape")
        tab.until("!document.querySelector('.drawer-title')")


def test_events_are_collected_ordered_told_and_saved_as_a_story(
    small: str, new_tab: NewTab, store_of_page: Asked
) -> None:
    tab = new_tab(small)
    page = tab.open("?country=BY")
    collect(tab, 3)
    assert page.inner_text("#story-open") == "Story · 3"
    page.reload()
    tab.until("document.querySelector('#story-open')?.textContent === 'Story · 3'")
    page.click("#story-open")
    expect(page.locator("#story-steps strong")).to_have_count(3)
    names = page.locator("#story-steps strong").all_inner_texts()
    page.fill("[data-story=title]", 'A "title" \\ of mine')
    words = 'He said """so""" \\n.\n\nSecond paragraph, with <b>.'
    page.locator("#story-steps textarea").nth(2).fill(words)
    page.click("#story-steps li:nth-child(3) [data-move='-1']")
    page.click("#story-steps li:nth-child(1) [data-move='0']")
    assert page.locator("#story-steps strong").all_inner_texts() == [names[2], names[1]]
    with page.expect_download() as waiting:
        page.click("[data-story-save]")
    assert waiting.value.suggested_filename == "story.toml"
    story = read_story(waiting.value.path().read_text("utf-8"))
    assert story.title == 'A "title" \\ of mine'
    assert story.link == "?country=BY"
    assert [one.words for one in story.steps] == [words, ""]
    told = write_story(store_of_page, story)
    assert names[2] in told
    page.click("[data-story-empty]")
    expect(page.locator("#story-open")).to_be_hidden()
    tab.assert_clean()


@pytest.fixture
def store_of_page() -> Iterator[Asked]:
    with Store.in_memory(families=FAMILIES) as store:
        store.add(sample_reports())
        yield Asked(store, Register(), Config())


def test_a_story_opens_from_disk_and_breaks_no_rule(
    new_tab: NewTab, store_of_page: Asked, tmp_path: Path
) -> None:
    events = [event.id for report in sample_reports() for event in report.normalized.events][:6]
    story = read_story(
        'title = "T"\nlead = "L"\n' + "".join(f'[[event]]\nid = "{one}"\nwords = "W"\n' for one in events)
    )
    for theme in ("light", "dark"):
        file = tmp_path / f"{theme}.html"
        file.write_text(write_story(store_of_page, story, theme), "utf-8")
        for width in (1200, 390):
            tab = new_tab(file.as_uri(), viewport={"width": width, "height": 900})
            tab.page.goto(file.as_uri())
            assert tab.page.locator("article").count() == 6
            assert tab.page.evaluate("document.documentElement.scrollWidth") == width
            assert violations(tab) == []
            tab.assert_clean()


# --- a chart in a frame ----------------------------------------------------------------------------------------------


@pytest.fixture
def framed() -> Iterator[tuple[str, str, str]]:
    """The page, a host that may show its charts, and one that may not."""
    with Store.in_memory(families=FAMILIES) as store:
        store.add(sample_reports())
        pages: dict[str, str] = {}

        class Host(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.send_response(200)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.end_headers()
                self.wfile.write(pages["snippet"].encode())

            def log_message(self, *_: object) -> None:
                pass

        host = ThreadingHTTPServer(("127.0.0.1", 0), Host)
        other = ThreadingHTTPServer(("127.0.0.1", 0), Host)
        config = Config(embed_from=(f"http://127.0.0.1:{host.server_port}",))
        server = make_server(
            "127.0.0.1", 0, create_app(store, config, Register()).server, threaded=True, request_handler=Quiet
        )
        for one in (host, other, server):
            threading.Thread(target=one.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/"
        pages["snippet"] = (
            f'<!doctype html><html lang="en"><title>h</title><main><iframe src="{address}embed/timeline?org=cis" title="t" width="100%" height="90"></iframe></main>'
            "<script>addEventListener('message', (told) => document.querySelectorAll('iframe').forEach((frame) => { if (frame.contentWindow === told.source && told.data.datelineHeight) frame.height = told.data.datelineHeight; }));</script>"
        )
        yield address, f"http://127.0.0.1:{host.server_port}/", f"http://127.0.0.1:{other.server_port}/"
        for one in (host, other, server):
            one.shutdown()
            one.server_close()


def test_a_frame_is_as_high_as_its_chart_and_drawn_for_its_width(
    framed: tuple[str, str, str], new_tab: NewTab
) -> None:
    address, host, _ = framed
    tab = new_tab(host, viewport={"width": 600, "height": 1000})
    page = tab.page
    page.goto(host)
    tab.until("document.querySelector('iframe').height > 300")
    frame = next(one for one in page.frames if one.url.startswith(address))
    expect(
        page.frame_locator("iframe").locator(
            "#chart[data-width='552'], #chart[data-width='551'], #chart[data-width='553']"
        )
    ).to_be_visible()
    tab.until("true")
    height = frame.evaluate("Math.ceil(document.body.getBoundingClientRect().height)")
    tab.until(f"Number(document.querySelector('iframe').height) === {height}")
    assert frame.evaluate("document.documentElement.scrollHeight") <= height + 1
    mark = page.frame_locator("iframe").locator("#chart .events [data-id]").first
    mark.hover()
    expect(page.frame_locator("iframe").locator(".tip.shown strong")).to_be_visible()
    assert not [one for one in tab.outside if not one.startswith(address)]
    assert tab.errors == []


def test_no_other_page_can_frame_it_and_none_the_page_itself(
    framed: tuple[str, str, str], new_tab: NewTab
) -> None:
    address, host, other = framed
    tab = new_tab(other)
    tab.page.goto(other)
    tab.page.wait_for_timeout(1500)
    assert not [
        one for one in tab.page.frames[1:] if one.url.startswith(address) and one.locator("#chart").count()
    ]
    assert any("frame-ancestors" in one for one in tab.errors)
    inside = new_tab(host)
    inside.page.goto(host)
    inside.page.evaluate(f"document.querySelector('iframe').src = '{address}?org=cis'")
    inside.page.wait_for_timeout(1500)
    assert any("frame-ancestors" in one or "X-Frame-Options" in one for one in inside.errors)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_an_embed_breaks_no_rule_and_asks_nobody(
    framed: tuple[str, str, str], new_tab: NewTab, theme: str
) -> None:
    address, _, _ = framed
    for width in (800, 360):
        tab = new_tab(address, viewport={"width": width, "height": 700})
        for chart in ("timeline", "map", "topics"):
            tab.page.goto(f"{address}embed/{chart}?theme={theme}")
            tab.until("document.querySelector('#chart svg').clientWidth > 0")
            tab.page.evaluate("document.querySelector('details').open = true")
            tab.settle()
            assert tab.page.evaluate("document.documentElement.scrollWidth") == width
            assert violations(tab) == [], chart
        tab.assert_clean()


def test_the_sheet_hands_out_a_snippet_where_embedding_is_on(
    framed: tuple[str, str, str], new_tab: NewTab
) -> None:
    address, _, _ = framed
    tab = new_tab(address)
    opened(tab, "map", "?org=cis")
    told = tab.page.inner_text("#sheet-embed")
    assert f'<iframe src="{address}embed/map?org=cis"' in told
    assert "datelineHeight" in told
    tab.assert_clean()
