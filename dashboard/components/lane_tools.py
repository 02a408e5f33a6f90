"""What can be done with a lane of the timeline: folded, pinned, moved; and how the rest is shown.

The buttons stand in an order of their own, which is that of the lanes; `assets/51-lanes.js` puts each beside
its lane and makes them one stop of the keyboard.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dashboard import timeline_labels, timeline_sentences
from dashboard.components.light import Light, tag
from dashboard.figures.lanes import LANE_STEPS, PLAIN_STEP, Lane
from dashboard.figures.lens import READABLE, in_blocks, next_close
from dashboard.selection import NO_KEY, Selection
from data_model import Lanes

# The button of the next step has a name by which the script and the focus find it.
NEXT_STEP = "more lanes"


def tools(lanes: Sequence[Lane], selection: Selection, beyond: Collection[str]) -> list[Light]:
    """The buttons of all lanes.

    Args:
        lanes: The lanes.
        selection: What was chosen.
        beyond: The keys of those that are one line unless they are opened.
    """
    pinned = [lane.key for lane in lanes if lane.key in selection.pinned]
    blocks = in_blocks(lanes)
    close = [lane.key not in {Lanes.OTHERS, Lanes.NONE, *pinned} and not lane.thin for lane, *_ in blocks]
    return [
        _close(block, above=any(close[place:]))
        if block[0].thin
        else tag(
            "div",
            _fold(block[0], selection.folded, beyond),
            *([] if block[0].key in {Lanes.OTHERS, Lanes.NONE} else _places(block[0], pinned)),
            className="lane-tool" + (" lane-pinned" if block[0].key in pinned else ""),
            role="group",
            aria_label=block[0].title,
        )
        for place, block in enumerate(blocks)
    ]


def _close(block: Sequence[Lane], *, above: bool) -> Light:
    """Those strips of a block that are next to the readable lanes brought close."""
    words = timeline_labels.BEFORE if above else timeline_labels.AFTER
    told = words.format(number=min(len(block), READABLE))
    icon = "chevron-up" if above else "chevron-down"
    button = _button(icon, told, f"lens {icon}", data_put="near", data_value=next_close(block, above=above))
    return tag("div", button, className="lane-tool", role="group", aria_label=told)


def _fold(lane: Lane, folded: Collection[str], beyond: Collection[str]) -> Light:
    """One line or as many as there is room for; what is folded by itself is opened, not unfolded."""
    name = lane.key or NO_KEY
    setting = "open" if lane.key in beyond and name not in folded else "fold"
    words = timeline_labels.UNFOLD if lane.folded else timeline_labels.FOLD
    return _button(
        "chevron-right" if lane.folded else "chevron-down",
        words.format(lane=lane.title),
        f"fold {name}",
        data_toggle=setting,
        data_value=name,
        aria_expanded="false" if lane.folded else "true",
    )


def _places(lane: Lane, pinned: Sequence[str]) -> list[Light]:
    """To the top or back, and among those at the top up and down."""
    held = lane.key in pinned
    words = timeline_labels.UNPIN if held else timeline_labels.PIN
    pin = _button(
        "pin",
        words.format(lane=lane.title),
        f"pin {lane.key}",
        data_toggle="pin",
        data_value=lane.key,
        aria_pressed="true" if held else "false",
    )
    if not held or len(pinned) == 1:
        return [pin]
    at = pinned.index(lane.key)
    ways = (
        ("chevron-up", timeline_labels.LANE_UP, at - 1),
        ("chevron-down", timeline_labels.LANE_DOWN, at + 1),
    )
    return [
        pin,
        *(
            _move(icon, words.format(lane=lane.title), f"{icon} {lane.key}", _moved(pinned, at, to))
            for icon, words, to in ways
        ),
    ]


def _moved(pinned: Sequence[str], at: int, to: int) -> list[str]:
    """The pinned lanes with one of them at another place; none where there is no such place."""
    if not 0 <= to < len(pinned):
        return []
    rest = [*pinned[:at], *pinned[at + 1 :]]
    return [*rest[:to], pinned[at], *rest[to:]]


def _move(icon: str, words: str, name: str, order: Sequence[str]) -> Light:
    if not order:
        return _button(icon, words, name, aria_disabled="true")
    return _button(icon, words, name, data_put="pin", data_value=",".join(order))


def _button(icon: str, words: str, name: str, **more: str) -> Light:
    """A button; its name is that by which it is found again after the view has changed."""
    sign = tag("span", className=f"icon icon-{icon}", aria_hidden="true")
    return tag(
        "button", sign, type="button", tabindex="-1", title=words, aria_label=words, data_name=name, **more
    )


def more(lanes: Sequence[Lane], selection: Selection, beyond: Collection[str], hidden: int) -> list[Light]:
    """What can be done with all lanes: the rest shown or joined again, all folded or unfolded.

    Args:
        lanes: The lanes.
        selection: What was chosen.
        beyond: The keys of those that are one line unless they are opened.
        hidden: How many keys have no lane.
    """
    found = _steps(selection, hidden)
    own = [lane for lane in lanes if lane.key not in beyond]
    if not own:
        return found
    if any(not lane.folded for lane in own):
        names = ",".join(lane.key or NO_KEY for lane in own)
        found.append(_words(timeline_labels.FOLD_ALL, "fold all", "put", "fold", names))
    else:
        found.append(_words(timeline_labels.UNFOLD_ALL, "fold all", "put", "fold", ""))
    return found


def _steps(selection: Selection, hidden: int) -> list[Light]:
    """To the next step, and back to the first."""
    found = []
    steps = list(LANE_STEPS)
    at = steps.index(selection.more)
    if hidden and at + 1 < len(steps):
        room = LANE_STEPS[steps[at + 1]] - LANE_STEPS[selection.more]
        lanes = timeline_sentences.more_lanes(selection.lanes, hidden)
        words = timeline_labels.SHOW_LANES if hidden <= room else timeline_labels.SHOW_SOME
        told = words.format(lanes=lanes, number=room)
        found.append(_words(told, NEXT_STEP, "set", "more,open", f"{steps[at + 1]},"))
    if selection.more != PLAIN_STEP:
        name = "fewer lanes" if found else NEXT_STEP
        found.append(_words(timeline_labels.FEWER_LANES, name, "set", "more,open,near", f"{PLAIN_STEP},,"))
    return found


def _words(words: str, name: str, gesture: str, setting: str, value: str) -> Light:
    told = {f"data_{gesture}": setting, "data_value": value, "data_name": name}
    return tag("button", words, className="text-button", type="button", **told)
