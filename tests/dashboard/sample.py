"""A small world of reports for the page's tests: shapes, states and layers of all sorts."""

# ruff: noqa: E501 - one event a line
from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from data_model.dates import EventDate, Reason
from data_model.values import (
    Document,
    Event,
    Evidence,
    Mention,
    Normalized,
    Organization,
    Participant,
    Place,
    Report,
)
from tests.factory import make_date

TOPICS = {
    "collective-security": ("collective security", "security"),
    "terrorism": ("terrorism & extremism", "security"),
    "military-cooperation": ("military cooperation", "security"),
    "conflict": ("conflict & ceasefire", "security"),
    "diplomacy": ("diplomacy & bilateral relations", "diplomacy"),
    "integration": ("integration & institutions", "diplomacy"),
    "trade": ("trade & economy", "economy"),
    "energy": ("energy", "economy"),
    "sport": ("culture, sport, space & science", "society"),
}
BODIES = {
    "csto": ("Collective Security Treaty Organization", "CSTO"),
    "cis": ("Commonwealth of Independent States", "CIS"),
    "un": ("United Nations", "UN"),
    "by-security-council": ("Security Council of Belarus", ""),
    "ru-security-council": ("Security Council of Russia", ""),
    "sorb-cis": ("Council of Heads of Security Bodies and Special Services of the CIS", "SORB"),
    "eaeu": ("Eurasian Economic Union", "EAEU"),
}
FAMILIES = {"by-security-council": "security-council", "ru-security-council": "security-council"}
MEMBERS = {
    "csto": (("BY", None, None), ("RU", date(1999, 4, 2), None), ("AZ", date(1994, 5, 15), date(1999, 4, 1))),
    "ru-security-council": (("RU", date(1992, 4, 3), None),),
}
COUNTRIES = {
    "BY": "Belarus", "RU": "Russia", "UA": "Ukraine", "US": "United States", "PL": "Poland", "AZ": "Azerbaijan",
    "KZ": "Kazakhstan", "KG": "Kyrgyzstan", "TJ": "Tajikistan", "AM": "Armenia", "SG": "Singapore", "TR": "Türkiye",
}  # fmt: skip


class Register:
    """Names as the knowledge files give them."""

    def organization(self, key: str) -> str:
        return BODIES.get(key, (key, ""))[0]

    def abbr(self, key: str) -> str:
        return BODIES.get(key, ("", ""))[1]

    def country(self, code: str) -> str:
        return COUNTRIES.get(code, code)

    def topic(self, key: str) -> str:
        return TOPICS.get(key, (key, ""))[0]

    def topic_family(self, key: str) -> str:
        return TOPICS.get(key, ("", ""))[1]

    def organization_family(self, key: str) -> str:
        return FAMILIES.get(key, "")

    def families(self) -> Mapping[str, str]:
        return {"security-council": "Security council"}

    def spellings(self) -> Iterator[tuple[str, str, str]]:
        yield from (("organization", key, name) for key, names in BODIES.items() for name in names if name)
        yield from (("country", code, name) for code, name in COUNTRIES.items())
        yield "organization", "csto", "ОДКБ"


_SENTENCES = (
    # document, date, title, type, status, topics, bodies, countries, sentence, more
    ("csto", "2023-06-08", "Lukashenko meets secretaries of the Security Councils of CSTO member states", "meeting", "happened", "collective-security military-cooperation", "csto by-security-council", "BY AM KZ KG RU TJ", "Belarusian President Aleksandr Lukashenko met with the secretaries of the Security Councils of the CSTO member states in Minsk on 8 June."),
    ("csto", "2016", "CSTO adopts its collective security strategy until 2025", "agreement", "happened", "collective-security integration", "csto", "RU BY", "The current document was adopted in 2016 and is designed to run until 2025."),
    ("csto", "[2023-06-08..2023-12-31]", "Lukashenko to propose a programme of action to the President of Russia", "statement", "planned", "integration trade", "", "BY RU", "In particular, he announced his intention to suggest to the President of Russia drafting a program of action."),
    ("cis", "2023-06-01", "Lukashenko meets heads of the CIS security services", "meeting", "happened", "collective-security terrorism", "cis sorb-cis", "BY", "On June 1, President of Belarus Alexander Lukashenko discussed the main trends in the security sphere with the heads of the CIS security services."),
    ("cis", "2023-06-07", "Lukashenko and Putin speak on the phone", "call", "happened", "diplomacy", "", "BY RU", "On 7 June the presidents of Belarus and Russia had a telephone conversation."),
    ("cis", "2023-06-09", "CIS heads of government to meet in Sochi", "summit", "planned", "integration trade", "cis", "RU BY KZ", "The heads of government of the CIS will meet in Sochi on 9 June."),
    ("games", "2014", "36th session of the CIS council of heads of security and special services", "meeting", "happened", "collective-security terrorism", "cis sorb-cis", "BY", "Belarusian President Aleksandr Lukashenko met with heads of delegations taking part in the 36th session."),
    ("games", "2009~", "Belarus hosts a session of the council", "meeting", "happened", "collective-security", "cis sorb-cis", "BY", "The President noted that Belarus hosted the session of the council five years ago."),
    ("games", "2015-06-12/2015-06-28", "First European Games in Baku", "other", "planned", "sport", "", "AZ", "This experience will be useful for our Azerbaijani friends who will host the first European Games in Baku next year."),
    ("zas", "[2018-09-04,2019-09-04]", "Lukashenko meets State Secretary of the Security Council Stanislav Zas", "meeting", "happened", "collective-security diplomacy", "by-security-council", "BY", "Belarus President Aleksandr Lukashenko met with State Secretary of the Security Council of Belarus Stanislav Zas on 4 September."),
    ("zas", "[2018-04-09..2019-09-10]", "US National Security Advisor John Bolton visits Minsk", "visit", "happened", "diplomacy", "", "US BY", "including the visit of the U.S. President’s National Security Advisor John Bolton to Minsk"),
    ("zas", "[2018-09-04..]", "Patrushev expected to visit Belarus", "visit", "planned", "diplomacy", "ru-security-council", "RU BY", "I know that he is expected to visit Belarus in the near future."),
    ("moscow", "[2020-04-12,2021-04-12,2022-04-12,2023-04-12,2024-04-12,2025-04-12,2026-04-12]", "Lukashenko meets members of the Security Council of Russia", "meeting", "happened", "collective-security diplomacy", "ru-security-council", "BY RU", "Lukashenko told the media in the Kremlin on 12 April that he held a meeting with the members of the Security Council of Russia."),
    ("moscow", "2022-03-28/2022-03-30", "Talks in Istanbul", "meeting", "happened", "conflict", "", "UA RU TR", "the talks that went on in Istanbul"),
    ("moscow", "2022-04-15", "Prime ministers of Belarus and Russia to meet", "meeting", "planned", "trade energy", "eaeu", "BY RU", "the prime ministers of Belarus and Russia would meet on 15 April"),
    ("moscow", "2022-03-10", "Visit to Singapore called off", "visit", "cancelled", "trade", "", "SG BY", "the visit to Singapore has been called off"),
    ("moscow", "2021-10", "Union State adopts 28 programmes", "agreement", "happened", "integration", "", "BY RU", "in October 2021 the programmes were adopted"),
)  # fmt: skip
_HEADS = {
    "csto": ("003_csto.txt", "Meeting with secretaries of Security Councils of CSTO member states", "2023-06-08"),
    "cis": ("001_cis.txt", "Lukashenko explains situation in and around CIS", "2023-06-01"),
    "games": ("002_games.txt", "Aleksandr Lukashenko meets participants of session of CIS council", "2014"),
    "zas": ("000_zas.txt", "Meeting with State Secretary of Belarus’ Security Council Stanislav Zas", "[2018-09-04,2019-09-04]"),
    "moscow": ("004_moscow.txt", "Lukashenko meets with Russia’s Security Council members at Putin’s invitation", "2022-04-12"),
}  # fmt: skip
_WORDS = {
    "person": ("Aleksandr Lukashenko", "Alexander Lukashenko", "Lukashenko", "Stanislav Zas", "John Bolton"),
    "organization": ("Security Council of Belarus", "Security Council of Russia", "Security Councils", "CSTO", "CIS"),
    "country": ("Belarusian", "Belarus", "Russia", "Azerbaijani", "U.S.", "Singapore"),
    "place": ("Minsk", "Sochi", "Baku", "Istanbul", "Kremlin"),
    "date": ("8 June", "June 1", "7 June", "9 June", "4 September", "12 April", "15 April", "in 2016", "next year", "five years ago", "October 2021"),
    "action": ("met with", "discussed", "visit", "adopted", "meeting"),
    "role": ("President", "State Secretary"),
}  # fmt: skip


def sample_reports() -> list[Report]:
    """Five documents, seventeen events."""
    return [_report(name) for name in _HEADS]


def _report(name: str) -> Report:
    source, title, when = _HEADS[name]
    told = [row for row in _SENTENCES if row[0] == name]
    text = title + "\n\n" + "\n\n".join(row[8] for row in told) + "\n\nThat is the end of the report."
    mentions = sorted(
        {
            (start, start + len(word), kind, word)
            for kind, words in _WORDS.items()
            for word in words
            for start in _found(text, word)
        }
    )
    events = tuple(_event(row, text, main=number == 0) for number, row in enumerate(told))
    document = Document(name, text, source, published=date(2023, 6, 9) if name == "csto" else None)
    dated = make_date(when, reasons=(Reason("printed in the first line"),))
    marks = tuple(Mention(kind, start, stop, word, word) for start, stop, kind, word in mentions)
    return Report(document, Normalized(name, source, "en", title, dated, events, mentions=marks))


def _found(text: str, word: str) -> list[int]:
    starts, at = [], text.find(word)
    while at >= 0:
        starts.append(at)
        at = text.find(word, at + 1)
    return starts


def _event(row: tuple[str, ...], text: str, *, main: bool) -> Event:
    name, edtf, title, kind, status, topics, bodies, countries, sentence = row
    start = text.index(sentence)
    when = make_date(
        edtf,
        basis="stated" if edtf[0] != "[" else "inferred",
        wording=sentence[-8:-1],
        reasons=(
            Reason("“" + sentence[-8:-1] + "” is printed", start, start + 8),
            Reason("the year follows from the document’s date"),
        ),
    )
    codes = tuple(countries.split())
    return Event(
        id=f"{name}:{kind}:{start}",
        main=main,
        title=title,
        type=kind,
        plover="CONSULT" if kind in ("meeting", "call", "visit") else "",
        cameo="04" if kind in ("meeting", "call", "visit") else "",
        status=status,
        date=when,
        place=Place("Minsk", "BY") if "Minsk" in sentence else None,
        participants=(Participant("Alexander Lukashenko", "President of Belarus", "host"),)
        if "Lukashenko" in title
        else (),
        groups=("heads of delegations",) if "delegations" in sentence else (),
        organizations=tuple(Organization(key, *BODIES[key], "took part") for key in bodies.split()),
        countries=codes,
        countries_location=("BY",) if "Minsk" in sentence else (),
        countries_named=codes[:2],
        countries_by_membership=("AM", "BY", "KZ", "KG", "RU", "TJ") if "csto" in bodies else (),
        topics=tuple(topics.split()),
        evidence=(Evidence(start, start + len(sentence), sentence),),
    )


def many_reports(number: int = 2000, seed: int = 7) -> list[Report]:
    """Synthetic events over thirty years, to prove density."""
    dice = random.Random(seed)  # noqa: S311 - a seed, not a secret
    keys, codes, topics = list(BODIES), list(COUNTRIES), list(TOPICS)
    subjects = (
        "Summit opens in",
        "Accord signed with",
        "Talks resume over",
        "Embargo tightened on",
        "Envoy recalled from",
    )
    reports = []
    for batch in range(number // 20):
        events = []
        text = f"Report {batch}."
        for place in range(20):
            day = date(1995, 1, 1) + timedelta(days=int(dice.betavariate(2, 1.3) * 10_950))
            edtf = dice.choices(
                [
                    str(day),
                    str(day)[:7],
                    str(day)[:4],
                    f"{day}~",
                    f"{day}/{day + timedelta(days=dice.randrange(2, 90))}",
                ],
                [70, 10, 6, 7, 7],
            )[0]
            country = dice.choice(codes)
            events.append(
                Event(
                    id=f"many{batch}:{place}",
                    main=place == 0,
                    title=f"{dice.choice(subjects)} {COUNTRIES[country]}",
                    type=dice.choice(["meeting", "summit", "visit", "statement", "agreement"]),
                    plover="",
                    cameo="",
                    status=dice.choices(["happened", "planned", "denied"], [88, 10, 2])[0],
                    date=make_date(edtf),
                    place=None,
                    participants=(),
                    groups=(),
                    organizations=tuple(
                        Organization(key, *BODIES[key])
                        for key in dice.sample(keys, dice.choice([0, 1, 1, 2]))
                    ),
                    countries=(country,),
                    countries_location=(),
                    countries_named=(country,),
                    countries_by_membership=(),
                    topics=(dice.choice(topics),),
                    evidence=(Evidence(0, len(text), text),),
                )
            )
        document = Document(f"many{batch}", text, f"many{batch}.txt")
        reports.append(
            Report(
                document,
                Normalized(document.id, document.source, "en", f"Report {batch}", EventDate(), tuple(events)),
            )
        )
    return reports
