"""Readers of names that are plugged in, with the real libraries."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from data_model import Document, ReaderMissing, load_readers, normalize, pipeline_version

RUSSIAN = "Секретарь Ракеш Кумаров встретился с рыбаками артели Заря 4 марта 2021 года, сообщает агентство."
ENGLISH = "On 4 March 2021 the envoy praised Qorvath Ilmenau and the elders of Zarn Hollow."


@pytest.fixture
def pipeline(tmp_path: Path) -> str:
    """A small spaCy pipeline in a folder."""
    spacy = pytest.importorskip("spacy")
    made = spacy.blank("en")
    made.add_pipe("entity_ruler").add_patterns([
        {"label": "PERSON", "pattern": "Qorvath Ilmenau"},
        {"label": "ORG", "pattern": "elders of Zarn Hollow"},
        {"label": "GPE", "pattern": "Paris"},
    ])  # fmt: skip
    made.to_disk(tmp_path / "small")
    return str(tmp_path / "small")


def named(text: str, readers: tuple[object, ...]) -> list[tuple[str, str, str]]:
    found = normalize(Document("one", text), readers=readers).mentions  # type: ignore[arg-type]
    return [(one.text, one.kind, one.reader) for one in found if one.kind in ("person", "organization")]


@pytest.mark.filterwarnings("ignore")
def test_spacy_reads_english_names(pipeline: str) -> None:
    readers = load_readers([f"spacy:{pipeline}"])
    name = readers[0].name
    assert name.startswith("spacy 3")
    assert named(ENGLISH, ()) == []
    assert named(ENGLISH, readers) == [
        ("Qorvath Ilmenau", "person", name),
        ("elders of Zarn Hollow", "organization", name),
    ]
    understood = normalize(Document("one", ENGLISH), readers=readers)
    assert [one.key for one in understood.mentioned_organizations] == ["elders-of-zarn-hollow"]
    assert [one.name for one in understood.mentioned_people] == ["Qorvath Ilmenau"]


@pytest.mark.filterwarnings("ignore")
def test_a_reader_is_for_its_language_and_the_register_comes_first(pipeline: str) -> None:
    readers = load_readers([f"spacy:{pipeline}"])
    assert all(reader == "" for *_, reader in named(RUSSIAN, readers))
    assert named("Sergey Lavrov spoke to NATO.", readers) == [
        ("Sergey Lavrov", "person", ""),
        ("NATO", "organization", ""),
    ]


@pytest.mark.filterwarnings("ignore")
def test_natasha_reads_russian_names() -> None:
    pytest.importorskip("natasha")
    readers = load_readers(["natasha"])
    people = [text for text, kind, reader in named(RUSSIAN, readers) if reader and kind == "person"]
    assert people == ["Ракеш Кумаров"]


def test_a_reader_enters_the_pipeline() -> None:
    assert pipeline_version(["natasha 1.6.0"]) == f"{pipeline_version()} with natasha 1.6.0"


def test_an_unknown_reader_is_told() -> None:
    with pytest.raises(ReaderMissing, match="only natasha, spacy"):
        load_readers(["nltk"])


@pytest.mark.parametrize("name", ["natasha", "spacy"])
def test_a_missing_library_names_its_extra(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(ReaderMissing, match=rf"dateline\[{name}\]"):
        load_readers([name])


@pytest.mark.filterwarnings("ignore")
def test_a_missing_pipeline_is_told() -> None:
    pytest.importorskip("spacy")
    with pytest.raises(ReaderMissing, match="no_such_pipeline"):
        load_readers(["spacy:no_such_pipeline"])
