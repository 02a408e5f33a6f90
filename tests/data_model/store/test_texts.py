"""Words are found where words begin, with signs in them too, and anywhere in scripts without spaces."""

from __future__ import annotations

import pytest

from data_model import EventFilter, Store
from tests.data_model.store.plain_reading import fold, tells
from tests.factory import make_event, make_report

TITLES = (
    "COVID-19 talks",
    "Covid 19 talks",
    "Le sommet de Saint-Pétersbourg",
    "U.S. envoy in Al-Faw",
    "US envoy in Faw",
    "Переговоры в Минске",
    "北京会谈",
    "The 2+2 meeting at №5",
    "Al-Al-Fawz",
)
WORDS = (
    "covid", "covid-19", "covid-1", "ovid", "19", "-19", "Petersb", "PÉTERSBOURG", "etersb", "u.s.", "u.s",
    "s.", "us", "al-faw", "faw", "al-f", "al-al-fawz", "минск", "инск", "会谈", "北京", "2+2", "+2", "№5",
    "№", "no", "—",
)  # fmt: skip


@pytest.mark.parametrize("word", WORDS)
def test_a_word_is_found_as_by_reading_every_text(word: str) -> None:
    events = [make_event(f"e{number}", title=title) for number, title in enumerate(TITLES)]
    with Store.in_memory() as store:
        store.add([make_report(events=events)])
        view = store.view(EventFilter(text=word))
        found = {row["title"] for row in view.rows(view.ordered("oldest"))}
    beside = events[0]
    more = [one.text for one in beside.evidence] + [one.name for one in beside.participants]
    more += [text for one in beside.organizations for text in (one.name, one.abbr)] + [*beside.groups]
    city = beside.place.city if beside.place else None
    plain = {
        title
        for title in TITLES
        if tells("\n".join(fold(text) for text in (title, *more, city or "")), fold(word))
    }
    if any("一" <= sign <= "鿿" for sign in word):
        plain = {title for title in TITLES if word in title}
    assert found == plain
