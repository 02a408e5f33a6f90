"""What the command says of documents that are not wholly understood."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.messages import NotWholly
from data_model import Document, normalize

SPANISH = "Los ministros de Exteriores se reunieron ayer en la capital, informó un portavoz del gobierno."
MENU = "Home | News | Sport | Contact us"
ENGLISH = "Minister Sergey Lavrov met Wang Yi in Vienna on 12 May 2019, a spokesman told reporters."


def note(*texts: str, partial: str = "") -> NotWholly:
    told = NotWholly()
    for number, text in enumerate(texts):
        document = Document(f"d{number}", text)
        told.note(document, replace(normalize(document), partial=partial))
    return told


def said(told: NotWholly, capsys: pytest.CaptureFixture[str]) -> list[str]:
    told.say()
    return capsys.readouterr().err.splitlines()


def test_one_line_a_language(capsys: pytest.CaptureFixture[str]) -> None:
    lines = said(note(SPANISH, SPANISH, ENGLISH, "Samtal i Wien"), capsys)
    assert lines[-2:] == [
        "2 documents in Spanish: dates, countries and known names; no verbs, so events are rough",
        (
            "1 document in a language that could not be told, read as English or Russian by the letters: "
            "countries and known names, dates in figures only; its events are rough"
        ),
    ]


def test_what_is_wholly_understood_needs_no_word(capsys: pytest.CaptureFixture[str]) -> None:
    assert said(note(ENGLISH), capsys) == []


def test_a_document_without_date_and_event_says_why(capsys: pytest.CaptureFixture[str]) -> None:
    assert said(note(MENU), capsys) == [
        "dateline: d0: its lines look like menus, links or captions, not like a report"
    ]


def test_of_many_such_documents_a_few_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    lines = said(note(*[MENU] * 7), capsys)
    assert len(lines) == 6
    assert lines[-1] == "7 documents gave neither a date nor an event, the first 5 are named above"


def test_a_document_read_in_part_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert said(note(ENGLISH, partial="only the first 10 letters"), capsys) == [
        "dateline: d0: only the first 10 letters"
    ]
