"""Laws of the walk that hold for every text: it answers, points at the text, and keeps its answer."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from random import Random

from hypothesis import example, given, settings
from hypothesis import strategies as st

from data_model import Document, Normalized, Report, link_events, normalize
from data_model.edtf import days_of_edtf
from data_model.records import from_record, to_record
from data_model.values import EVENT_TYPES, PARTS, STATUSES

SEEDS = Path(__file__).parents[2] / "seeds"
RUSSIAN = """
    АСТАНА, 6 марта 2024 года. Касым-Жомарт Токаев принял Эмманюэля Макрона в своей резиденции.
    Совет Безопасности ООН заслушал доклад генерального секретаря.
    «Я поеду в Минск следующей весной», — сказал Эмомали Рахмон.
    Бывший президент Казахстана прибыл в Баку 12 мая.
    Поделиться
"""
NEWSWIRE = """
    ASTANA, 6 March 2024. Kassym-Jomart Tokayev held talks with Sadyr Japarov in Bishkek on 4 March.
    “He will visit Baku next week,” the head of state said.
    Such meetings are useful; the summit of the SCO has been cancelled.
    On Friday, 29 February, former President Jane Roe [of Atlantis] met the envoys of Chad and Mali.
    04/09/2019 14:53
    Share on Facebook
"""
SENTENCES = [
    piece.strip()
    for text in (
        *(path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))),
        RUSSIAN,
        NEWSWIRE,
    )
    for line in text.splitlines()
    for piece in line.split(". ")
    if piece.strip()
]
PIECES = st.sampled_from(SENTENCES)
WORDS = st.sampled_from(sorted({word for sentence in SENTENCES for word in sentence.split()}))
SEPARATORS = st.sampled_from([" ", "\n", "\n\n", ". ", ", ", "\u00a0", "\t", "\r\n", " – ", ""])
CONTROL = st.text(st.characters(categories=["Cc", "Cf", "Zs", "Mn"]), max_size=4)
CYRILLIC = st.text(st.characters(min_codepoint=0x400, max_codepoint=0x52F), max_size=60)


@st.composite
def shuffled(draw: st.DrawFn) -> str:
    """Real sentences and words in any order, with noise between them."""
    pieces = draw(st.lists(PIECES | WORDS | CONTROL, max_size=10))
    return "".join(piece + draw(SEPARATORS) for piece in pieces)


TEXTS = shuffled() | st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=150) | CYRILLIC
READ = st.none() | st.dates(date(1995, 1, 1), date(2030, 12, 31))
LANGUAGE = st.sampled_from([None, "en", "ru", "de"])
MODEST = settings(max_examples=60)


def offsets_hold(text: str, normalized: Normalized) -> None:
    for mention in normalized.mentions:
        assert text[mention.start : mention.stop] == mention.text
        assert mention.start < mention.stop
    for event in normalized.events:
        for words in event.evidence:
            assert text[words.start : words.stop] == words.text
    for when in (normalized.document_date, *(event.date for event in normalized.events)):
        for reason in when.reasons:
            assert reason.start is None or 0 <= reason.start <= (reason.stop or 0) <= len(text)


def facts_hold(normalized: Normalized) -> None:
    assert [event.main for event in normalized.events].count(True) == bool(normalized.events)
    for event in normalized.events:
        assert event.type in EVENT_TYPES
        assert event.status in STATUSES
        assert event.title.strip()
        assert event.evidence
        assert all(one.part in PARTS for one in event.participants)
        assert days_of_edtf(event.date.edtf)


@given(TEXTS, READ, LANGUAGE)
@MODEST
def test_every_text_is_answered(text: str, as_of: date | None, language: str | None) -> None:
    document = Document("any", text, language=language)
    normalized = normalize(document, as_of=as_of)
    offsets_hold(text, normalized)
    facts_hold(normalized)
    assert from_record(to_record(normalized)) == normalized
    assert normalize(document, as_of=as_of) == normalized


@given(st.lists(PIECES, max_size=6).map("\n".join))
@example("Kassym-Jomart Tokayev meets participants of session of CSTO Council of Foreign Ministers")
@MODEST
def test_no_two_events_share_an_id(text: str) -> None:
    events = normalize(Document("any", text)).events
    assert len({event.id for event in events}) == len(events)


@given(st.lists(PIECES, min_size=1, max_size=12).map("\n".join), st.randoms(use_true_random=False))
@MODEST
def test_what_is_mentioned_is_in_the_text(text: str, random: Random) -> None:
    normalized = normalize(Document("any", text))
    by_kind = {(one.kind, one.value) for one in normalized.mentions}
    for person in normalized.mentioned_people:
        assert ("person", person.name) in by_kind
    for code in normalized.mentioned_countries:
        assert ("country", code) in by_kind
    lines = text.splitlines()
    random.shuffle(lines)
    # Another order of the lines never makes the normalizer fail.
    facts_hold(normalize(Document("any", "\n".join(lines))))


@given(st.lists(st.lists(PIECES, min_size=1, max_size=6).map("\n".join), min_size=2, max_size=4), st.data())
@MODEST
def test_the_order_of_reports_does_not_matter(texts: list[str], data: st.DataObject) -> None:
    reports = []
    for at, text in enumerate(texts):
        document = Document(f"report-{at}", text)
        reports.append(Report(document, normalize(document)))
    links = link_events(reports)
    other = link_events(data.draw(st.permutations(reports)))
    assert [(link.one, link.other, link.score) for link in links] == [
        (link.one, link.other, link.score) for link in other
    ]
    home = {event.id: report.document.id for report in reports for event in report.normalized.events}
    assert all(link.one < link.other and home[link.one] != home[link.other] for link in links)
