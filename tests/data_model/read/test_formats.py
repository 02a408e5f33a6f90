"""Every format that is read, in files other libraries wrote: nothing hidden is lost without a word."""

from __future__ import annotations

import io
import subprocess
import sys

import pytest

from benchmarks.format_files import MAKERS, make_all
from data_model.errors import ReadError
from data_model.read.columns import Columns
from data_model.read.files import read_paths
from data_model.read.formats import FORMATS
from data_model.read.kinds import tell_kind
from data_model.values import Document

MADE = [pytest.param(made, id=made.name) for number in (1, 2) for made in make_all(number)]


def read(tmp_path, name, content, **wishes):
    (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    notes = []
    found = list(read_paths([tmp_path / name], on_note=notes.append, **wishes))
    documents = [one for one in found if isinstance(one, Document)]
    return documents, [str(one) for one in found if isinstance(one, ReadError)], [str(one) for one in notes]


@pytest.mark.parametrize("made", MADE)
def test_what_is_hidden_in_a_file_is_found(tmp_path, made):
    documents, errors, _ = read(tmp_path, made.name, made.content)
    text = "\n".join(one.text for one in documents)
    (report,) = (one for one in documents if made.sentinels["begin"] in one.text)

    assert not errors
    assert [part for part, word in made.sentinels.items() if word not in text] == []
    assert not any(one.partial for one in documents)
    assert report.title == made.title or made.title is None
    assert report.url == made.url or made.url is None
    days = {made.day, f"[..{made.day}]"} if made.bound else {made.day}
    assert made.day is None or report.published in days


def test_each_format_that_is_read_is_made(tmp_path):
    kinds = set()
    for made in make_all(3):
        (tmp_path / made.name).write_bytes(made.content)
        with (tmp_path / made.name).open("rb") as stream:
            kinds.add(tell_kind(stream, made.name))

    # Texts of no ending and records of our own have tests of their own; the second reader of PDF, too.
    assert {kind for kind, one in FORMATS.items() if one.reader} - kinds == {"words", "records", "pdf again"}
    assert len(MAKERS) > len(kinds) - 1


@pytest.mark.parametrize("made", list(make_all(4))[:4], ids=lambda made: made.name)
def test_what_a_file_is_is_told_by_its_content(tmp_path, made):
    (found,), errors, _ = read(tmp_path, "thing.dat", made.content)

    assert not errors
    assert all(word in found.text for word in made.sentinels.values())


def test_all_of_them_in_one_folder_have_ids_of_their_own(tmp_path):
    for made in make_all(5):
        (tmp_path / made.name).write_bytes(made.content)
    found = list(read_paths([tmp_path]))

    assert not [one for one in found if isinstance(one, ReadError)]
    assert len({(one.id, one.source) for one in found}) == len(found)
    assert found == list(read_paths([tmp_path]))


def test_what_is_filled_into_a_form_is_read(tmp_path):
    from reportlab.pdfgen.canvas import Canvas

    written = io.BytesIO()
    canvas = Canvas(written)
    canvas.drawString(60, 700, "Report of the visit")
    canvas.acroForm.textfield(name="Result", value="They signed in OMEGA.", x=60, y=600, width=300)
    canvas.save()
    (found,), errors, _ = read(tmp_path, "a.pdf", written.getvalue())

    assert errors == []
    assert found.text.split("\n\n") == ["Report of the visit", "Result: They signed in OMEGA."]


def test_standard_input_is_a_file_of_any_format():
    (made,) = (one for one in make_all(6) if one.name.endswith(".docx"))
    code = (
        "from data_model.read.files import read_paths\n"
        "for one in read_paths(['-']): print(type(one).__name__, one.source, one.text)"
    )
    done = subprocess.run([sys.executable, "-c", code], input=made.content, capture_output=True, check=True)
    told = done.stdout.decode()

    assert told.startswith("Document standard input")
    assert all(word in told for word in made.sentinels.values())


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def test_a_table_is_one_under_any_name_and_prose_with_commas_is_none(tmp_path):
    table = "Nr;Body;Day\n1;Ministers met in Lima.;2023-06-05\n2;Ministers met in Quito.;2023-06-06\n"
    documents, errors, _ = read(tmp_path, "export", table)
    assert [(one.text, str(one.published)) for one in documents] == [
        ("Ministers met in Lima.", "2023-06-05"), ("Ministers met in Quito.", "2023-06-06"),
    ]  # fmt: skip

    prose = "Lima, Peru, 4 June\nMinisters met, talked, and parted.\nThey signed an agreement, too.\n"
    documents, errors, _ = read(tmp_path, "report", prose)
    assert ([one.text for one in documents], errors) == ([prose], [])


REFUSED = [
    ("a.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "OCR"),
    ("a.msg", OLE + "__substg1.0_0037001F".encode("utf-16-le"), "save the mail as .eml"),
    ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "needs a password"),
    ("a.doc", OLE + "WordDocument".encode("utf-16-le"), "save it as .docx"),
    ("a.7z", b"7z\xbc\xaf\x27\x1c" + b"\0" * 50, "pack it as .zip"),
    ("a.parquet", b"PAR1" + b"\0" * 50, "export the table as .csv"),
    ("a.xml", b"<?xml version='1.0'?><invoice><sum>1</sum></invoice>", "expected a feed"),
    ("a.docx", b"PK\x03\x04" + b"\0" * 50, "damaged"),
    ("a.pdf", b"%PDF-1.7\n" + b"\0" * 50, "not a PDF that can be opened"),
    ("a.pdf", b"only words", "called .pdf, but it is none"),
    ("a.bin", bytes(range(256)), "binary data"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "content", "way_out"), REFUSED, ids=[f"{one[0]}-{one[2]}" for one in REFUSED]
)
def test_what_is_not_read_is_refused_with_the_way_out(tmp_path, name, content, way_out):
    documents, errors, _ = read(tmp_path, name, content)

    assert documents == []
    assert len(errors) == 1
    assert way_out in errors[0]


def test_columns_are_guessed_and_said_or_asked_for(tmp_path):
    table = (
        "Nr;Überschrift;Bemerkung;Langtext;Tag\n"
        "1;Erste;kurz;Die Minister trafen sich am Montag in Lima und berieten.;13/02/2023\n"
        "2;Zweite;kurz;Die Minister trafen sich am Dienstag in Quito und berieten.;03/04/2023\n"
    )
    documents, errors, notes = read(tmp_path, "a.csv", table)
    assert [(one.title, one.text.split()[5]) for one in documents] == [
        ("Erste", "Montag"),
        ("Zweite", "Dienstag"),
    ]
    assert errors == []
    assert (
        "columns guessed: text from “Langtext”, title from “Überschrift”; not read: Nr, Bemerkung, Tag"
        in notes[0]
    )

    asked = Columns(text="Langtext", date="Tag", title="Bemerkung")
    documents, errors, notes = read(tmp_path, "a.csv", table, columns=asked)
    # The 13th of the first row says which figure is the day in the second.
    assert [(one.title, str(one.published)) for one in documents] == [
        ("kurz", "2023-02-13"),
        ("kurz", "2023-04-03"),
    ]
    assert (errors, notes) == ([], [])

    documents, errors, _ = read(tmp_path, "a.csv", table, columns=Columns(text="Inhalt"))
    assert documents == []
    assert "has no column 'Inhalt' (--text-column); it has 'Nr', 'Überschrift'" in errors[0]


def test_a_bad_row_costs_no_other(tmp_path):
    table = (
        'id,text,published\na,"One, and\ntwo.",2023-06-08\nb,Too,many,cells\nc,"Never closed.,2023-06-09\n'
        "d,,2023-06-10\ne,Five.,June\n"
    )
    documents, errors, notes = read(tmp_path, "a.csv", table)

    assert [(one.id, one.text) for one in documents] == [("a", "One, and\ntwo."), ("e", "Five.")]
    assert [error.split("/a.csv:")[1][:30] for error in errors] == [
        "4: has 4 cells; the table has ", "5: a quotation mark in it is n", "6: `text` is missing, empty, t",
    ]  # fmt: skip
    assert "was left out" in notes[0]


def test_json_that_breaks_off_is_read_as_far_as_it_goes(tmp_path):
    documents, errors, _ = read(tmp_path, "a.json", '[{"text": "One."}, {"text": "Two."}, 5, {"text": "Thr')

    assert [one.text for one in documents] == ["One.", "Two."]
    assert ["record 3: not a record" in errors[0], "record 4: not JSON from line 1 on" in errors[1]] == [
        True,
        True,
    ]
