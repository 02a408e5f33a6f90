"""Linked views, and what is behind a country or a cell: by mouse and by keyboard."""

# ruff: noqa: E501 - scripts on one line
from __future__ import annotations

from collections.abc import Callable
from statistics import median
from typing import Any

import pytest

from dashboard import chart_labels
from data_model import Store
from tests.browser.conftest import Tab, serve
from tests.factory import make_event, make_report

NewTab = Callable[..., Tab]
COUNTRY = """([lon, lat]) => { const graph = document.querySelector('#map .js-plotly-plot'); const geo = graph._fullLayout.geo._subplot;
  const [x, y] = geo.projection([lon, lat]); const frame = graph.getBoundingClientRect(); return [frame.x + x, frame.y + y]; }"""
RUSSIA, BELARUS = [95, 62], [28, 53.5]
CELL = """([row, column]) => { const graph = document.querySelector('#topics .js-plotly-plot'); const frame = graph.getBoundingClientRect();
  const heat = graph.data.find((one) => one.name === 'topics'); const { xaxis, yaxis } = graph._fullLayout;
  return [frame.x + xaxis._offset + xaxis.l2p((heat.x[column] + heat.x[column + 1]) / 2), frame.y + yaxis._offset + yaxis.l2p(row + 0.5)]; }"""
FULLEST = """() => { const { z } = document.querySelector('#topics .js-plotly-plot').data.find((one) => one.name === 'topics');
  const most = Math.max(...z.flat()); const row = z.findIndex((cells) => cells.includes(most)); return [row, z[row].indexOf(most)]; }"""
# What is lit: the events of marks and rows, the countries of the map, how many cells.
LIT = """() => {
  const drawn = (graph, group) => [...group.querySelectorAll('.lit-mark')].map((node) => { const trace = group.__data__[0].trace;
    return trace.customdata[trace.locations ? [...trace.locations].indexOf(node.__data__.loc) : node.__data__.i][0]; });
  const groups = (name) => [...document.querySelectorAll(`#${name} .scatterlayer .trace, #${name} .choroplethlayer .trace`)].filter((one) => one.__data__[0].trace.customdata);
  const cells = document.querySelector('#topics .lit-cells path:last-child');
  const unique = (found) => [...new Set(found)].sort();
  return {
    events: unique(groups('timeline').flatMap((one) => drawn('timeline', one))),
    rows: unique([...document.querySelectorAll('#table tr.lit-rows [data-event]')].map((one) => one.dataset.event)),
    countries: unique(groups('map').flatMap((one) => drawn('map', one))),
    listed: unique([...document.querySelectorAll('#map-table tr.lit-rows')].map((one) => one.dataset.country)),
    cells: cells ? (cells.getAttribute('d').match(/M/g) || []).length : 0,
  };
}"""
READY = "performance.getEntriesByType('resource').some((one) => one.name.includes('/links'))"
FRAME = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


def opened(tab: Tab, search: str = "") -> Tab:
    """A view with all charts drawn and all that belongs together known."""
    tab.open(search)
    tab.page.evaluate("window.datelineDrawAll()")
    tab.until(READY)
    tab.settle()
    return tab


def test_a_country_lights_its_events_in_all_charts_and_lists(small: str, new_tab: NewTab) -> None:
    tab = opened(new_tab(small))
    page = tab.page
    page.locator("#map").scroll_into_view_if_needed()
    tab.settle()  # what is pointed at is forgotten while the page scrolls
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url))
    page.mouse.move(*page.evaluate(COUNTRY, RUSSIA))
    tab.until("document.querySelector('#map .lit-mark')")
    lit = page.evaluate(LIT)
    told = page.locator("#table tr:has(td:nth-child(6):text('Russia')) [data-event]")
    assert lit["rows"] == sorted(one.get_attribute("data-event") for one in told.all())
    assert len(lit["rows"]) == 10
    # Two of them have no day to stand on.
    assert set(lit["events"]) < set(lit["rows"])
    assert len(lit["events"]) == 8
    assert lit["countries"] == lit["listed"] == ["RU"]
    assert lit["cells"] > 3
    # The rest steps back, but can be read.
    faint = "Number(getComputedStyle(document.querySelector('#timeline .textpoint:not(.lit-mark)')).opacity)"
    assert 0.6 <= page.evaluate(faint) < 1
    page.mouse.move(2, 400)
    tab.until("!document.querySelector('.lit-mark, .lit-rows, .lit-cells, .linked')")
    assert asked == []
    # Another meaning of a country, and with it other events.
    page.locator("#layer").get_by_text("Place", exact=True).click()
    tab.until("location.search.includes('layer=location')")
    tab.settle()
    row = page.locator("#map-table tbody tr").first
    row.hover()
    tab.until("document.querySelector('#table .lit-rows')")
    assert row.inner_text().split() == ["Belarus", str(len(page.evaluate(LIT)["rows"]))]
    tab.assert_clean()


def lit_by(tab: Tab, act: Callable[[], None], name: str) -> dict[str, Any]:
    """What is lit by pointing at an event; what stood there may have moved when the pointer came."""
    for _ in range(50):
        act()
        tab.page.wait_for_timeout(200)
        lit = tab.page.evaluate(LIT)
        if [one.startswith(name) for one in lit["events"]] == [True]:
            return lit
        tab.page.mouse.move(2, 400)
    raise AssertionError(lit)


def test_a_mark_a_row_and_a_cell_light_the_same(small: str, new_tab: NewTab) -> None:
    tab = opened(new_tab(small, viewport={"width": 1440, "height": 2600}))
    page = tab.page
    name = "csto:meeting"
    row = page.locator(f"#table [data-event^='{name}']")

    def away() -> None:
        page.mouse.move(2, 400)
        tab.until("!document.querySelector('.lit-mark')")

    def by_keys() -> None:
        row.focus()
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Tab")

    by_row = lit_by(tab, row.hover, name)
    assert by_row["countries"] == ["AM", "BY", "KG", "KZ", "RU", "TJ"]
    assert by_row["cells"] == 2
    away()
    page.evaluate("window.scrollTo(0, 0)")
    tab.settle()
    label = page.locator("#timeline .textpoint text", has_text="Lukashenko meets secretaries").first
    assert lit_by(tab, lambda: label.hover(force=True), name) == by_row
    away()
    # By keyboard: a row is lit when it is reached, a cell with the arrows.
    assert lit_by(tab, by_keys, name) == by_row
    page.focus("#topics-box")
    tab.until("!document.querySelector('.lit-mark')")
    page.keyboard.press("ArrowLeft")
    tab.until("document.querySelector('#topics .lit-cells')")
    cell = page.evaluate(LIT)
    assert page.inner_text("#cell-told").startswith("Collective security, 2023")
    assert cell["countries"]
    assert cell["rows"]
    assert cell["cells"] >= 1
    page.mouse.move(*page.evaluate(CELL, [0, page.evaluate(FULLEST)[1]]))
    tab.assert_clean()


def test_columns_of_a_crowded_lane_are_lit_without_drawing_anew(crowded: str, new_tab: NewTab) -> None:
    tab = opened(new_tab(crowded))
    page = tab.page
    assert page.evaluate(
        "document.querySelector('#timeline .js-plotly-plot').data.some((one) => one.name === 'density')"
    )
    timed = "(() => {{ const begun = performance.now(); {what}; return {then}.then(() => performance.now() - begun); }})()"
    draw = "const drawn = window.Plotly.redraw(document.querySelector('#timeline .js-plotly-plot'))"
    lit_times, drawn_times = [], []
    for code in ("BY", "RU", "UA", "US", "PL", "AZ", "KZ", "KG", "TJ"):
        point = f"window.datelinePoint({{ country: '{code}' }})"
        lit_times.append(page.evaluate(timed.format(what=point, then=FRAME)))
        assert page.evaluate(LIT)["listed"] == [code]
        lit = "(document.querySelector('#timeline .lit-cells path:last-child').getAttribute('d').match(/M/g) || []).length"
        assert page.evaluate(lit) > 20
        drawn_times.append(page.evaluate(timed.format(what=draw, then=f"drawn.then(() => {FRAME})")))
    assert median(lit_times) < median(drawn_times), (lit_times, drawn_times)
    tab.assert_clean()


def test_a_country_opens_its_events_and_words_and_filters_in_plain_words(small: str, new_tab: NewTab) -> None:
    tab = opened(new_tab(small))
    page = tab.page
    page.locator("#map").scroll_into_view_if_needed()
    tab.settle()  # what is pointed at is forgotten while the page scrolls
    page.mouse.click(*page.evaluate(COUNTRY, RUSSIA))
    panel = page.get_by_role("dialog", name="Russia")
    panel.wait_for()
    assert "country=" not in page.url
    assert "10 events" in panel.inner_text()
    assert "Countries whose people or bodies took part." in panel.inner_text()
    assert "The current document was adopted in 2016" in panel.inner_text()
    assert page.evaluate(LIT)["countries"] == ["RU"]  # lit as long as it is open
    with page.expect_response(lambda one: "/view?" in one.url):
        page.emulate_media(color_scheme="dark")  # the same view in other colours
    tab.settle()
    assert panel.is_visible()
    panel.get_by_role("button", name="CSTO adopts its collective security strategy").click()
    page.locator(".drawer-title", has_text="CSTO adopts").wait_for()
    page.keyboard.press("Escape")
    tab.until("!document.querySelector('.drawer-title')")
    assert panel.is_visible()
    panel.get_by_role("button", name="Filter by Russia").click()
    page.wait_for_url("**country=RU")
    tab.until("document.querySelector('#headline').textContent.includes('with Russia')")
    assert not panel.is_visible()
    assert page.evaluate("!document.querySelector('.lit-mark')")
    # By keyboard, from the table beside the map.
    tab.settle()
    page.locator("#map-table .twin-button", has_text="Belarus").focus()
    page.keyboard.press("Enter")
    page.get_by_role("dialog", name="Belarus").wait_for()
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.textContent") == "Belarus"
    tab.assert_clean()


def test_a_cell_opens_its_events_and_a_name_filters(small: str, new_tab: NewTab) -> None:
    tab = opened(new_tab(small))
    page = tab.page
    page.locator("#topics").evaluate("(chart) => chart.scrollIntoView({ block: 'center' })")
    tab.settle()
    row, column = page.evaluate(FULLEST)
    page.mouse.click(*page.evaluate(CELL, [row, column]))
    panel = page.get_by_role("dialog")
    panel.wait_for()
    assert "topic=" not in page.url
    assert panel.locator("li blockquote").count() == panel.locator("li").count() > 0
    panel.get_by_role("button", name="Filter to").click()
    page.wait_for_url("**from=*")
    tab.until("document.querySelector('#headline').textContent.includes('2023')")
    tab.settle()
    page.focus("#topics-box")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    panel.wait_for()
    assert page.evaluate("document.activeElement.id") == "behind-title"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "topics-box"
    name = page.evaluate(
        "() => { const graph = document.querySelector('#topics .js-plotly-plot'); const frame = graph.getBoundingClientRect(); return [frame.x + 60, frame.y + graph._fullLayout.yaxis._offset + graph._fullLayout.yaxis.l2p(0.5)]; }"
    )
    page.mouse.click(*name)
    page.wait_for_url("**topic=*")
    tab.assert_clean()


def test_topics_are_drawn_as_they_are_asked_for_and_the_address_says_so(small: str, new_tab: NewTab) -> None:
    tab = opened(new_tab(small))
    page = tab.page
    names = "document.querySelector('#topics .js-plotly-plot').data.map((one) => one.name)"
    assert "bars" not in page.evaluate(names)
    for words, told in (
        ("Bars", "drawn=bars"),
        ("Share of its time", "measure=share"),
        ("Per document", "per=document"),
    ):
        page.locator(".card-topics").get_by_text(words, exact=True).click()
        page.wait_for_url(f"**{told}*")
        tab.settle()
    assert "bars" in page.evaluate(names)
    page.focus("#topics-box")
    page.keyboard.press("ArrowLeft")
    assert "% of all then" in page.inner_text("#cell-told")
    assert "document" in page.inner_text("#cell-told")
    assert page.locator("#topics-note").inner_text().count(chart_labels.DOCUMENT_WEIGHS) == 1
    again = opened(new_tab(small), page.url.removeprefix(small))
    assert "bars" in again.page.evaluate(names)
    assert again.page.locator("#measure input:checked").get_attribute("value") == "share"
    tab.assert_clean()


def test_hostile_words_are_only_words_behind_a_cell_and_in_a_table(new_tab: NewTab) -> None:
    words = '<img src=x onerror="window.stolen=1">'
    event = make_event(
        "e", title=words, topics=(words,), evidence=[words], countries=("BY",), date="2023-06-08"
    )
    with Store.in_memory() as store:
        store.add([make_report("d", [event], text=words, title=words)])
        for address in serve(store):
            tab = opened(new_tab(address))
            page = tab.page
            for spot in ("country::BY", f"topic::{words}", f"topic:2023-01-01..2023-12-31:{words}"):
                page.evaluate("(spot) => window.datelineBehind(spot)", spot)
                tab.until("document.querySelector('.behind li')")
                assert words in page.inner_text(".behind blockquote")
                page.keyboard.press("Escape")
            page.locator("[data-twin=topics] summary").click()
            assert words in page.inner_text("[data-twin=topics] tbody").replace("\n", "")
            assert page.evaluate("window.stolen") is None
            tab.assert_clean()


@pytest.mark.parametrize("width", [1440, 390])
def test_every_chart_has_a_summary_and_a_table(small: str, new_tab: NewTab, width: int) -> None:
    tab = opened(new_tab(small, viewport={"width": width, "height": 900}))
    page = tab.page
    for chart in ("timeline", "overview", "map", "topics"):
        summary = page.locator(f"#{chart}-summary")
        assert len(summary.text_content() or "") > 20
        assert page.locator(f"#{chart}-box").get_attribute("aria-describedby") == f"{chart}-summary"
    rows = page.locator("#map-table tbody tr")
    assert rows.first.inner_text().split() == ["Belarus", "15"]
    page.locator("#map-table [data-sort=name]").click()
    tab.until("document.querySelector('#map-table tbody tr').innerText.startsWith('Armenia')")
    assert page.locator("#map-table th[aria-sort=ascending]").inner_text().startswith("Country or area")
    shown = page.evaluate(
        "document.querySelector('#map .js-plotly-plot').data.flatMap((one) => one.name === 'events' ? one.customdata.map((told) => told[1]) : [])"
    )
    assert sorted(one.split("\t")[0].strip() for one in rows.locator("th").all_inner_texts()) == sorted(shown)
    for chart in ("overview", "topics"):
        page.locator(f"[data-twin={chart}] summary").click()
        page.locator(f"[data-twin={chart}] table").wait_for()
    total = "[...document.querySelectorAll('[data-twin=overview] tbody td:nth-child(2)')].reduce((sum, one) => sum + Number(one.textContent), 0)"
    assert page.evaluate(total) == pytest.approx(14, abs=0.5)  # all but the three without a day
    filled = "[...document.querySelectorAll('[data-twin=topics] tbody td:not(:nth-child(2))')].filter((one) => one.textContent).length"
    cells = "document.querySelector('#topics .js-plotly-plot').data.find((one) => one.name === 'topics').z.flat().filter((one) => one !== null).length"
    assert page.evaluate(filled) == page.evaluate(cells)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    topic = page.locator("[data-twin=topics] tbody .twin-button").first
    topic.focus()
    page.keyboard.press("Enter")
    page.get_by_role("dialog", name=topic.inner_text()).wait_for()
    page.keyboard.press("Escape")
    # The order stays when another view comes.
    page.evaluate("window.datelineSend({ kind: 'set', name: 'count', value: 'reports' })")
    tab.until("document.querySelector('#map-table thead').textContent.includes('Reports')")
    assert rows.first.inner_text().startswith("Armenia")
    tab.assert_clean()
