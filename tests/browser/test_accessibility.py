"""Every state of the page by the rules of axe-core: light and dark, wide and narrow."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import Tab

NewTab = Callable[..., Tab]
STATES = {
    "bars": "?drawn=bars&measure=share&per=document",
    "filtered": "?org=csto&from=2016-01-01&to=2023-12-31&q=Lukashenko",
    "lanes and lens": "?lens=doubt&more=all&fold=cis&pin=csto,un",
    "list": "?form=list&lens=doubt",
    "even": "?form=even",
    "empty": "?org=csto&country=NZ",
    "bad link": "?org=zz&from=soon",
    "off the axis": "?certainty=unplaced&role=named",
}


def violations(tab: Tab) -> list[str]:
    # What passes is not told node by node: that would cost more than the rules themselves.
    found = Axe().run(tab.page, options={"resultTypes": ["violations"]}).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html'][:160]}" for one in found]


# Width and height in the page's own pixels, and how large each is: the last is a wide screen at 200 %.
SCREENS = {
    "wide": (1440, 900, 1),
    "middling": (1024, 768, 1),
    "phone": (390, 844, 1),
    "zoomed": (720, 450, 2),
}
# Each state is seen on each kind of screen and in both schemes, but not in every pair of the two.
EVERY_STATE = {("wide", "light"), ("phone", "dark")}


# Between the widest and the narrowest one scheme will do: colours do not depend on the width.
PAIRS = [*product(("wide", "phone"), ("light", "dark")), ("middling", "light"), ("zoomed", "dark")]


@pytest.mark.parametrize(("screen", "scheme"), PAIRS)
def test_no_rule_is_broken(small: str, new_tab: NewTab, screen: str, scheme: str) -> None:
    width, height, scale = SCREENS[screen]
    tab = new_tab(
        small,
        viewport={"width": width, "height": height},
        device_scale_factor=scale,
        color_scheme=scheme,
    )
    page = tab.page
    for search in STATES.values() if (screen, scheme) in EVERY_STATE else (STATES["bars"],):
        tab.open(search)
        page.evaluate("window.datelineDrawAll()")
        tab.settle()
        assert violations(tab) == [], search
    tab.open()
    page.evaluate("window.datelineDrawAll()")
    tab.settle()
    check_charts(tab)
    page.locator(".title-button").first.click()
    page.locator(".drawer-title").wait_for()
    tab.settle()
    assert violations(tab) == [], "drawer"
    address = page.locator(".report a").first.get_attribute("href")
    page.keyboard.press("Escape")
    tab.until("!document.querySelector('.drawer-title')")
    if page.locator("#burger").is_visible():
        page.click("#burger")
    page.click("#country")
    page.locator("[role=option]:visible").first.wait_for()
    tab.settle()
    assert violations(tab) == [], "list"
    for name in (address, "/help", "/imports"):
        page.goto(tab.address.rstrip("/") + name)
        assert violations(tab) == [], name
    tab.assert_clean()


def check_charts(tab: Tab) -> None:
    """Tables beside the charts opened, a country's events open and what belongs to it lit; then as it was."""
    page = tab.page
    for twin in page.locator("details.twin summary").all():
        twin.click()
    page.locator("[data-twin=topics] table").wait_for()
    tab.settle()  # what still comes moves what stands below it
    page.locator("#map-table .twin-button").first.click()
    page.locator(".behind li").first.wait_for()
    tab.until("document.querySelector('.lit-mark')")
    tab.settle()
    assert violations(tab) == [], "behind"
    page.keyboard.press("Escape")
    tab.until("!document.querySelector('.behind')")
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]
