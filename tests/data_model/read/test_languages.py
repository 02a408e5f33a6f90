"""Which language a text is written in: by its script, then by its small words."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from data_model.read.languages import Language, is_understood, read_language, tell_language

CORPUS = tomllib.loads((Path(__file__).parents[2] / "corpus" / "languages.toml").read_text(encoding="utf-8"))
REPORT = (
    "The foreign ministers of the two countries met in the capital on Tuesday and agreed to resume the talks "
    "on the border, the spokesman said. The delegations will meet again in a month, as was agreed in May."
)
BERICHT = (
    "Die Außenminister der beiden Staaten trafen sich am Dienstag in der Hauptstadt und vereinbarten, die "
    "Gespräche über die Grenze wieder aufzunehmen, sagte ein Sprecher nach dem Treffen."
)
MENU = "Главная\nНовости\nПолитика и общество\nО проекте\nКонтакты и реклама\nВсе новости за сегодня\n" * 4


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


def test_short_texts_in_twenty_languages() -> None:
    told = [(code, tell_language(text)) for code, texts in CORPUS.items() for text in texts]
    sure = [(code, language.code) for code, language in told if language.sure]
    assert (len(CORPUS), len(told)) == (20, 200)
    assert len(told) - len(sure) <= 10
    assert sum(code == read for code, read in sure) >= 0.98 * len(sure)


def test_what_stands_around_a_text_in_another_language_changes_nothing() -> None:
    assert tell_language(MENU + REPORT) == Language("en", sure=True)
    assert tell_language(MENU + BERICHT) == Language("de", sure=True)


def test_unsure_is_said() -> None:
    assert tell_language("Ministers meet in Vienna") == Language("en", sure=False)
    assert tell_language("Samtal i Wien") == Language("", sure=False)


def test_only_what_is_really_in_a_language_is_understood_in_it() -> None:
    assert is_understood(REPORT, "en")
    assert not is_understood(BERICHT, "en")  # whatever the page declares
    assert not is_understood(BERICHT, "de")
