"""What a PNG says of itself, read back chunk by chunk."""

from __future__ import annotations

import struct


def read_png_texts(png: bytes) -> dict[str, str]:
    found = {}
    at = 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        kind, body = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        if kind == b"iTXt":
            key, _, rest = body.partition(b"\0")
            found[key.decode("latin-1")] = rest[2:].split(b"\0", 2)[2].decode()
        at += length + 12
    return found
