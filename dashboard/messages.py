"""What the `dateline` command says beside its answers: on standard error, nothing that steers a terminal."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from data_model import Document, Normalized, Outcome, ReadNote, TextNote

# Control signs, and signs that turn the direction of writing: a text must not steer a terminal.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)
# So many documents of a kind are named.
_NAMED = 5


class NotWholly:
    """Notes the documents that are not wholly understood, to say so at the end."""

    def __init__(self) -> None:
        self._languages: Counter[tuple[str, tuple[str, ...]]] = Counter()
        self._silent: list[tuple[str, str]] = []
        self._partial: list[tuple[str, str]] = []

    def note_outcome(self, outcome: Outcome) -> Outcome:
        """Look at what became of a document; it comes back as it is."""
        if outcome.report is not None:
            self.note(outcome.report.document, outcome.report.normalized)
        return outcome

    def note(self, document: Document, normalized: Normalized) -> Normalized:
        """Look at a document; what was understood of it comes back as it is."""
        from data_model import ALL_READ, Report, outcome_of, why_silent

        source = document.source or document.id
        if normalized.read != ALL_READ:
            self._languages[normalized.language, normalized.read] += 1
        if lost := outcome_of(Report(document, normalized)).why:
            self._partial.append((source, lost))
        if why := why_silent(document, normalized):
            self._silent.append((source, why))
        return normalized

    def say(self) -> None:
        """Some documents by name, then a line a language: "2 documents in Spanish: dates only"."""
        from dashboard.languages import language_read
        from dashboard.sentences import counted

        _say_some(self._partial, "were read in part")
        _say_some(self._silent, "gave neither a date nor an event")
        for (language, read), number in self._languages.most_common():
            click.echo(f"{counted(number, 'document')} in {visible(language_read(language, read))}", err=True)


def _say_some(documents: list[tuple[str, str]], what: str) -> None:
    for source, why in documents[:_NAMED]:
        say(source, why)
    if len(documents) > _NAMED:
        click.echo(f"{len(documents):,} documents {what}, the first {_NAMED} are named above", err=True)


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
