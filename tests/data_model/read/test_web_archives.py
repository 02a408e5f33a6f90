"""Web archives written by warcio, and pages programs saved: whence and when they say."""

from __future__ import annotations

import gzip
import io
from datetime import date

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from data_model.errors import ReadError
from data_model.read.files import read_paths
from data_model.read.saved_pages import Saved, saved_of
from data_model.values import Document

PAGE = "<title>Talks</title><article><h1>Talks</h1><p>{} met in Lima and signed an agreement.</p></article>"


# Its writer leaves its temporary files to the collector.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")


def archive(*records, packed=True):
    """Records of address, status, type and body, as warcio writes them."""
    written = io.BytesIO()
    writer = WARCWriter(written, gzip=packed)
    writer.write_record(writer.create_warcinfo_record("a.warc.gz", {"software": "test"}))
    for address, status, kind, body in records:
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        warc = {"WARC-Date": "2023-06-08T10:00:00Z"}
        writer.write_record(
            writer.create_warc_record(
                address, "response", payload=io.BytesIO(body), http_headers=headers, warc_headers_dict=warc
            )
        )
    return written.getvalue()


def read(tmp_path, name, content):
    (tmp_path / name).write_bytes(content)
    notes = []
    found = list(read_paths([tmp_path / name], on_note=notes.append))
    errors = [str(one) for one in found if isinstance(one, ReadError)]
    return [one for one in found if isinstance(one, Document)], errors, [str(one) for one in notes]


@pytest.mark.parametrize("packed", [True, False])
def test_pages_are_documents_with_address_and_bound(tmp_path, packed):
    content = archive(
        ("https://news.example/a", "200 OK", "text/html; charset=utf-8", PAGE.format("ALPHA").encode()),
        ("https://news.example/a.css", "200 OK", "text/css", b"p {}"),
        ("https://news.example/b", "404 Not Found", "text/html", PAGE.format("GONE").encode()),
        (
            "https://news.example/c",
            "200 OK",
            "text/html; charset=windows-1251",
            PAGE.format("ОМЕГА").encode("cp1251"),
        ),
        packed=packed,
    )
    found, errors, notes = read(tmp_path, "a.warc.gz", content)

    assert [(one.url, one.published) for one in found] == [
        ("https://news.example/a", "[..2023-06-08]"), ("https://news.example/c", "[..2023-06-08]"),
    ]  # fmt: skip
    assert "ALPHA met in Lima" in found[0].text
    assert "ОМЕГА met in Lima" in found[1].text
    assert errors == []
    assert "2 records that are no pages were left out; 1 of them the server did not find" in notes[0]


def test_a_damaged_archive_is_read_up_to_the_damage(tmp_path):
    first = archive(("https://news.example/a", "200 OK", "text/html", PAGE.format("ALPHA").encode()))
    found, errors, _ = read(
        tmp_path, "a.warc.gz", first + b"\x1f\x8b\x08\x00garbage that is no record at all"
    )

    assert ["ALPHA" in one.text for one in found] == [True]
    assert len(errors) == 1
    assert "damaged behind record" in errors[0]

    whole = archive(
        ("https://news.example/a", "200 OK", "text/html", PAGE.format("ALPHA").encode()), packed=False
    )
    (found,), errors, _ = read(tmp_path, "b.warc", whole[:-30])
    assert "ALPHA met" in found.text
    assert (errors, [one.position for one in found.partial]) == ([], ["its end"])


def test_saved_pages_say_whence_and_when():
    single = "<html><!--\n Page saved with SingleFile \n url: https://news.example/a \n saved date: "
    assert saved_of(
        f"{single}Thu Jun 08 2023 10:45:00 GMT+0200 (Central European Summer Time)\n-->"
    ) == Saved("https://news.example/a", date(2023, 6, 8))
    assert saved_of("<!-- saved from url=(0022)https://news.example/b -->") == Saved("https://news.example/b")
    assert saved_of("<!-- saved from url=(0013)file:///a.html -->") == Saved()
    assert saved_of(f"{single}some day\n-->") == Saved("https://news.example/a")


def test_any_file_packed_by_gzip_is_read(tmp_path):
    found, errors, _ = read(tmp_path, "a.txt.gz", gzip.compress(b"ALPHA met."))
    assert ([(one.id, one.text) for one in found], errors) == ([("a", "ALPHA met.")], [])
    _, errors, _ = read(tmp_path, "b.gz", gzip.compress(b"ALPHA met." * 500)[:-20])
    assert "damaged" in errors[0]
