from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dashboard.figures.packing import (
    BARE_ROW,
    INSIDE,
    LABEL_ROW,
    NO_LABEL,
    SPACE,
    Item,
    extent,
    label_box,
    pack_lane,
    pack_names,
)
from dashboard.figures.text_widths import fit_text, text_width, wrap_text

WORDS = st.text("abcdefghijklm ЖщШi,.W…", min_size=0, max_size=60)


@st.composite
def items(draw: st.DrawFn, width: float) -> Item:
    middle = draw(st.floats(0, width))
    reach = draw(st.floats(3, 9))
    long = draw(st.floats(0, width / 2)) if draw(st.booleans()) else 0.0
    left, right = max(middle - long, 0.0), min(middle + long, width)
    label = text_width(draw(WORDS), 12)
    return Item(
        min(left, middle - reach), max(right, middle + reach), middle, reach, label, draw(st.floats(0, 5))
    )


@given(st.data(), st.sampled_from([120.0, 360.0, 1080.0]), st.floats(20, 320))
def test_no_two_boxes_touch(data: st.DataObject, width: float, room: float) -> None:
    given_items = data.draw(st.lists(items(width), max_size=60))
    packing = pack_lane(given_items, width, room)
    boxes: dict[int, list[tuple[float, float]]] = {}
    for place in packing.places:
        boxes.setdefault(place.row, []).append(extent(given_items[place.item], place.side))
    for row in boxes.values():
        row.sort()
        assert all(a[1] + SPACE <= b[0] + 1e-6 for a, b in pairwise(row))
    assert sorted([p.item for p in packing.places] + list(packing.left_out)) == list(range(len(given_items)))
    assert packing.height <= room
    assert all(p.row < packing.label_rows for p in packing.places if p.side)
    assert packing.middle(0) == (LABEL_ROW if packing.label_rows else BARE_ROW) / 2


@given(st.data(), st.sampled_from([120.0, 1080.0]))
def test_a_label_stays_in_the_plot_and_off_its_symbol(data: st.DataObject, width: float) -> None:
    given_items = data.draw(st.lists(items(width), max_size=40))
    for place in pack_lane(given_items, width, 200.0).places:
        item = given_items[place.item]
        if place.side == NO_LABEL:
            continue
        left, right = label_box(item, place.side)
        assert left >= -1e-6
        assert right <= width + 1e-6
        assert right <= item.middle - item.reach or left >= item.middle + item.reach
        if place.side == INSIDE:
            assert right <= item.right


def test_a_quiet_lane_reads_in_the_order_of_time() -> None:
    row = [Item(900 + i * 3, 910 + i * 3, 905 + i * 3, 5, 200, weight=i) for i in range(6)]
    packing = pack_lane(list(reversed(row)), 1000, 200.0)
    by_time = sorted(packing.places, key=lambda p: -p.item)
    assert [p.row for p in by_time] == [0, 1, 2, 3, 4, 5]
    assert {p.side for p in packing.places} == {"left"}


def test_in_a_crowd_every_mark_stands_and_the_weighty_keep_their_label() -> None:
    crowd = [Item(500, 510, 505, 5, 150, weight=float(i == 3)) for i in range(7)]
    packing = pack_lane(crowd, 1000, 100.0)
    assert packing.left_out == ()
    assert next(p for p in packing.places if p.item == 3).side
    assert sum(bool(p.side) for p in packing.places) == packing.label_rows == 1
    assert len(pack_lane([*crowd, *crowd], 1000, 100.0).left_out) == 7


def test_names_are_those_of_the_weightiest() -> None:
    crowd = [Item(500, 510, 505, 5, 150, weight=float(i)) for i in range(7)]
    assert {p.item for p in pack_names(crowd, 1000, 2).places} == {6, 5}


def test_widths_are_those_of_inter() -> None:
    # Measured in Chromium with the committed font: 312.117 px.
    assert abs(text_width("Lukashenko meets secretaries of the Security Councils", 12) - 312.12) < 0.1
    assert text_width("會議", 12) == 24  # a letter the font lacks counts as a whole em


@given(WORDS, st.floats(5, 400))
def test_cut_texts_fit(text: str, room: float) -> None:
    cut = fit_text(text, 12, room)
    assert text_width(cut, 12) <= room + 1e-6 or cut == ""
    assert all(text_width(line, 12) <= room + 12 for line in wrap_text(text, 12, room, 2))
    assert len(wrap_text(text, 12, room, 2)) <= 2
