"""A page over the sample reports."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dashboard.callbacks.asked import Asked
from dashboard.config import Config
from data_model import Store
from tests.dashboard.sample import FAMILIES, Register, many_reports, sample_reports


@pytest.fixture(scope="session")
def store() -> Iterator[Store]:
    with Store.in_memory(families=FAMILIES) as opened:
        opened.add(sample_reports())
        yield opened


@pytest.fixture(scope="session")
def crowded() -> Iterator[Store]:
    with Store.in_memory(families=FAMILIES) as opened:
        opened.add(many_reports())
        yield opened


@pytest.fixture
def asked(store: Store) -> Asked:
    return Asked(store, Register(), Config())
