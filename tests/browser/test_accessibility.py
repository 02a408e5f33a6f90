"""Every state of the page by the rules of axe-core: light and dark, wide and narrow."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import Tab

NewTab = Callable[..., Tab]
STATES = {
    "whole": "",
    "filtered": "?org=csto&from=2016-01-01&to=2023-12-31&q=Lukashenko",
    "empty": "?org=csto&country=NZ",
    "bad link": "?org=zz&from=soon",
    "off the axis": "?certainty=unplaced&role=named",
}


def violations(tab: Tab) -> list[str]:
    found = Axe().run(tab.page).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html'][:160]}" for one in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_no_rule_is_broken(small: str, new_tab: NewTab, width: int, scheme: str) -> None:
    tab = new_tab(small, viewport={"width": width, "height": 900}, color_scheme=scheme)
    for search in STATES.values():
        tab.open(search)
        tab.page.evaluate("window.datelineDrawAll()")
        tab.settle()
        assert violations(tab) == [], search
    page = tab.open()
    page.locator(".title-button").first.click()
    page.locator(".drawer-title").wait_for()
    tab.settle()
    assert violations(tab) == [], "drawer"
    address = page.locator(".report a").first.get_attribute("href")
    page.keyboard.press("Escape")
    tab.until("!document.querySelector('.drawer-title')")
    if width < 900:
        page.click("#burger")
    page.click("#country")
    page.locator("[role=option]:visible").first.wait_for()
    tab.settle()
    assert violations(tab) == [], "list"
    for name in (address, "/help", "/imports"):
        page.goto(tab.address.rstrip("/") + name)
        assert violations(tab) == [], name
    tab.assert_clean()
