"""A normalized document as one line of JSON: UTF-8, keys in the order of `records.py`."""

from __future__ import annotations

import re

import orjson

from data_model.records import to_record
from data_model.values import Normalized

# Signs that steer a terminal or turn the direction of writing: the same JSON, but visible.
_UNSEEN = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


def to_json_line(normalized: Normalized) -> str:
    """One JSON object on one line, letters of every script as they are, no line end."""
    line = orjson.dumps(to_record(normalized)).decode("utf-8")
    return _UNSEEN.sub(lambda sign: f"\\u{ord(sign[0]):04x}", line)
