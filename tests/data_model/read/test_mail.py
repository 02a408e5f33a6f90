"""Mails as they come: odd letters, forwarded ones, attachments, boxes of which one is broken."""

from __future__ import annotations

import io
from datetime import date
from email.message import EmailMessage
from email.policy import SMTP

import pytest

from benchmarks.format_files import make_all
from data_model.errors import ReadError
from data_model.read.files import read_paths
from data_model.read.wrapped import unwrap
from data_model.values import Document

HEAD = (
    b"From: a@b.example\r\nSubject: Talks\r\nDate: Thu, 08 Jun 2023 23:30:00 -0500\r\nMIME-Version: 1.0\r\n"
)


def read(tmp_path, name, content):
    (tmp_path / name).write_bytes(content)
    notes = []
    found = list(read_paths([tmp_path / name], on_note=notes.append))
    errors = [str(one) for one in found if isinstance(one, ReadError)]
    return [one for one in found if isinstance(one, Document)], errors, [str(one) for one in notes]


def mail(text="Ministers met.", **fields):
    message = EmailMessage()
    message["From"], message["Subject"] = "a@b.example", "Talks"
    message["Date"] = "Thu, 08 Jun 2023 10:00:00 +0000"
    for name, value in fields.items():
        message[name.replace("_", "-")] = value
    message.set_content(text)
    return message


def test_its_day_is_that_of_whoever_sent_it(tmp_path):
    (found,), errors, _ = read(tmp_path, "a.eml", HEAD + b"\r\nMinisters met.\r\n")

    assert (found.id, found.title, found.published, errors) == ("a", "Talks", date(2023, 6, 8), [])


@pytest.mark.parametrize("name", ["utf-8", "windows-1251", "koi8-r", "x-unknown", ""])
def test_letters_are_read_whatever_they_are_said_to_be(tmp_path, name):
    words = "Министры иностранных дел встретились в Минске и подписали соглашение о торговле."
    charset = f"Content-Type: text/plain; charset={name}\r\n".encode() if name else b""
    encoding = {"x-unknown": "utf-8", "": "utf-8"}.get(name, name)
    content = HEAD + charset + b"Content-Transfer-Encoding: 8bit\r\n\r\n" + words.encode(encoding)

    assert [one.text.strip() for one in read(tmp_path, "a.eml", content)[0]] == [words]


def test_the_page_is_read_where_the_plain_part_says_nothing(tmp_path):
    message = mail("See the web page.")
    message.add_alternative("<p>Ministers of Peru and Poland met in Lima and signed.</p>" * 9, subtype="html")
    (found,), _, _ = read(tmp_path, "a.eml", message.as_bytes())

    assert found.text.startswith("Ministers of Peru")


def test_attachments_are_documents_and_bad_ones_cost_themselves(tmp_path):
    made = {one.name.rpartition(".")[2]: one for one in make_all(7)}
    message = mail()
    message.add_attachment(made["pdf"].content, "application", "pdf", filename="a.pdf")
    message.add_attachment(b"PK\x03\x04 cut", "application", "octet-stream", filename="b.docx")
    message.add_attachment(b"\x89PNG\r\n\x1a\n", "image", "png", filename="logo.png")
    forwarded = mail("Earlier they had met in Quito.")
    forwarded.add_attachment("Even earlier.", filename="c.txt")
    message.add_attachment(forwarded)
    found, errors, _ = read(tmp_path, "a.eml", message.as_bytes(policy=SMTP))
    folder = tmp_path.name

    assert [one.source for one in found] == [
        f"{folder}/a.eml", f"{folder}/a.eml/a.pdf", f"{folder}/a.eml/attachment",
        f"{folder}/a.eml/attachment/c.txt",
    ]  # fmt: skip
    assert all(word in found[1].text for word in made["pdf"].sentinels.values())
    assert found[2].text.strip() == "Earlier they had met in Quito."
    assert [error.split(": ")[0] for error in errors] == [f"{folder}/a.eml/b.docx"]


def test_a_broken_mail_of_a_box_costs_no_other(tmp_path):
    sealed = b"From: a@b.example\nContent-Type: application/pkcs7-mime\n\nMIAG\n"
    first = b"Subject: One\nFrom: a@b.example\n\nFirst.\n>From the start.\n"
    third = b"Subject: Three\nFrom: a@b.example\nMessage-ID: <3@b.example>\nDate: soon\n\nThird.\n"
    line = b"From a@b.example Thu Jun  8 10:00:00 2023\n"
    box = b"".join(line + part + b"\n" for part in (first, sealed, third))
    found, errors, notes = read(tmp_path, "box", box)

    assert [one.text.strip() for one in found] == ["First.\nFrom the start.", "Third."]
    assert found[1].id == "3@b.example"
    assert found[0].id.startswith("box-")
    assert errors == [f"{tmp_path.name}/box, mail 2: the mail is encrypted; save it decrypted"]
    assert "`Date` is 'soon' and was left out" in notes[0]


def test_a_mail_that_breaks_off_says_so(tmp_path):
    message = mail()
    message.add_attachment("Second part.", filename="b.txt")
    content = message.as_bytes()
    found, _, _ = read(tmp_path, "a.eml", content[: content.rindex(b"--==")])

    assert found[0].text.strip() == "Ministers met."
    assert found[0].partial[0].reason == "damaged: the mail breaks off before its last part"


def test_a_letter_that_is_printed_as_text_is_no_mail(tmp_path):
    text = "From: the Minister\nDate: 4 June\n\nThey met.\n"

    assert [one.text for one in read(tmp_path, "a.txt", text.encode())[0]] == [text]


def test_lines_broken_for_a_narrow_screen_are_put_together():
    wrapped = io.StringIO()
    sentence = "The ministers of the two countries met in the capital and agreed to meet again next year."
    words = sentence.split()
    line = ""
    for word in words * 3:
        if len(line) + 1 + len(word) > 70:
            wrapped.write(f"{line}\n")
            line = word
        else:
            line = f"{line} {word}".strip()
    text = f"{wrapped.getvalue()}{line}\n\n> {'quoted ' * 9}\n> more\n\n- an item\n- another\n"

    assert unwrap(text).split("\n")[:2] == [" ".join(words * 3), ""]
    assert unwrap(text).split("\n")[2:] == [line.rstrip() for line in text.split("\n\n", 1)[1].split("\n")]
    assert unwrap("Short.\nLines.") == "Short.\nLines."
