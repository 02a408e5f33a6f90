"""Plain texts and saved web pages: their letters, then their words."""

from __future__ import annotations

from typing import BinaryIO

from data_model.errors import ReadError
from data_model.read.decoding import decode
from data_model.read.front_matter import read_front_matter
from data_model.read.pages import declared_encoding, read_page
from data_model.read.reading import Found, Reading, read_whole, stem_of
from data_model.read.saved_pages import saved_of, with_saved
from data_model.read.tagged import read_tagged
from data_model.values import Document


def read_text(stream: BinaryIO, source: str, reading: Reading) -> Found:
    """The document of a text; the fields over a Markdown text are its own, tags and entities are undone."""
    text, guessed = decode(read_whole(stream, source), source)
    if guessed:
        reading.on_guess(source, guessed)
    document = read_front_matter(Document(stem_of(source), _lines(text), source), reading.on_note)
    plain = read_tagged(document.text)
    if not plain.strip():
        raise ReadError(source, "the text is empty")
    yield Document(
        document.id, plain, source, document.title, document.url, document.published, document.language
    )


def read_page_file(stream: BinaryIO, source: str, reading: Reading) -> Found:
    """The document of a web page."""
    content = read_whole(stream, source)
    markup, guessed = decode(content, source, declared_encoding(content))
    if guessed:
        reading.on_guess(source, guessed)
    yield with_saved(read_page(markup, source, reading.on_note), saved_of(markup))


def _lines(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
