"""The timeline as a person uses it: one event in several lanes, the keyboard, the doubt lens, lanes of one's own."""

# ruff: noqa: E501 - scripts on one line
from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import expect

from data_model import Store
from tests.browser.conftest import Tab, serve
from tests.dashboard.sample import FAMILIES, many_reports, sample_reports
from tests.factory import make_event, make_report

NewTab = Callable[..., Tab]
# Where the symbols of an event stand on the screen.
MARKS = """(id) => {
  const graph = document.querySelector('#timeline .js-plotly-plot');
  const frame = graph.getBoundingClientRect(), { xaxis, yaxis } = graph._fullLayout;
  const events = graph.data.find((one) => one.name === 'events');
  return events.customdata.flatMap((told, place) => told[0] === id
    ? [[frame.x + xaxis._offset + xaxis.l2p(events.x[place]), frame.y + yaxis._offset + yaxis.l2p(events.y[place])]] : []);
}"""
LIT = """() => {
  const drawn = document.querySelector('#timeline .lights');
  const middle = (one) => { const box = one.getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]; };
  const line = drawn.querySelector('.lit-line');
  return { event: drawn.dataset.event, rings: [...drawn.querySelectorAll('.lit-ring')].map(middle), bands: drawn.querySelectorAll('.lit-band').length, line: line && line.getBoundingClientRect().height };
}"""


@pytest.fixture(scope="module")
def joined() -> Iterator[str]:
    """A pile with an event of three lanes, an uncertain one of two, and many others."""
    own = [
        make_event("three", title="Three bodies meet", date="2023-06-08", organizations=("csto", "cis", "un")),
        make_event("two", title="Two bodies talk", date="[2023-07-01..2023-07-20]", organizations=("csto", "un")),
        make_event("one", title="One body talks", date="2023-08-08", organizations=("csto",)),
    ]  # fmt: skip
    with Store.in_memory(families=FAMILIES) as store:
        store.add([*sample_reports(), *many_reports(200), make_report("own", own)])
        yield from serve(store)


SUMMER = "?left=2023-05-20&right=2023-09-10"


def near(one: list[float], other: list[float]) -> bool:
    return abs(one[0] - other[0]) < 1.5 and abs(one[1] - other[1]) < 1.5


def test_one_event_is_lit_in_all_its_lanes(joined: str, new_tab: NewTab) -> None:
    tab = new_tab(joined)
    page = tab.open(SUMMER)
    page.locator("#timeline-box").scroll_into_view_if_needed()
    page.evaluate("window.scrollTo(0, 300)")
    for turn in range(3):
        marks = page.evaluate(MARKS, "three")
        assert len(marks) == 3
        page.mouse.move(marks[turn][0], marks[turn][1])
        tab.until("document.querySelector('#timeline .lights').dataset.event === 'three'")
        lit = page.evaluate(LIT)
        assert len(lit["rings"]) == 3
        assert all(any(near(ring, mark) for mark in marks) for ring in lit["rings"])
        heights = [y for _, y in marks]
        assert max(heights) - min(heights) - 40 < lit["line"] < max(heights) - min(heights)
        page.mouse.move(marks[turn][0] + 90, 80)
        tab.until("!document.querySelector('#timeline .lights').dataset.event")
    assert tab.headline().startswith("220 events")  # in counts it is one
    tab.assert_clean()


def test_a_band_can_be_pointed_at_anywhere_and_opens_its_event(joined: str, new_tab: NewTab) -> None:
    tab = new_tab(joined)
    page = tab.open(SUMMER)
    page.evaluate("window.scrollTo(0, 300)")
    x, y = page.evaluate(MARKS, "two")[0]
    page.mouse.move(x - 40, y)
    tab.until("document.querySelector('#timeline .lights').dataset.event === 'two'")
    assert page.evaluate(LIT)["bands"] == 2
    assert "Two bodies talk" in page.locator(".tip").inner_text()
    page.mouse.click(x - 40, y)
    expect(page.get_by_role("dialog").get_by_role("heading", name="Two bodies talk")).to_be_visible()
    assert page.evaluate(LIT)["event"] == "two"  # as long as it is open
    page.keyboard.press("Escape")
    tab.until("!document.querySelector('#timeline .lights').dataset.event")
    tab.assert_clean()


def test_the_keyboard_walks_from_event_to_event_in_time(joined: str, new_tab: NewTab) -> None:
    tab = new_tab(joined)
    page = tab.open(SUMMER)
    page.focus("#timeline-box")
    seen = []
    page.keyboard.press("Enter")
    for _ in range(40):
        seen.append(page.evaluate(LIT)["event"])
        page.keyboard.press("ArrowRight")
        if page.evaluate(LIT)["event"] == seen[-1]:
            break
    assert seen.index("three") < seen.index("two") < seen.index("one")
    assert len(seen) == len(set(seen))
    page.keyboard.press("ArrowLeft")
    assert page.evaluate(LIT)["event"] == seen[-2]
    while page.evaluate(LIT)["event"] != "three":
        page.keyboard.press("ArrowLeft")
    assert len(page.evaluate(LIT)["rings"]) == 3
    said = page.inner_text("#timeline-said")
    assert said.startswith("Three bodies meet. 8 June 2023.")
    assert said.endswith(f"{seen.index('three') + 1} of {len(seen)} in view")
    address = page.url
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog").get_by_role("heading", name="Three bodies meet")).to_be_visible()
    page.keyboard.press("Escape")
    tab.until("!location.search.includes('event')")
    tab.until("document.activeElement.id === 'timeline-box'")
    assert page.evaluate(LIT)["event"] == "three"
    page.keyboard.press("Escape")
    assert page.evaluate(LIT)["event"] == ""
    assert page.url == address
    page.keyboard.press("ArrowRight")  # the window again
    tab.until(f"location.href !== '{address}'")
    tab.assert_clean()


def test_the_doubt_lens_is_one_switch_and_the_link_says_so(joined: str, new_tab: NewTab) -> None:
    tab = new_tab(joined)
    page = tab.open(SUMMER)
    with page.expect_response("**/view?*lens=doubt*") as waiting:
        page.locator("#lens").get_by_text("Doubt lens").click()
    assert set(waiting.value.json()["parts"]) == {"timeline", "timeline-note"}
    tab.settle()
    assert page.url.endswith("lens=doubt" + SUMMER.replace("?", "&"))
    assert "two rings: reports disagree" in page.inner_text("#timeline-note")
    captions = "document.querySelector('#timeline .js-plotly-plot').layout.meta.captions.join(' ')"
    assert "Doubt lens: a mark covers all the days" in page.evaluate(captions)
    other = new_tab(joined)
    other.open(page.url.removeprefix(joined))
    assert other.page.locator("#lens input:checked").get_attribute("value") == "doubt"
    page.go_back()
    tab.until("!location.search.includes('lens')")
    for one in (tab, other):
        one.assert_clean()
