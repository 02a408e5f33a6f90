"""What stands between the stations of the walk: frozen values, in the order they appear.

What says something about a document carries offsets into its text (`start`, `stop`, half-open).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from data_model.dates import EventDate

EVENT_TYPES = (
    "meeting", "call", "visit", "summit", "statement", "agreement", "appointment", "military",
    "sanction", "exercise", "election", "aid", "protest", "court", "other",
)  # fmt: skip
STATUSES = ("happened", "ongoing", "planned", "postponed", "cancelled", "denied", "hypothetical")
PLOVER_ROOTS = (
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
PARTS = ("host", "visitor", "speaker", "attendee", "absent")
# What is read of the languages that are wholly understood.
ALL_READ = ("dates", "names", "events")
# How likely something is an event to show, in words, and the least score of each.
STRENGTHS = {"clear": 0.75, "likely": 0.5, "weak": 0.0}
LINK_KINDS = ("same", "may", "alike", "apart", "copy")
COUNTRY_LAYERS = ("participating", "location", "named", "by_membership")


@dataclass(frozen=True, slots=True)
class Partial:
    """What of a document was lost on the way in: the reason, and where (page, row, part; "" for all)."""

    reason: str
    position: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A text as it was read, nothing understood yet.

    Attributes:
        id: Stable name within one store: the record's own id, else the file name without ending.
        text: The whole text; every offset points into it.
        source: Where it came from, a file name or an address.
        title: The title given beside the text; None when the text itself holds it.
        url: The address it was published at.
        published: The publication date given beside the text: a day, or the EDTF of what it may be. An upper
            bound, and the "today" of a text that prints no other day.
        language: ISO 639-1, None when the reader must find out.
        partial: What of it the reader lost; () when all of it is here.
    """

    id: str
    text: str
    source: str = ""
    title: str | None = None
    url: str | None = None
    published: date | str | None = None
    language: str | None = None
    partial: tuple[Partial, ...] = ()

    @property
    def published_edtf(self) -> str:
        """The publication date as EDTF, "" when none is given."""
        return self.published.isoformat() if isinstance(self.published, date) else self.published or ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a document.

    Attributes:
        start, stop: Offsets of its first character and behind its last one.
        paragraph: Which paragraph it stands in, counted from 0.
        furniture: Whether it belongs to the page (share buttons, menus), not to the report.
        headline: Whether it is the title line.
    """

    start: int
    stop: int
    paragraph: int
    furniture: bool = False
    headline: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of the text that mean something.

    Attributes:
        kind: date · person · organization · country · place · action · topic · role.
        start, stop: Offsets of the first character and behind the last one.
        text: `document.text[start:stop]`.
        value: EDTF, a person's name, an organization key, ISO 3166-1 alpha-2 code, "city, CC", an event type,
            a topic key; "" when nothing is known.
        reader: The plugged-in reader that found the name, "" for the rules of the house.
    """

    kind: str
    start: int
    stop: int
    text: str
    value: str = ""
    reader: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words a fact rests on: `document.text[start:stop] == text`."""

    start: int
    stop: int
    text: str


@dataclass(frozen=True, slots=True)
class Person:
    """Someone named in a document.

    Attributes:
        name: The usual English name.
        key: The knowledge entry, "" for someone it does not know.
        role: The office held at the document's date or the one printed, "" when neither is known.
        country: The country the office belongs to, ISO 3166-1 alpha-2, or "".
    """

    name: str
    key: str = ""
    role: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class Participant:
    """A person who took part in an event, with the office held at its date."""

    name: str
    role: str = ""
    part: str = "attendee"
    key: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class Organization:
    """A body named in a document, or taking part in an event.

    Attributes:
        key: The register's key, or a slug of the name for a body the register does not hold.
        name: Its official English name.
        abbr: Its usual abbreviation, or "".
        part: convened · took part · decided · named.
    """

    key: str
    name: str
    abbr: str = ""
    part: str = "named"


@dataclass(frozen=True, slots=True)
class Place:
    """Where an event took place; `city` may be unknown."""

    city: str | None
    country: str | None


@dataclass(frozen=True, slots=True)
class Event:
    """One dated happening as one document tells it.

    Attributes:
        id: Of the document's id, its text and where the event is told first: whatever is made of it.
        main: Whether it is the news of the document.
        title: One line for a person.
        type: One of `EVENT_TYPES`.
        plover: PLOVER 2.0 event type, or "".
        cameo: CAMEO root code, two digits as text, or "".
        status: One of `STATUSES`, seen from the document's date.
        date: When, with its doubt.
        place: Where, None when the text does not say.
        participants: The people who took part.
        groups: Collective participants in the words of the text ("heads of delegations").
        organizations: Bodies that convened it, took part or decided.
        countries: Layer "participating": of participants, hosts and groups.
        countries_location: Layer "location".
        countries_named: Layer "named": in the event's own sentences.
        countries_by_membership: Layer "by_membership": members of the bodies at the event's date.
        topics: Topic keys, strongest first.
        numbers: What its words count: "25 people", "1006.84 km".
        evidence: The words it rests on, the telling sentence first.
        according_to: Who says so, when the report only quotes it; "" when the report itself tells it.
        score: How likely it is an event to show at all, from 0 to 1.
        score_reasons: What speaks most for that, and against it.
    """

    id: str
    main: bool
    title: str
    type: str
    plover: str
    cameo: str
    status: str
    date: EventDate
    place: Place | None
    participants: tuple[Participant, ...]
    groups: tuple[str, ...]
    organizations: tuple[Organization, ...]
    countries: tuple[str, ...]
    countries_location: tuple[str, ...]
    countries_named: tuple[str, ...]
    countries_by_membership: tuple[str, ...]
    topics: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    numbers: tuple[str, ...] = ()
    according_to: str = ""
    score: float = 1.0
    score_reasons: tuple[str, ...] = ()

    @property
    def strength(self) -> str:
        """One of `STRENGTHS`: how far the score goes."""
        return next(name for name, least in STRENGTHS.items() if self.score >= least)


@dataclass(frozen=True, slots=True)
class TopicScore:
    """How much a document speaks of a topic, and the words that gave it away."""

    key: str
    name: str
    score: float
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Normalized:
    """A document understood: what `normalize` gives.

    Attributes:
        id: That of the document.
        source: That of the document.
        language: ISO 639-1, "" when it could not be told.
        title: The title given beside the text, else its headline, else its first words.
        document_date: When it was written.
        events: What it tells of.
        mentioned_people: Everyone named, once.
        mentioned_organizations: Every body named, once.
        mentioned_countries: The countries named.
        implied_countries: Those only implied, by a city or a region.
        topics: What it speaks of, the strongest first.
        mentions: Every wording with a meaning, in order.
        read: What is understood of texts in its language: dates, names, events.
        partial: Why only a beginning of the text was read, "" when all of it was.
    """

    id: str
    source: str
    language: str
    title: str
    document_date: EventDate
    events: tuple[Event, ...] = ()
    mentioned_people: tuple[Person, ...] = ()
    mentioned_organizations: tuple[Organization, ...] = ()
    mentioned_countries: tuple[str, ...] = ()
    implied_countries: tuple[str, ...] = ()
    topics: tuple[TopicScore, ...] = ()
    mentions: tuple[Mention, ...] = ()
    read: tuple[str, ...] = ()
    partial: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """A document and what was understood of it: what the store keeps."""

    document: Document
    normalized: Normalized


@dataclass(frozen=True, slots=True)
class Link:
    """Two events of different reports that tell of one happening, may, or only look like it.

    Attributes:
        one: Event id, the smaller of the two; of a copy the id of a document.
        other: The other id.
        score: 0 to 1.
        reasons: What agreed and what did not, in words, the weightiest first.
        kind: One of `LINK_KINDS`; may: one is of wide date, alike: none has a day, copy: of documents.
    """

    one: str
    other: str
    score: float
    reasons: tuple[str, ...] = ()
    kind: str = "same"
