"""The page on a pile: a few hundred events of real shapes, far-off, wide and undated ones among them."""

# ruff: noqa: E501 - scripts on one line
from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pypdfium2
import pytest

from data_model import Store
from tests.browser.conftest import Tab, serve
from tests.dashboard.sample import FAMILIES, many_reports
from tests.factory import make_event, make_report

NewTab = Callable[..., Tab]
BARS = """() => {
  const graph = document.querySelector('#timeline .js-plotly-plot');
  const box = (one) => one.getBoundingClientRect();
  const texts = [...graph.querySelectorAll('.textpoint text')].map(box);
  const marks = [...graph.querySelectorAll('.scatterlayer .trace .points path')].map(box);
  const bars = [...graph.querySelectorAll('.scatterlayer .trace .lines path')].map(box);
  return { texts: texts.map((b) => [b.left, b.right, b.top + 4, b.bottom - 4]), marks: marks.map((b) => [b.left + 1, b.right - 1, b.top + 1, b.bottom - 1]), bars: bars.length };
}"""


@pytest.fixture(scope="session")
def pile() -> Iterator[str]:
    odd = [
        make_event("far", title="A treaty of long ago", date="1648-10-24"),
        *(make_event(f"wide{n}", title=f"Somewhen {n}", date="[1996..2020]") for n in range(3)),
        *(make_event(f"no{n}", title=f"Some day or other {n}", date="XXXX-09-04") for n in range(70)),
    ]
    with Store.in_memory(families=FAMILIES) as store:
        store.add([*many_reports(320), make_report("odd", odd)])
        yield from serve(store)


def test_one_far_off_date_stretches_nothing_and_is_given_back(pile: str, new_tab: NewTab) -> None:
    tab = new_tab(pile)
    page = tab.open()
    assert re.match(r"393 events, (199|200)\d–20\d\d", tab.headline())
    chip = page.locator("#chips .chip-aside")
    assert re.fullmatch(r"1 event before \d{4}", chip.inner_text())
    chip.click()
    tab.until("document.querySelector('#headline').textContent.startsWith('394 events, 1648')")
    assert page.url.endswith("?span=all")
    page.locator("#chips .chip", has_text="Far-off dates shown").click()
    tab.until("document.querySelector('#headline').textContent.startsWith('393 events')")
    assert "span" not in page.url
    tab.assert_clean()


def test_on_paper_the_timeline_begins_on_the_first_sheet(pile: str, new_tab: NewTab) -> None:
    page = new_tab(pile).open()
    labels = "[...document.querySelectorAll('#timeline .textpoint text')].map((one) => one.textContent)"
    named = page.evaluate(labels)[:3]
    sheets = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    first = sheets[0].get_textpage().get_text_bounded()
    sheets.close()
    # Letters with a rim are painted twice.
    told = re.sub(r"(.)\1", r"\1", first)
    assert named
    assert any(one in told for one in named)


def test_the_days_stay_at_the_top_of_the_screen(pile: str, new_tab: NewTab) -> None:
    tab = new_tab(pile)
    page = tab.open()
    words = "[...document.querySelectorAll('#timeline-axis text')].map((one) => one.textContent)"
    tab.until(f"{words}.length > 2")
    assert page.evaluate(words) == page.evaluate(
        "[...document.querySelectorAll('#timeline .xtick text')].map((one) => one.textContent)"
    )
    assert page.locator("#timeline-axis").bounding_box()["y"] < 900
    page.mouse.wheel(0, 900)
    tab.until("document.querySelector('#timeline-axis').getBoundingClientRect().top < 80")
    assert page.locator("#timeline-axis").bounding_box()["y"] >= 55
    tab.assert_clean()


@pytest.mark.parametrize("width", [390, 1024, 1440])
def test_no_label_lies_over_a_mark_or_another_label(pile: str, new_tab: NewTab, width: int) -> None:
    tab = new_tab(pile, viewport={"width": width, "height": 900})
    for search in ("", "?lanes=country", "?lanes=type&from=2010-01-01&to=2012-12-31"):
        told = tab.open(search).evaluate(BARS)
        assert len(told["texts"]) > 5
        for place, one in enumerate(told["texts"]):
            for other in [*told["texts"][place + 1 :], *told["marks"]]:
                apart = one[0] >= other[1] or other[0] >= one[1] or one[2] >= other[3] or other[2] >= one[3]
                assert apart, (one, other)
        assert tab.page.evaluate("document.documentElement.scrollWidth") == width
    tab.assert_clean()


def test_a_lane_has_a_bounded_height_and_its_name_filters(pile: str, new_tab: NewTab) -> None:
    tab = new_tab(pile)
    page = tab.open()
    assert page.evaluate("document.querySelector('#timeline').clientHeight") < 1500
    page.locator("#timeline .annotation-text-g", has_text="CSTO").first.click()
    page.wait_for_url("**org=csto")
    tab.until("document.querySelector('#headline').textContent.includes('of CSTO')")
    tab.assert_clean()


def test_a_list_comes_when_it_is_opened(pile: str, new_tab: NewTab) -> None:
    tab = new_tab(pile)
    asked: list[str] = []
    tab.page.on("request", lambda one: asked.append(one.url) if "/choices" in one.url else None)
    page = tab.open()
    assert asked == []
    page.click("#country")
    page.get_by_role("option", name=re.compile("^Belarus")).click()
    page.keyboard.press("Escape")
    tab.until("document.querySelector('#headline').textContent.includes('with Belarus')")
    assert "list=country" in asked[0]  # what the pointer comes over later is fetched ahead, too
    assert page.locator(".mantine-MultiSelect-pill").all_inner_texts() == ["Belarus"]
    tab.open("?org=csto&country=RU")
    assert page.locator(".mantine-MultiSelect-pill").all_inner_texts() == ["CSTO", "Russia"]
    tab.assert_clean()


def test_lists_are_walked_to_their_end_and_turned_round(pile: str, new_tab: NewTab) -> None:
    tab = new_tab(pile)
    page = tab.open()
    rows, cards = page.locator("#table tbody tr:not(.part-head)"), page.locator(".tray-card")
    assert rows.count() == 50
    newest = rows.first.inner_text()
    while page.locator("#table .more").count():
        before = rows.count()
        page.click("#table .more")
        tab.until(f"document.querySelectorAll('#table tbody tr:not(.part-head)').length > {before}")
    assert rows.count() == 393
    assert page.locator("#table .part-head").all_inner_texts() == [
        "Dates wider than two years",
        "Not on the axis",
    ]
    assert cards.count() == 8
    while page.locator("#tray .more").count():
        before = cards.count()
        page.click("#tray .more")
        tab.until(f"document.querySelectorAll('.tray-card').length > {before}")
    assert cards.count() == 70
    page.locator("#table .sort-button[data-value=oldest]").locator("visible=true").click()
    page.wait_for_url("**sort=oldest")
    tab.until("document.querySelector('#table .sorted').textContent === 'oldest first'")
    assert rows.count() == 50
    assert rows.first.inner_text() != newest
    tab.assert_clean()


def test_only_what_changed_is_sent_again(pile: str, new_tab: NewTab) -> None:
    tab = new_tab(pile)
    page = tab.open()
    with page.expect_response("**/view?*") as waiting:
        tab.lanes("Topic")
    assert set(waiting.value.json()["parts"]) == {"timeline", "timeline-summary", "lane-tools", "lane-more"}
    assert waiting.value.headers["content-encoding"] == "gzip"
    tab.settle()
    tab.assert_clean()


def test_charts_below_the_screen_are_drawn_when_they_come_near(pile: str, new_tab: NewTab) -> None:
    tab = new_tab(pile)
    page = tab.open()
    drawn = (
        "[...document.querySelectorAll('.js-plotly-plot')].map((one) => one.parentElement.id).sort().join()"
    )
    assert page.evaluate(drawn) == "overview,timeline"
    page.locator("#map").scroll_into_view_if_needed()
    tab.until(f"{drawn} === 'map,overview,timeline,topics'")
    tab.assert_clean()


def test_a_phone_keeps_every_number_and_no_box_scrolls(pile: str, new_tab: NewTab) -> None:
    tab = new_tab(pile, viewport={"width": 390, "height": 844})
    page = tab.open()
    assert page.locator("#key-figures dt:visible").all_inner_texts()[-1] == "Planned"
    assert page.locator("#key-figures dt:visible").count() == 5
    assert page.locator("#table tbody tr").first.locator("td:visible").count() >= 4
    assert page.evaluate("getComputedStyle(document.querySelector('.table-scroll')).overflowX") == "visible"
    tab.assert_clean()


def test_a_server_that_is_gone_is_told_and_asked_again(pile: str, new_tab: NewTab) -> None:
    tab = new_tab(pile)
    page = tab.open()
    page.route("**/view?*", lambda route: route.abort())
    tab.lanes("Country")
    page.get_by_text("The page could not be reached").wait_for()
    page.unroute("**/view?*")
    page.get_by_role("button", name="Try again").click()
    tab.until("!document.querySelector('#notice .notice')")
    assert tab.headline().startswith("393 events")
