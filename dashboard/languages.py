"""What is read of which language, and what of a store is not, in words."""

from __future__ import annotations

from collections.abc import Sequence

from babel import Locale

from dashboard import labels
from dashboard.sentences import counted


def language(code: str) -> str:
    """`Spanish`: the name of a language (ISO 639-1)."""
    return str(Locale("en").languages.get(code, code))


def language_read(code: str, read: Sequence[str]) -> str:
    """`Spanish: dates, countries and …`: what is understood of texts in a language."""
    return f"{language(code) or labels.NO_LANGUAGE}: {what_is_read(read)}"


def what_is_read(read: Sequence[str]) -> str:
    """What is understood of texts, in words."""
    return labels.READ.get(tuple(read), ", ".join(read))


def without_events(number: int) -> str:
    """Documents that tell of no event."""
    verb = "tells" if number == 1 else "tell"
    return f"{counted(number, 'document')} {verb} of no event." if number else ""


def not_wholly(languages: Sequence[tuple[str, Sequence[str], int]], partial: int) -> str:
    """What of the store is not understood: `2 documents in Spanish: dates, countries and …`"""
    told = [
        f"{counted(number, 'document')} in {language_read(code, read)}." for code, read, number in languages
    ]
    if partial:
        told.append(f"{counted(partial, 'document')} read in part.")
    return " ".join(told)
