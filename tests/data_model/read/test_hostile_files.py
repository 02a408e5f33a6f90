"""Files made to harm: each ends, within limits, as a document, a stated loss or a refusal, and alone."""

from __future__ import annotations

import gzip
import io
import os
import signal
import zipfile
import zlib

import pytest

from data_model.errors import ReadError
from data_model.read import apart, archives, mail
from data_model.read import pdf as pdf_module
from data_model.read.files import read_paths
from data_model.values import Document

BODY = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{}</w:body></w:document>'
WORDS = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"


def packed(**parts):
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return written.getvalue()


def word(body):
    return packed(**{"word/document.xml": BODY.format(body)})


def pdf(operators, number=1):
    """A PDF of some pages with the same content, by hand."""
    content = zlib.compress(operators)
    kids = " ".join(f"{5 + page} 0 R" for page in range(number))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {number}>>".encode(),
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        *[b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 3 0 R/Resources<</Font<</F 4 0 R>>>>>>"]
        * number,
    ]
    written, places = b"%PDF-1.4\n", []
    for place, one in enumerate(objects, start=1):
        places.append(len(written))
        written += b"%d 0 obj%sendobj\n" % (place, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(written))
    return written + head + table + tail


def read(tmp_path, name, content):
    (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    notes = []
    found = list(read_paths([tmp_path / name], on_note=notes.append))
    text = "\n".join(one.text for one in found if isinstance(one, Document))
    errors = [one.why for one in found if isinstance(one, ReadError)]
    lost = [part for one in found if isinstance(one, Document) for part in one.partial]
    return text, errors, lost, [str(one) for one in notes]


@pytest.fixture
def _short_of_time(monkeypatch):
    """The other process has a second for a file."""
    apart.close_all()
    monkeypatch.setattr(
        apart, "_PROGRAM", f"from data_model.read import apart; apart.SECONDS = 1.0; {apart._PROGRAM}"
    )
    yield
    apart.close_all()


@pytest.mark.usefixtures("_short_of_time")
def test_what_takes_too_long_ends_alone(tmp_path):
    (tmp_path / "a.pdf").write_bytes(pdf(b"BT /F 12 Tf 50 700 Td " + b"(x) Tj " * 6_000_000 + b"ET"))
    (tmp_path / "b.pdf").write_bytes(pdf(b"BT /F 12 Tf 50 700 Td (ALPHA met OMEGA.) Tj ET"))
    bad, good = read_paths([tmp_path])

    assert isinstance(bad, ReadError)
    assert "takes more than" in bad.why or "no page can be read" in bad.why
    assert good.text == "ALPHA met OMEGA."


def test_the_other_process_is_begun_anew_when_it_was_ended(tmp_path):
    content = pdf(b"BT /F 12 Tf 50 700 Td (ALPHA met OMEGA.) Tj ET")
    assert read(tmp_path, "a.pdf", content)[0] == "ALPHA met OMEGA."
    (before,) = apart._begun
    os.kill(before.pid, signal.SIGKILL)
    before.wait()

    assert read(tmp_path, "a.pdf", content)[0] == "ALPHA met OMEGA."
    (after,) = apart._begun
    assert after.pid != before.pid


def test_the_other_process_takes_no_more_memory_than_it_may(tmp_path):
    text, errors, _, _ = read(tmp_path, "a.pdf", pdf(b"BT /F 12 Tf (ALPHA) Tj ET" + b" " * 700_000_000))

    assert text == ""
    assert len(errors) == 1


def test_a_large_page_is_read_by_the_other_process_a_small_one_is_not(tmp_path):
    apart.close_all()
    small = "<html><body><p>ALPHA met OMEGA.</p></body></html>"
    assert "ALPHA met OMEGA." in read(tmp_path, "small.html", small)[0]
    assert not apart._begun
    text, errors, lost, _ = read(tmp_path, "large.html", small.replace("</p>", "</p>" + "x y z " * 400_000))
    assert apart._begun
    assert "ALPHA met OMEGA." in text
    assert (errors, lost) == ([], [])


@pytest.mark.usefixtures("_short_of_time")
def test_a_page_that_takes_too_long_ends_alone(tmp_path):
    (tmp_path / "a.html").write_text("<html><body>" + "<p>On 5 March they met.</p>" * 900_000)
    (tmp_path / "b.html").write_text("<html><body><p>ALPHA met OMEGA.</p></body></html>")
    bad, good = read_paths([tmp_path])

    assert isinstance(bad, ReadError)
    assert "takes more than" in bad.why
    assert "ALPHA met OMEGA." in good.text


DEEP = 50_000
REFUSED = [
    ("a.docx", lambda: word(WORDS.format(" " * 60_000_000)), "unpacks to more than 200 times its size"),
    ("a.docx", lambda: word("")[:-30], "damaged"),
    ("a.docx", lambda: packed(**{"word/document.xml": f'<!DOCTYPE x [<!ENTITY a "b">]>{BODY.format("&a;")}'}),
        "defines entities"),
    ("a.docx", lambda: packed(**{"word/document.xml": f"<!--{'x' * 9000}--><!DOCTYPE x [<!ENTITY a 'b'>]>"}),
        "defines entities"),
    ("a.rss", lambda: '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss><item>&a;</item></rss>',
        "defines entities"),
    ("a.json", lambda: "[" * DEEP + "]" * DEEP, "not JSON"),
    ("a.jsonl.gz", lambda: gzip.compress(b'{"text": "a"}\n' * 9_000_000), "unpacks to more than 100 MB"),
    ("a.eml", lambda: b"From: a@b.example\n" + b"\nContent-Type: text/plain\n" * (mail.MOST_PARTS + 1),
        "more than 2,000 parts"),
    ("a.csv", lambda: f"{','.join(f'c{n}' for n in range(DEEP))}\n{',' * DEEP}", "more than 2,000 columns"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "make", "why"), REFUSED, ids=[f"{one[0]}-{one[2][:20]}" for one in REFUSED])
def test_bombs_are_refused(tmp_path, name, make, why):
    text, errors, _, _ = read(tmp_path, name, make())

    assert text == ""
    assert why in errors[0]


INSIDE = "OMEGA is the text that is deep inside."
READ = [
    ("a.docx", lambda: word("".join(WORDS.format(n) for n in range(DEEP)) + WORDS.format("OMEGA"))),
    ("a.docx", lambda: word("<w:p>" * DEEP + "<w:r><w:t>OMEGA</w:t></w:r>" + "</w:p>" * DEEP)),
    ("a.html", lambda: f"<p>ALPHA.</p><p {' '.join(f'a{n}' for n in range(2 * DEEP))}>OMEGA is last.</p>"),
    ("a.html", lambda: "<p>ALPHA.</p>" + "<div>" * 2 * DEEP + INSIDE + "</div>" * 2 * DEEP),
    ("a.html", lambda: "<b>" * DEEP + INSIDE + "</b>" * DEEP),
    ("a.html", lambda: "<noscript><p>OMEGA is the text that stands inside.</p></noscript>"),
    ("a.html", lambda: "<template><p>OMEGA is the text that stands inside.</p></template>"),
    ("a.csv", lambda: "text\n" + '"never closed\n' * 60 + "OMEGA\n"),
    ("a.rss", lambda: "<rss><item><title>B & C</title></item><item><title>OMEGA&nbsp;x</title></item></rss>"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "make"), READ)
def test_what_is_odd_is_read_to_its_end(tmp_path, name, make):
    assert "OMEGA" in read(tmp_path, name, make())[0]


def test_hidden_prose_that_is_not_read_is_told(tmp_path):
    hidden = "OMEGA is told here in many words. " * 10
    shown = "<p>ALPHA is the text of the page, and a reader sees it, for it is long enough.</p>" * 20
    page = f"{shown}<noscript>{hidden}</noscript>"
    text, errors, _, notes = read(tmp_path, "a.html", page)

    assert ("ALPHA" in text, "OMEGA" in text, errors) == (True, False, [])
    assert "noscript" in notes[0]


def test_what_breaks_off_is_read_in_part(tmp_path):
    body = BODY.format("".join(WORDS.format(f"Word {n}.") for n in range(5000)))
    text, errors, lost, _ = read(tmp_path, "a.docx", packed(**{"word/document.xml": body[: len(body) // 2]}))
    assert text.startswith("Word 0.")
    assert (errors, [part.position for part in lost]) == ([], ["word/document.xml"])
    assert "breaks off" in lost[0].reason

    text, errors, lost, _ = read(tmp_path, "a.rtf", r"{\rtf1 ALPHA\par " + "{" * DEEP)
    assert (text, errors) == ("ALPHA", [])
    assert lost[0].reason.startswith("damaged")

    rss = "<rss><item><title>ALPHA</title></item><item><title>OMEGA</title><descr"
    text, errors, _, _ = read(tmp_path, "a.rss", rss)
    assert text.split() == ["ALPHA", "OMEGA"]
    assert "damaged at line 1" in errors[0]


def test_pages_beyond_the_most_are_told(monkeypatch):
    monkeypatch.setattr(pdf_module, "MOST_PAGES", 3)
    content = io.BytesIO(pdf(b"BT /F 12 Tf 50 700 Td (ALPHA) Tj ET", number=5))
    (found,) = pdf_module.read_pdf(content, "a.pdf", None)

    assert [(part.reason, part.position) for part in found.partial] == [
        ("only the first 3 pages are read", "pages 4–5")
    ]


def test_a_picture_of_a_page_is_told(tmp_path):
    picture = b"q 100 0 0 100 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q"
    assert "OCR" in read(tmp_path, "a.pdf", pdf(picture))[1][0]


def test_archives_do_not_lead_out_nor_down_without_end(tmp_path):
    text, errors, _, _ = read(
        tmp_path, "a.zip", packed(**{"../../evil.txt": "ALPHA", "zero.txt": b"0" * 9_000_000})
    )
    assert text == "ALPHA"
    assert "hundreds of times its size" in errors[0]
    (evil, _) = read_paths([tmp_path / "a.zip"])
    assert evil.source.endswith("/a.zip/evil.txt")

    content = b"OMEGA"
    for _ in range(5):
        content = packed(**{"in.zip" if content != b"OMEGA" else "in.txt": content})
    assert "an archive within 3 others" in read(tmp_path, "b.zip", content)[1][0]


def test_an_archive_of_too_much_is_read_so_far(tmp_path, monkeypatch):
    monkeypatch.setattr(archives, "MOST_BYTES", 10)
    text, errors, _, _ = read(tmp_path, "a.zip", packed(**{"a.txt": "ALPHA", "b.txt": "OMEGA and more"}))

    assert text == "ALPHA"
    assert "not read from 'b.txt' on" in errors[0]
