"""Finished answers are kept within bounds, and only what a browser lacks is sent."""

from __future__ import annotations

import json

import pytest

from dashboard import ids
from dashboard.callbacks.answers import answer_view
from dashboard.callbacks.asked import Asked
from dashboard.callbacks.kept import encode_parts, read_held, size_of_parts, write_parts
from dashboard.callbacks.routes import parts_of, read_look
from data_model import Latest


def test_an_answer_is_made_once_and_the_oldest_go() -> None:
    made: list[int] = []

    def ask(number: int) -> str:
        made.append(number)
        return "x" * 400

    kept: Latest[str] = Latest(1000, len)
    for number in (1, 1, 2, 1, 3, 1, 2):
        kept.answer(number, lambda number=number: ask(number))
    # Two fit: 1 was asked for again before 3 came, so that 2 went.
    assert made == [1, 2, 3, 2]


def test_what_is_held_stays_out_and_nonsense_holds_nothing() -> None:
    parts = encode_parts({ids.HEADLINE: "7 events", ids.CHARTS: "cards"})
    told = json.loads(write_parts(parts, read_held("")))
    assert told["parts"] == {ids.HEADLINE: "7 events", ids.CHARTS: "cards"}
    held = f"{ids.HEADLINE}:{told['marks'][ids.HEADLINE]},{ids.CHARTS}:0000,,:x,y"
    assert json.loads(write_parts(parts, read_held(held)))["parts"] == {ids.CHARTS: "cards"}


@pytest.mark.parametrize(
    "query", [{}, {"lanes": "topic", "org": "csto"}, {"q": "nothing at all"}, {"form": "list"}]
)
def test_a_zoom_draws_what_it_changes_and_the_rest_is_as_drawn_with_it(
    asked: Asked, query: dict[str, str]
) -> None:
    query = query | {"left": "2018-01-01", "right": "2020-06-30"}
    look = "light,1064,620,460"
    whole = encode_parts(answer_view(asked, {"query": query, "look": read_look(look)}))
    assert parts_of(asked, Latest(1_000_000, size_of_parts), query, look) == whole
