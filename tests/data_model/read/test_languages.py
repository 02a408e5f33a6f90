"""Which language a text is written in: by its script, then by its small words."""

from __future__ import annotations

import pytest

from data_model.read.languages import read_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The President met the ministers in the capital and thanked them for their work.", "en"),
        ("Le président a reçu les ministres dans la capitale et les a remerciés pour leur travail.", "fr"),
        ("Президент принял министров в столице и поблагодарил их за работу.", "ru"),
        ("La Haye and Le Monde are names in a report of the court.", "en"),
        ("14 июня 2023 года\nThe President met the ministers in the capital.", "en"),
        ("MINSK, 8 June", "en"),
        ("Встреча прошла", "ru"),
        ("", "en"),
    ],
)
def test_language(text: str, language: str) -> None:
    assert read_language(text) == language
