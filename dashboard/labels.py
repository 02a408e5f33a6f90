"""Every word the page says, apart from what the data says."""

from __future__ import annotations

PRODUCT = "Dateline"
TITLE = "Dateline · who met whom, and when"
NO_SCRIPT = "This page draws its charts with JavaScript, which is switched off here."
NO_SCRIPT_CSV = "The events can be had as CSV without it."
LOADING = "Loading the events …"
SKIP = "Skip to the events"

# --- header and rail -----------------------------------------------------------------------------
SEARCH = "Search the events"
SEARCH_HINT = "A person, a body, a country, any words"
COPY_LINK = "Copy the link to this view"
COPIED = "Link copied"
PRINT = "Print this page"
COPY_SHORT, CSV_SHORT, PRINT_SHORT = "Copy link", "CSV", "Print"
CSV = "Download these events as CSV"
TOGGLE_THEME = "Switch between light and dark"
MENU = "Show or hide the filters"
FILTERS = "Filters"
RESET = "Reset"
ORGANIZATIONS = "Organizations"
ALL_ORGANIZATIONS = "All organizations"
COUNTRIES = "Countries"
ALL_COUNTRIES = "All countries"
PEOPLE, ALL_PEOPLE = "People", "All people"
TOPICS = "Topics"
ALL_TOPICS = "All topics"
TYPES = "Kinds of event"
ALL_TYPES = "All kinds"
NOTHING_FOUND = "Nothing of that name"
CLEAR = "Clear"
CHOICES = "Choices"
SINCE = "From"
UNTIL = "To"
ANY_DAY = "any day"
STATUS = "Status"
CERTAINTY = "Date certainty"
STRENGTH = "Strength"
COUNT = "Count"
# In a picture, where events are not counted once.
COUNTED_BY = {
    "reports": "Counted once for each report that tells of an event",
    "sources": "Counted once for each report of a wording of its own",
}
# What a number counts, one of it.
COUNT_NOUNS = {"events": "event", "reports": "report", "sources": "source"}
FAMILY_NAMES = {
    "diplomacy": "Diplomacy",
    "security": "Security",
    "economy": "Economy",
    "society": "Society",
    "other": "No topic",
}
FAMILY_GROUP = "All bodies of one kind"

# --- charts --------------------------------------------------------------------------------------
TIMELINE = "Timeline"
TIMELINE_QUESTION = "What happened when?"
MAP_QUESTION = "Which countries?"
TOPICS_QUESTION = "What was spoken of when?"
OVERVIEW_TITLE = "Overview"
LEFT, RIGHT = "Left edge of the timeline", "Right edge of the timeline"
REGION = "Part of the world"
REGION_CHOICES = (
    ("auto", "Fit to data"), ("world", "World"), ("europe", "Europe"), ("cis", "CIS and neighbours"),
    ("mideast", "Middle East"), ("asia", "Asia and Pacific"), ("africa", "Africa"), ("americas", "Americas"),
)  # fmt: skip
LANES_SHORT = "Lanes"
LANES_LABEL = "Lanes of the timeline"
LANE_CHOICES = (
    ("organization", "Organization"),
    ("country", "Country"),
    ("person", "Person"), ("topic", "Topic"), ("type", "Kind"), ("publisher", "Publisher"),
)  # fmt: skip
# The two tones of its bars.
PER_BAR, PLANNED_BARS = "{what} per {unit}", "of them planned"
OVERVIEW = "Overview: events over the whole time. Drag to choose a period."
SPAN = "Far-off dates"
ALL_DATES = "Far-off dates shown"
SORT = "Order of the table"
PERIOD = "period"
WORDS = "words searched for"
WHOLE_TIME = "Whole time"
FILTER_WINDOW = "Filter to this window"
BUSIEST = "Busiest: {period}"
MAP = "Countries"
MAP_HELP = "{what} per country. Select one for its events and their words."
BOUNDARIES = "Boundaries: United Nations Geodata, simplified; areas it leaves to no country are hatched."
DISCLAIMER = "Boundaries and names imply no opinion on the legal status of any territory."
NEVER = "none at all"
ZERO = "none in this view"
SMALL_STATE = "small state"
NONE_IN_CELL = "none"
PER_COUNTRY = "{what} per country"
TOPICS_OVER_TIME = "Topics over time"
TRAY = "Not on the axis"
TRAY_ALONE = "Only these, to sort and filter them"
TRAY_HELP = "Their words allow days too far apart, have an open end, or tell no day at all."
TABLE = "Events"
TABLE_HEADS = ("Date", "Event", "Kind", "Status", "Organizations", "Countries", "Documents")
# By the first day a date allows, with which its words begin, or by the documents that tell of it.
SORT_NAMES = {"newest": "newest first", "oldest": "oldest first", "told": "most told first"}
WIDE_ROWS = "Dates wider than two years"
UNDATED_ROWS = "Not on the axis"
SORT_HELP = {
    "newest": "Sort by the first day each date allows, the newest first",
    "oldest": "Sort by the first day each date allows, the oldest first",
    "told": "Sort by how many documents tell of it, most first",
}
TABLE_NAME = "The events of this view, as a table"
NO_LANE = {
    "organization": "No organization", "country": "No country", "person": "Nobody named",
    "topic": "No topic", "type": "No kind", "publisher": "No publisher",
}  # fmt: skip
TYPE_NAMES = {
    "meeting": "Meeting", "call": "Call", "visit": "Visit", "summit": "Summit or session",
    "statement": "Statement", "agreement": "Agreement", "appointment": "Appointment",
    "military": "Military action", "sanction": "Decision or sanction", "exercise": "Exercise",
    "election": "Election or vote", "aid": "Aid", "protest": "Protest", "court": "Court", "other": "Other",
}  # fmt: skip
STATUS_NAMES = {
    "happened": "Happened", "ongoing": "Ongoing", "planned": "Planned", "postponed": "Postponed",
    "cancelled": "Cancelled", "denied": "Denied", "hypothetical": "Hypothetical",
}  # fmt: skip

# --- the event -----------------------------------------------------------------------------------
EVENT = "Event"
CLOSE = "Close"
EARLIEST_LATEST = "Earliest – latest"
NO_BOUND = "open"
EDTF = "EDTF"
LIKELY_DATE = "Likely"
LIKELY = "Likely {date} (such guesses are right {right} times of 100)"
WHY_DATE = "Why this date"
WHY_SHOWN = "Why it is shown"
STRENGTH_WORDS = {"clear": "clear", "likely": "likely", "weak": "weak"}
WHERE = "Where"
WHO = "Who took part"
GROUPS = "Groups"
BODIES = "Organizations"
LAYERS = (
    ("participating", "Took part"), ("location", "Place"), ("named", "Named"),
    ("by_membership", "By membership"),
)  # fmt: skip
COUNTRY_LAYERS = "Countries"
EVENT_TOPICS = "Topics"
CODES = "Codes"
REPORTS = "Reports"
REPORTS_COMPARED = "What each report says"
SIDE_BY_SIDE = ("Report", "Day", "Status", "Place")
REPORT_SAYS = "It says"
WHOLE_DOCUMENT = "Read the whole document"
COPY_EVENT = "Copy the link to this event"
LINKED = "Why these reports are one event"
HISTORY = "What became of it"
DISAGREE = "Reports disagree"
DISAGREE_ON = {"day": "the day", "city": "the city", "number": "the number"}
ALIKE = "May tell of the same"
ALIKE_WHY = "No day tells these reports apart, and their wording is alike. They are counted each by itself."
MAY_TELL = "May tell of this: its date is too wide to be sure"
STEPS = {
    "planned": "Planned for {date}",
    "happened": "Took place {date}",
    "ongoing": "Under way {date}",
    "postponed": "Postponed, {date}",
    "cancelled": "Called off, {date}", "denied": "Denied, {date}",
    "hypothetical": "Thought possible, {date}",
}  # fmt: skip
STEP_MOVED = "other than said before"
WRITTEN_BECAUSE = "The report was written {date}: {reasons}"
NO_WORDS = "no date in its words"
SOURCE = "Source"
DOCUMENT_DATE = "Document date"
WHY_DOCUMENT_DATE = "Why this document date"
EVENTS_HERE = "Events in this document"
BACK = "Back to the timeline"
PUBLISHED = "Published"
LANGUAGE = "Language"
PARTIAL = "Read in part"
SILENT = "Nothing found"
# What is understood of texts in a language, by what is read of them.
READ = {
    ("dates", "names", "events"): "dates, names and events",
    ("dates", "names"): "dates, people and countries; no verbs, so events are rough",
    ("dates",): "dates, countries and known names; no verbs, so events are rough",
    (): "countries and known names, dates in figures only; its events are rough",
}
UNKNOWN_LANGUAGE = "und"  # as the address has it
NOTHING_KNOWN = "it tells of nothing that is known as an event"
NEITHER = "neither a date nor an event was found in it"
NO_LANGUAGE = "a language that could not be told, read as English or Russian by the letters"
ADDRESS = "Address"
MARKS = "Marks"
KINDS = {
    "date": "Date", "person": "Person", "organization": "Organization", "country": "Country",
    "place": "Place", "role": "Office", "action": "Action", "topic": "Topic",
}  # fmt: skip
PARTS = {"attendee": "took part"}  # the others are called as they are
BASES = {
    "stated": "stated in the text", "completed": "completed from the context",
    "relative": "counted from other words",
    "inferred": "inferred from known facts",
    "publication": "taken from the publication date", "unknown": "unknown",
}  # fmt: skip

# --- when there is nothing to draw, or something is wrong -----------------------------------------
EMPTY_STORE = "Nothing has been imported yet"
EMPTY_STORE_HELP = "Add documents with “dateline import FILE… --store FOLDER”, then reload this page."
NO_RESULT = "No event fits these filters"
NO_RESULT_HELP = "Take a filter away or widen the period."
EXITS = "Leave out:"
MEANT_INSTEAD = "Or take:"
EVERY_FILTER = "all filters"
NOT_PLACED = "None of these events has a day on the axis; they are listed below."
BROKEN_STORE = "The store cannot be read"
BROKEN_HELP = "The words of the store were: {why}"
NO_EVENT = "There is no event of that name here. It may have been read from a document that is gone."
BAD_LINK = "Part of this link could not be followed"
NOT_FOUND = "There is no such page."
NO_DOCUMENT = "There is no document of that name here."
BAD_REQUEST = "This request makes no sense to the page."
WRONG_HOST = "This page does not answer to that host name."
WRONG_ORIGIN = "Requests from other sites are refused."
WRONG_METHOD = "Only GET, HEAD and POST are answered."
TOO_LARGE = "The request is too large."
UNREACHABLE = "The page could not be reached; what is shown is the view before."
AGAIN = "Try again"
FRESH = "New documents have been imported · Show them"
IMPORTS = "What was imported, and what could not be"
BROKEN = "Something went wrong while answering. The details are in the server’s log."

# --- sentences about a view ------------------------------------------------------------------------
KEY_FIGURES = {
    "events": "Events", "documents": "Documents", "countries": "Countries",
    "organizations": "Organizations", "planned": "Planned",
}  # fmt: skip
DATE = "Date"
WITHIN = "In the period"
WITHIN_CHOICES = (("all", "all"), ("certain", "for certain"), ("perhaps", "perhaps"))
WITHIN_CHIPS = {"certain": "For certain in the period", "perhaps": "Perhaps in the period"}
NAMED_IN_HEADLINE = 2
APART = ("naming", "told", "tied", "with a member")
