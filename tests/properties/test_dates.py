"""Laws of days and dates that hold for every value, and of the finder for every text."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from data_model import days as ds
from data_model.dates import EventDate, date_of_days
from data_model.edtf import days_of_edtf, edtf_of_days
from data_model.find.date_windows import slice_days
from data_model.find.dates import find_dates
from data_model.resolve.dates import resolve_date
from tests.timing import cpu_seconds

DAY = st.dates(date(1900, 1, 1), date(2100, 12, 31))
VOCABULARY = """
    8 31 June May march 2014 2,100 1990s the of in last next year years ago two five yesterday Tuesday -
    – / , . ( ) from to and 15:14 12/04/2023 2023-06-01 04.09.2019 early late spring fall recently a
    36th 1st S/RES/1373 № % every half quarter июня 2023 года в прошлом году с по до назад пять лет
    вчера среду весной 90-х XXI век квартале г.
"""
WORDS = st.sampled_from([*VOCABULARY.split(), "\n", "\n\n", "\u00a0"])
NOISE = (
    st.lists(WORDS, max_size=40).map(" ".join)
    | st.lists(WORDS, max_size=30).map("".join)
    | st.text(max_size=200)
)
TENSE = st.sampled_from([None, "past", "future"])


@st.composite
def spans(draw: st.DrawFn) -> ds.Days:
    first, size = draw(DAY), draw(st.integers(0, 800))
    return ds.between(first, min(first + timedelta(days=size), date(2100, 12, 31)))


SETS = st.lists(spans(), max_size=5).map(lambda many: ds.union(*many))
SOME = st.lists(spans(), min_size=1, max_size=4).map(lambda many: ds.union(*many))


def is_normal(days: ds.Days) -> bool:
    ordered = all(span.first <= span.last for span in days)
    apart = all(one.last + ds.DAY < after.first for one, after in pairwise(days))
    return ordered and apart


@given(SETS, SETS)
def test_union_and_intersection_are_sets(one: ds.Days, other: ds.Days) -> None:
    assert ds.union(one, other) == ds.union(other, one)
    assert ds.intersect(one, other) == ds.intersect(other, one)
    assert ds.union(one, one) == one
    assert ds.intersect(one, one) == one
    assert ds.union(one, ds.intersect(one, other)) == one
    assert ds.intersect(one, ds.union(one, other)) == one
    assert is_normal(ds.union(one, other))
    assert is_normal(ds.intersect(one, other))


@given(SETS, SETS, SETS)
def test_intersection_distributes(one: ds.Days, other: ds.Days, third: ds.Days) -> None:
    left = ds.intersect(one, ds.union(other, third))
    assert left == ds.union(ds.intersect(one, other), ds.intersect(one, third))


@given(SETS)
def test_everything_and_nothing(days: ds.Days) -> None:
    assert ds.intersect(days, ds.ANY) == days
    assert ds.union(days, ds.NEVER) == days
    assert ds.union(days, ds.ANY) == ds.ANY
    assert ds.intersect(days, ds.NEVER) == ds.NEVER


@given(SETS, DAY)
def test_a_day_is_in_a_set_or_not(days: ds.Days, day: date) -> None:
    assert ds.contains(days, day) == any(span.first <= day <= span.last for span in days)


@given(SOME, st.integers(-500, 500))
def test_shifting_back_and_forth(days: ds.Days, by: int) -> None:
    assert ds.shift(ds.shift(days, timedelta(days=by)), timedelta(days=-by)) == days


@given(SOME)
def test_edtf_keeps_every_day(days: ds.Days) -> None:
    assert days_of_edtf(edtf_of_days(days)) == days
    when = date_of_days(days, basis="inferred")
    assert (when.spans, when.earliest, when.latest) == (days, ds.earliest(days), ds.latest(days))


@given(spans())
def test_a_lasting_run_keeps_its_days(days: ds.Days) -> None:
    assert days_of_edtf(edtf_of_days(days, lasting=True)) == days


@given(DAY, st.booleans())
def test_open_ends_round_trip(day: date, later: bool) -> None:
    days = ds.between(day, None) if later else ds.between(None, day)
    assert days_of_edtf(edtf_of_days(days)) == days


@given(DAY)
def test_edtf_of_a_day_is_itself(day: date) -> None:
    assert edtf_of_days(ds.one_day(day)) == day.isoformat()
    assert days_of_edtf(f"{day:%Y-%m}") == ds.whole_month(day.year, day.month)
    assert days_of_edtf(f"{day:%Y}") == ds.whole_year(day.year)
    assert ds.contains(days_of_edtf(f"XXXX-{day:%m-%d}"), day)


@given(SOME, SOME)
def test_before_excludes_overlap(one: ds.Days, other: ds.Days) -> None:
    first, second = (EventDate(edtf_of_days(days)) for days in (one, other))
    assert first.overlaps(second) == bool(ds.intersect(one, other))
    assert not (first.before(second) and first.overlaps(second))


@given(spans(), st.sampled_from([(0.0, 0.4), (0.3, 0.7), (0.6, 1.0)]))
def test_a_part_is_never_more_than_the_whole(days: ds.Days, share: tuple[float, float]) -> None:
    part = slice_days(days, share)
    whole = ds.between(days[0].first.replace(month=1, day=1), date(days[0].last.year, 12, 31))
    assert part
    assert ds.intersect(part, whole) == part


@given(NOISE, st.sampled_from(["en", "ru", "de", "xx"]))
@settings(max_examples=400, deadline=None)
def test_mentions_stand_where_they_say(text: str, language: str) -> None:
    end = 0
    for mention in find_dates(text, language):
        assert text[mention.start : mention.stop] == mention.text
        assert mention.text.strip() == mention.text != ""
        assert end <= mention.start < mention.stop
        end = mention.stop


@given(
    NOISE, st.sampled_from(["en", "ru"]), SOME | st.just(ds.ANY), st.sampled_from([None, "past", "future"])
)
@settings(max_examples=400, deadline=None)
def test_every_mention_resolves(text: str, language: str, anchor: ds.Days, tense: str | None) -> None:
    for mention in find_dates(text, language):
        when = resolve_date(mention, anchor, tense=tense)
        assert when.spans
        assert when.reasons
        assert when.wording == mention.text


@given(
    DAY, DAY, st.sampled_from(["8 June", "yesterday", "last year", "two days ago", "on Tuesday", "recently"])
)
def test_an_anchor_of_two_days_gives_both_answers(one: date, other: date, wording: str) -> None:
    (mention,) = find_dates(wording, "en")
    both = resolve_date(mention, ds.union(ds.one_day(one), ds.one_day(other)), tense="past")
    each = (resolve_date(mention, ds.one_day(day), tense="past").spans for day in (one, other))
    assert both.spans == ds.union(*each)


@given(DAY)
def test_the_year_completed_is_the_nearest(day: date) -> None:
    (mention,) = find_dates("on 8 June", "en")
    past, future = (
        resolve_date(mention, ds.one_day(day), tense=tense).earliest for tense in ("past", "future")
    )
    assert past is not None
    assert future is not None
    assert day - timedelta(days=366) < past <= day <= future < day + timedelta(days=366)
    assert resolve_date(mention, ds.one_day(day)).earliest in (past, future)


def _cost(text: str) -> float:
    return cpu_seconds(lambda: find_dates(text, "en"))


def test_date_noise_costs_no_more_than_its_length() -> None:
    """Four times the noise may cost four times as much, with room to spare; a square would be 16.

    A busy machine can spoil a trial, so one of five is enough; a square would fail all of them.
    """
    noise = (
        "8 June from 12 to 14 May 2014, 1,2,3,4,5 and 8 last year in 1990 Tuesday 5 years - 2014/2015 of the "
    )
    hostile = (
        noise * 1000,
        "1 " * 50_000,
        "1,2," * 25_000,
        "8 June " * 15_000,
        " " * 100_000,
        "2014-" * 20_000,
    )
    for text in hostile:
        assert any(_cost(text[:100_000]) < 10 * _cost(text[:25_000]) + 0.1 for _ in range(5)), text[:10]
