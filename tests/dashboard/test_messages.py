"""What the command says of languages that are not wholly understood."""

from __future__ import annotations

import pytest

from dashboard.messages import LanguagesTold
from data_model import Document, normalize

SPANISH = "Los ministros de Exteriores se reunieron ayer en la capital, informó un portavoz del gobierno."
ENGLISH = "The ministers met on Tuesday in the capital to discuss the ceasefire, a spokesman said."


def test_one_line_a_language(capsys: pytest.CaptureFixture[str]) -> None:
    told = LanguagesTold()
    for text in (SPANISH, SPANISH, ENGLISH, "Samtal i Wien"):
        told.add(normalize(Document("one", text)))
    told.say()
    assert capsys.readouterr().err.splitlines() == [
        "2 documents in Spanish: dates and countries only",
        "1 document whose language could not be told: read as English or Russian, by the letters",
    ]
