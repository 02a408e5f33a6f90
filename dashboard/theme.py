"""Colours and letters of the page, light and dark.

Four hues carry the topic family, checked for protan, deutan and tritan sight; shape carries the
date's precision and filling the status, so that colour never speaks alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

FONT = "Inter, system-ui, sans-serif"
FAMILIES = ("diplomacy", "security", "economy", "society")
OTHER = "other"


@dataclass(frozen=True, slots=True)
class Theme:
    """One set of colours; every value is a literal, because a figure knows no CSS variable.

    Attributes:
        name: `light` or `dark`.
        card: The ground charts stand on.
        ink: Text.
        muted: Secondary text.
        line: Hairlines and grid.
        zebra: Every other lane.
        land: A country no event mentions.
        zero: A country the store knows but the filters leave without events.
        border: Borders on the map.
        bar: Bars of the overview, which claim no meaning by colour.
        bar_faint: The part of a bar that is only planned.
        accent: What is selected; no colour of a topic family.
        hues: Topic family -> colour.
        scale: Sequential colours from few to many.
    """

    name: str
    card: str
    ink: str
    muted: str
    line: str
    zebra: str
    land: str
    zero: str
    border: str
    bar: str
    bar_faint: str
    accent: str
    hues: dict[str, str]
    scale: tuple[str, ...]

    def hue(self, family: str) -> str:
        """The colour of a topic family; unknown ones are neutral."""
        return self.hues.get(family, self.hues[OTHER])


LIGHT = Theme(
    name="light",
    card="#ffffff",
    ink="#1b2433",
    muted="#566173",
    line="#e3e7ed",
    zebra="#f6f8fa",
    land="#e3e7ec",
    zero="#c6cdd7",
    border="#ffffff",
    bar="#8b95a5",
    bar_faint="#c3cad4",
    accent="#0b61a4",
    hues={
        "diplomacy": "#0072b2",
        "security": "#d55e00",
        "economy": "#008763",
        "society": "#b0568b",
        OTHER: "#667085",
    },
    scale=("#bfdaf0", "#98c4e6", "#6aaad6", "#3783bd", "#145c9e", "#0b3c71"),
)

DARK = Theme(
    name="dark",
    card="#171c26",
    ink="#e8ecf3",
    muted="#a3aebf",
    line="#2d3545",
    zebra="#1c222d",
    land="#252b36",
    zero="#414a59",
    border="#171c26",
    bar="#7a8699",
    bar_faint="#475164",
    accent="#7cc0f4",
    hues={
        "diplomacy": "#5ab4ee",
        "security": "#f5894a",
        "economy": "#2cc79a",
        "society": "#e59bc6",
        OTHER: "#9aa6b8",
    },
    scale=("#24507d", "#2a639a", "#3379b8", "#5098d2", "#8cc3ee", "#d8ecfb"),
)


def theme_named(name: object) -> Theme:
    """The theme of that name; anything else is light."""
    return DARK if name == "dark" else LIGHT


def mix(colour: str, ground: str, share: float) -> str:
    """A colour laid over a ground, as a literal: `share` 1 is the colour, 0 the ground."""
    parts = (
        round(share * int(colour[i : i + 2], 16) + (1 - share) * int(ground[i : i + 2], 16))
        for i in (1, 3, 5)
    )
    return "#" + "".join(f"{part:02x}" for part in parts)


def colour_stops(colours: Sequence[str]) -> list[list[object]]:
    """A colour scale with its colours evenly spaced."""
    last = len(colours) - 1
    return [[place / last, colour] for place, colour in enumerate(colours)]


def base_layout(theme: Theme, height: int) -> dict[str, object]:
    """What all figures share: letters, transparent ground, no frame of plotly's own."""
    return {
        "height": height,
        "font": {"family": FONT, "size": 12, "color": theme.ink},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "showlegend": False,
        "hovermode": "closest",
        "hoverdistance": 12,
        "uirevision": "keep",
        "autosize": True,
        "dragmode": False,
    }
