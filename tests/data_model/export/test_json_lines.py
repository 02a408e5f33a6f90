"""One line a document, in every script, and nothing that steers a terminal."""

from __future__ import annotations

import orjson

from data_model.export.json_lines import to_json_line
from data_model.records import from_record
from tests.factory import make_event, make_report


def test_a_line_is_the_record_in_its_own_letters():
    normalized = make_report(events=[make_event(title="Лукашенко — «ОДКБ»")]).normalized
    line = to_json_line(normalized)

    assert "Лукашенко — «ОДКБ»" in line
    assert "\n" not in line
    assert line.startswith('{"id":"one","source":"one.txt","language":"en","title":')
    assert from_record(orjson.loads(line)) == normalized


def test_signs_that_steer_are_written_out_and_read_back():
    normalized = make_report(events=[make_event(title="a\x1b[31m\x9b\x7f\u202e\u2028b")]).normalized
    line = to_json_line(normalized)

    assert line.isprintable()
    assert from_record(orjson.loads(line)) == normalized
