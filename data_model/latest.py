"""The latest answers to questions that are asked again, so many of them; threads may ask side by side."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Answer = TypeVar("Answer")


class Latest(Generic[Answer]):
    """Answers by their question, those asked for longest ago let go first."""

    def __init__(self, most: int, size_of: Callable[[Answer], int] = lambda _: 1) -> None:
        """Keep nothing yet.

        Args:
            most: How large all answers may be together; the last one is kept however large it is.
            size_of: How large an answer is; by default they are counted.
        """
        self._most = most
        self._size_of = size_of
        self._answers: dict[Hashable, Answer] = {}
        self._size = 0
        self._lock = threading.Lock()

    def answer(
        self, question: Hashable, ask: Callable[[], Answer], worth: Callable[[Answer], bool] = lambda _: True
    ) -> Answer:
        """The answer to a question, made once as long as it is kept.

        Args:
            question: What is asked.
            ask: Makes the answer; nobody waits for it, so that two who ask at once both make it.
            worth: Whether an answer is to be kept.
        """
        with self._lock:
            known = self._answers.pop(question, None)
            if known is not None:
                self._answers[question] = known
                return known
        made = ask()
        if worth(made):
            with self._lock:
                if question not in self._answers:
                    self._answers[question] = made
                    self._size += self._size_of(made)
                while self._size > self._most and len(self._answers) > 1:
                    self._size -= self._size_of(self._answers.pop(next(iter(self._answers))))
        return made
