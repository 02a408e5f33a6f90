"""Random values for property tests: everything a report may hold."""

from __future__ import annotations

from hypothesis import strategies as st

from data_model.dates import BASES, PRECISIONS, EventDate, Reason
from data_model.values import (
    EVENT_TYPES,
    PARTS,
    STATUSES,
    Document,
    Event,
    Evidence,
    Mention,
    Normalized,
    Organization,
    Participant,
    Person,
    Place,
    Report,
    TopicScore,
)

EDTF = (
    "2023-06-08", "2014", "2014-06", "2015-06-12/2015-06-28", "[2018-09-04,2019-09-04]",
    "[2018-04-09..2019-09-04]", "[2023-06-08..]", "[..2023-06-08]", "XXXX-09-04", "XXXX-XX-XX", "2009~",
    "2009?", "199X", "2014-22", "2024-02-29", "2014-06/2015-02", "2015-06-12/2015-06-28~",
    "[2020-04-12,2021-04-12,2022-04-12]", "[..2010-03-01,2014,2018-04-09..2018-05-01]",
    "[2012-02-03,2019-01-01..]", "XXXX-06", "2023-XX-08", "XXXX-02-29",
)  # fmt: skip
# No surrogates: they cannot be written as UTF-8, and reading refuses them.
texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=12) | st.sampled_from(
    ["", "Лукашенко", "ОДКБ — ‘CSTO’", "İstanbul", "a\0b", "\x1b[31m", "'); DROP TABLE x; --", "𝕏 😀"]
)
offsets = st.integers(0, 2**40)
countries = st.lists(st.sampled_from(["BY", "RU", "KZ", "AM"]), unique=True, max_size=3).map(tuple)


def some(values: st.SearchStrategy) -> st.SearchStrategy:
    return st.lists(values, max_size=3).map(tuple)


reasons = st.builds(Reason, texts, st.none() | offsets, st.none() | offsets, st.none() | texts)
dates = st.builds(
    EventDate,
    st.sampled_from(EDTF),
    st.sampled_from(PRECISIONS),
    st.sampled_from(BASES),
    some(reasons),
    texts,
)
bodies = st.builds(Organization, st.sampled_from(["cis", "csto", "by-sc", "ru-sc"]), texts, texts, texts)
events = st.builds(
    Event,
    id=texts,
    main=st.booleans(),
    title=texts,
    type=st.sampled_from(EVENT_TYPES),
    plover=texts,
    cameo=texts,
    status=st.sampled_from(STATUSES),
    date=dates,
    place=st.none() | st.builds(Place, st.none() | texts, st.none() | texts),
    participants=some(st.builds(Participant, texts, texts, st.sampled_from(PARTS), texts, texts)),
    groups=some(texts),
    organizations=some(bodies),
    countries=countries,
    countries_location=countries,
    countries_named=countries,
    countries_by_membership=countries,
    topics=some(st.sampled_from(["energy", "sanctions"])),
    evidence=some(st.builds(Evidence, offsets, offsets, texts)),
    numbers=some(texts),
    score=st.sampled_from([0.0, 0.3, 0.5, 0.74, 0.75, 1.0]),
    score_reasons=some(texts),
)


@st.composite
def reports(draw: st.DrawFn, identity: st.SearchStrategy = texts) -> Report:
    one = draw(identity)
    document = Document(
        one, draw(texts), draw(texts), draw(st.none() | texts), draw(st.none() | texts),
        draw(st.none() | st.dates()), draw(st.none() | texts),
    )  # fmt: skip
    normalized = Normalized(
        one, draw(texts), draw(texts), draw(texts), draw(dates), draw(some(events)),
        draw(some(st.builds(Person, texts, texts, texts, texts))), draw(some(bodies)), draw(countries),
        draw(countries), draw(some(st.builds(TopicScore, texts, texts, st.floats(0, 1), some(texts)))),
        draw(some(st.builds(Mention, texts, offsets, offsets, texts, texts))),
    )  # fmt: skip
    return Report(document, normalized)
