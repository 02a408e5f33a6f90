"""A document may cost so much: one that would cost more is read in part, and says so.

Every step is linear in the text, so only noise and very long chains of names come here. Linear is
also why the beginning of a text is the measure: what a quarter of it costs is known to be enough.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from types import FrameType

from data_model.errors import ReadError
from data_model.values import Document, Normalized

# CPU seconds: so many for any document, or so many for each million letters.
LEAST_SECONDS, SECONDS_A_MILLION = 10.0, 30.0
# What is longer is read so far: about 60 MB of memory go with each million letters.
MOST_LETTERS = 5_000_000
# Less of a text is not worth reading, and costs no second.
_LEAST_LETTERS = 2_000
# The whole text may take its budget, an eighth of it half as long, and so on: not twice as long in all.
_LESS, _PART = 2, 8
# Asked again so often, should the first question fall where Python swallows what is raised.
_AGAIN = 0.5


class _OverBudgetError(BaseException):
    """Not an `Exception`: no library on the way may take it for its own."""


@dataclass(frozen=True, slots=True)
class _WithinBudget:
    """A walk that ends in time; a value, so that another process can be handed it."""

    normalize: Callable[[Document], Normalized]
    seconds: float | None

    def __call__(self, document: Document) -> Normalized:
        size = len(document.text)
        left = self.seconds or max(LEAST_SECONDS, SECONDS_A_MILLION * size / 1_000_000)
        text, why = document.text[:MOST_LETTERS], f"longer than {MOST_LETTERS:,} letters"
        while True:
            try:
                with _limited(left):
                    found = self.normalize(replace(document, text=text))
            except _OverBudgetError:
                why = "the rest would take too long: it looks like a list or noise, not like prose"
                if len(text) <= _LEAST_LETTERS:
                    raise ReadError(document.source, why) from None
                text, left = text[: max(len(text) // _PART, _LEAST_LETTERS)], left / _LESS
                continue
            part = f"only the first {len(text):,} of {size:,} letters were read: {why}"
            return replace(found, partial=part) if len(text) < size else found


def within_budget(
    normalize: Callable[[Document], Normalized], seconds: float | None = None
) -> Callable[[Document], Normalized]:
    """`normalize` that ends in time.

    Args:
        normalize: Understands one document.
        seconds: CPU seconds a whole document may take; by the length of its text when not given. Only
            the main thread of a Unix process can be interrupted: elsewhere only the length is limited.

    Returns:
        The same, of a beginning of the text when the whole is too much: `Normalized.partial` says why. It
        raises `ReadError` when not even a beginning can be read in time.
    """
    return _WithinBudget(normalize, seconds)


@contextmanager
def _limited(seconds: float) -> Iterator[None]:
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGPROF, _stop)
    signal.setitimer(signal.ITIMER_PROF, seconds, _AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise _OverBudgetError
