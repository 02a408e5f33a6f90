"""Where: events per country on a world map that is served from here."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache
from math import log10
from pathlib import Path
from typing import Any

import pycountry

from dashboard import chart_labels, labels, sentences
from dashboard.figures.disputed import draw_disputed
from dashboard.figures.map_parts import (
    NARROW,
    circle_size,
    frame_of,
    ground_height,
    region_of,
    regions,
    seen_whole,
)
from dashboard.theme import FONT, Theme, base_layout, colour_stops

FEW = 5  # up to so many events a country, each number has a colour of its own
CROWDED_SCALE = 500
FOOT = 84  # pixels below the map for the scale and the key
NOTHING_HERE = "nothing to place here"
# Kosovo has no ISO 3166-1 code; XK is the user-assigned one in general use.
_OWN_CODES = {"XK": "XKX"}


@cache
def small_states() -> Mapping[str, tuple[float, float]]:
    """ISO 3166-1 alpha-3 -> latitude and longitude of what the map is too coarse to show."""
    table = json.loads(Path(__file__).with_name("small_states.json").read_text("utf-8"))
    return {code: (place[0], place[1]) for code, place in table.items() if not code.startswith("_")}


@cache
def alpha3(code: str) -> str:
    """The alpha-3 code of an alpha-2 one, "" when there is none."""
    found = pycountry.countries.get(alpha_2=code)
    return found.alpha_3 if found else _OWN_CODES.get(code, "")


def draw_country_map(  # noqa: PLR0913, PLR0917 - one chart, its facts
    counts: Mapping[str, int],
    elsewhere: Collection[str],
    chosen: Collection[str],
    name: Callable[[str], str],
    width: float,
    theme: Theme,
    noun: str = "event",
    region: str = "auto",
) -> tuple[dict[str, Any], str]:
    """Events, reports or sources per country.

    Args:
        counts: ISO 3166-1 alpha-2 -> how many are in view.
        elsewhere: Countries the store mentions, whether in view or not.
        chosen: Countries the reader filters by.
        name: The name of a country.
        width: The width of the chart in pixels.
        theme: Light or dark.
        noun: What is counted, one of it.
        region: The part of the world, one of `map_regions.json`; world, or auto for that of most counts.

    Returns:
        The figure, and the region it shows.
    """
    region = region_of(counts) if region == "auto" else region
    counted = {code: events for code, events in counts.items() if events > 0 and alpha3(code)}
    zero = [code for code in elsewhere if code not in counted and alpha3(code)]
    most = max(counted.values(), default=1)
    dots = small_states()
    inside = seen_whole(region, width)
    small = [code for code in counted if alpha3(code) in dots and inside(*dots[alpha3(code)])]
    hatching = draw_disputed(regions()[region]["shows"], width, theme)
    layout = _layout(width, theme, _key(bool(zero), bool(counted), bool(small), bool(hatching), theme))
    data: list[dict[str, Any]] = []
    if zero:
        data.append(
            _areas(zero, [1.0] * len(zero), chosen, theme)
            | _flat(theme, [_told(c, 0, name, noun) for c in zero])
        )
    if counted:
        shown = list(counted)
        told = [_told(code, counted[code], name, noun) for code in shown]
        area = _areas(shown, [_shade(counted[code], most) for code in shown], chosen, theme)
        data.append(area | _scaled(most, width, theme, told, noun))
    data += hatching
    if small:
        data.append(_small(small, counted, most, chosen, name, width, theme, noun))
    layout["geo"] |= frame_of(region)
    return {"data": data, "layout": layout}, region


def _told(code: str, number: int, name: Callable[[str], str], noun: str) -> list[str]:
    return [code, name(code), sentences.counted(number, noun) if number else labels.ZERO]


def _shade(events: int, most: int) -> float:
    """Where a count stands on the scale: few are told one by one, many by their order of size."""
    return float(events) if most <= FEW else log10(events)


def _steps(most: int, theme: Theme) -> list[list[object]]:
    """Bands of one colour for each of a few counts; one smooth scale for many."""
    if most > FEW:
        return colour_stops(theme.scale)
    last = len(theme.scale) - 1
    colours = [theme.scale[round(last * (n + 1) / (most + 1))] for n in range(most)]
    return [[edge, colour] for n, colour in enumerate(colours) for edge in (n / most, (n + 1) / most)]


def _key(zero: bool, counted: bool, small: bool, hatched: bool, theme: Theme) -> list[dict[str, Any]]:  # noqa: FBT001
    """What the two greys, the circles and the hatching mean, below the scale; only those that are drawn."""
    told = [(theme.zero, "■", labels.ZERO)] if zero else []
    told.append((theme.land, "■", labels.NEVER if counted or zero else NOTHING_HERE))
    if small:
        told.append((theme.muted, "○", labels.SMALL_STATE))
    if hatched:
        told.append((theme.muted, "///", chart_labels.DISPUTED))
    words = "     ".join(f'<span style="color:{colour}">{sign}</span> {text}' for colour, sign, text in told)
    return [
        {
            "xref": "paper",
            "yref": "paper",
            "x": 0.5,
            "y": 0,
            "yshift": -(FOOT - 4) if counted else -4,
            "yanchor": "bottom" if counted else "top",
            "xanchor": "center",
            "showarrow": False,
            "text": words,
            "font": {"size": 11.5, "color": theme.muted},
        }
    ]


def _areas(
    codes: Sequence[str], values: Sequence[float], chosen: Collection[str], theme: Theme
) -> dict[str, Any]:
    return {
        "type": "choropleth",
        "locationmode": "ISO-3",
        "locations": [alpha3(code) for code in codes],
        "z": list(values),
        "hoverinfo": "none",
        "marker": {
            "line": {
                "color": [theme.ink if code in chosen else theme.border for code in codes],
                "width": [2.0 if code in chosen else 0.5 for code in codes],
            }
        },
    }


def _flat(theme: Theme, told: list[list[str]]) -> dict[str, Any]:
    scale = [[0, theme.zero], [1, theme.zero]]
    return {"name": "zero", "colorscale": scale, "zmin": 0, "zmax": 1, "showscale": False, "customdata": told}


def _scaled(most: int, width: float, theme: Theme, told: list[list[str]], noun: str) -> dict[str, Any]:
    # Where their words would touch they would be turned on their side.
    finest = (1, 2, 5) if most < CROWDED_SCALE and width >= NARROW else (1,)
    steps = [n * 10**power for power in range(7) for n in finest if n * 10**power <= most]
    if most <= FEW:
        steps = list(range(1, most + 1))
    return {
        "name": "events",
        "colorscale": _steps(most, theme),
        "zmin": 0.5 if most <= FEW else 0,
        "zmax": most + 0.5 if most <= FEW else log10(most),
        "customdata": told,
        "showscale": True,
        "colorbar": {
            "orientation": "h",
            "x": 0.5,
            "y": -0.02,
            "yanchor": "top",
            "xanchor": "center",
            "thickness": 8,
            "lenmode": "pixels",
            "len": min(260, round(width * 0.55), 52 * most if most <= FEW else 260),
            "outlinewidth": 0,
            "tickvals": [_shade(n, most) for n in steps],
            "ticktext": [f"{n:,}" for n in steps],
            "tickangle": 0,
            "tickfont": {"size": 11, "color": theme.muted},
            "ticklen": 2,
            "title": {
                "text": labels.PER_COUNTRY.format(what=f"{noun}s"),
                "side": "top",
                "font": {"size": 11, "color": theme.muted, "family": FONT},
            },
        },
    }


def _small(  # noqa: PLR0913, PLR0917 - likewise
    codes: Sequence[str],
    counted: Mapping[str, int],
    most: int,
    chosen: Collection[str],
    name: Callable[[str], str],
    width: float,
    theme: Theme,
    noun: str,
) -> dict[str, Any]:
    places = [small_states()[alpha3(code)] for code in codes]
    last = len(theme.scale) - 1
    few = most <= FEW
    colours = [
        theme.scale[round(last * (counted[code] / (most + 1) if few else log10(counted[code]) / log10(most)))]
        for code in codes
    ]
    return {
        "type": "scattergeo",
        "name": "small states",
        "mode": "markers",
        "lat": [place[0] for place in places],
        "lon": [place[1] for place in places],
        "customdata": [_told(code, counted.get(code, 0), name, noun) for code in codes],
        "hoverinfo": "none",
        "marker": {
            "size": circle_size(width),
            "color": colours,
            "opacity": 1,
            "line": {
                "color": [theme.ink if code in chosen else theme.muted for code in codes],
                "width": 1,
            },
        },
    }


def _layout(width: float, theme: Theme, key: list[dict[str, Any]]) -> dict[str, Any]:
    layout = base_layout(theme, ground_height(width) + FOOT)
    layout.update(
        margin={"l": 0, "r": 0, "t": 0, "b": FOOT},
        annotations=key,
        dragmode="pan" if width >= NARROW else False,
        geo={
            "fitbounds": False,
            "resolution": 50,
            "showframe": False,
            "showcoastlines": False,
            "showcountries": True,
            "countrycolor": theme.border,
            "countrywidth": 0.5,
            "showland": True,
            "landcolor": theme.land,
            "showocean": False,
            "showlakes": False,
            "bgcolor": "rgba(0,0,0,0)",
        },
    )
    return layout
