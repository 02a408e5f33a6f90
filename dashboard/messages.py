"""What the `dateline` command says beside its answers: on standard error, nothing that steers a terminal."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from data_model import Normalized, ReadNote, TextNote

# Control signs, and signs that turn the direction of writing: a text must not steer a terminal.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)
_ALL_READ = ("dates", "names", "events")
_READ = {
    ("dates", "names"): "dates, people and countries, no actions",
    ("dates",): "dates and countries only",
    (): "countries, and dates in figures only",
}


class LanguagesTold:
    """Counts the documents in languages that are not wholly understood, to say so at the end."""

    def __init__(self) -> None:
        self._found: Counter[tuple[str, tuple[str, ...]]] = Counter()

    def add(self, normalized: Normalized) -> Normalized:
        """Count a document; it comes back as it is."""
        if normalized.read != _ALL_READ:
            self._found[normalized.language, normalized.read] += 1
        return normalized

    def say(self) -> None:
        """One line a language: "12 documents in Spanish: dates and countries only"."""
        for (language, read), number in self._found.most_common():
            click.echo(f"{number} document{'s' * (number > 1)} {_in_words(language, read)}", err=True)


def _in_words(language: str, read: tuple[str, ...]) -> str:
    if not language:
        return "whose language could not be told: read as English or Russian, by the letters"
    from babel import Locale

    name = Locale("en").languages.get(language, language)
    return f"in {visible(name)}: {_READ.get(read, ', '.join(read))}"


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
