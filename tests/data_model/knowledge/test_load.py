"""What the loader says of a knowledge file that is wrong."""

from __future__ import annotations

from typing import Any

import pytest

from data_model.errors import KnowledgeError
from data_model.knowledge import load
from data_model.knowledge.files import read_file


def test_names_in_further_languages_are_of_a_body(monkeypatch: pytest.MonkeyPatch) -> None:
    def misspelt(name: str) -> dict[str, Any]:
        table = read_file(name)
        return table | {"otan": {"fr": ["OTAN"]}} if name == "body_names.toml" else table

    monkeypatch.setattr(load, "read_file", misspelt)
    load.load_knowledge.cache_clear()
    try:
        with pytest.raises(KnowledgeError, match=r"body_names\.toml: 'otan' is no key of organizations/"):
            load.load_knowledge()
    finally:
        load.load_knowledge.cache_clear()


def test_every_body_has_its_names_in_every_language() -> None:
    body = load.load_knowledge().organizations["un"]
    assert {"United Nations", "Nations unies", "Об'єднані Нації"} <= set(body.names)
    assert {"UN", "ООН", "ONU"} <= set(body.abbrs)
