"""What is filtered by and what it means, the way through events, and the words of the first minute."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser.conftest import Tab
from tests.dashboard.sample import sample_reports

NewTab = Callable[..., Tab]
EVENT = sample_reports()[0].normalized.events[0].id
HEADLINE = "document.querySelector('#headline').textContent"


def test_what_a_name_means_is_chosen_beside_it(small: str, new_tab: NewTab) -> None:
    tab = new_tab(small)
    page = tab.open("?org=csto")
    assert tab.headline().startswith("2 events of CSTO")
    page.select_option("select[data-setting=role]", "member")
    page.wait_for_url("**role=member")
    tab.until(f"{HEADLINE}.includes('with a member of CSTO')")
    assert page.locator("#chips .chip").all_inner_texts() == ["A member of CSTO takes part"]
    page.select_option("select[data-setting=layer]", "named")
    page.wait_for_url("**layer=named")
    # The control beside the list and that of the map are one setting.
    assert page.locator("#layer input:checked").get_attribute("value") == "named"
    page.go_back()
    page.go_back()
    tab.until(f"{HEADLINE}.startsWith('2 events of CSTO')")
    assert page.input_value("select[data-setting=role]") == "acting"
    assert page.input_value("select[data-setting=layer]") == "participating"
    tab.assert_clean()


def test_each_choice_tells_what_it_would_leave(small: str, new_tab: NewTab) -> None:
    tab = new_tab(small)
    page = tab.open("?org=cis,csto")
    told = page.locator("#certainty label").all_inner_texts()
    numbers = {words: int(number) for words, number in (one.split("\n") for one in told)}
    assert numbers["All"] == sum(numbers.values()) - numbers["All"]
    page.locator("#certainty label", has_text="Exact").click()
    tab.until(f"{HEADLINE}.startsWith('{numbers['Exact']} event')")
    tab.assert_clean()


def test_what_has_no_day_is_a_place_of_its_own(small: str, new_tab: NewTab) -> None:
    tab = new_tab(small)
    page = tab.open()
    page.get_by_role("button", name="Only these").click()
    page.wait_for_url("**certainty=unplaced")
    tab.until(f"{HEADLINE}.startsWith('3 events')")
    expect(page.locator("#timeline")).to_be_hidden()
    assert page.locator("#table tbody tr:not(.part-head)").count() == 3
    page.locator("#table thead .sort-button[data-value=told]").click()
    page.wait_for_url("**sort=told")
    expect(page.locator("#table thead th[aria-sort=descending]")).to_contain_text("most told first")
    tab.assert_clean()


def test_an_event_leads_to_more_with_everybody_in_it(small: str, new_tab: NewTab) -> None:
    tab = new_tab(small)
    page = tab.open(f"?event={EVENT}")
    drawer = page.get_by_role("dialog")
    link = drawer.locator("a[data-view]", has_text="Collective Security Treaty Organization")
    events = drawer.locator("span:has(> a[data-view]) > .more-of").nth(
        drawer.locator("a[data-view]").all_inner_texts().index("Collective Security Treaty Organization")
    )
    told = events.inner_text()
    link.click()
    tab.until(f"{HEADLINE}.startsWith('{told} of CSTO')")
    assert page.url.endswith("?org=csto")
    expect(drawer).to_be_hidden()
    page.go_back()
    expect(drawer.locator(".drawer-title")).to_be_visible()
    tab.assert_clean()


def test_hints_come_one_at_a_time_where_they_are_met(small: str, new_tab: NewTab) -> None:
    tab = new_tab(small, viewport={"width": 1440, "height": 800})
    page = tab.open()
    shown = page.locator(".hint:not([hidden])")
    expect(shown).to_have_count(1)
    first = shown.inner_text()
    shown.get_by_role("button").click()
    expect(shown).to_have_count(1)
    assert shown.inner_text() != first
    page.reload()
    tab.settle()
    assert page.locator(".hint:not([hidden])").inner_text() != first
    page.evaluate("window.datelineDrawAll()")
    tab.settle()
    height = page.evaluate("document.documentElement.scrollHeight")
    for _ in range(4):
        page.locator(".hint:not([hidden]) button").click()
        tab.page.mouse.wheel(0, 700)
        tab.page.wait_for_timeout(300)
        # What comes and goes while one scrolls moves nothing that one is about to click.
        assert page.evaluate("document.documentElement.scrollHeight") == height
        if not shown.count():
            break
    tab.assert_clean()


def test_a_large_pile_has_no_hints(crowded: str, new_tab: NewTab) -> None:
    tab = new_tab(crowded)
    page = tab.open()
    assert page.locator(".hint:not([hidden])").count() == 0


def test_a_narrow_screen_keeps_what_the_header_has_no_room_for(small: str, new_tab: NewTab) -> None:
    tab = new_tab(small, viewport={"width": 390, "height": 844})
    page = tab.open("?org=cis")
    page.click("#burger")
    page.locator(".acts").get_by_role("button", name="Copy link").click()
    tab.until("document.querySelector('.acts .done')")
    with page.expect_download() as waiting:
        page.locator(".acts").get_by_role("link", name="CSV").click()
    assert waiting.value.suggested_filename == "dateline-events-org-cis.csv"
    page.evaluate("window.print = () => (window.printed = true)")
    page.locator(".acts").get_by_role("button", name="Print").click()
    tab.until("window.printed")
    tab.assert_clean()
