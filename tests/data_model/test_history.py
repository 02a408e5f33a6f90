"""What became of a happening: the steps that say something new, in the order they were told."""

from __future__ import annotations

from data_model.history import history_of
from data_model.store.store import Store
from data_model.values import Link
from tests.factory import make_date, make_event, make_report


def told(name: str, written: str, status: str, day: str):
    event = make_event(f"{name}:1", status=status, date=day)
    return make_report(name, [event], normalized={"document_date": make_date(written)}), event


PLAN = told("plan", "2022-06-02", "planned", "2022-06-06/2022-06-07")
AGAIN = told("again", "2022-06-03", "planned", "2022-06-06")
OFF = told("off", "2022-06-06", "cancelled", "2022-06-06/2022-06-07")
HELD = told("held", "2022-06-09", "happened", "2022-06-09")


def test_reports_that_say_the_same_have_no_history():
    assert history_of([PLAN, AGAIN]) == ()
    assert history_of([HELD]) == ()


def test_steps_come_in_the_order_they_were_told():
    steps = history_of([HELD, OFF, AGAIN, PLAN])

    assert [(step.document, step.status, step.moved) for step in steps] == [
        ("plan", "planned", False), ("off", "cancelled", False), ("held", "happened", True),
    ]  # fmt: skip


def test_a_happening_stands_as_the_latest_report_has_it_and_held_over_planned():
    with Store.in_memory() as store:
        store.add(report for report, _ in (PLAN, OFF))
        store.linking.put_links([Link("off:1", "plan:1", 0.9)], "test")
        assert store.event("plan:1").event.status == "cancelled"

        store.add([HELD[0]])
        store.linking.put_links([Link("off:1", "plan:1", 0.9), Link("held:1", "plan:1", 0.9)], "more")
        view = store.event("plan:1")

    assert (view.event.status, view.event.date.edtf) == ("happened", "2022-06-09")
    assert [step.status for step in view.history] == ["planned", "cancelled", "happened"]


def test_reports_that_differ_stand_side_by_side():
    one = make_event("a:1", date="2023-06-08", place="Minsk, BY")
    other = make_event("b:1", date="2023-06-09", place="Brest, BY")
    with Store.in_memory() as store:
        store.add([make_report("a", [one]), make_report("b", [other])])
        store.linking.put_links([Link("a:1", "b:1", 0.9)], "test")
        view = store.event("a:1")

    assert [(said.what, said.said, said.documents) for said in view.disagreements] == [
        ("city", "Brest", ("b",)), ("city", "Minsk", ("a",)),
        ("day", "2023-06-08", ("a",)), ("day", "2023-06-09", ("b",)),
    ]  # fmt: skip


def test_a_member_of_wide_date_only_may_tell_of_it():
    sharp, wide = make_event("a:1"), make_event("b:1", date="2023")
    with Store.in_memory() as store:
        store.add([make_report("a", [sharp]), make_report("b", [wide])])
        store.linking.put_links([Link("a:1", "b:1", 0.9, ("dates agree",), "may")], "test")

        assert store.event("b:1").doubtful == {"b:1"}


def test_reports_that_number_the_same_thing_differently():
    one = make_event("a:1", numbers=("12 people", "3 hours"))
    other = make_event("b:1", numbers=("1015 people", "30 women", "3 hours"))
    with Store.in_memory() as store:
        store.add([make_report("a", [one]), make_report("b", [other])])
        store.linking.put_links([Link("a:1", "b:1", 0.9)], "test")
        view = store.event("a:1")

    assert [(said.what, said.said, said.documents) for said in view.disagreements] == [
        ("number", "1015 people", ("b",)), ("number", "12 people", ("a",)),
    ]  # fmt: skip
