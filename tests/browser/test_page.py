"""The page as a person uses it."""

# ruff: noqa: E501 - scripts and bodies on one line
from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from data_model import Organization, Store
from tests.browser.conftest import Tab, serve
from tests.dashboard.sample import sample_reports
from tests.factory import make_event, make_report

NewTab = Callable[..., Tab]
EVENT = sample_reports()[0].normalized.events[0].id

MARK = """(id) => {
  const graph = document.querySelector('#timeline .js-plotly-plot');
  const trace = graph.data.findIndex((one) => one.name === 'events');
  const place = graph.data[trace].customdata.findIndex((told) => told[0].startsWith(id));
  const groups = [...graph.querySelectorAll('.scatterlayer .trace')].filter((one) => one.querySelector('.points path'));
  const box = groups[0].querySelectorAll('.points path')[place].getBoundingClientRect();
  return [box.x + box.width / 2, box.y + box.height / 2];
}"""
BOXES = """() => {
  const graph = document.querySelector('#timeline .js-plotly-plot');
  const paths = [...graph.querySelectorAll('.scatterlayer .trace .points path')].map((one) => one.getBoundingClientRect());
  const texts = [...graph.querySelectorAll('.textpoint text')].map((one) => one.getBoundingClientRect());
  return [...paths, ...texts].map((box) => [box.left, box.right, box.top + box.height * 0.2, box.bottom - box.height * 0.2]);
}"""


def point_at(tab: Tab, event: str) -> tuple[float, float]:
    tab.page.locator("#timeline-box").scroll_into_view_if_needed()
    x, y = tab.page.evaluate(MARK, event)
    return x, y


def test_loads_without_asking_anyone_outside(small: str, new_tab: NewTab) -> None:
    tab = new_tab(small)
    page = tab.open()
    assert tab.headline() == "17 events, 2009–2023, most in 2023 (5)"
    assert page.get_attribute("html", "lang") == "en"
    page.evaluate("document.querySelector('#map').scrollIntoView()")  # drawn when it comes near
    tab.until("document.querySelectorAll('#map .choroplethlayer path').length > 5")
    assert page.locator("#timeline .textpoint text").count() > 10
    assert page.locator(".modebar").count() == 0
    tab.assert_clean()


def test_a_filter_changes_page_and_address(small: str, new_tab: NewTab) -> None:
    tab = new_tab(small)
    page = tab.open()
    page.click("#organization")
    page.get_by_role("option", name=re.compile("^CSTO")).click()
    page.keyboard.press("Escape")
    tab.until("document.querySelector('#headline').textContent.startsWith('2 events of CSTO')")
    assert page.url.endswith("?org=csto")
    assert page.locator("#chips .chip").all_inner_texts() == ["CSTO"]
    page.click("#chips .chip")
    tab.until("document.querySelector('#headline').textContent.startsWith('17 events')")
    assert "org" not in page.url
    tab.assert_clean()


def test_certainty_is_chosen_and_taken_back(small: str, new_tab: NewTab) -> None:
    tab = new_tab(small)
    page = tab.open()
    page.locator("#certainty").get_by_text(re.compile("^Exact")).click()
    tab.until("document.querySelector('#headline').textContent.startsWith('8 events')")
    assert page.url.endswith("?certainty=exact")
    assert page.locator("#chips .chip").all_inner_texts() == ["Date: exact"]
    page.click("#chips .chip")
    tab.until("document.querySelector('#headline').textContent.startsWith('17 events')")
    assert page.locator("#certainty input:checked").get_attribute("value") == "all"
    tab.assert_clean()


def test_a_link_is_the_view(small: str, new_tab: NewTab) -> None:
    search = "?org=cis&country=BY&layer=participating&status=happened&from=2008-01-01&to=2024-12-31&q=session&lanes=topic"
    first, second = new_tab(small), new_tab(small)
    first.open(search)
    assert first.headline() == "2 events of CIS with Belarus, 2008–2024"
    copied = first.page.url
    second.open(copied.removeprefix(small))
    assert second.headline() == first.headline()
    assert second.page.input_value("#text") == "session"
    assert second.page.url == small + search
    for tab in (first, second):
        assert tab.page.input_value("#lanes") == "Topic"
        assert tab.page.locator("#layer input:checked").get_attribute("value") == "participating"
        tab.assert_clean()


def test_back_goes_back(small: str, new_tab: NewTab) -> None:
    tab = new_tab(small)
    page = tab.open()
    page.fill("#text", "Sochi")
    tab.until("document.querySelector('#headline').textContent.startsWith('1 event')")
    tab.lanes("Country")
    page.wait_for_url("**lanes=country")
    page.go_back()
    tab.until("!location.search.includes('lanes')")
    tab.until("document.querySelector('#lanes').value === 'Organization'")
    page.go_back()
    tab.until("document.querySelector('#headline').textContent.startsWith('17 events')")
    assert page.input_value("#text") == ""
    tab.assert_clean()


def test_a_mark_opens_its_event_with_its_words(small: str, new_tab: NewTab) -> None:
    tab = new_tab(small)
    page = tab.open()
    page.mouse.click(*point_at(tab, "csto:meeting"))
    drawer = page.get_by_role("dialog")
    expect(drawer.get_by_role("heading", name="Lukashenko meets secretaries")).to_be_visible()
    assert "event=csto:meeting" in page.url
    expect(drawer.locator("mark.evidence").first).to_be_visible()
    assert "8 June 2023" in drawer.inner_text()
    assert "By membership" in drawer.inner_text()
    page.keyboard.press("Escape")
    expect(drawer).to_be_hidden()
    tab.until("!location.search.includes('event')")
    tab.assert_clean()


def test_a_label_opens_its_event_too(small: str, new_tab: NewTab) -> None:
    tab = new_tab(small)
    page = tab.open()
    box = page.locator("#timeline .textpoint text", has_text="CIS heads of government").first.bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] - 12, box["y"] + box["height"] / 2)
    expect(page.get_by_role("dialog").get_by_role("heading", name="CIS heads of government")).to_be_visible()
    tab.assert_clean()


def test_the_document_shows_every_mark(small: str, new_tab: NewTab) -> None:
    tab = new_tab(small)
    page = tab.open(f"?event={EVENT}")
    page.get_by_role("dialog").get_by_role("link", name="Read the whole document").click()
    page.wait_for_url("**/document/csto?event=*")
    assert page.locator("mark.mark-organization").count() >= 3
    assert page.locator("#evidence").count() == 1
    color = "getComputedStyle(document.querySelector('.text .mark-country')).backgroundColor"
    before = page.evaluate(color)
    page.uncheck("#show-country")
    assert page.evaluate(color) != before
    tab.assert_clean()


def test_the_brush_chooses_a_period(small: str, new_tab: NewTab) -> None:
    tab = new_tab(small)
    page = tab.open()
    page.locator("#overview").scroll_into_view_if_needed()
    box = page.evaluate(
        """() => { const graph = document.querySelector('#overview .js-plotly-plot'); const frame = graph.getBoundingClientRect();
        const { xaxis } = graph._fullLayout; const at = (day) => frame.x + xaxis._offset + xaxis.d2p(day);
        return [at('2021-01-01'), at('2023-11-01'), frame.y + 20]; }"""
    )
    page.mouse.move(box[0], box[2])
    page.mouse.down()
    page.mouse.move(box[1], box[2], steps=8)
    page.mouse.up()
    page.wait_for_url("**from=202*")
    found = re.search(r"from=(\d{4}-\d{2})-\d{2}&to=(\d{4}-\d{2})", page.url)
    assert found
    assert found[1] in ("2020-12", "2021-01")
    assert found[2] in ("2023-10", "2023-11")
    tab.until("document.querySelector('#headline').textContent.includes('events within')")
    page.get_by_role("button", name="Whole time").click()
    tab.until("!location.search")
    tab.until("document.querySelector('#headline').textContent.startsWith('17 events')")
    tab.assert_clean()


def test_a_brush_stays_where_it_was_put(small: str, new_tab: NewTab) -> None:
    tab = new_tab(small)
    page = tab.open()
    page.locator("#overview").scroll_into_view_if_needed()
    length = page.evaluate("history.length")
    frame = page.locator("#overview .nsewdrag").bounding_box()
    assert frame
    page.mouse.move(frame["x"] + frame["width"] * 0.4, frame["y"] + 20)
    page.mouse.down()
    page.mouse.move(frame["x"] + frame["width"] * 0.8, frame["y"] + 20, steps=8)
    page.mouse.up()
    page.wait_for_url("**from=20*")
    chosen = page.url
    tab.settle()
    page.click("#theme-toggle")  # the selection is drawn again
    tab.settle()
    assert page.url == chosen
    assert page.evaluate("history.length") == length + 1
    page.go_back()
    tab.until("!location.search")
    tab.open("?from=2023-06-08&to=2023-06-08")  # drawn wider than it is
    page.click("#theme-toggle")
    tab.settle()
    assert page.url.endswith("?from=2023-06-08&to=2023-06-08")
    tab.assert_clean()


def test_back_after_a_drag_returns_to_the_filter(small: str, new_tab: NewTab) -> None:
    tab = new_tab(small)
    page = tab.open()
    page.fill("#text", "Lukashenko")
    page.wait_for_url("**q=Lukashenko")
    tab.settle()
    page.focus("#timeline-box")
    for _ in range(3):
        before = page.url
        page.keyboard.press("+")
        tab.until(f"location.href !== '{before}'")
        tab.settle()
    page.go_back()
    tab.until("location.search === '?q=Lukashenko'")
    tab.settle()
    page.focus("#timeline-box")
    page.keyboard.press("+")
    tab.until("location.search.includes('left=')")
    tab.settle()
    page.go_back()
    tab.until("location.search === '?q=Lukashenko'")
    tab.settle()
    page.go_back()
    tab.until("!location.search")
    tab.assert_clean()


def test_a_value_nobody_knows_is_told_and_falls_back(small: str, new_tab: NewTab) -> None:
    tab = new_tab(small)
    page = tab.open("?country=zz&status=zzz&type=nobody")
    told = page.inner_text("#notice")
    for part in ("ZZ", "zzz", "nobody"):
        assert part in told
    assert page.locator("#status input:checked").get_attribute("value") == "all"
    assert page.locator("[id=drawer-body]").count() <= 1
    tab.assert_clean()


def test_zoom_and_keys_move_the_window(small: str, new_tab: NewTab) -> None:
    tab = new_tab(small)
    page = tab.open()
    length = page.evaluate("history.length")
    page.evaluate(
        "Plotly.relayout(document.querySelector('#timeline .js-plotly-plot'), {'xaxis.range[0]': '2021-06-01', 'xaxis.range[1]': '2023-08-01'})"
    )
    page.wait_for_url("**left=2021-06-01&right=2023-07-31")
    tab.settle()
    page.focus("#timeline-box")
    page.keyboard.press("ArrowRight")
    tab.until("!location.search.includes('2021-06-01')")
    tab.settle()
    # The first drag can be gone back from, those after it only replace its address.
    assert page.evaluate("history.length") == length + 1
    page.keyboard.press("Home")
    tab.until("!location.search")
    tab.assert_clean()


def test_a_zoom_repaints_the_timeline_alone_until_it_is_made_a_filter(small: str, new_tab: NewTab) -> None:
    tab = new_tab(small)
    page = tab.open()
    headline = tab.headline()
    page.focus("#timeline-box")
    with page.expect_response("**/view?*left=*") as waiting:
        page.keyboard.press("+")
    assert set(waiting.value.json()["parts"]) == {"timeline", "overview", "periods"}
    tab.settle()
    assert tab.headline() == headline
    page.get_by_role("button", name="Filter to this window").click()
    page.wait_for_url("**from=*")
    assert "left=" not in page.url
    tab.until("document.querySelector('#headline').textContent.includes('within')")
    tab.assert_clean()


def test_light_and_dark(small: str, new_tab: NewTab) -> None:
    tab = new_tab(small, color_scheme="dark")
    page = tab.open()
    ink = "document.querySelector('#timeline .js-plotly-plot')?.layout?.font?.color"
    assert page.evaluate("document.documentElement.dataset.mantineColorScheme") == "dark"
    assert page.evaluate(ink) == "#e8ecf3"
    page.click("#theme-toggle")
    tab.until(f"{ink} === '#1b2433'")
    page.reload()
    tab.until(f"{ink} === '#1b2433'")
    tab.assert_clean()


@pytest.mark.parametrize("search", ["", "?lanes=country", f"?event={EVENT}"])
def test_a_phone_never_scrolls_sideways(small: str, new_tab: NewTab, search: str) -> None:
    tab = new_tab(small, viewport={"width": 390, "height": 844})
    page = tab.open(search)
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    tab.assert_clean()


def test_a_phone_opens_its_filters(small: str, new_tab: NewTab) -> None:
    page = new_tab(small, viewport={"width": 390, "height": 844}).open()
    expect(page.locator("#organization")).not_to_be_in_viewport()
    page.click("#burger")
    expect(page.locator("#organization")).to_be_in_viewport()


@pytest.mark.parametrize("width", [390, 900, 1440])
def test_nothing_on_the_timeline_overlaps(small: str, new_tab: NewTab, width: int) -> None:
    tab = new_tab(small, viewport={"width": width, "height": 900})
    for search in ("", "?lanes=country", "?lanes=topic&from=2021-01-01&to=2023-12-31"):
        boxes = tab.open(search).evaluate(BOXES)
        assert len(boxes) > 8
        overlapping = [
            (one, other)
            for place, one in enumerate(boxes)
            for other in boxes[place + 1 :]
            if one[0] < other[1] - 0.5 and other[0] < one[1] - 0.5 and one[2] < other[3] and other[2] < one[3]
        ]
        assert overlapping == []


def test_two_thousand_events_are_counted_not_smeared(crowded: str, new_tab: NewTab) -> None:
    tab = new_tab(crowded)
    page = tab.open()
    names = "document.querySelector('#timeline .js-plotly-plot').data.map((one) => one.name)"
    assert "density" in page.evaluate(names)
    assert page.locator("#timeline .textpoint text").count() > 20
    tab.open("?from=2015-01-01&to=2015-06-30")
    assert "density" not in page.evaluate(names)
    tab.assert_clean()


def test_bad_links_get_words_and_the_rest_is_kept(small: str, new_tab: NewTab) -> None:
    tab = new_tab(small)
    page = tab.open("?org=cis,nobody&from=yesterday&lanes=sideways&colour=red&to=2023-12-31")
    words = page.inner_text("#notice")
    for part in ("nobody", "yesterday", "sideways", "colour"):
        assert part in words
    assert tab.headline().startswith("4 events of CIS or nobody")
    tab.assert_clean()


def test_no_result_gets_words(small: str, new_tab: NewTab) -> None:
    tab = new_tab(small)
    page = tab.open("?q=zzzz")
    assert "No event fits" in page.inner_text("#notice")
    expect(page.locator("#timeline")).to_be_hidden()
    page.click("#reset")
    expect(page.locator("#timeline")).to_be_visible()
    tab.settle()
    assert page.locator("#timeline .textpoint text").count() > 10
    tab.assert_clean()


def test_an_unknown_event_gets_words(small: str, new_tab: NewTab) -> None:
    page = new_tab(small).open("?event=nobody")
    expect(page.get_by_role("dialog").get_by_text("There is no event of that name")).to_be_visible()


def test_the_table_opens_events(small: str, new_tab: NewTab) -> None:
    tab = new_tab(small)
    page = tab.open()
    assert page.locator("#table tbody tr:not(.part-head)").count() == 17
    page.locator("#table button", has_text="First European Games").click()
    expect(page.get_by_role("dialog").get_by_role("heading", name="First European Games")).to_be_visible()
    tab.assert_clean()


def test_the_tray_opens_events(small: str, new_tab: NewTab) -> None:
    page = new_tab(small).open()
    assert page.locator(".tray-card").count() == 3
    assert "4 September, 2018 or 2019" in page.inner_text(".tray-cards")
    page.locator(".tray-card", has_text="Stanislav Zas").click()
    expect(page.get_by_role("dialog").get_by_role("heading", name="Stanislav Zas")).to_be_visible()


HOSTILE = (
    '<img src=x onerror="window.stolen=1">',
    "<script>window.stolen=1</script>",
    '<span style="background:url(http://198.51.100.7/seen)">seen</span>',
    '<a href="javascript:window.stolen=1">press</a>',
    '"><svg onload="window.stolen=1">',
    "{{7*7}} ${window.stolen=1} %{x}",
)


def test_hostile_words_are_only_words(new_tab: NewTab) -> None:
    with Store.in_memory() as store:
        store.add(
            make_report(
                f"d{number}",
                [
                    make_event(
                        f"e{number}",
                        title=words,
                        organizations=[Organization(f"o{number}", words)],
                        topics=(words,),
                        groups=(words,),
                        evidence=[words],
                        place=f"{words}, BY",
                        date=["2023-06-08", "2014", "XXXX-09-04"][number % 3],
                    )
                ],
                text=words,
                title=words,
                source=words,
            )
            for number, words in enumerate(HOSTILE)
        )
        for address in serve(store):
            tab = new_tab(address)
            page = tab.open()
            for lanes in ("Country", "Topic", "Organization"):
                tab.lanes(lanes)
                tab.settle()
            for spot in page.locator("#timeline .textpoint text").all():
                spot.hover(force=True)
            for number in range(len(HOSTILE)):
                tab.open(f"?event=e{number}")
                assert page.locator(".drawer-title").inner_text()
                page.goto(f"{address}document/d{number}?event=e{number}")
            tab.open("?q=" + HOSTILE[0].replace(" ", "+"))
            assert page.evaluate("window.stolen") is None
            assert page.locator("main a[href^=javascript]").count() == 0
            tab.assert_clean()


def test_an_empty_store_gets_words(new_tab: NewTab) -> None:
    with Store.in_memory() as store:
        for address in serve(store):
            tab = new_tab(address)
            page = tab.open()
            assert tab.headline() == "Nothing has been imported yet"
            assert "dateline import" in page.inner_text("#notice")
            expect(page.locator("#timeline")).to_be_hidden()
            tab.assert_clean()


@pytest.mark.parametrize("chart", ["timeline", "topics"])
def test_a_file_has_the_words_of_the_page(small: str, new_tab: NewTab, chart: str) -> None:
    """Ticks, names, labels: what plotly has drawn in the browser stands in the file too, word by word."""
    tab = new_tab(small, viewport={"width": 1424, "height": 900})
    page = tab.open()
    page.evaluate("window.datelineDrawAll()")
    tab.until(f"document.querySelector('#{chart} .js-plotly-plot .xtick')")
    shown = page.evaluate(
        f"[...document.querySelectorAll('#{chart} .js-plotly-plot svg text')]"
        ".flatMap(text => [...(text.querySelector('tspan.line') ? text.querySelectorAll('tspan.line') : [text])])"
        ".map(line => line.textContent.trim()).filter(Boolean)"
    )
    told = page.evaluate(
        f"fetch('{chart}.svg').then(answer => answer.text()).then(text => [...new DOMParser()"
        ".parseFromString(text, 'image/svg+xml').querySelectorAll('text')].map(one => one.textContent.trim()))"
    )
    # The chart of the page is as wide as the window leaves it: a label may be cut elsewhere.
    whole = {line for line in shown if not line.endswith("…")}
    missing = {line for line in whole if line not in told and line not in {"■ none", "none"}}
    assert len(whole) > 10
    assert not missing
