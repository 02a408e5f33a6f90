"""How far documents in languages without files of our own are understood, and that it is said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from data_model import Document, normalize
from data_model.find.foreign_countries import add_foreign_countries
from data_model.records import from_record, to_record

NEWS = (
    "Los cancilleres de Brasil y México se reunieron ayer en Lima para hablar del conflicto en Haití y "
    "firmaron un acuerdo. Juan Fulano de Tal, portavoz del Consejo, dijo que la misión bilateral viajará."
)


def test_dates_and_countries_only() -> None:
    found = normalize(Document("one", NEWS, published=date(2024, 5, 8)))
    assert (found.language, found.read) == ("es", ("dates",))
    assert ("ayer", "2024-05-07") in [(one.text, one.value) for one in found.mentions if one.kind == "date"]
    assert set(found.mentioned_countries) == {"BR", "MX", "HT"}
    assert not found.mentioned_people
    assert not found.topics


def test_what_is_read_comes_back_from_its_record() -> None:
    found = normalize(Document("one", NEWS))
    record = to_record(found)
    assert from_record(record) == found
    del record["read"]
    assert from_record(record) == replace(found, read=())


def test_unsure_is_said() -> None:
    found = normalize(Document("one", "Samtal i Wien"))
    assert (found.language, found.read) == ("", ())


@pytest.mark.parametrize(
    ("language", "text", "codes"),
    [
        ("uk", "Міністри Польщі та Литва; у Німеччині, з Росією; США", "PL LT DE RU US"),
        ("uk", "Того дня Малі держави", ""),  # "of that day the small states"
        ("de", "Deutschlands Kanzler reist nach Frankreich und Polen", "DE FR PL"),
        ("pl", "Rozmowy z Ukrainą i Francji w Polska", "UA FR PL"),
        ("tr", "Türkiye'nin ve Almanya'da ABD", "TR DE US"),
        ("es", "en Granada y Nuevo México", ""),
        ("pt", "a Ucrânia e a Coreia do Sul", "UA KR"),
        ("it", "Germania e Stati Uniti, germania", "DE US"),
        ("fr", "l’Algérie et la Guinée équatoriale", "DZ GQ"),
        ("zh", "美中国防部长", ""),  # no blanks between words
        ("en", "Deutschland", ""),  # the gazetteer has English
        ("xx", "Brasil", ""),
    ],
)
def test_countries_by_their_names_in_the_language(language: str, text: str, codes: str) -> None:
    found = add_foreign_countries(text, language, ())
    assert [one.names[0].key for one in found if one.kind == "country"] == codes.split()
    assert all(text[one.start : one.stop] == one.text for one in found)
