"""Answers and files go out compressed; a file that is asked for by its version may be kept for good."""

from __future__ import annotations

import zlib
from functools import lru_cache

from flask import Flask, Response, request

# Smaller answers fit one packet anyway.
_LEAST = 1_000
# Of letters: fonts and pictures are compressed already.
_TYPES = ("text/", "application/json", "application/javascript", "image/svg+xml")
# Files are compressed once and well, answers at once.
_WELL, _FAST = 9, 4
_GZIP = 31  # zlib's window with the header of gzip


def compress_answers(server: Flask) -> None:
    """Have every answer of letters compressed for who takes it so."""

    @server.after_request
    def compress(response: Response) -> Response:
        if not _wanted(response):
            return response
        response.vary.add("Accept-Encoding")
        if "gzip" not in request.headers.get("Accept-Encoding", ""):
            return response
        tag, _ = response.get_etag()
        response.direct_passthrough = False
        plain = response.get_data()
        if len(plain) < _LEAST:
            return response
        lasting = "/assets/" in request.path or "/_dash-component-suites/" in request.path
        response.set_data(_packed(plain) if lasting else _pack(plain, _FAST))
        response.headers["Content-Encoding"] = "gzip"
        if tag is not None:
            response.set_etag(tag, weak=True)  # the same file, other bytes
        return response


def _wanted(response: Response) -> bool:
    return (
        response.status_code == 200  # noqa: PLR2004 - nothing else carries much
        and "Content-Encoding" not in response.headers
        and (response.mimetype or "").startswith(_TYPES)
    )


def _pack(plain: bytes, level: int) -> bytes:
    packer = zlib.compressobj(level, wbits=_GZIP)
    return packer.compress(plain) + packer.flush()


@lru_cache(maxsize=128)
def _packed(plain: bytes) -> bytes:
    return _pack(plain, _WELL)
