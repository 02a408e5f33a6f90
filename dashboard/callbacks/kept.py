"""Finished answers: drawn and encoded once a view and version of the store, then only handed out.

A browser names the parts it holds; what has not changed is not sent again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson

from dashboard.callbacks.answers import BUILT
from dashboard.components.light import as_light

# All answers of a kind together, in bytes.
MOST_BYTES = 64_000_000


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the page as it travels: its mark and its JSON."""

    mark: str
    json: bytes


Parts = Mapping[str, Part]


def encode_parts(parts: Mapping[str, Any]) -> Parts:
    """Every part of the page as it travels."""
    return {name: _encode(name, part) for name, part in parts.items()}


def size_of_parts(parts: Parts) -> int:
    """How many bytes the parts of an answer are."""
    return sum(len(part.json) for part in parts.values())


def write_parts(parts: Parts, held: Mapping[str, str]) -> bytes:
    """The parts a browser does not hold yet, and the marks of all, as JSON.

    Args:
        parts: The parts.
        held: Part -> the mark of what the browser holds of it.
    """
    news = [
        b"%s:%s" % (orjson.dumps(name), part.json)
        for name, part in parts.items()
        if held.get(name) != part.mark
    ]
    marks = orjson.dumps({name: part.mark for name, part in parts.items()})
    return b'{"parts":{%s},"marks":%s}' % (b",".join(news), marks)


def read_held(text: str) -> dict[str, str]:
    """What a browser says it holds: `timeline:0a1b,map:2c3d`; what makes no sense is left out."""
    pairs = (one.partition(":") for one in text.split(","))
    return {name: mark for name, _, mark in pairs if mark}


def _encode(name: str, part: Any) -> Part:  # noqa: ANN401 - a part may be anything JSON holds
    told = as_light(part) if name in BUILT else part
    encoded = orjson.dumps(told, option=orjson.OPT_SERIALIZE_NUMPY)
    return Part(hashlib.blake2b(encoded, digest_size=6).hexdigest(), encoded)
