"""Do two tellings speak of one happening? What agrees and what does not, in points and in words.

To add a comparison: write a function `(one, other) -> Iterator[Said]`, give its points and the reason for
them in `points.toml`, and put it into `COMPARISONS`. What can never be one happening is a `Veto`; there are
five: stated days without a common one, bodies or organs that differ, cities of which neither is named in
the other report, two pairs of people of whom neither holds the other, and two events of one report.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from data_model.link.points import points
from data_model.link.rarity import likeness, rarity
from data_model.tellings import WEEK, Form, Telling

# Days two soft dates may lie apart, and a plan and what became of it.
_SOFT_GAP, _MOVED_GAP = 2, 7
_FEW = 3
_TWO = (Form.CALL, Form.PAIR)
_SEATED = (Form.PAIR, Form.THREE, Form.BODY)
_HELD = ("happened", "ongoing")
_PLANS = ("planned", "postponed", "cancelled")
_OFF = ("cancelled", "denied")


class Said(NamedTuple):
    """What one comparison says.

    Attributes:
        name: The entry of `points.toml`.
        share: How far it is so, 0 to 1 or the number of names.
        why: In words.
    """

    name: str
    share: float
    why: str


class Veto(Exception):
    """Two tellings that cannot be one happening."""


@dataclass(frozen=True, slots=True)
class Compared:
    """What two tellings have to say for one happening.

    Attributes:
        points: The sum.
        why: What agreed and what did not, the weightiest first.
    """

    points: float
    why: tuple[str, ...]


Compare = Callable[[Telling, Telling], Iterator[Said]]


def compare(one: Telling, other: Telling) -> Compared | None:
    """The points of a pair, the same in any order; None when it cannot be one happening."""
    if one.document == other.document:
        return None
    one, other = sorted((one, other), key=lambda telling: (telling.content, telling.id))
    worth = points().worth
    try:
        told = [(worth[said.name] * said.share, said.why) for ask in COMPARISONS for said in ask(one, other)]
    except Veto:
        return None
    told.sort(key=lambda entry: (-abs(entry[0]), entry[1]))
    return Compared(round(sum(many for many, _ in told), 3), tuple(why for _, why in told))


def _days(one: Telling, other: Telling) -> Iterator[Said]:
    dates = _in_order(one.edtf, other.edtf)
    gap = max(one.first, other.first) - min(one.last, other.last)
    if one.wide or other.wide:
        if gap > 0:
            raise Veto
        yield Said("wide", one.vague or other.vague, f"dates agree ({dates})")
    elif gap > 0:
        planned = (one.status in _PLANS) != (other.status in _PLANS) or "postponed" in {
            one.status,
            other.status,
        }
        if one.stated and other.stated:
            # A visit is not moved to an earlier call.
            call = (one.form is Form.CALL) != (other.form is Form.CALL)
            if not planned or call or gap > _MOVED_GAP:
                raise Veto
            yield Said("moved", 1, f"planned and told for other days ({dates})")
        elif gap > _SOFT_GAP:
            raise Veto
        else:
            yield Said("next_day", 1, f"a day apart, one of them not stated ({dates})")
    else:
        days = max(one.last, other.last) - min(one.first, other.first) + 1
        if days == 1:
            yield Said("same_day" if one.stated and other.stated else "soft_day", 1, f"same day {one.edtf}")
        else:
            name = "few_days" if days <= _FEW else "one_week"
            yield Said(name, days <= WEEK, f"dates agree ({dates})")


def _people(one: Telling, other: Telling) -> Iterator[Said]:
    both = one.people & other.people
    worth = points().worth
    if both:
        most = worth["people_at_most"] / worth["people"]
        yield Said(
            "people", min(most, sum(map(_half_at_least, both))), f"both with {_named(both, one, other)}"
        )
    elif one.people and other.people:
        yield Said("other_people", 1, "other people")
    if one.form == other.form and one.form in _TWO and min(len(one.people), len(other.people)) > 1:
        if one.people == other.people:
            yield Said("whole_pair", 1, "the same two")
        elif not (one.people < other.people or other.people < one.people):
            raise Veto
        if _strangers(one, other) or _strangers(other, one):
            yield Said("headline_stranger", 1, "one in the headline took no part in the other")


def _bodies(one: Telling, other: Telling) -> Iterator[Said]:
    left, right = _organs(one.bodies), _organs(other.bodies)
    if left and right and not left & right:
        raise Veto
    both = one.convened & other.convened
    if both:
        yield Said("convened", 1, f"both called by {_named(both, one, other)}")
    elif one.convened and other.convened:
        if not any(_is_organ(a, b) or _is_organ(b, a) for a in one.convened for b in other.convened):
            raise Veto
    elif shared := one.bodies & other.bodies:
        yield Said(
            "bodies", min(2, sum(map(_half_at_least, shared))), f"both name {_named(shared, one, other)}"
        )


def _countries(one: Telling, other: Telling) -> Iterator[Said]:
    both = one.countries & other.countries
    if both:
        yield Said("countries", min(1, sum(map(rarity, both)) / 2), f"both with {_listed(both)}")


def _places(one: Telling, other: Telling) -> Iterator[Said]:
    if one.land and other.land:
        two = bool(one.city and other.city and one.city != other.city)
        if two and one.city not in other.report and other.city not in one.report:
            raise Veto
        if two or one.land != other.land:
            yield Said("other_place", 1, "other place")
        elif one.city and one.city == other.city:
            yield Said("city", 1, f"both in {_bare(one.city)}")


def _kinds(one: Telling, other: Telling) -> Iterator[Said]:
    if one.type == other.type:
        yield Said("type", one.type != "other", f"both a {one.type}")
    elif not points().are_near(one.type, other.type):
        yield Said("far_type", 1, f"different kinds ({_in_order(one.type, other.type)})")
    forms = {one.form, other.form}
    if Form.CALL in forms and forms & set(_SEATED):
        yield Said("call_or_visit", 1, "one is a call")
    elif forms == {Form.PAIR, Form.BODY}:
        yield Said("pair_or_body", 1, "one is a talk of two, the other of a body")
    states = {one.status, other.status}
    if states & set(_OFF) and states & set(_HELD):
        yield Said("called_off", 1, "one was held, the other called off")


def _tellers(one: Telling, other: Telling) -> Iterator[Said]:
    news = one.main and other.main
    if not news:
        yield Said("aside", 1, "told in passing")
    alike = likeness(one.report, other.report)
    yield Said("report" if news else "report_aside", alike, f"reports speak of the same ({alike:.0%})")
    alike = likeness(one.words, other.words)
    yield Said("words", alike, f"told in like words ({alike:.0%})")


COMPARISONS: tuple[Compare, ...] = (_days, _people, _bodies, _countries, _places, _kinds, _tellers)


def _strangers(one: Telling, other: Telling) -> bool:
    """Whether someone in the headline of the one took no part in the other, the news of both being two."""
    return one.main and other.main and bool(one.headline - other.people)


def _half_at_least(token: str) -> float:
    return (1 + rarity(token)) / 2


def _organs(bodies: Iterable[str]) -> set[str]:
    """The bodies that are a part of another one there: the council of ministers, not the organization."""
    listed = list(bodies)
    return {one for one in listed if any(_is_organ(one, other) for other in listed)}


def _is_organ(one: str, other: str) -> bool:
    return one.startswith(f"{other}-")


def _in_order(one: str, other: str) -> str:
    first, second = sorted((one, other))
    return f"{first} and {second}"


def _named(tokens: Iterable[str], one: Telling, other: Telling) -> str:
    return ", ".join(sorted(min(one.names[token], other.names[token]) for token in tokens))


def _listed(tokens: Iterable[str]) -> str:
    return ", ".join(sorted(map(_bare, tokens)))


def _bare(token: str) -> str:
    return token.partition(":")[2]
