"""The latest answers are kept within bounds, whoever asks at once."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from data_model.latest import Latest


def test_the_longest_unasked_go_and_what_is_not_worth_it_is_not_kept() -> None:
    made: list[int] = []

    def ask(number: int) -> int:
        made.append(number)
        return number * 10

    latest: Latest[int] = Latest(2)
    for number in (1, 1, 2, 1, 3, 1, 2):
        assert latest.answer(number, lambda number=number: ask(number)) == number * 10
    # Two fit: 1 was asked for again before 3 came, so that 2 went.
    assert made == [1, 2, 3, 2]
    for _ in range(2):
        latest.answer(7, lambda: ask(7), lambda _: False)
    assert made[4:] == [7, 7]


@pytest.fixture
def hasty() -> Iterator[None]:
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(interval)


@pytest.mark.usefixtures("hasty")
def test_threads_may_ask_side_by_side() -> None:
    latest: Latest[int] = Latest(8)

    def walk(seed: int) -> bool:
        asked = ((step * seed) % 40 for step in range(2000))
        return all(latest.answer(number, lambda number=number: number) == number for number in asked)

    with ThreadPoolExecutor(6) as pool:
        assert all(pool.map(walk, (1, 3, 7, 9, 11, 13)))
