"""A report written and read back is the same report."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings

from data_model.errors import StoreError
from data_model.records import to_record
from data_model.store.rows import REPORTS, digest_row, from_row, hash_document, to_row
from data_model.store.store import Store
from tests.data_model.store.values import reports
from tests.factory import make_document, make_event, make_report


@given(reports())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_row_gives_back_the_report(report):
    (row,) = pa.Table.from_pylist([to_row(report, "v1")], schema=REPORTS).to_pylist()

    assert from_row(row) == report
    assert digest_row(row) == row["digest"]


@given(reports())
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_report_comes_back_from_disk_also_after_being_written_over(report):
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder), create=True) as store:
        for _ in range(2):  # the first is appended, the second merged: two ways into the table
            store.add([report, make_report("another one")])

            assert next(one for one in store.reports() if one.document.id == report.document.id) == report
            assert store.document(report.document.id) == report
            assert store.verify() == ()


def test_days_are_written_beside_edtf_for_other_tools():
    (event,) = to_row(make_report(events=[make_event(date="2014-06")]))["normalized"]["events"]

    assert str(event["date"]["earliest"]) == "2014-06-01"
    assert str(event["date"]["latest"]) == "2014-06-30"
    assert event["date"]["placed"]


def test_every_field_of_the_record_has_a_column():
    report = make_report(events=[make_event()])
    columns = {field.name for field in REPORTS.field("normalized").type}

    assert columns == to_record(report.normalized).keys() - {"id"}


@pytest.mark.parametrize("change", [{"text": "x"}, {"title": "x"}, {"url": "x"}, {"language": "ru"}])
def test_what_was_read_makes_the_hash(change):
    assert hash_document(make_document(**change)) != hash_document(make_document())


def test_where_it_lay_does_not():
    assert hash_document(make_document("a", text="x")) == hash_document(make_document("b", text="x"))


def test_half_a_character_is_refused_in_words():
    with pytest.raises(StoreError, match="half a character"):
        to_row(make_report(text="\ud800"))


def test_a_report_of_two_documents_is_refused():
    report = make_report("one")

    with pytest.raises(StoreError, match="different ids"):
        to_row(replace(report, document=make_document("two")))
