"""Furniture is judged by piece: what stands among sentences costs only itself."""

from __future__ import annotations

import pytest

from data_model.knowledge.prose import load_prose
from data_model.read.sentences import cut_sentences
from data_model.values import Document

TOLD = "LIMA, 9 May 2019. Peru and Chile signed a treaty on water."


def furniture(text):
    found = cut_sentences(Document("x", text), load_prose("en"))
    return [text[one.start : one.stop] for one in found if one.furniture]


@pytest.mark.parametrize(
    "text",
    [
        f"{TOLD} It was posted under #WaterForPeruAndChileTogether.",
        f"{TOLD} They call it the AndesPacificWaterTreaty now.",
        f"{TOLD} | {TOLD} | {TOLD}",
        f"| {TOLD}\n| {TOLD}",
        f"{TOLD} See www.treaty.example/",
        "McKinley MacArthur LeBron McDonald and VanDyke attended the talks in Lima on Tuesday.",
    ],
)
def test_an_odd_word_or_a_bar_costs_nothing_but_itself(text):
    assert furniture(text) == []


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (f"{TOLD} Follow: FacebookTwitterYouTubeInstagram", ["Follow: FacebookTwitterYouTubeInstagram"]),
        ("PoliticsSocietyEconomyCultureSport\n" + TOLD, ["PoliticsSocietyEconomyCultureSport"]),
        ("Home | News | Contact us\n" + TOLD, ["Home | News | Contact us"]),
        (
            "More on: U.S. State Department | Lima | Water\n" + TOLD,
            ["More on: U.S. State Department | Lima | Water"],
        ),
        ("Home / News / Foreign policy /\n" + TOLD, ["Home / News / Foreign policy /"]),
    ],
)
def test_a_menu_is_furniture(text, parts):
    assert furniture(text) == parts
