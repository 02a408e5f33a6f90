"""What the `dateline` command says beside its answers: on standard error, nothing that steers a terminal."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from data_model import ReadNote, TextNote

# Control signs, and signs that turn the direction of writing: a text must not steer a terminal.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)


def say(source: str, why: str) -> None:
    """Why something about a source is worth a word."""
    click.echo(f"dateline: {visible(source)}: {visible(why)}", err=True)


def say_note(note: ReadNote | TextNote) -> None:
    """What could not be read of a document that is kept."""
    say(note.source, note.why)


def say_guess(source: str, encoding: str) -> None:
    """The encoding of a text that had to be guessed."""
    say(source, f"not UTF-8; read as {encoding}, which is a guess")


def visible(text: str) -> str:
    """The text with every sign that would steer the terminal written out."""
    return _UNSEEN.sub(lambda sign: sign[0].encode("unicode_escape").decode("ascii"), text)
