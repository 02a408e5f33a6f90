"""One happening told by many reports: its history, where they disagree, and what is counted."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from dashboard import labels
from data_model import Store
from data_model.values import Link
from tests.browser.conftest import Tab, serve
from tests.dashboard.sample import FAMILIES
from tests.factory import make_date, make_event, make_report

NewTab = Callable[..., Tab]


@pytest.fixture(scope="session")
def summit() -> Iterator[str]:
    def report(name: str, written: str, **facts: object):
        told = {
            "title": f"Summit as {name} tells it",
            "organizations": ["csto"],
            "countries": ("BY", "RU"),
            **facts,
        }
        event = make_event(f"{name}:1", type="summit", main=True, **told)
        return make_report(
            name, [event], normalized={"document_date": make_date(written)}, title=f"From {name}"
        )

    reports = [
        report("plan", "2023-11-01", status="planned", date="2023-11-22", place="Minsk, BY"),
        report("wire", "2023-11-23", date="2023-11-23", place="Minsk, BY"),
        report("copy", "2023-11-23", date="2023-11-23", place="Minsk, BY"),
        report("diary", "2023-11-24", date="2023-11-23", place="Brest, BY"),
        report("other", "2023-06-08", date="2023-06-08", place="Astana, KZ"),
    ]
    links = [
        Link("plan:1", "wire:1", 0.9, ("both in Minsk",)), Link("copy:1", "wire:1", 1.0, ("same day",)),
        Link("diary:1", "wire:1", 0.7, ("same day",)), Link("copy", "wire", 0.97, (), "copy"),
    ]  # fmt: skip
    with Store.in_memory(families=FAMILIES) as store:
        store.add(reports)
        store.linking.put_links(links, "test")
        yield from serve(store)


def test_the_drawer_tells_what_became_of_it_and_where_reports_disagree(summit: str, new_tab: NewTab) -> None:
    tab = new_tab(summit)
    page = tab.open("?event=plan:1")
    tab.until("document.querySelector('#event-body .history')")
    steps = page.locator("#event-body ol.history li")
    assert steps.locator(".step").all_inner_texts() == [
        "Planned for 22 November 2023", f"Took place 23 November 2023 ({labels.STEP_MOVED})",
    ]  # fmt: skip
    assert steps.first.locator(".told-by").inner_text() == "1 November 2023 · From plan"
    told = page.locator("#event-body dl.disagree dd")
    assert told.locator("span:first-child").all_inner_texts() == ["Brest", "Minsk"]
    assert "From diary" in told.first.inner_text()
    row = page.locator("#table tbody tr", has_text="Summit as").filter(has_text=labels.DISAGREE)
    assert row.count() == 1, "the table says where reports disagree"
    tab.assert_clean()


def test_what_is_counted_is_chosen_told_and_kept_in_the_address(summit: str, new_tab: NewTab) -> None:
    tab = new_tab(summit)
    page = tab.open()
    lanes = (
        "[...document.querySelectorAll('#timeline .annotation-text')].map((one) => one.textContent).join(' ')"
    )
    tab.until(f"{lanes}.includes('2 events')")
    for count, words in (("Reports", "5 reports"), ("Sources", "4 sources")):
        page.locator("#count label", has_text=count).click()
        tab.until(f"{lanes}.includes('{words}')")
        assert page.url.endswith(f"?count={count.lower()}")
        assert page.inner_text("#map-note").startswith(f"{count} per country")
        assert page.inner_text("#topics-note").startswith(f"{count} per topic")
        assert tab.headline() == "2 events, 2023", "how much there is, is told in events"
    page.reload()
    tab.until(f"{lanes}.includes('4 sources')")
    assert page.locator("#count input[value=sources]").is_checked()
    tab.assert_clean()
