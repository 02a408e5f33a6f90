"""What the corpus files share: reading their lines, and known gaps that stay honest.

A known gap is a line the product should get right and does not yet. It is run like any other: while
it fails it is reported as skipped with its reason; once it is right the test fails, so that the line
is moved to the accepted ones.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from data_model import Document, Normalized, normalize

FOLDER = Path(__file__).parent / "corpus"
Check = Callable[..., None]


def read_corpus(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def understand(text: str, today: str, name: str = "corpus") -> Normalized:
    return normalize(Document(name, text), as_of=date.fromisoformat(today))


def label(text: str) -> str:
    """A test id a person can find the line by."""
    flat = " ".join(text.split())
    return flat if len(flat) <= 60 else flat[:59] + "…"


def check_gap(check: Check, reason: str, *line: object) -> None:
    """Skip while the line fails, fail once it is right."""
    try:
        check(*line)
    except AssertionError:
        pytest.skip(reason)
    pytest.fail("right by now: move the line from known_gaps to accept")


def stray_keys(table: dict[str, Any], known: set[str]) -> Iterator[str]:
    """Keys nobody reads: a misspelt expectation would otherwise pass silently."""
    return (key for key in table if key not in known)
