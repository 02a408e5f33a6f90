"""The open event says what became of it, where reports disagree, and which of them only may tell of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from dashboard import labels, sentences
from dashboard.callbacks.event import answer_event
from dashboard.components.drawer import event_drawer
from dashboard.naming import Naming
from dashboard.selection import read_selection
from data_model import Store
from data_model.values import Link
from tests.dashboard.sample import Register
from tests.factory import make_date, make_event, make_report


def words_of(component: Any) -> Iterator[str]:
    """Every text in a tree of components, in the order of reading."""
    if isinstance(component, str):
        yield component
    elif isinstance(component, (list, tuple)):
        for one in component:
            yield from words_of(one)
    elif component is not None:
        yield from words_of(getattr(component, "children", None))


@pytest.fixture
def told():
    """What stands in the drawer of a visit that was planned, moved and told by three reports."""

    def report(name: str, written: str, status: str, day: str, city: str):
        event = make_event(
            f"{name}:1", status=status, date=day, place=f"{city}, RS", according_to="A spokesman"
        )
        return make_report(name, [event], normalized={"document_date": make_date(written)})

    reports = [
        report("plan", "2022-06-02", "planned", "2022-06-06", "Belgrade"),
        report("held", "2022-06-09", "happened", "2022-06-08", "Belgrade"),
        report("memoir", "2022-12-31", "happened", "2022", "Novi Sad"),
    ]
    links = [Link("held:1", "plan:1", 0.9, ("both in Belgrade",)),
             Link("held:1", "memoir:1", 0.7, ("dates agree",), "may")]  # fmt: skip
    with Store.in_memory() as store:
        store.add(reports)
        store.linking.put_links(links, "test")
        drawer = event_drawer(store.event("plan:1"), Naming(Register(), {}), "/")
        return list(words_of(drawer))


def test_the_history_is_told_step_by_step(told):
    start = told.index(labels.HISTORY)
    assert told[start + 1 : start + 5] == [
        "Planned for 6 June 2022", "2 June 2022 · Report plan.",
        f"Took place 8 June 2022 ({labels.STEP_MOVED})", "9 June 2022 · Report held.",
    ]  # fmt: skip


def test_what_differs_stands_side_by_side_with_who_says_it(told):
    start = told.index(labels.DISAGREE)
    assert told[start + 1 : start + 6] == [
        labels.DISAGREE_ON["city"], "Belgrade", "Report held. · Report plan.", "Novi Sad", "Report memoir.",
    ]  # fmt: skip


def test_reports_stand_side_by_side(told):
    start = told.index(labels.REPORTS_COMPARED)
    assert told[start + 1 : start + 20] == [
        *labels.SIDE_BY_SIDE,
        "Report held.", "9 June 2022", "8 June 2022", "Happened", "Belgrade",
        "Report memoir.", "31 December 2022", "2022", "Happened", "Novi Sad",
        "Report plan.", "2 June 2022", "6 June 2022", "Planned", "Belgrade",
    ]  # fmt: skip


def test_only_the_report_of_wide_date_is_marked_as_doubtful(told):
    assert told.count(labels.MAY_TELL) == 1
    last = len(told) - 1 - told[::-1].index("Report memoir.")
    assert told.index(labels.MAY_TELL) == last + 1
    assert told.count("According to A spokesman") == 4, "of the event, and of each report"


def test_who_is_named_by_some_reports_only_is_told_with_their_number():
    one = make_event("a:1", participants=["Jane Roe", "Ion Popa"], countries=("FR",))
    other = make_event("b:1", participants=["Jane Roe"], countries=("FR", "UZ"), organizations=["un"])
    with Store.in_memory() as store:
        store.add([make_report("a", [one]), make_report("b", [other])])
        store.linking.put_links([Link("a:1", "b:1", 0.9)], "test")
        told = list(words_of(event_drawer(store.event("a:1"), Naming(Register(), {}), "/")))

    some = sentences.in_some_reports(1, 2)
    assert told[told.index("Ion Popa") + 1] == some
    assert told[told.index("Jane Roe") + 1] != some
    assert told.count(some) == 3, "the person, the body and the country"


def test_what_may_be_the_same_without_a_day_is_shown_beside_it():
    with Store.in_memory() as store:
        store.add(
            [make_report("a", [make_event("a:1")]), make_report("b", [make_event("b:1", title="Talks")])]
        )
        store.linking.put_links([Link("a:1", "b:1", 0.5, ("like words",), "alike")], "test")
        views = {name: store.event(f"{name}:1") for name in "ab"}
        told = list(words_of(event_drawer(views["a"], Naming(Register(), {}), "/")))

    assert [len(view.members) for view in views.values()] == [1, 1]
    start = told.index(labels.ALIKE)
    assert told[start + 1 : start + 4] == [labels.ALIKE_WHY, "Talks", "8 June 2023 · Report b."]


def test_who_tells_of_an_event_is_told_in_one_line():
    assert sentences.told_by(1, 1, disagree=False) == "1 document"
    assert sentences.told_by(3, 2, disagree=False) == "3 documents, 2 sources"
    assert sentences.told_by(3, 3, disagree=True) == "3 documents, which disagree"


def test_the_way_through_a_view_meets_every_event_once_in_time(asked):
    query = {"topic": "collective-security,diplomacy"}
    view = asked.open_store().view(read_selection(query)[0].asked)
    ids = [row["id"] for row in view.page("oldest", 0, 100)]
    walked, name = [], ids[0]
    while name:
        head = answer_event(asked, {"event": name, "query": query})[0]
        before, place, after = head.children
        assert place.children == f"{len(walked) + 1} of {len(ids)} in time"
        assert getattr(before, "data-event", "") == (walked[-1] if walked else "")
        walked.append(name)
        name = getattr(after, "data-event", "")
    assert walked == ids
    assert len(ids) > 5


def test_an_event_that_is_none_of_the_view_has_no_place_in_it(asked):
    drawer = answer_event(asked, {"event": "csto:meeting:69", "query": {"country": "SG"}})
    told = list(words_of(drawer))
    assert told[0] == labels.TYPE_NAMES["meeting"]
    assert "2 events" in told, "what it leads to is counted all the same"
