"""Rows of well-known tables of events are taken as the events they tell; the rows are of our own making."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from datetime import date

import pytest

from data_model.errors import ReadError
from data_model.importer import import_documents
from data_model.normalizer import normalize
from data_model.read.columns import Columns
from data_model.read.files import read_paths
from data_model.read.presets import country_of, load_presets
from data_model.ready import ReadyDocument
from data_model.store.store import Store
from data_model.values import EVENT_TYPES, PLOVER_ROOTS, Place

GDELT = {
    "GLOBALEVENTID": "900000001", "SQLDATE": "20230608", "MonthYear": "202306", "Year": "2023",
    "FractionDate": "2023.4329", "Actor1Name": "POLAND", "Actor1CountryCode": "POL", "Actor2Name": "PERU",
    "Actor2CountryCode": "PER", "IsRootEvent": "1", "EventCode": "042", "EventBaseCode": "042",
    "EventRootCode": "04", "QuadClass": "1", "ActionGeo_Type": "4", "ActionGeo_FullName": "Lima, Lima, Peru",
    "DATEADDED": "20230609001500", "SOURCEURL": "https://news.example/talks",
}  # fmt: skip
ACLED = {
    "event_id_cnty": "PER1234", "event_date": "08 June 2023", "year": "2023", "time_precision": "1",
    "disorder_type": "Demonstrations", "event_type": "Protests", "sub_event_type": "Peaceful protest",
    "actor1": "Protesters (Peru)", "actor2": "", "country": "Peru", "location": "Arequipa",
    "geo_precision": "1",
    "notes": "On 8 June 2023, teachers protested in Arequipa over wages.",
}  # fmt: skip
POLECAT = {
    "Event ID": "20230608-77", "Event Date": "2023-06-08", "Event Type": "CONSULT", "Event Mode": "visit",
    "Actor Name": "Poland", "Actor Country": "POL", "Recipient Name": "Peru", "Recipient Country": "PER",
    "City": "Lima", "Country": "PER", "Publication Date": "2023-06-09",
}  # fmt: skip
TIMESKETCH = {
    "message": "The minister's plane landed in Lima.", "datetime": "2023-06-08T14:30:00+00:00",
    "timestamp_desc": "Event time",
}  # fmt: skip
SLIDE = {
    "start_date": {"year": "2023", "month": "6", "day": "8"},
    "end_date": {"year": "2023", "month": "6", "day": "10"},
    "text": {"headline": "Talks in <b>Lima</b>", "text": "<p>Ministers of Poland and Peru met.</p>"},
    "media": {"url": "https://news.example/picture"},
}  # fmt: skip
SHEET = {
    "Year": "2023", "Month": "6", "Day": "", "Headline": "Talks in Lima", "Text": "Ministers met.",
    "Media": "",
}  # fmt: skip


def rows(*records, delimiter=","):
    written = io.StringIO()
    writer = csv.DictWriter(written, list(records[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(records)
    return written.getvalue()


def ready(tmp_path, name, content, **wishes):
    (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    notes = []
    found = list(read_paths([tmp_path / name], on_note=notes.append, **wishes))
    return found, [str(one) for one in notes]


def gdelt_file():
    """As GDELT publishes it: without names of columns, in a zip."""
    columns = next(one.columns for one in load_presets() if one.columns)
    line = "\t".join(GDELT.get(name, "") for name in columns)
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr("20230608.export.CSV", f"{line}\n{line.replace('900000001', '900000002')}\n")
    return written.getvalue()


VISIT = "Poland – Peru: CONSULT (visit)"
CASES = [
    ("a.zip", gdelt_file, "GDELT 2.0 Events", "POLAND – PERU: consultation", "2023-06-08", "visit"),
    ("a.csv", lambda: rows(GDELT), "GDELT 2.0 Events", "POLAND – PERU: consultation", "2023-06-08", "visit"),
    ("a.csv", lambda: rows(ACLED), "ACLED", "Peaceful protest: Protesters (Peru)", "2023-06-08", "protest"),
    ("a.csv", lambda: rows({**ACLED, "time_precision": "2"}), "ACLED", "Peaceful protest: Protesters (Peru)",
        "[2023-06-02..2023-06-14]", "protest"),
    ("a.csv", lambda: rows({**ACLED, "time_precision": "3"}), "ACLED", "Peaceful protest: Protesters (Peru)",
        "2023-06", "protest"),
    ("a.tsv", lambda: rows(POLECAT, delimiter="\t"), "POLECAT", VISIT, "2023-06-08", "meeting"),
    ("a.jsonl", lambda: json.dumps(POLECAT), "POLECAT", VISIT, "2023-06-08", "meeting"),
    ("a.jsonl", lambda: json.dumps(TIMESKETCH), "Timesketch", TIMESKETCH["message"], "2023-06-08", "other"),
    ("a.json", lambda: json.dumps({"title": {"text": {"headline": "All"}}, "events": [SLIDE]}), "TimelineJS",
        "Talks in Lima", "2023-06-08/2023-06-10", "other"),
    ("a.csv", lambda: rows(SHEET), "TimelineJS", "Talks in Lima", "2023-06", "other"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "make", "preset", "title", "edtf", "kind"), CASES)
def test_a_row_is_the_event_it_tells(tmp_path, name, make, preset, title, edtf, kind):  # noqa: PLR0917
    found, notes = ready(tmp_path, name, make())
    assert all(isinstance(one, ReadyDocument) for one in found)
    assert f"read as events of {preset}, as they are told there" in notes[0]

    told = normalize(found[0], as_of=date(2026, 1, 1))
    (event,) = told.events
    assert (event.title, event.date.edtf, event.type) == (title, edtf, kind)
    assert (event.date.basis, event.according_to, event.status, event.main) == (
        "stated",
        preset,
        "happened",
        True,
    )
    # Whatever it says stands in the row, and the words of the row are its evidence.
    for one in event.evidence:
        assert one.text == found[0].text[one.start : one.stop]
    (why,) = event.date.reasons
    assert found[0].text[why.start : why.stop].strip()


def test_who_where_and_whence_are_those_of_the_row(tmp_path):
    (first, second), _ = ready(tmp_path, "a.zip", gdelt_file())
    (event,) = normalize(first).events
    assert (event.place, event.countries, event.groups) == (
        Place("Lima", "PE"),
        ("PL", "PE"),
        ("POLAND", "PERU"),
    )
    assert (event.plover, event.cameo) == ("CONSULT", "04")
    assert (first.id, second.id, first.url) == ("900000001", "900000002", "https://news.example/talks")
    assert event.id != normalize(second).events[0].id

    (document,), _ = ready(tmp_path, "b.csv", rows(ACLED))
    told = normalize(document)
    assert (told.events[0].place, told.events[0].countries_location) == (Place("Arequipa", "PE"), ("PE",))
    # Its notes are read for what they mention, not for further events.
    assert "PE" in told.mentioned_countries
    assert len(told.events) == 1


def test_a_town_that_is_none_and_a_country_nobody_knows_are_left_out(tmp_path):
    row = {**GDELT, "ActionGeo_Type": "5", "Actor1CountryCode": "AFR", "Actor2Name": ""}
    (document,), _ = ready(tmp_path, "a.csv", rows(row))
    (event,) = normalize(document).events

    assert (event.place, event.countries, event.title) == (Place(None, "PE"), ("PE",), "POLAND: consultation")
    assert [country_of(one) for one in ("PER", "604", "Peru", "XYZ", "", "Nowhere")] == [
        "PE",
        "PE",
        "PE",
        "",
        "",
        "",
    ]


def test_a_row_without_a_day_is_named_and_the_others_stay(tmp_path):
    bad = {**ACLED, "event_date": "soon", "event_id_cnty": "PER1"}
    (error, good), _ = ready(tmp_path, "a.csv", rows(bad, ACLED))

    assert isinstance(error, ReadError)
    assert error.why == "ACLED: no day in event_date; expected for example 2023-06-08"
    assert good.id == "PER1234"


def test_what_lies_ahead_is_planned(tmp_path):
    (document,), _ = ready(tmp_path, "a.csv", rows({**SHEET, "Year": "2031"}))

    assert normalize(document, as_of=date(2026, 1, 1)).events[0].status == "planned"


def test_columns_asked_for_outrank_a_preset(tmp_path):
    (document,), _ = ready(tmp_path, "a.csv", rows(ACLED), columns=Columns(text="notes", date="event_date"))

    assert not isinstance(document, ReadyDocument)
    assert document.text == ACLED["notes"]


def test_they_stand_beside_reports_in_a_store(tmp_path):
    (tmp_path / "a.csv").write_text(rows(ACLED))
    (tmp_path / "b.txt").write_text(
        "Ministers of Poland and Peru met in Lima on 8 June 2023 and signed an agreement."
    )
    with Store.open(tmp_path / "store", create=True) as store:
        result = import_documents(
            read_paths([tmp_path / "a.csv", tmp_path / "b.txt"]),
            store,
            normalize=normalize,
            link=lambda _store: None,
        )
        assert (result.imported, result.failed) == (2, ())
        events = [event for report in store.reports() for event in report.normalized.events]
    assert {event.according_to for event in events} >= {"ACLED", ""}


@pytest.mark.parametrize("preset", load_presets(), ids=lambda preset: preset.name)
def test_presets_say_what_we_know(preset):
    assert preset.source
    assert set(preset.types.values()) <= set(EVENT_TYPES)
    assert set(preset.plover.values()) <= set(PLOVER_ROOTS)
