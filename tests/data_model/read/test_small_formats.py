"""What feeds, chats, citations and the fields over a Markdown text say, and what they leave out."""

from __future__ import annotations

import json
from datetime import date

import pytest

from data_model.errors import ReadError
from data_model.read.files import read_paths
from data_model.values import Document


def read(tmp_path, name, content):
    (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    notes = []
    found = list(read_paths([tmp_path / name], on_note=notes.append))
    errors = [one.why for one in found if isinstance(one, ReadError)]
    return [one for one in found if isinstance(one, Document)], errors, [str(one) for one in notes]


MARKDOWN = [
    ('---\ntitle: "Talks: Lima"\ndate: 2023-06-08\nurl: https://n.example/a\nlang: en-GB\n---\n\nThey met.',
        ("They met.", "Talks: Lima", "https://n.example/a", date(2023, 6, 8), "en")),
    ("+++\ntitle = 'Talks'\ndate = 2023-06-08T10:00:00Z\n+++\nThey met.",
        ("They met.", "Talks", None, date(2023, 6, 8), None)),
    ("---\nsource: Reuters\ncreated: 2024-01-01\ntags: [a, b]\n---\nThey met.",
        ("They met.", None, None, None, None)),
    ("---\nThey met.\n---\nThey parted.", ("---\nThey met.\n---\nThey parted.", None, None, None, None)),
    ("They met.\n\n---\ntitle: no\n---\n", ("They met.\n\n---\ntitle: no\n---\n", None, None, None, None)),
]  # fmt: skip


@pytest.mark.parametrize(("content", "told"), MARKDOWN)
def test_fields_over_a_text_are_its_own(tmp_path, content, told):
    (one,), errors, _ = read(tmp_path, "a.md", content)

    assert ((one.text, one.title, one.url, one.published, one.language), errors) == (told, [])


def test_a_field_that_is_no_day_is_named(tmp_path):
    (one,), _, notes = read(tmp_path, "a.md", "---\ntitle: Talks\ndate: soon\n---\nThey met.")

    assert (one.published, one.title) == (None, "Talks")
    assert "`date` is 'soon' and was left out" in notes[0]


def test_a_feed_gives_the_fullest_text_and_its_own_address(tmp_path):
    feed = """<rss xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><language>en-us</language>
    <item><title>Talks &amp; more</title><link>https://n.example/a</link>
    <pubDate>Thu, 08 Jun 2023 10:00:00 GMT</pubDate><description>Short.</description>
    <content:encoded><![CDATA[<p>They met in <b>Lima</b>.</p><p>They signed.</p>]]></content:encoded>
    <enclosure url="https://n.example/a.mp3"/></item><item><guid>x</guid></item></channel></rss>"""
    (one,), errors, _ = read(tmp_path, "a.rss", feed)

    assert (one.text, one.title, one.url) == (
        "They met in Lima.\n\nThey signed.",
        "Talks & more",
        "https://n.example/a",
    )
    assert (one.published, one.language) == (date(2023, 6, 8), "en")
    assert errors == ["the entry holds neither a text nor a title"]


def test_an_atom_feed_with_marks_as_elements_is_read(tmp_path):
    feed = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><entry><title>Vus</title><id>urn:1</id>
    <link rel="enclosure" href="https://n.example/a.mp3"/><link href="https://n.example/a"/>
    <updated>2023-06-08T23:00:00-05:00</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">
    <p>Ils se sont <i>vus</i>.</p></div></content></entry></feed>"""
    (one,), _, _ = read(tmp_path, "feed", feed)

    assert (one.text, one.url, one.published, one.language) == (
        "Ils se sont vus.", "https://n.example/a", date(2023, 6, 8), "fr",
    )  # fmt: skip


def test_all_chats_of_an_export_are_read(tmp_path):
    def chat(number, *texts):
        messages = [
            {"id": n, "type": "message", "date": "2023-06-08T10:00:00", "text": text}
            for n, text in enumerate(texts)
        ]
        return {"name": "News", "type": "public_channel", "id": number, "messages": messages}

    told = {
        "about": "…",
        "chats": {"about": "…", "list": [chat(1, "One.", ""), chat(2, ["Two, ", {"text": "bold"}])]},
    }
    found, errors, notes = read(tmp_path, "result.json", json.dumps(told))

    assert [(one.id, one.text) for one in found] == [("result-1-0", "One."), ("result-2-0", "Two, bold")]
    assert errors == []
    assert "1 messages without words" in notes[0]


def test_citations_without_a_text_are_named(tmp_path):
    ris = "TY  - NEWS\nT1  - Talks\nN2  - They met.\nPY  - 2023\nER  - \nTY  - NEWS\nTI  - Other\nER  - \n"
    (one,), errors, _ = read(tmp_path, "a.ris", ris)
    assert (one.text, one.title, one.published) == ("They met.", "Talks", "2023")
    assert "'Other' has neither an abstract nor a note" in errors[0]

    csl = [
        {
            "id": 1,
            "type": "book",
            "title": "Talks",
            "note": "They met.",
            "author": [],
            "issued": {"raw": "May 2023"},
        }
    ]
    (one,), _, _ = read(tmp_path, "a.json", json.dumps(csl))
    assert (one.text, one.published) == ("They met.", "2023-05")


def test_json_under_any_names_is_read(tmp_path):
    told = {"data": {"x": 1}, "results": [{"headline": {"main": "Talks"}, "article": {"body": "They met."},
            "webUrl": "https://n.example/a", "datePublished": "08.06.2023"}]}  # fmt: skip
    (one,), _, notes = read(tmp_path, "a.json", json.dumps(told))
    assert (one.text, one.url, one.published) == ("They met.", "https://n.example/a", date(2023, 6, 8))
    assert "text from “article.body”" in notes[0]

    _, errors, _ = read(tmp_path, "b.json", '{"a": 1, "b": [2, 3]}')
    assert "no column looks like the text" in errors[0]
