"""Every word the page says, apart from what the data says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

PRODUCT = "Dateline"
TITLE = "Dateline · who met whom, and when"
LOADING = "Loading the events …"
SKIP = "Skip to the events"

# --- header and rail -----------------------------------------------------------------------------
SEARCH = "Search the events"
SEARCH_HINT = "Search events, e.g. ceasefire"
COPY_LINK = "Copy the link to this view"
COPIED = "Link copied"
PRINT = "Print this page"
CSV = "Download these events as CSV"
CSV_SHORT = "CSV"
TOGGLE_THEME = "Switch between light and dark"
MENU = "Show or hide the filters"
FILTERS = "Filters"
RESET = "Reset"
ORGANIZATIONS = "Organizations"
ALL_ORGANIZATIONS = "All organizations"
COUNTRIES = "Countries"
ALL_COUNTRIES = "All countries"
TOPICS = "Topics"
ALL_TOPICS = "All topics"
TYPES = "Kinds of event"
ALL_TYPES = "All kinds"
NOTHING_FOUND = "Nothing of that name"
CLEAR = "Clear"
PERIOD = "Period"
SINCE = "From"
UNTIL = "To"
ANY_DAY = "any day"
STATUS = "Status"
CERTAINTY = "Date certainty"
STATUS_CHOICES = (("all", "All"), ("happened", "Happened"), ("planned", "Planned"), ("off", "Not so"))
STATUS_HELP = "“Not so”: cancelled, denied or only imagined."
CERTAINTY_CHOICES = (("all", "All"), ("exact", "Exact"), ("approximate", "Uncertain"))
KEY = "Key"
FAMILY_NAMES = {
    "diplomacy": "Diplomacy",
    "security": "Security",
    "economy": "Economy",
    "society": "Society",
    "other": "No topic",
}
SHAPES = (
    ("exact", "exact day"),
    ("approximate", "about then (~)"),
    ("range", "some day within the band"),
    ("lasted", "it lasted"),
    ("planned", "hollow: planned"),
    ("off", "crossed: cancelled or denied"),
    ("hypothetical", "dotted: hypothetical"),
)
FAMILY_GROUP = "All bodies of one kind"
SINGLE_GROUP = "Organizations"


def family(name: str) -> str:
    """All bodies of one kind, as a choice: `Every security council`."""
    return f"Every {name[:1].lower()}{name[1:]}"


# --- charts --------------------------------------------------------------------------------------
TIMELINE = "Timeline"
TIMELINE_HELP = (
    "Drag to pan, Ctrl + scroll to zoom, or brush the overview below. Click an event to read its sources."
)
TIMELINE_KEYS = (
    "Timeline of events. Left and right arrows move, plus and minus zoom, Home shows everything. "
    "The table below holds the same events."
)
LANES_LABEL = "Lanes of the timeline"
LANE_CHOICES = (
    ("organization", "Organization"),
    ("country", "Country"),
    ("topic", "Topic"),
    ("type", "Kind"),
)
OVERVIEW = "Overview: events over the whole time. Drag to choose a period."
OVERVIEW_HELP = "Drag over the bars to choose a period; double-click to show everything."
WHOLE_TIME = "Whole time"
BUSIEST = "Busiest: {period}"
MAP = "Countries"
MAP_HELP = "Events per country. Click a country to filter."
LAYER_LABEL = "What counts as a mention"
LAYER_CHOICES = (
    ("any", "Any"),
    ("participating", "Took part"),
    ("location", "Place"),
    ("named", "Named"),
    ("by_membership", "Members"),
)
LAYER_HELP = {
    "any": "Countries that took part, hosted, or are named in the event’s sentences.",
    "participating": "Countries whose people or bodies took part.",
    "location": "Countries the event took place in.",
    "named": "Countries named in the event’s own sentences.",
    "by_membership": "Countries that belonged to the bodies involved, at the time.",
}
BOUNDARIES = "Boundaries: United Nations Geodata, simplified."
DISCLAIMER = "Boundaries and names imply no opinion on the legal status of any territory."
NEVER = "never mentioned"
ZERO = "mentioned, 0 in this view"
EVENTS_PER_COUNTRY = "events per country"
TOPICS_OVER_TIME = "Topics over time"
TOPICS_HELP = "Events per topic and {unit}; an uncertain date is spread over the days it allows. Click a row to filter."
SAVE_PICTURE = "Save {chart} as a picture (PNG)"
TRAY = "Without a day on the axis"
TRAY_HELP = "Their words allow several days, an open end, or none. They are kept here, never on a guessed day."
TABLE = "Events"
TABLE_HEADS = ("Date", "Event", "Kind", "Status", "Organizations", "Countries", "Documents")
TABLE_NAME = "The events of this view, as a table"
OTHERS = "Other"
NO_LANE = {
    "organization": "No organization",
    "country": "No country",
    "topic": "No topic",
    "type": "No kind",
}
TYPE_NAMES = {
    "meeting": "Meeting",
    "call": "Call",
    "visit": "Visit",
    "summit": "Summit",
    "statement": "Statement",
    "agreement": "Agreement",
    "appointment": "Appointment",
    "military": "Military action",
    "sanction": "Sanction",
    "exercise": "Exercise",
    "election": "Election",
    "aid": "Aid",
    "protest": "Protest",
    "court": "Court",
    "other": "Other",
}
STATUS_NAMES = {
    "happened": "Happened",
    "ongoing": "Ongoing",
    "planned": "Planned",
    "postponed": "Postponed",
    "cancelled": "Cancelled",
    "denied": "Denied",
    "hypothetical": "Hypothetical",
}
UNIT_NAMES = {
    "day": "day",
    "week": "week",
    "month": "month",
    "quarter": "quarter",
    "year": "year",
    "decade": "decade",
}

# --- the event -----------------------------------------------------------------------------------
EVENT = "Event"
CLOSE = "Close"
WHEN = "When"
EARLIEST_LATEST = "Earliest – latest"
NO_BOUND = "open"
EDTF = "EDTF"
WHY_DATE = "Why this date"
WHERE = "Where"
WHO = "Who took part"
GROUPS = "Groups"
BODIES = "Organizations"
LAYERS = (
    ("participating", "Took part"),
    ("location", "Place"),
    ("named", "Named"),
    ("by_membership", "By membership"),
)
COUNTRY_LAYERS = "Countries"
EVENT_TOPICS = "Topics"
CODES = "Codes"
REPORTS = "Reports"
REPORT_SAYS = "says"
WHOLE_DOCUMENT = "Read the whole document"
COPY_EVENT = "Copy the link to this event"
LINKED = "Reported more than once"
NO_WORDS = "no date in its words"
SOURCE = "Source"
DOCUMENT_DATE = "Document date"
EVENTS_HERE = "Events in this document"
BACK = "Back to the timeline"
PUBLISHED = "Published"
ADDRESS = "Address"
MARKS = "Marks"
KINDS = {
    "date": "Date",
    "person": "Person",
    "organization": "Organization",
    "country": "Country",
    "place": "Place",
    "role": "Office",
    "action": "Action",
    "topic": "Topic",
}
PARTS = {
    "host": "host",
    "visitor": "visitor",
    "speaker": "speaker",
    "attendee": "took part",
    "absent": "absent",
    "convened": "convened",
    "took part": "took part",
    "decided": "decided",
    "named": "named",
}
BASES = {
    "stated": "stated in the text",
    "completed": "completed from the context",
    "relative": "counted from other words",
    "inferred": "inferred from known facts",
    "publication": "taken from the publication date",
    "unknown": "unknown",
}

# --- when there is nothing to draw, or something is wrong -----------------------------------------
EMPTY_STORE = "Nothing has been imported yet"
EMPTY_STORE_HELP = "Add documents with “dateline import FILE… --store FOLDER”, then reload this page."
NO_RESULT = "No event fits these filters"
NO_RESULT_HELP = "Take a filter away or widen the period."
NOT_PLACED = "None of these events has a day on the axis; they are listed below."
BROKEN_STORE = "The store cannot be read"
BROKEN_HELP = "The words of the store were: {why}"
NO_EVENT = "There is no event of that name here. It may have been read from a document that is gone."
BAD_LINK = "Part of this link was not understood and has been left out"
NOT_FOUND = "There is no such page."
NO_DOCUMENT = "There is no document of that name here."
BAD_REQUEST = "This request makes no sense to the page."
WRONG_HOST = "This page does not answer to that host name."
WRONG_ORIGIN = "Requests from other sites are refused."
WRONG_METHOD = "Only GET, HEAD and POST are answered."
TOO_LARGE = "The request is too large."
BROKEN = "Something went wrong while answering. The details are in the server’s log."


def unknown_parameter(name: str) -> str:
    """A link names a setting the page does not have."""
    return f"“{shortened(name)}” is no setting of this page."


def unknown_value(what: str, value: str, choices: Sequence[str] = ()) -> str:
    """A link holds a value the setting does not take."""
    hint = f" It can be {alternatives(choices)}." if choices else ""
    return f"{what}: “{shortened(value)}” is not known here.{hint}"


def bad_day(what: str, value: str) -> str:
    """A link holds a day that is none."""
    return f"{what}: “{shortened(value)}” is not a day; expected for example 2023-06-08."


def swapped_days() -> str:
    """A link's period ends before it begins."""
    return "The period ended before it began; its two days have been exchanged."


def too_many(what: str, most: int) -> str:
    """A link holds more values than a filter takes."""
    return f"{what}: only the first {most} were kept."


def shortened(text: str, most: int = 48) -> str:
    """A text cut to a length, with an ellipsis."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def alternatives(words: Iterable[str]) -> str:
    """`a, b or c`."""
    *front, last = words
    return f"{', '.join(front)} or {last}" if front else last


def counted(number: int, noun: str) -> str:
    """`1 event`, `1,204 events`."""
    plural = noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
    return f"{number:,} {noun if number == 1 else plural}"


def remove(words: str) -> str:
    """The name of a chip's button."""
    return f"Remove filter: {words}"


def more_cards(number: int) -> str:
    """The cards folded away."""
    return f"Show {number:,} more"


def more_rows(number: int) -> str:
    """What a list leaves out."""
    return f"and {number:,} more; the CSV holds them all."


def shown_rows(shown: int, total: int) -> str:
    """How much of the table is drawn."""
    if shown == total:
        return f"All {counted(total, 'event')} of this view." if total > 1 else f"{counted(total, 'event')}."
    return f"The first {shown:,} of {counted(total, 'event')}."


def told_as(wording: str) -> str:
    """The words a date was told in."""
    return f"“{shortened(wording, 60)}”"


def timeline_note(placed: int, drawn: str, by: str, *, crowded: bool) -> str:
    """What the timeline shows."""
    if not placed:
        return NOT_PLACED
    several = {
        "organization": " An event of several organizations stands in each of their lanes.",
        "country": " An event of several countries stands in each of their lanes.",
        "topic": " An event of several topics stands in each of their lanes.",
    }.get(by, "")
    if crowded:
        return f"{drawn}: too many to draw singly, so colour shows how many; zoom in to see each.{several}"
    return f"{TIMELINE_HELP}{several}"


# --- sentences about a view ------------------------------------------------------------------------
KEY_FIGURES = {
    "events": "Events",
    "documents": "Documents",
    "countries": "Countries",
    "organizations": "Organizations",
    "planned": "Planned",
}
COUNTRY_LINKS = {
    "any": "with",
    "participating": "with",
    "location": "in",
    "named": "naming",
    "by_membership": "of bodies of",
}
CHIP_HEADS = {"status": "Status", "certainty": "Date"}
NAMED_IN_HEADLINE = 2


def headline_part(link: str, names: Sequence[str], plural: str) -> str:
    """` of CSTO or CIS`, ` with 3 countries`."""
    told = alternatives(names) if len(names) <= NAMED_IN_HEADLINE else f"{len(names)} {plural}"
    return f" {link} {told}"


def of_total(shown: int, total: int) -> str:
    """`25 of 31 events`, `All 31 events`."""
    return f"{shown:,} of {counted(total, 'event')}" if shown != total else f"All {counted(total, 'event')}"


def undated(number: int) -> str:
    """How many events are in the tray."""
    return f"{number:,} without a day on the axis"


def in_store(events: int, documents: int) -> str:
    """What the store holds."""
    return f"The store holds {counted(events, 'event')} from {counted(documents, 'document')}."


def not_here(what: str, name: str) -> str:
    """A link filters by something no event has."""
    return f"{what}: no event here knows “{shortened(name)}”."


def caption_filters(filters: Sequence[str]) -> str:
    """The filters of a picture."""
    return f"Filters: {'; '.join(filters)}" if filters else "Filters: none"


def caption_period(period: str) -> str:
    """The period of a picture."""
    return f"Period: {period}"


def caption_counts(events: int, documents: int, undated_events: int) -> str:
    """The numbers of a picture."""
    without = f", {undated(undated_events)}" if undated_events else ""
    return f"{counted(events, 'event')} from {counted(documents, 'document')}{without}"


def caption_sources(names: Sequence[str], documents: int) -> str:
    """The documents behind a picture."""
    more = f"; and {documents - len(names)} more" if documents > len(names) else ""
    return f"Sources: {'; '.join(names)}{more}"
