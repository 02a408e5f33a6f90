"""A lane laid out: which of its marks are in view, which row each has, and what of it is only counted."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from dashboard.figures import marks
from dashboard.figures.histogram import FOLDED_HEIGHT, HEIGHT
from dashboard.figures.lane_frame import GUTTER, title_lines
from dashboard.figures.lanes import Lane, Room
from dashboard.figures.packing import GAP, LABEL_ROW, NO_LABEL, Item, Packing, Place, pack_lane, pack_names
from dashboard.figures.text_widths import fit_text, text_width
from dashboard.figures.time_axis import Window

LABEL_SIZE = 12
BOLDER = 1.06  # so much wider are bold letters
PAD, SMALLEST, FOLDED = 8.0, 42.0, 26.0
NARROW_HEAD = 24.0  # what the title of a lane takes where it stands above it
SPANNING = 0.4  # of the plot: a band as long as this takes its row last
LONGEST_LABEL, LONGEST_NAMED = 360.0, 520.0  # where each event may have one, and of the few that columns name
UNNAMED = 2 * LABEL_ROW  # so much higher a lane may be that would have no label at all
LAST, REPEATED = 1_000.0, 100.0
ARROW = 11.0  # the room of a chevron at the end of a cut band


@dataclass(frozen=True, slots=True)
class Strip:
    """A lane as it is laid out: its packing and where it stands on the height axis."""

    lane: Lane
    items: tuple[tuple[int, Item, str], ...]
    packing: Packing
    top: float
    height: float
    head: float
    counted: bool

    @property
    def placed(self) -> list[tuple[Place, int, Item, str]]:
        """What has a place in it: the place, the number of the event, its room and its label."""
        return [(place, *self.items[place.item]) for place in self.packing.places]

    @property
    def columns(self) -> tuple[float, float]:
        """Where its columns begin, from the top, and how high they are."""
        if self.lane.thin:
            return self.top, self.height
        high = FOLDED_HEIGHT if self.lane.folded else HEIGHT
        return self.top + self.height - PAD / 2 - high, high


def lay_out(  # noqa: PLR0913, PLR0917 - the lane and the room it has
    lane: Lane,
    dots: Sequence[marks.Dot],
    window: Window,
    plot: float,
    top: float,
    room: Room,
    lanes: int,
    named: Collection[int] = (),
    *,
    narrow: bool,
) -> Strip:
    """A lane with its place.

    Args:
        lane: The lane.
        dots: Every event; a lane names them by their number.
        window: The days in view.
        plot: The width of the plot in pixels.
        top: Where the lane begins, from the top.
        room: How high lanes may be.
        lanes: How many there are that are not folded.
        named: The numbers of events that have a label in a lane above: others have room for theirs first.
        narrow: Whether its title stands above it.
    """
    head = NARROW_HEAD if narrow else 0.0
    if lane.folded:
        return _fold(lane, dots, window, plot, top, head)
    longest = min(plot * (0.8 if narrow else 0.4), LONGEST_LABEL)
    items = _items(lane.events, dots, window, plot, longest, named)
    own = sum(dots[number].own for number in lane.events or lane.named)
    packing = pack_lane([item for _, item, _ in items], plot, room.of(lanes), own)
    if items and not packing.left_out and not any(place.side for place in packing.places):
        packing = pack_lane([item for _, item, _ in items], plot, room.of(lanes) + UNNAMED, max(own, 2))
    if packing.left_out and lane.scattered:  # these have room before what may be on one of several days
        items = [one for one in items if not one[1].parted]
        packing = pack_lane([item for _, item, _ in items], plot, room.of(lanes), own)
    counted = bool(lane.named) and (not lane.events or bool(packing.left_out))
    if counted:
        items = _items(lane.named, dots, window, plot, min(plot * 0.8, LONGEST_NAMED), named)
        packing = pack_names([item for _, item, _ in items], plot, max(room.named, own))
    lines = 1 if narrow else len(title_lines(lane.title, GUTTER)) + bool(lane.scattered)
    columns = HEIGHT + PAD / 2 if counted else 0.0
    height = max(head + 2 * PAD + packing.height + columns, head + SMALLEST + 14.0 * (lines - 1))
    return Strip(lane, tuple(items), packing, top, height, head, counted)


def _fold(
    lane: Lane, dots: Sequence[marks.Dot], window: Window, plot: float, top: float, head: float
) -> Strip:
    """A lane as one line: its marks without names, over each other where they must."""
    items = [(number, item, "") for number, item, _ in _items(lane.events, dots, window, plot, 0.0)]
    places = tuple(Place(number, 0, NO_LABEL) for number in range(len(items)))
    counted = not lane.events and bool(lane.counts.any())
    return Strip(lane, tuple(items), Packing(places, 1, (), 0), top, head + FOLDED, head, counted)


def _items(
    numbers: Sequence[int],
    dots: Sequence[marks.Dot],
    window: Window,
    plot: float,
    most: float,
    named: Collection[int] = (),
) -> list[tuple[int, Item, str]]:
    """What of some events is in view, with the room it needs and its label, no longer than `most` pixels."""
    start, stop = window.range
    scale = plot / (stop - start)
    items = []
    for number in numbers:
        dot = dots[number]
        if dot.stop <= start or dot.start >= stop:
            continue
        box = _box(dot, start, scale, plot)
        left, right, middle, reach = box.left, box.right, box.middle, box.reach
        inside = 0.0 if dot.runs else _room_inside(box)
        beside = max(plot - right, left, inside) - GAP - 3
        size = LABEL_SIZE * (BOLDER if dot.own else 1)
        words = fit_text(dot.title, size, min(most, max(beside, 0.0)))
        label = text_width(words, size) + 2 if words else 0.0
        # What says least of its day comes last where rows are short.
        weight = dot.weight - (LAST if right - left > plot * SPANNING else 0.0)
        weight -= REPEATED if number in named else 0.0
        items.append((number, Item(left, right, middle, reach, label, weight, bool(dot.runs)), words))
    return items


def _box(dot: marks.Dot, start: float, scale: float, plot: float) -> Item:
    """The room of a mark: its symbol in the true middle of the whole date, and what of its band is in view.

    A symbol that stands outside the window has no reach: only its band is drawn.
    """
    left, right = max((dot.start - start) * scale, 0.0), min((dot.stop - start) * scale, plot)
    middles = [(one - start) * scale for one in dot.middles]
    middle = next((one for one in middles if 0 <= one <= plot), middles[0])
    reach = dot.size / 2 + 1
    if dot.shape == marks.EXACT:
        return Item(middle - reach, middle + reach, middle, reach, 0.0, dot.weight)
    before, after = cut_of(dot, start, start + plot / scale)
    if not 0 <= middle <= plot:
        # A sliver of a band is still as wide as the chevron that says it goes on.
        left, right = (left, max(right, ARROW)) if before else (min(left, plot - ARROW), right)
        return Item(left, right, left + (ARROW if before else 0.0), 0.0, 0.0, dot.weight)
    return Item(
        left if before else min(left, middles[0] - reach),
        right if after else max(right, middles[-1] + reach),
        middle,
        reach,
        0.0,
        dot.weight,
    )


def cut_of(dot: marks.Dot, start: float, stop: float) -> tuple[bool, bool]:
    """Whether a band goes on before the window, and after it."""
    band = dot.shape != marks.EXACT
    return band and dot.start < start, band and dot.stop > stop


def _room_inside(box: Item) -> float:
    return box.right - box.middle - box.reach - ARROW


def row_height(strip: Strip, row: int) -> float:
    """Where a row stands on the height axis; few rows are centred in their lane."""
    columns = strip.columns[1] + PAD / 2 if strip.counted else 0.0
    free = strip.height - strip.head - columns - strip.packing.height
    return strip.top + strip.head + free / 2 + strip.packing.middle(row)
