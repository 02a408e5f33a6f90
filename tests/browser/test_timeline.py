"""The timeline as a person uses it: one event in several lanes, the keyboard, the doubt lens, lanes of one's own."""

# ruff: noqa: E501 - scripts on one line
from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import expect

from data_model import Store
from tests.browser.conftest import Tab, serve
from tests.browser.test_accessibility import violations
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
    total = int(page.inner_text("#timeline-said").split(" of ")[-1].split()[0])
    for _ in range(total):
        seen.append(page.evaluate(LIT)["event"])
        if len(seen) < total:
            page.keyboard.press("ArrowRight")
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
    file = page.request.get(f"{joined}timeline.svg{SUMMER}&lens=doubt")
    assert "Doubt lens: a mark covers all the days" in " ".join(re.findall(r">([^<]+)<", file.text()))
    other = new_tab(joined)
    other.open(page.url.removeprefix(joined))
    assert other.page.locator("#lens input:checked").get_attribute("value") == "doubt"
    page.go_back()
    tab.until("!location.search.includes('lens')")
    for one in (tab, other):
        one.assert_clean()


def lanes_shown(tab: Tab) -> list[str]:
    return tab.page.evaluate(
        "document.querySelector('#timeline .js-plotly-plot').layout.annotations.filter((one) => one.name !== undefined).map((one) => one.name)"
    )


def test_a_lane_is_folded_and_pinned_by_mouse_and_the_link_keeps_it(joined: str, new_tab: NewTab) -> None:
    tab = new_tab(joined)
    page = tab.open()
    first, second = lanes_shown(tab)[:2]
    fold = page.locator(f'[data-name="fold {first}"]')
    lane = page.evaluate("document.querySelector('#timeline .js-plotly-plot').layout.meta.lanes[0]")
    box = fold.bounding_box()
    frame = page.locator("#timeline").bounding_box()
    assert box
    assert frame
    top = frame["y"] + 40 + lane[0]
    assert top <= box["y"] + box["height"] / 2 <= top + lane[1]
    fold.click()
    page.wait_for_url(f"**fold={first}")
    tab.until(
        f"document.querySelector('[data-name=\"fold {first}\"]').getAttribute('aria-expanded') === 'false'"
    )
    tab.until("document.querySelector('#timeline .js-plotly-plot').layout.meta.lanes[0][1] === 26")
    fold.hover()
    page.locator(f'[data-name="fold {second}"]').hover()
    page.locator(f'[data-name="pin {second}"]').click()
    tab.until(f"location.search.includes('pin={second}')")
    tab.settle()
    assert lanes_shown(tab)[:2] == [second, first]
    other = new_tab(joined)
    other.open(page.url.removeprefix(joined))
    assert lanes_shown(other) == lanes_shown(tab)
    page.go_back()
    tab.until("!location.search.includes('pin')")
    tab.settle()
    assert lanes_shown(tab)[:2] == [first, second]
    tab.lanes("Country")
    tab.until("location.search === '?lanes=country'")  # what was folded were other lanes
    for one in (tab, other):
        one.assert_clean()


def test_lanes_are_pinned_and_moved_by_the_keyboard(joined: str, new_tab: NewTab) -> None:
    tab = new_tab(joined)
    page = tab.open()
    first, second, third = lanes_shown(tab)[:3]
    focused = "document.activeElement.dataset.name"
    stops = page.locator('#lane-tools [tabindex="0"]')
    assert stops.count() == 1  # all of them are one stop of the keyboard
    stops.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    assert page.evaluate(focused) == f"pin {second}"
    page.keyboard.press("Enter")
    tab.until(f"location.search === '?pin={second}'")
    tab.settle()
    assert page.evaluate(focused) == f"pin {second}"  # where it has gone to
    for _ in range(2):
        page.keyboard.press("ArrowDown")
    assert page.evaluate(focused) == f"pin {third}"
    page.keyboard.press("Enter")
    tab.until(f"location.search === '?pin={second},{third}'")
    tab.settle()
    page.keyboard.press("ArrowRight")
    assert page.evaluate(focused) == f"chevron-up {third}"
    page.keyboard.press("Enter")
    tab.until(f"location.search === '?pin={third},{second}'")
    tab.settle()
    assert lanes_shown(tab)[:3] == [third, second, first]
    assert page.evaluate(focused) == f"chevron-up {third}"
    page.keyboard.press("Enter")  # it is the first: nothing to do
    tab.settle()
    assert page.url.endswith(f"?pin={third},{second}")
    assert stops.count() == 1
    tab.assert_clean()


def test_all_lanes_can_be_reached(joined: str, new_tab: NewTab) -> None:
    tab = new_tab(joined)
    page = tab.open("?lanes=country")
    few = lanes_shown(tab)
    assert "…" in few
    page.locator('[data-name="more lanes"]').click()
    tab.until("location.search.includes('more=some')")
    tab.until("document.querySelector('#lane-more').textContent.includes('fewer')")
    tab.settle()
    assert len(lanes_shown(tab)) > len(few)
    assert "…" not in lanes_shown(tab)
    assert page.evaluate("document.activeElement.dataset.name") == "more lanes"
    last = [key for key in lanes_shown(tab) if key][-1]
    page.locator(f'[data-name="fold {last}"]').click()
    tab.until(f"location.search.includes('open={last}')")
    tab.settle()
    page.locator('[data-name="more lanes"]').click()
    tab.until("location.search === '?lanes=country'")
    tab.settle()
    assert lanes_shown(tab) == few
    page.locator("#timeline .annotation-text-g", has_text="more countries").click()
    tab.until("location.search.includes('more=some')")
    tab.assert_clean()


@pytest.fixture(scope="module")
def wide() -> Iterator[str]:
    """A pile of more bodies than lanes that can be read."""
    bodies = [f"b{n:03}" for n in range(80)]
    own = [
        make_event(f"e{n}", date=f"20{10 + n % 14}-05-05", organizations=(body,))
        for n, body in enumerate(bodies)
    ]
    own.append(make_event("b000 too", date="2012-02-02", organizations=("b000", "b070")))
    with Store.in_memory(families=FAMILIES) as store:
        store.add([make_report("own", own)])
        yield from serve(store)


def test_a_strip_tells_its_lane_and_comes_close(wide: str, new_tab: NewTab) -> None:
    tab = new_tab(wide)
    page = tab.open("?more=all")
    assert lanes_shown(tab)[:21] == [f"b{n:03}" for n in (0, 70, *range(1, 19))] + ["⋮"]
    assert violations(tab) == []
    middle = """(key) => {
      const graph = document.querySelector('#timeline .js-plotly-plot'), frame = graph.getBoundingClientRect();
      const block = graph.data.find((one) => one.name === 'strips' && one.meta.some(([lane]) => lane === key));
      const row = block.meta.findIndex(([lane]) => lane === key), { xaxis, yaxis } = graph._fullLayout;
      return [frame.x + xaxis._offset + 200, frame.y + yaxis._offset + yaxis.l2p((block.y[row] + block.y[row + 1]) / 2)];
    }"""
    page.locator("#lane-more").scroll_into_view_if_needed()
    tab.settle()
    x, y = page.evaluate(middle, "b050")
    page.mouse.move(x - 9, y)
    page.mouse.move(x, y)
    tab.until("document.querySelector('.tip.shown')?.textContent.includes('B050')")
    assert "1 event" in page.inner_text(".tip")
    assert (
        page.locator("#timeline .lit-cells path").nth(1).get_attribute("d")
    )  # its events, in the strip itself
    page.mouse.click(x, y)
    page.wait_for_url("**near=b050")
    tab.settle()
    assert "b050" in lanes_shown(tab)
    assert lanes_shown(tab)[0] == "⋮"
    focused = page.locator('[data-name="lens chevron-up"]')
    focused.focus()
    page.keyboard.press("Enter")
    tab.until("!location.search.endsWith('near=b050')")
    tab.settle()
    assert "b050" not in lanes_shown(tab)
    assert page.evaluate("document.activeElement.dataset.name") == "lens chevron-up"
    other = new_tab(wide)
    other.open(page.url.removeprefix(wide))
    assert lanes_shown(other) == lanes_shown(tab)
    page.locator('[data-name="more lanes"]').click()
    tab.until("location.search === ''")
    for one in (tab, other):
        one.assert_clean()


def test_even_gaps_are_chosen_and_neither_dragged_nor_zoomed(joined: str, new_tab: NewTab) -> None:
    tab = new_tab(joined)
    page = tab.open()
    before = page.evaluate(MARKS, "one")
    page.locator("#form label", has_text="Even").click()
    page.wait_for_url("**form=even")
    tab.settle()
    assert page.evaluate(MARKS, "one") != before
    assert "not to the scale of time" in page.inner_text("#timeline-note")
    at = page.evaluate(MARKS, "one")[0]
    page.locator("#timeline-box").focus()
    for key in ("+", "ArrowLeft"):
        page.keyboard.press(key)
    page.mouse.move(at[0] - 80, at[1] + 12)
    page.mouse.down()
    page.mouse.move(at[0], at[1] + 12, steps=4)
    page.mouse.up()
    tab.settle()
    assert page.url.endswith("?form=even")
    assert page.evaluate(MARKS, "one")[0][0] == pytest.approx(at[0])  # the page itself may have scrolled
    page.keyboard.press("Enter")  # the walk from event to event holds
    tab.until("document.getElementById('timeline-said').textContent")
    tab.assert_clean()


def test_the_arrows_walk_from_an_open_event_to_the_next(joined: str, new_tab: NewTab) -> None:
    tab = new_tab(joined)
    page = tab.open("?from=2023-06-01&to=2023-12-31&event=three")
    page.locator(".walk-bar").wait_for()
    length = page.evaluate("history.length")
    titles, turns = [], []
    for _ in range(3):
        titles.append(page.inner_text(".drawer-title"))
        turns.append(page.inner_text(".walk-turn"))
        page.keyboard.press("ArrowRight")
        tab.until(f"document.querySelector('.drawer-title').textContent !== {titles[-1]!r}")
    assert titles[0] == "Three bodies meet"
    assert len(set(turns)) == 3
    first = int(turns[0].split()[0])
    assert [int(one.split()[0]) for one in turns] == [first, first + 1, first + 2]
    assert page.evaluate("history.length") <= length + 1  # a walk is one step to go back from
    for title in reversed(titles):
        page.keyboard.press("ArrowLeft")
        tab.until(f"document.querySelector('.drawer-title').textContent === {title!r}")
    tab.until("document.querySelector('#timeline .lights').dataset.event === 'three'")
    page.keyboard.press("Escape")
    tab.until("!location.search.includes('event')")
    tab.assert_clean()


@pytest.mark.parametrize("width", [390, 1440])
def test_the_timeline_is_a_list_too(joined: str, new_tab: NewTab, width: int) -> None:
    tab = new_tab(joined, viewport={"width": width, "height": 844})
    page = tab.open()
    page.locator("#form").get_by_text("List").click()
    page.wait_for_url("**form=list")
    page.locator(".day-event").first.wait_for()
    tab.settle()
    assert page.evaluate("document.querySelector('.timeline-box').clientHeight") == 0
    assert page.locator(".day-event").count() == 50
    page.click("#timeline-list .more")
    tab.until("document.querySelectorAll('.day-event').length === 100")
    assert page.evaluate("document.activeElement.className") == "day-title"
    titles = page.locator(".day-title")
    title = titles.nth(3).inner_text()
    titles.nth(3).click()
    expect(page.get_by_role("dialog").get_by_role("heading", name=title).first).to_be_visible()
    page.keyboard.press("Escape")
    tab.until("!location.search.includes('event')")
    assert page.evaluate("document.documentElement.scrollWidth") == width
    page.locator("#form").get_by_text("To scale").click()
    tab.until("!document.querySelector('.days')")
    tab.until("document.querySelector('.timeline-box').clientHeight > 300")
    tab.until("document.querySelectorAll('#timeline .scatterlayer .points path').length > 20")
    tab.assert_clean()


def test_a_lit_event_reaches_into_the_lanes_where_it_is_only_counted(crowded: str, new_tab: NewTab) -> None:
    tab = new_tab(crowded)
    page = tab.open()
    event, heights = page.evaluate(
        """() => {
          const { data, layout } = document.querySelector('#timeline .js-plotly-plot');
          const events = data.find((one) => one.name === 'events'), { counted } = layout.meta;
          const [place] = counted[0];
          const id = events.customdata[place][0];
          return [id, counted.filter(([other]) => events.customdata[other][0] === id).map(([, y]) => y)];
        }"""
    )
    page.evaluate("(id) => window.datelineLight(id)", event)
    drawn = page.evaluate(
        "[...document.querySelectorAll('#timeline .lit-count')].map((one) => Number(one.getAttribute('cy')))"
    )
    places = page.evaluate(
        "(ys) => { const { yaxis } = document.querySelector('#timeline .js-plotly-plot')._fullLayout; return ys.map((y) => yaxis._offset + yaxis.l2p(y)); }",
        heights,
    )
    assert drawn == pytest.approx(places)
    page.evaluate("window.datelineLight('')")
    assert page.locator("#timeline .lit-count").count() == 0
    tab.assert_clean()


def test_at_the_edge_of_a_window_the_walk_takes_the_window_along(joined: str, new_tab: NewTab) -> None:
    tab = new_tab(joined)
    page = tab.open("?left=2023-05-25&right=2023-07-28")
    page.focus("#timeline-box")
    page.keyboard.press("Enter")
    while page.evaluate(LIT)["event"] != "two":
        page.keyboard.press("ArrowRight")
    for _ in range(12):
        page.keyboard.press("ArrowRight")
        tab.settle()
        if page.evaluate(LIT)["event"] == "one":
            break
    assert "right=2023-08" in page.url
    assert page.inner_text("#timeline-said").startswith("One body talks.")
    tab.settle()
    whole = tab.open()
    whole.focus("#timeline-box")
    whole.keyboard.press("Enter")
    first = page.evaluate(LIT)["event"]
    whole.keyboard.press("ArrowLeft")  # nothing comes before, and the whole does not move
    assert page.evaluate(LIT)["event"] == first
    assert "left=" not in page.url
    tab.assert_clean()
