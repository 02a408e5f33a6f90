"""How an event is drawn: shape tells how sure the date is, filling what became of it, hue the topic.

| date                     | drawn as                                     |
| ------------------------ | -------------------------------------------- |
| an exact day             | a dot                                        |
| about then (`~`)         | a filled diamond, on its band when it is wide |
| some day within a range  | an open diamond on a pale band               |
| it lasted                | a solid bar                                  |

The symbol stands in the middle of all possible days, wherever the window is; a band cut by the
window's edge ends in a chevron. Where some of the possible days are likelier, that part of the band
is darker. Planned events are hollow and their bands dashed; cancelled and denied
ones are crossed, hypothetical ones have a dot in a hollow mark.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dashboard.figures.time_axis import DAY_MS, epoch
from dashboard.theme import Theme, mix

EXACT, APPROXIMATE, RANGE, LASTED = "exact", "approximate", "range", "lasted"
SCATTERED = "scattered"  # what joins the runs of days of one date
DONE, PLANNED, OFF, HYPOTHETICAL = "done", "planned", "off", "hypothetical"
GROUPS = {
    "planned": PLANNED,
    "postponed": PLANNED,
    "cancelled": OFF,
    "denied": OFF,
    "hypothetical": HYPOTHETICAL,
}
CHEVRON = 9.0
# Of what is filled, as the page is and under the doubt lens, where bands are what counts.
OPACITIES = {"band": 0.26, "likely": 0.5}
DOUBTFUL = {"band": 0.36, "likely": 0.6}
_SUFFIX = {DONE: "", PLANNED: "", OFF: "-x", HYPOTHETICAL: "-dot"}


@dataclass(frozen=True, slots=True)
class Mark:
    """One symbol: what plotly calls it, its two colours, its outline and size."""

    symbol: str
    fill: str
    stroke: str
    stroke_width: float
    size: float


@dataclass(frozen=True, slots=True)
class Dot:
    """One event as the timeline needs it; words are the data's own, escaped where they are drawn.

    Attributes:
        id: Its key in the store.
        title: Its headline.
        when: Its date in words.
        facts: What else is told when it is pointed at.
        start: Where its first possible day begins, as the axis counts.
        stop: Where its last one ends.
        shape: How sure the date is.
        group: What became of it.
        family: Its topic family.
        size: How large its symbol is, in pixels.
        weight: How early its label chooses a place.
        likely: The likeliest of its days.
        score: How likely it is an event to show at all.
        disagree: Whether its reports say different things of it.
        said: Each of the stretches of days its reports tell, where these differ.
        shade: How strong its colours are, 1 for as they are.
        runs: Where impossible days lie between its possible ones, each run of these.
    """

    id: str
    title: str
    when: str
    facts: tuple[str, ...]
    start: float
    stop: float
    shape: str
    group: str
    family: str
    size: float
    weight: float
    likely: tuple[float, float] | None = None
    own: bool = False  # whether its title is a label of the reader's own
    score: float = 1.0
    disagree: bool = False
    said: tuple[tuple[float, float], ...] = ()
    shade: float = 1.0
    runs: tuple[tuple[float, float], ...] = ()

    @property
    def middles(self) -> tuple[float, ...]:
        """Where its symbol stands: in the middle of all possible days, or of each run of them."""
        return tuple((first + last) / 2 for first, last in self.runs or ((self.start, self.stop),))

    @property
    def told(self) -> list[str]:
        """Its key, and line by line what is told when it is pointed at."""
        return [self.id, self.title, self.when, *self.facts]


def shape_of(edtf: str, *, approximate: bool, same_day: bool) -> str:
    """How the date is drawn."""
    if approximate:
        return APPROXIMATE
    if "/" in edtf:
        return LASTED
    return EXACT if same_day else RANGE


def group_of(status: str) -> str:
    """How the status is drawn."""
    return GROUPS.get(status, DONE)


def mark_size(*, main: bool, reports: int) -> float:
    """News and what several documents tell is a little larger."""
    return 9.0 + (1.5 if main else 0.0) + 1.5 * min(max(reports, 1) - 1, 3)


def draw_mark(shape: str, group: str, hue: str, size: float, theme: Theme) -> Mark:
    """The symbol of an event."""
    base = "circle" if shape in (EXACT, LASTED) else "diamond"
    if group in (OFF, HYPOTHETICAL):
        return Mark(f"{base}{_SUFFIX[group]}-open", hue, hue, 1.8, size + 1)
    if shape == LASTED and group == DONE:
        return Mark(base, hue, hue, 0.0, 9.0)  # as high as its bar, which it closes when the bar is short
    if group == PLANNED:
        return Mark(base, theme.card, hue, 2.2, size)
    if shape == RANGE:
        return Mark(base, mix(hue, theme.card, 0.25), hue, 1.5, size + 1)
    return Mark(base, hue, mix(hue, theme.card, 0.75), 1.0, size + (1 if shape == APPROXIMATE else 0))


def draw_chevron(side: str, hue: str) -> Mark:
    """What says that a band goes on beyond the window, to the left or to the right."""
    return Mark(f"arrow-{side}-open", hue, hue, 1.6, CHEVRON)


def paint(dot: Dot, theme: Theme) -> str:
    """The colour of an event."""
    hue = theme.hue(dot.family)
    return hue if dot.shade >= 1 else mix(hue, theme.card, dot.shade)


def symbol_trace(name: str, symbols: Sequence[tuple[float, float, Mark, list[str]]]) -> dict[str, Any]:
    """Symbols as plotly draws them.

    Args:
        name: What the trace is called.
        symbols: Of each, where it stands on the axes, its look, and what it tells when it is pointed at.
    """
    return {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        "x": [x for x, _, _, _ in symbols],
        "y": [y for _, y, _, _ in symbols],
        "customdata": [told for _, _, _, told in symbols],
        "hoverinfo": "none",
        "cliponaxis": True,
        "marker": {
            "symbol": [mark.symbol for _, _, mark, _ in symbols],
            "color": [mark.fill for _, _, mark, _ in symbols],
            "size": [mark.size for _, _, mark, _ in symbols],
            "opacity": 1,
            "line": {
                "color": [mark.stroke for _, _, mark, _ in symbols],
                "width": [mark.stroke_width for _, _, mark, _ in symbols],
            },
        },
    }


def line_trace(
    hue: str, kind: str, segments: list[tuple[float, float, float]], half: float, opacity: float | None
) -> dict[str, Any]:
    """Bands or bars of one colour as one trace; each segment is (start, stop, height on the axis)."""
    outlined = kind.endswith(PLANNED)
    x: list[float | None] = []
    y: list[float | None] = []
    for start, stop, at in segments:
        if outlined:
            x += [start, stop, stop, start, start, None]
            y += [at - half, at - half, at + half, at + half, at - half, None]
        else:
            x += [start, stop, None]
            y += [at, at, None]
    trace: dict[str, Any] = {
        "type": "scatter",
        "mode": "lines",
        "name": kind,
        "x": x,
        "y": y,
        "hoverinfo": "skip",
        "line": {"color": hue, "width": 1.3 if outlined else 2 * half, "simplify": False},
    }
    if kind == SCATTERED:
        trace["line"]["dash"] = "1px,3px"
    if outlined:
        trace["line"]["dash"] = "3px,2px" if kind.startswith("band") else "solid"
    if opacity is not None:
        trace["opacity"] = opacity
    return trace


def day_span(first: date, last: date) -> tuple[float, float]:
    """Two days of a frame as the stretch of axis they cover, the last day whole."""
    return epoch(first), epoch(last) + DAY_MS
