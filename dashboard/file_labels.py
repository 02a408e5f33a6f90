"""The words of what can be taken away, beside those of the page (`labels`)."""

from __future__ import annotations

from dashboard import labels

CHART_TITLES = {"timeline": labels.TIMELINE, "map": labels.MAP, "topics": labels.TOPICS_OVER_TIME}
ALTERNATIVE = {
    "timeline": "Timeline, each event a mark in the lane of what it belongs to",
    "map": "World map, countries shaded by how often they occur",
    "topics": "Topics over time, each a row, by how often they occur",
}
FILTERS, NO_FILTER = "Filters: {filters}", "none"
PERIOD, DAYS_OF_DATA = "Period: {days}", "Dates of the data: {days}"
SURE_AND_POSSIBLE = "{sure} for certain in the period, {more} more possibly,"
ZOOMED = "The axis shows a part of the days: {days}."
DATA_VERSION = "data version {version}"
OPEN_VIEW = "Open this view"
ITS_EVENTS, FIRST_EVENTS = "Its events as a list", "The first of its events as a list"
MOST_OFTEN = "Most often:"
README_HEAD = """{filters}
{when}
{counts}
Data version {version} · made with {tool} · view {address}"""
README_FILES = """Files
- events.csv: the events, one a line, for spreadsheets (UTF-8; an apostrophe stands before
  what a spreadsheet would run)
- events.json: the same with lists as lists, and all that is known of the view
- metadata.json: title, filters, sources, meaning of the columns, citations
- citation.bib, citation.csl.json: for BibTeX, Zotero, pandoc
- *.svg: the figures"""
README_DATES = """Dates
`edtf` is the date as it is known (Extended Date/Time Format, ISO 8601-2), `earliest` and `latest` its bounds.
An event that is not told to the day is not told to the day here: do not take its bounds for its date."""
README_CITE = "Please cite as"
SOURCES = "Sources"
COLUMNS = {
    "title": "Headline of the event",
    "edtf": "Its date in the Extended Date/Time Format (ISO 8601-2)",
    "earliest": "First possible day",
    "latest": "Last possible day",
    "precision": "How precise the date is",
    "basis": "How it is known: stated, completed, relative, inferred, publication, unknown",
    "certainty": "exact; approximate: about then, or some day of a stretch; unplaced: on no axis",
    "status": "Whether it happened, is planned, was called off, …",
    "type": "Type of event",
    "place_city": "City",
    "place_country": "Country of the place (ISO 3166-1 alpha-2)",
    "participants": "People who took part, with their role at that date",
    "organizations": "Keys of organizations",
    "countries_participating": "Countries that took part (ISO 3166-1 alpha-2)",
    "countries_location": "Countries it took place in",
    "countries_named": "Countries its words name",
    "countries_by_membership": "Countries that are members of its organizations",
    "topics": "Keys of topics",
    "reports": "How many documents tell of it",
    "sources": "How many of them are of a wording of their own",
    "documents": "Titles of the documents",
    "addresses": "Their addresses, where they have one",
    "published": "When they were published, else written (EDTF)",
    "evidence": "The words it rests on",
    "according_to": "Who says so, where the document reports it",
    "score": "How likely it is an event that should be shown, from 0 to 1",
    "link": "Address of the event on the page",
    "id": "Key of the event",
    "plover": "PLOVER 2.0 event type",
    "cameo": "CAMEO 1.1b3 code",
    "type_name": "Name of the type",
    "organization_names": "Names of the organizations",
    "country_names": "Names of the countries that took part",
    "topic_names": "Names of the topics",
    "publishers": "Hosts of the addresses",
    "document_days": "When the documents were written (EDTF)",
}
# --- a story -------------------------------------------------------------------------------------
STORY, STORY_EVENT = "The story", "Event {number}"
NO_TOML = "This is no story: {why}."
NO_STORY_EVENTS = "The story has no events: each begins with a line [[event]]."
NO_STORY_TITLE = 'The story has no title: begin it with title = "…".'
NO_STORY_ID = "{place} has no id."
NO_STORY_PART = "{place} has “{name}”; it can have {names}."
NO_STORY_TEXT = "{place}: {name} is text and stands in quotation marks."
STORY_LENGTH = "A story has from 1 to {most} events, not {number}."
NO_SUCH_EVENTS = "The store has no such event: {events}."
STORY_KEY = (
    "A dot is an exact day, a diamond a day that is not exactly known, a band all the days it may be; "
    "hollow was still to come when it was told."
)
STORY_UNPLACED = "Without a day on the axis: {numbers}."
STORY_FOOT = (
    "Days, doubts, quoted words and sources are read from the documents; what stands between is the writer’s."
)
# The sheet of the page on which one is collected.
STORY_NAME, STORY_ADD, STORY_DROP = "Story", "Add to the story", "Take out of the story"
STORY_HELP = (
    "Five to twelve events make a good story. They stay in this browser until they are taken out; "
    "days, doubts, quotations and sources are read from the documents when it is published."
)
STORY_TITLE, STORY_LEAD, STORY_AUTHOR = "Title", "What stands below it", "Who tells it"
STORY_HEADING, STORY_LABEL, STORY_WORDS = "Headline of your own", "Short label in the figure", "Your words"
STORY_UP, STORY_DOWN, STORY_UNTITLED = "Earlier in the story", "Later in the story", "A story"
STORY_SAVE, STORY_EMPTY, STORY_COMMAND = "Save the file", "Empty the story", "Command"
STORY_PUBLISH = "The file is text you can change. This makes a page of it, with --timelinejs a TimelineJS:"
STORY_COMMENT = "A story of Dateline: change its words and their order, then publish it with dateline story."
STORY_LANE = "The story"
# What is not known of a day.
DOUBTS = {
    "none": "No document tells its day.",
    "open": "Only one end of the time is known.",
    "several": "One of several days; which is not known.",
    "approximate": "The time is told roughly.",
    "day": "One day of these; which is not known.",
    "range": "One day of these; which is not known.",
    "week": "Told to the week.",
    "month": "Told to the month.",
    "season": "Told to the season.",
    "quarter": "Told to the quarter.",
    "year": "Told to the year.",
    "decade": "Told to the decade.",
    "century": "Told to the century.",
}
BASIS = "The date is {basis}."
DISAGREE = "On {what}, reports disagree: {said} ({who})."
NO_EVENTS = "No event passes these filters: there is nothing to draw."
NO_FORM = "There is no {what} as {form}; it can be {forms}."
NO_CHOICE = "{what} can be {choices}, not “{value}”."
BAD_DENSITY = "scale is a number from 1 to 4, not “{value}”."
BAD_WIDTH = "width is a number of pixels from {least} to {most}, not “{value}”."
BAD_LABEL = "label is the key of an event, a space and some words; there can be {most} of them."
NO_LABEL = "These labels are for events that have no mark in this timeline: {labels}."
BAD_FRAME = "frame is how much larger a map is, a longitude and a latitude (2.5,37.6,55.75), not “{value}”."
NO_DAY = "no date"
CITE, EVENTS, FIND = "How to cite", "Events", "Search the events"

# --- the sheet: save, cite, embed ---------------------------------------------------------------------
SHARE = "Save, cite or embed: {chart}"
SHEET_TITLE = "Save, cite or embed"
SHEET_CHART, SHEET_SIZE, SHEET_FORM, SHEET_SCALE = "Chart", "Size", "File", "Pixels"
SHEET_LOOK, SHEET_LIGHT, SHEET_DARK, SHEET_CLEAR = "Look", "Light", "Dark", "Transparent"
SHEET_OWN, SHEET_NOTE = "Title of your own", "A line below it"
SHEET_PREVIEW = "What will be saved"
SHEET_DRAWING, SHEET_FAILED = "Drawing …", "The page could not be reached."
SHEET_SAVE, SHEET_COPY_IMAGE = "Save", "Copy image"
SHEET_COPY_FIGURE, SHEET_COPY_VIEW = "Copy link to the file", "Copy link to the view"
SHEET_COPIED, SHEET_CANNOT = "Copied", "This browser copies no images; save the file instead."
SHEET_DATA, SHEET_CITE, SHEET_COPY_CITE = "Its events", "Cite", "Copy citation"
SHEET_CITATION = "Citation"
CITATIONS = {"short": "Short", "long": "Full", "bibtex": "BibTeX", "csl": "CSL-JSON"}
SHEET_EMBED, SHEET_EMBED_HELP, SHEET_COPY_EMBED = (
    "Embed",
    "Live: it shows the view as it is when it is looked at. The script fits its height.",
    "Copy snippet",
)
SHEET_LABELS, SHEET_LABELS_HELP = (
    "Labels at events",
    "Words of your own in place of the headline; they are set first and in bold.",
)
SHEET_EVENT, SHEET_LABEL, SHEET_ADD, SHEET_REMOVE = "Event", "Label", "Add label", "Remove label"
SIZES = {
    "page": "As on the page",
    "article": "Article, 1600 × 900",
    "share": "Share, 1200 × 628",
    "square": "Square, 1080 × 1080",
    "a4": "A4",
    "slide": "Slide, 1920 × 1080",
}
