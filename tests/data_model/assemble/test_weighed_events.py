"""What is weighed: ids that outlive weights, reasons in words, and the vetoes that no weight outvotes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from data_model import Document, Event, assemble, normalize
from data_model.assemble.candidates import find_candidates
from data_model.assemble.keep import keep_reasons, weigh_events
from data_model.knowledge.files import read_file
from data_model.knowledge.load import load_knowledge
from data_model.normalizer import understand
from data_model.weights import Weights

FOLDER = Path(assemble.__file__).parent
SLOTS = ("keep", "main", "types", "people", "bodies", "countries", "place", "same")
REPORT = (
    "6 March 2024\n\nKassym-Jomart Tokayev met with Sadyr Japarov in Bishkek on 6 March. {}"
    " Trade between the two countries has grown, officials say."
)


def events_of(text: str, name: str = "one") -> tuple[Event, ...]:
    return normalize(Document(name, text), as_of=date(2026, 11, 1)).events


def people_of(event: Event) -> set[str]:
    return {one.name for one in event.participants}


# ---------------------------------------------------------------- candidates


def test_every_sentence_of_the_report_has_a_candidate() -> None:
    text = "LIMA, 6 March 2024. Rebels seized the radio station. Soldiers retook the building. It rained."
    scene = understand(Document("one", text), load_knowledge(), date(2026, 11, 1))
    told = {draft.sentence.start for draft in find_candidates(scene)}
    assert told == {one.start for one in scene.sentences if not (one.furniture or one.headline)}


def test_what_is_furniture_tells_nothing() -> None:
    assert not any(
        "Share" in event.evidence[0].text for event in events_of("Share on X\n" + REPORT.format(""))
    )


@pytest.mark.parametrize(
    ("stamp", "shown"),
    [
        ("Last Updated : Mar 9 2024 | 3:30 PM IST", False),
        ("March 9, 2024 08:13 am | Updated March 9, 2024 - Bern:", False),
        ("March 9, 2024|By From Example News Services.", False),
        ("Rebels fled to Chad on 9 March 2024 | reports of the agency say so.", True),
    ],
)
def test_the_stamp_of_a_page_is_no_event(stamp: str, *, shown: bool) -> None:
    found = events_of(f"{REPORT.format('')}\n{stamp}")
    assert any(event.date.edtf == "2024-03-09" for event in found) == shown


def test_a_day_in_what_was_asked_makes_no_candidate() -> None:
    def dated(words: str) -> bool:
        told = f"Specific sums were named as well - {words} the rebels of Chad have asked on 5 March 2024."
        scene = understand(Document("one", told), load_knowledge(), date(2026, 11, 1))
        return any(one.action.key == "dated" for one in find_candidates(scene))

    assert not dated("how much money")
    assert dated("much money")


def test_who_knows_that_the_speaker_meets_others_does_not_meet() -> None:
    told = "He had spoken with Sadyr Japarov. “{}.,” Kassym-Jomart Tokayev said."
    knows, meets = (
        events_of(REPORT.format(told.format(words)))
        for words in ("He knows I am meeting with you today", "I will meet with him tomorrow")
    )
    assert all(people_of(event) != {"Kassym-Jomart Tokayev", "Sadyr Japarov"} for event in knows[1:])
    assert any(
        people_of(event) == {"Kassym-Jomart Tokayev", "Sadyr Japarov"} and event.status == "planned"
        for event in meets
    )


def test_what_only_leads_to_the_news_speaks_against_showing_it() -> None:
    def leads(text: str) -> list[bool]:
        scene = understand(Document("one", text), load_knowledge(), date(2026, 11, 1))
        return ["led_in_by" in one for one in weigh_events(scene, find_candidates(scene))]

    assert leads("It is necessary to act now, after clashes with rebels began in Chad.") == [True]
    assert leads("Clashes with rebels began in Chad after long delays.") == [False]


# ---------------------------------------------------------------- ids


def test_an_id_is_of_the_text_and_the_place() -> None:
    first, second = events_of(REPORT.format("")), events_of(REPORT.format(""))
    assert [event.id for event in first] == [event.id for event in second]
    other = events_of(REPORT.format("It rained."))
    assert {event.id for event in first}.isdisjoint(event.id for event in other)
    twice = events_of(
        REPORT.format("Emomali Rahmon visited Baku on 3 March and met Ilham Aliyev on 4 March.")
    )
    assert len({event.id for event in twice}) == len(twice) > 1


# ---------------------------------------------------------------- vetoes


@pytest.mark.parametrize(
    ("sentence", "absent"),
    [
        ("Emomali Rahmon did not attend.", True),
        ("Emomali Rahmon will skip the meeting.", True),
        ("Emomali Rahmon attended the meeting, too.", False),
    ],
)
def test_who_did_not_come_took_no_part(sentence: str, absent: bool) -> None:
    main = events_of(REPORT.format(sentence))[0]
    assert not absent or "Emomali Rahmon" not in people_of(main)


def test_a_spokesman_took_no_part_in_a_meeting() -> None:
    main = events_of(REPORT.format("Kremlin Press Secretary Dmitry Peskov told reporters so."))[0]
    assert people_of(main) == {"Kassym-Jomart Tokayev", "Sadyr Japarov"}


@pytest.mark.parametrize("place", ["Osh", "Baku"])
def test_events_of_other_days_or_cities_are_two(place: str) -> None:
    text = REPORT.format(f"Kassym-Jomart Tokayev met with Sadyr Japarov in {place} on 2 March.")
    meetings = [event for event in events_of(text) if event.type == "meeting"]
    assert {event.date.edtf for event in meetings} == {"2024-03-06", "2024-03-02"}


def test_a_sentence_told_again_is_one_event() -> None:
    again = "Kassym-Jomart Tokayev met with Sadyr Japarov in Bishkek on 6 March."
    meetings = [event for event in events_of(REPORT.format("") + "\n\n" + again) if event.type == "meeting"]
    assert len(meetings) == 1
    assert len(meetings[0].evidence) == 2


def test_what_nobody_did_is_never_told_as_done() -> None:
    for event in events_of(REPORT.format("No agreement was signed by the two presidents in Bishkek.")):
        assert event.type != "agreement" or event.status != "happened"


# ---------------------------------------------------------------- points


@pytest.mark.parametrize("slot", SLOTS)
def test_points_are_whole_and_their_curve_rises(slot: str) -> None:
    table = read_file(f"{slot}.toml", FOLDER)
    assert table["points"]
    assert all(type(value) is int for value in table["points"].values())
    assert table["curve"] == sorted(table["curve"])


def test_every_point_of_keep_has_words_for_it() -> None:
    words = read_file("keep_words.toml", FOLDER)["words"]
    unsaid = {name for name in read_file("keep.toml", FOLDER)["points"] if not name.startswith("names_")}
    assert unsaid - set(words) <= {"bias", "long", "planned", "ongoing", "off", "points_back"}


def test_reasons_are_told_strongest_first() -> None:
    told = keep_reasons({"headline": 1.0, "names": 1.0, "number": 1.0})
    assert told[0].startswith("it stands in a headline (-")
    assert all(one.endswith(")") for one in told)


def test_a_share_starts_from_its_bias() -> None:
    assert Weights({"bias": 0}, ()).share({}) == pytest.approx(0.5)
    assert Weights({"bias": -10, "seen": 10}, ()).share({"seen": 1.0}) == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("score", "strength"), [(0.9, "clear"), (0.75, "clear"), (0.6, "likely"), (0.2, "weak")]
)
def test_a_score_in_words(score: float, strength: str) -> None:
    event = events_of(REPORT.format(""))[0]
    assert type(event)(
        **{name: getattr(event, name) for name in event.__slots__} | {"score": score}
    ).strength == (strength)


def test_who_is_only_in_what_is_denied_denies_nothing() -> None:
    text = (
        "Norway's foreign ministry on Tuesday denied media reports that Sergey Lavrov "
        "had met Emmanuel Macron in Oslo at the weekend."
    )
    events = normalize(Document("a", text, published=date(2026, 2, 10))).events
    off = next(one for one in events if one.status == "denied")
    assert {one.key for one in off.participants} == {"sergey-lavrov", "emmanuel-macron"}
    said = [one for one in events if one.type == "statement"]
    assert said
    assert not any(one.participants or (one.place and one.place.city) for one in said)
