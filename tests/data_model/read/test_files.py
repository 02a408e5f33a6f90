"""Whatever lies on a disk becomes a document or is named with the reason."""

from __future__ import annotations

import codecs
import contextlib
import io
import os
from datetime import date

import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data_model.errors import ReadError
from data_model.read import reading
from data_model.read.decoding import decode
from data_model.read.files import read_paths
from data_model.read.json_lines import read_record_lines
from data_model.read.reading import Reading
from data_model.values import Document

RUSSIAN = "Президент Республики Беларусь встретился с секретарём Совета безопасности. " * 4


def errors(*paths):
    return {one.source: one.why for one in read_paths(paths) if isinstance(one, ReadError)}


def test_a_folder_is_read_in_the_order_of_names(tmp_path):
    folder = tmp_path / "news"
    for name in ("b.txt", "A.md", "sub/c.txt", "sub/.hidden.txt", ".git/x.txt", "picture.png", "noending"):
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"Text of {name}.")

    assert [(one.id, one.source) for one in read_paths([folder])] == [
        ("A", "news/A.md"), ("b", "news/b.txt"), ("c", "news/sub/c.txt"),
    ]  # fmt: skip


def test_a_file_has_the_same_source_from_wherever_it_is_read(tmp_path, monkeypatch):
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text("A.")
    found = [*read_paths([folder / "a.txt"]), *read_paths([folder])]
    monkeypatch.chdir(folder)
    found += [*read_paths(["a.txt"]), *read_paths(["."])]

    assert found == [Document("a", "A.", "news/a.txt")] * 4


def test_a_file_given_twice_is_read_once(tmp_path):
    (tmp_path / "a.txt").write_text("A.")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")

    assert len(list(read_paths([tmp_path, tmp_path / "a.txt"]))) == 1


@pytest.mark.parametrize(
    ("encoding", "guessed"),
    [("utf-8", False), ("utf-8-sig", False), ("utf-16", False), ("utf-32", False), ("cp1251", True)],
)
def test_letters_are_read_in_their_encoding(tmp_path, encoding, guessed):
    told = []
    (tmp_path / "a.txt").write_bytes(RUSSIAN.encode(encoding))
    (found,) = read_paths([tmp_path], on_guess=lambda *guess: told.append(guess))

    assert found.text == RUSSIAN
    assert told == ([(f"{tmp_path.name}/a.txt", "cp1251")] if guessed else [])


def test_line_ends_become_one(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"one\r\ntwo\rthree\n")

    assert next(read_paths([tmp_path])).text == "one\ntwo\nthree\n"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "the text is empty"),
        (b" \n\t\r\n", "the text is empty"),
        (codecs.BOM_UTF8, "the text is empty"),
        (b"%PDF\0\1\2", "binary"),
        (codecs.BOM_UTF16_LE + b"a", "damaged: it begins as UTF-16"),
    ],
)
def test_what_is_no_text_is_named(tmp_path, content, why):
    (tmp_path / "a.txt").write_bytes(content)
    (tmp_path / "b.txt").write_text("B.")

    assert why in errors(tmp_path)[f"{tmp_path.name}/a.txt"]
    assert [one.id for one in read_paths([tmp_path]) if isinstance(one, Document)] == ["b"]


def test_what_is_given_by_name_is_named(tmp_path):
    (tmp_path / "a.pdf").write_text("x")
    (tmp_path / "none").write_text("x")
    (tmp_path / "empty").mkdir()

    assert "no such file" in errors(tmp_path / "missing")[str(tmp_path / "missing")]
    assert errors(tmp_path / "a.pdf").popitem()[1] == "called .pdf, but it is none: it holds plain text"
    assert not errors(tmp_path / "none")
    assert "nothing to read" in errors(tmp_path / "empty").popitem()[1]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_refused_and_does_not_hang(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")

    assert errors(tmp_path).popitem()[1] == "not a regular file"
    assert errors(tmp_path / "pipe.txt").popitem()[1] == "not a regular file"


def test_links_out_of_a_folder_are_not_followed(tmp_path):
    folder, outside = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    outside.mkdir()
    (outside / "secret.txt").write_text("Secret.")
    (folder / "a.txt").symlink_to(outside / "secret.txt")
    (folder / "broken.txt").symlink_to(folder / "gone.txt")
    (folder / "sub").symlink_to(outside)
    (folder / "own.txt").write_text("Own.")
    (folder / "within.txt").symlink_to(folder / "own.txt")

    assert [one.text for one in read_paths([folder]) if isinstance(one, Document)] == ["Own."]
    assert errors(folder) == {
        "in/a.txt": "a link that leads out of the folder is not followed",
        "in/broken.txt": "cannot be read: no such file or directory",
    }


def test_too_large_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(reading, "LARGEST", 1024 * 1024)
    (tmp_path / "a.txt").write_bytes(b"a" * (1024 * 1024 + 1))

    assert errors(tmp_path).popitem()[1] == "larger than 1 MB; split it"


def test_json_lines_are_documents_and_bad_lines_are_named(tmp_path):
    full = {"id": "a1", "text": "Text.", "title": "T", "url": "https://x.example/a", "lang": "en",
            "published": "2023-06-08T10:00:00Z", "more": [1]}  # fmt: skip
    lines = [
        orjson.dumps(full), b"", b"{", b"[]", b'{"id": "x"}', b'{"id": [], "text": "y"}',
        b'{"id": 7, "text": "y"}',
        b'{"id": "a1", "text": "again"}', b'{"id": "p", "text": "y", "published": "June"}',
        b'{"id": "l", "text": "y", "lang": "English"}', b'{"id": "u", "text": "y", "url": 5}', b"\xff\xfe",
        b'{"id": "s", "text": "\\ud800"}',
    ]  # fmt: skip
    (tmp_path / "news.jsonl").write_bytes(codecs.BOM_UTF8 + b"\r\n".join(lines))
    found = [one for one in read_paths([tmp_path]) if isinstance(one, Document)]
    source = f"{tmp_path.name}/news.jsonl"

    assert found == [
        Document("a1", "Text.", source, "T", "https://x.example/a", date(2023, 6, 8), "en"),
        Document("7", "y", source),
        # A field beside the text that cannot be read costs no record.
        Document("p", "y", source),
        Document("l", "y", source),
        Document("u", "y", source),
    ]
    told = errors(tmp_path)
    assert list(told) == [f"{source}:{number}" for number in (3, 4, 5, 6, 8, 12, 13)]
    assert "not JSON" in told[f"{source}:3"]
    assert "not a JSON object; expected for example" in told[f"{source}:4"]
    assert "`text` is missing" in told[f"{source}:5"]
    assert "taken by line 1" in told[f"{source}:8"]


def test_a_field_beside_the_text_costs_itself_and_is_named(tmp_path):
    lines = [
        '{"id": "a", "text": "One.", "lang": "English", "url": 5, "title": ["T", "U"], "published": NaN}',
        '{"id": 8.0, "text": "Two.", "lang": "en-GB", "title": NaN, "url": " ", "source": ""}',
        '{"id": "c", "text": "\\ud800", "title": NaN}',
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    notes = []
    first, second, third = read_paths([tmp_path], on_note=notes.append)
    source = f"{tmp_path.name}/a.jsonl"

    assert first == Document("a", "One.", source)
    assert [note.field for note in notes] == ["title", "url", "lang"]
    assert second == Document("8", "Two.", source, language="en")
    assert "not JSON" in third.why


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig"])
def test_records_are_read_in_any_unicode(tmp_path, encoding):
    (tmp_path / "a.jsonl").write_bytes(
        '{"id": "a", "text": "Встреча."}\n{"id": "b", "text": "Two."}'.encode(encoding)
    )

    assert [one.text for one in read_paths([tmp_path])] == ["Встреча.", "Two."]


@pytest.mark.parametrize("content", [b"\0", b"\0\1" * 50, b"\7\0\0\0" * 50, b"a\0" * 30 + b"\0"])
def test_numbers_are_no_unicode(tmp_path, content):
    (tmp_path / "a.txt").write_bytes(content)

    assert errors(tmp_path).popitem()[1] == "not a text but binary data (it holds NUL bytes)"


def test_a_file_that_is_one_list_is_read(tmp_path):
    (tmp_path / "a.jsonl").write_text('[\n  {\n    "id": "a",\n    "text": "One."\n  }\n]\n')

    assert [(one.id, one.text) for one in read_paths([tmp_path])] == [("a", "One.")]


def test_a_page_or_its_marks_under_the_name_of_a_text_are_read(tmp_path):
    (tmp_path / "a.txt").write_text("<p>Peru &amp; <b>Chile</b> signed.</p>")
    (tmp_path / "b.txt").write_text("<!DOCTYPE html><title>T</title><script>x()</script><p>They met in Lima.")
    a, b = read_paths([tmp_path])

    assert (a.text, b.text, b.title) == ("Peru & Chile signed.", "They met in Lima.", "T")


def test_links_that_point_at_each_other_cost_themselves_only(tmp_path):
    (tmp_path / "a.txt").symlink_to("b.txt")
    (tmp_path / "b.txt").symlink_to("a.txt")
    (tmp_path / "c.txt").write_text("C.")
    found = list(read_paths([tmp_path]))

    assert [one.why for one in found if isinstance(one, ReadError)] == [
        "a link that leads back to itself"
    ] * 2
    assert found[-1].text == "C."


def test_an_empty_file_of_records_is_named(tmp_path):
    (tmp_path / "a.jsonl").write_bytes(b"\n\n")

    assert errors(tmp_path).popitem()[1] == "the file is empty"


FIELDS = st.sampled_from(["id", "text", "title", "url", "published", "lang"])
RECORDS = st.dictionaries(FIELDS, st.text() | st.integers(-(2**53), 2**53) | st.none()).map(orjson.dumps)


@given(st.binary(max_size=60) | st.lists(RECORDS).map(b"\n".join))
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_bytes_break_the_reader(content):
    for one in read_record_lines(io.BytesIO(content), "x.jsonl", Reading()):
        assert isinstance(one, ReadError) or (one.id and one.text.strip())
    with contextlib.suppress(ReadError):
        text, _ = decode(content, "x.txt")
        text.encode("utf-8")
