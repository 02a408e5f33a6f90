"""The lanes of the timeline: which there are, what each holds, and which of its marks are drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from dashboard import labels, sentences, timeline_sentences
from dashboard.callbacks.asked import Ambience
from dashboard.callbacks.period import Period
from dashboard.config import Config
from dashboard.figures.histogram import GROUPS, most_columns
from dashboard.figures.lanes import (
    LANE_STEPS,
    LENS_STEP,
    MARK_ROOM,
    PAGE,
    PLAIN_STEP,
    Form,
    Lane,
    crowded_lanes,
)
from dashboard.figures.lens import READABLE, in_focus
from dashboard.figures.time_axis import Bins, Window, number_of
from dashboard.filters import filter_named
from dashboard.naming import Naming
from dashboard.selection import NO_KEY, Selection
from data_model import Lanes, View, sort_into_lanes

EDGE = 0.008  # of a chosen period is shown on either side of it
MOST_SCATTERED = 40
NAMED_PARTS = 8  # the weightiest event of each eighth of the window is named in a crowded lane


@dataclass(frozen=True, slots=True)
class Looked:
    """What a reader looks at, and how.

    Attributes:
        view: What passes.
        always: What passes all but the period.
        everything: What the store holds.
        period: The days of the view.
        selection: What was chosen.
        naming: Names of keys.
        look: Theme and widths.
        config: Settings of the page.
    """

    view: View
    always: View
    everything: View
    period: Period
    selection: Selection
    naming: Naming
    look: Ambience
    config: Config

    @property
    def window(self) -> Window:
        """The days the timeline shows: those a reader zoomed to, else those of the view."""
        since, until = self.selection.left, self.selection.right
        if since is not None and until is not None and since < until:
            return Window(since, until)
        # A mark on the first or last day of a period is not to be cut in half.
        window = self.period.window
        return window.widened(EDGE) if self.period.chosen else window

    @property
    def zoomed(self) -> bool:
        """Whether these are not those of the view."""
        return self.selection.zoomed

    @property
    def what(self) -> str:
        """What is counted, as a sentence begins."""
        return f"{self.noun.capitalize()}s"

    @property
    def noun(self) -> str:
        """What is counted, one of it."""
        return labels.COUNT_NOUNS[self.selection.count]


def drawn_lanes(looked: Looked, lanes: Lanes, plot: float) -> tuple[list[Lane], np.ndarray, Bins]:
    """The lanes as they are drawn, the places of their marks, and what columns stand for.

    Args:
        looked: What a reader looks at.
        lanes: What stands in which lane.
        plot: How wide the plot is, in pixels.
    """
    window = looked.window
    start, stop = number_of(window.since), number_of(window.until) + 1
    told = lanes.counted
    beside = (lanes.scattered or replace(lanes, lane=lanes.lane[:0], place=lanes.place[:0])).within(
        start, stop
    )
    lanes = lanes.within(start, stop)
    fullest = lanes.fullest(start, stop, round(plot / MARK_ROOM))
    forms = forms_of(looked.selection, lanes.keys, looked.look.room.lanes)
    full = np.array(
        crowded_lanes(lanes.sizes, fullest, looked.config.single_marks, looked.look.room, forms), np.bool_
    )
    named = _named(looked, lanes, lanes.heaviest(start, stop, NAMED_PARTS))
    readable = np.array([form is not Form.STRIP for form in forms], np.bool_)[named.lane]
    named = replace(named, place=named.place[readable], lane=named.lane[readable])
    bins = Bins.of(window, most_columns(plot))
    counts = lanes.density(bins.numbers, _groups(looked.naming, looked.view))
    vague = lanes.vague
    # Of what may be on one of several days a lane has room for so many at most: each of them takes a row.
    few_beside = np.array(beside.sizes) <= MOST_SCATTERED
    own, more = ~full[lanes.lane], (~full & few_beside)[beside.lane]
    # Row by row of those drawn singly: its lane and its place.
    lane = np.append(lanes.lane[own], beside.lane[more])
    place = np.append(lanes.place[own], beside.place[more])
    marks, number = np.unique(np.append(place, named.place), return_inverse=True)
    single, few = number[: len(place)], number[len(place) :]
    by = looked.selection.lanes
    names = {Lanes.OTHERS: timeline_sentences.more_lanes(by, lanes.hidden), Lanes.NONE: labels.NO_LANE[by]}
    title = lane_title(looked.selection.lanes, looked.naming)
    drawn = [
        Lane(
            key,
            names.get(key) or title(key),
            tuple(single[lane == turn].tolist()),
            sentences.counted(size, looked.noun),
            tuple(few[named.lane == turn].tolist()),
            counts[turn],
            vague[turn],
            forms[turn],
            beside.sizes[turn],
            _counted(marks, lanes, turn),
        )
        for turn, (key, size) in enumerate(zip(lanes.keys, told, strict=True))
    ]
    return drawn, marks, bins


def _named(looked: Looked, lanes: Lanes, heaviest: Lanes) -> Lanes:
    """What is named where a lane is too full for marks: the weightiest, and what the reader has labelled."""
    own = looked.look.own
    if not own:
        return heaviest
    placed = np.flatnonzero(looked.view.placed)
    rows = looked.view.rows(placed, ("id",))
    labelled = placed[[row["id"] in own for row in rows]]
    more = np.isin(lanes.place, labelled) & ~np.isin(lanes.place, heaviest.place)
    return replace(
        heaviest,
        place=np.append(heaviest.place, lanes.place[more]),
        lane=np.append(heaviest.lane, lanes.lane[more]),
    )


def _counted(marks: np.ndarray, lanes: Lanes, turn: int) -> tuple[int, ...]:
    """The numbers of the marks that a lane's columns count: what is too vague is in none of them."""
    return tuple(np.flatnonzero(lanes.holds(turn, marks) & ~lanes.columns.vague[marks]).tolist())


def sorted_lanes(looked: Looked) -> Lanes:
    """What stands on the axis, lane by lane: the pinned, then the largest, the rest, what has none."""
    selection, room = looked.selection, looked.look.room
    title = lane_title(selection.lanes, looked.naming)
    # A picture of a given size has no more lanes than it has room for.
    longer = selection.more != PLAIN_STEP and room == PAGE
    chosen = () if longer else chosen_of(selection)
    most = LANE_STEPS[selection.more] if longer else room.lanes
    wanted = selection.lanes, most, title, chosen, selection.pinned
    return sort_into_lanes(looked.view, *wanted, scattered=selection.doubtful)


def forms_of(selection: Selection, keys: Sequence[str], most: int) -> list[Form]:
    """How much room lanes have.

    One line have those a reader folded, and beyond the first few all but those opened; where all are on one
    screen, those that are not close are strips.
    """
    beyond = lanes_beyond(selection, keys, most)
    own = [key for key in keys if key in beyond and key not in {Lanes.OTHERS, Lanes.NONE}]
    far = {*own} - in_focus(own, selection.near) if selection.more == LENS_STEP else set()

    def form(key: str) -> Form:
        name = key or NO_KEY
        if key in far:
            return Form.STRIP
        shut = name in selection.folded or (key in beyond and name not in selection.opened)
        return Form.LINE if shut else Form.OPEN

    return [form(key) for key in keys]


def lanes_beyond(selection: Selection, keys: Sequence[str], most: int) -> set[str]:
    """The lanes that are there only because all are: beyond the first few those that are not pinned.

    Where all are on one screen, every lane that is not pinned is.
    """
    own = [key for key in keys if key not in {Lanes.OTHERS, Lanes.NONE}]
    on_one_screen = selection.more == LENS_STEP and len(own) > READABLE
    return {*(keys if on_one_screen else own[most:])} - {*selection.pinned}


def _groups(naming: Naming, view: View) -> dict[str, int]:
    """Topic -> the colour of its family; a store has few topics."""
    families = ((key, naming.register.topic_family(key)) for key in view.columns.bridges["topic"].keys)
    return {key: GROUPS[family] for key, family in families if family in GROUPS} | {"": len(GROUPS) - 1}


def lane_title(by: str, naming: Naming) -> Callable[[str], str]:
    """How a lane is named."""
    row = filter_named(by)
    return lambda key: row.name(naming, key)


def chosen_of(selection: Selection) -> tuple[str, ...]:
    """What is filtered by, of what the lanes stand for: only that gets lanes."""
    chosen: tuple[str, ...] = selection.value(filter_named(selection.lanes))
    return chosen
