"""A pair is one question, whichever is named first; what cannot be is refused, the rest is points."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_model.link.compare import COMPARISONS, compare
from data_model.link.points import points
from data_model.tellings import Form
from tests.factory import make_telling

TELLINGS = st.builds(
    make_telling,
    id=st.sampled_from(["a:1", "b:1", "b:2", "c:1"]),
    day=st.sampled_from(["2023-06-08", "2023-06-09", "2023-06-01/2023-06-30", "2022-01-01/2022-12-31"]),
    main=st.booleans(),
    stated=st.booleans(),
    status=st.sampled_from(["happened", "planned", "cancelled"]),
    form=st.sampled_from(list(Form)),
    people=st.sampled_from([(), ("p:xi-jinping",), ("p:xi-jinping", "p:sadyr-japarov")]),
    convened=st.sampled_from([(), ("o:csto",), ("o:csto-cfm",)]),
    city=st.sampled_from(["", "l:Minsk", "l:Astana"]),
    headline=st.sampled_from([(), ("p:emmanuel-macron",)]),
)


@given(TELLINGS, TELLINGS)
def test_a_pair_has_one_answer_both_ways(one, other):
    assert compare(one, other) == compare(other, one)


def points_of(**facts) -> float:
    """What a second report of the same meeting has, that differs in some facts."""
    compared = compare(make_telling("a:1"), make_telling("b:1", **facts))
    assert compared is not None
    return compared.points


def test_two_reports_of_one_meeting_have_enough():
    assert points_of() > points().enough


@pytest.mark.parametrize(
    "facts",
    [
        pytest.param({"day": "2023-06-09"}, id="another stated day"),
        pytest.param({"city": "l:Astana"}, id="another city"),
        pytest.param({"people": {"p:xi-jinping", "p:emmanuel-macron"}}, id="another pair"),
        pytest.param({"id": "a:2"}, id="another event of the same report"),
    ],
)
def test_what_excludes_each_other_is_no_pair(facts):
    assert compare(make_telling("a:1"), make_telling(**{"id": "b:1", **facts})) is None


def test_two_organs_of_one_body_exclude_each_other_the_body_itself_does_not():
    def sits(who: str, *bodies: str):
        facts = {"form": Form.BODY, "bodies": bodies, "convened": bodies, "people": ()}
        return make_telling(f"{who}:1", **facts)

    council, ministers = sits("a", "o:csto", "o:csto-csc"), sits("b", "o:csto", "o:csto-cfm")

    assert compare(council, ministers) is None
    assert compare(council, sits("c", "o:csto")) is not None
    assert compare(sits("a", "o:csto-cfm"), sits("b", "o:cis-cfm")) is None


@pytest.mark.parametrize(
    ("more", "less"),
    [
        pytest.param({}, {"day": "2023-06-07/2023-06-09"}, id="the same day"),
        pytest.param({"stated": False}, {"stated": False, "day": "2023-06-09"}, id="a day apart, not stated"),
        pytest.param({}, {"city": "l:Astana", "report": {"l:Minsk"}}, id="another city, both named"),
        pytest.param({}, {"land": "KZ", "city": ""}, id="another country"),
        pytest.param({}, {"type": "court"}, id="a kind that is not told for it"),
        pytest.param({"type": "visit"}, {"type": "call", "form": Form.CALL}, id="a call"),
        pytest.param({}, {"form": Form.BODY}, id="a summit on the margins of which it was"),
        pytest.param({}, {"status": "cancelled"}, id="called off"),
        pytest.param({}, {"main": False}, id="told in passing"),
        pytest.param({}, {"headline": {"p:emmanuel-macron"}}, id="somebody else in the headline"),
        pytest.param({}, {"countries": {"c:FR"}}, id="no country in common"),
        pytest.param({}, {"people": ()}, id="nobody named"),
    ],
)  # fmt: skip
def test_what_differs_costs_points(more, less):
    assert points_of(**more) > points_of(**less)


def test_a_plan_moved_within_the_week_may_still_be_it_a_held_one_not():
    assert points_of(day="2023-06-10", status="planned") < points_of()
    assert compare(make_telling("a:1"), make_telling("b:1", day="2023-06-20", status="planned")) is None
    plan = make_telling("b:1", day="2023-06-10", status="planned")
    assert compare(make_telling("a:1", type="call", form=Form.CALL), plan) is None, "no visit moves to a call"


def test_reasons_are_words_the_weightiest_first():
    compared = compare(make_telling("a:1"), make_telling("b:1"))

    assert compared is not None
    assert "both with sadyr-japarov, xi-jinping" in compared.why
    assert "same day 2023-06-08" in compared.why
    assert compared.why.index("both in Minsk") > compared.why.index("same day 2023-06-08")


def test_every_comparison_has_its_points_and_no_points_are_left_over():
    """A name in the file that nothing says is a rule nobody follows."""
    said = set()
    days = ("2023-06-08", "2023-06-07/2023-06-09", "2023-06-05/2023-06-11", "2023-05-20/2023-06-30",
            "2022-06-30/2023-06-30", "2023-06-09")  # fmt: skip
    bodies = {"bodies": {"o:un"}}
    variants = [
        *({"day": day, "stated": stated} for day in days for stated in (True, False)),
        {"day": "2023-06-10", "status": "planned"}, {"people": {"p:emmanuel-macron"}},
        {"headline": {"p:emmanuel-macron"}}, {"convened": {"o:un"}}, bodies, {"countries": {"c:FR"}},
        {"city": "", "land": "BY"}, {"land": "KZ", "city": ""}, {"type": "court"},
        {"form": Form.CALL}, {"form": Form.BODY}, {"status": "cancelled"}, {"main": False},
    ]  # fmt: skip
    plain = [{}, bodies, {"convened": {"o:un"}}, {"main": False}, {"stated": False}]
    for left in plain:
        for right in variants:
            one, other = make_telling("a:1", **left), make_telling("b:1", **right)
            if compare(one, other) is not None:
                said |= {entry.name for ask in COMPARISONS for entry in ask(one, other)}

    assert said == points().worth.keys() - {"people_at_most"}
