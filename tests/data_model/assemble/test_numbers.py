"""What the words of an event count, and what only looks like a count."""

from __future__ import annotations

import pytest

from data_model import Document, normalize
from data_model.assemble import merging
from tests.factory import make_event

COUNTED = {
    "Shelling killed 12 people and wounded 1,015 soldiers in Kharkiv on 5 May 2023.": (
        "12 people",
        "1015 soldiers",
    ),
    "The two presidents signed a treaty on 970.5 km of the border on 5 May 2023.": ("970.5 km",),
    "Обстрел Харькова 5 мая 2023 года: погибли 12 человек, ранены 30 солдат.": ("12 человек", "30 солдат"),
    "Shelling killed 12 people on 5 May 2023; of 2023 years nobody spoke.": ("12 people",),
    "Resolution 2735 was adopted at 10:30 hours on 5 May 2023.": (),
    "In 2012 talks were held in Minsk; 5 was not enough.": (),
    "L'armée a tué 12 personnes le 5 mai 2023 à Kiev.": (),
}


@pytest.mark.parametrize("text", COUNTED)
def test_numbers_of_an_event(text):
    events = normalize(Document("a", text)).events

    assert events
    assert {number for event in events for number in event.numbers} == set(COUNTED[text])


def test_an_event_told_again_has_the_numbers_of_both_tellings():
    one, other = (
        make_event("a:1", numbers=("12 people",)),
        make_event("a:2", numbers=("30 women", "12 people")),
    )

    assert merging._merged(one, other).numbers == ("12 people", "30 women")
