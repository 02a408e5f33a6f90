"""Headline, charts, lists, choices, drawer and CSV of a view agree with a plain count over the export."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from dashboard.callbacks.asked import Asked
from dashboard.config import Config
from data_model import Link, Store, to_json_line
from tests.dashboard.counts import Pile, differences, make_query
from tests.dashboard.plain_counts import read_facts
from tests.dashboard.sample import FAMILIES, MEMBERS, Register, many_reports, sample_reports

VIEWS = 60


@pytest.fixture(scope="module")
def exported() -> Iterator[Pile]:
    """A page, and its events as JSON Lines tell them; some are told twice."""
    reports = [*sample_reports(), *many_reports(400)]
    lines = [to_json_line(report.normalized) for report in reports]
    links = [Link(f"many{n}:3", f"many{n + 1}:5", 0.9, ("alike",)) for n in range(0, 16, 2)]
    with Store.in_memory(families=FAMILIES, members=MEMBERS) as store:
        store.add(reports)
        store.linking.put_links(links, "test")
        asked = Asked(store, Register(), Config(table_rows=40, tray_cards=5))
        yield Pile(asked, read_facts(lines, reports, links, FAMILIES, MEMBERS), MEMBERS)


@pytest.mark.parametrize("seed", range(VIEWS))
def test_every_number_of_a_view_is_the_same(exported: Pile, seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 - a seed, not a secret
    query = make_query(dice, exported)
    assert list(differences(exported, query, dice)) == []
