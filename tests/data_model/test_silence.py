"""A document that yields neither a date nor an event says why."""

from __future__ import annotations

import pytest

from data_model.normalizer import normalize
from data_model.silence import why_silent
from data_model.values import Document


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("1 2 3", "holds no words"),
        ("Home | News | Sport | Contact us", "look like menus"),
        ("El tiempo es bueno y el mar está en calma.", "not read in its language"),
        ("The weather is fine, and the sea is calm.", "names no date"),
        ("The weather was fine for two days.", "its dates tell of nothing"),
        ("The presidents of France and Germany met in Paris on 4 May 2019.", ""),
        ("4 May 2019\nHome | News | Sport | Contact us", ""),
    ],
)  # fmt: skip
def test_why_nothing_of_it_is_shown(text, why):
    document = Document("one", text)
    told = why_silent(document, normalize(document))
    assert why in told
    assert bool(told) == bool(why)
