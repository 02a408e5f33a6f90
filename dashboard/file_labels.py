"""The words of what can be taken away, beside those of the page (`labels`)."""

from __future__ import annotations

from dashboard import labels

CHART_TITLES = {"timeline": labels.TIMELINE, "map": labels.MAP, "topics": labels.TOPICS_OVER_TIME}
ALTERNATIVE = {
    "timeline": "Timeline, each event a mark in the lane of what it belongs to",
    "map": "World map, countries shaded by how often they occur",
    "topics": "Grid of topics by time, cells shaded by how often they occur",
}
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
NO_EVENTS = "No event passes these filters: there is nothing to draw."
NO_FORM = "There is no {what} as {form}; it can be {forms}."
NO_CHOICE = "{what} can be {choices}, not “{value}”."
BAD_DENSITY = "scale is a number from 1 to 4, not “{value}”."
NO_DAY = "no date"
CITE, EVENTS, FIND = "How to cite", "Events", "Search the events"

# --- the menu of a chart -------------------------------------------------------------------------
SHARE = "Save or cite {chart}"
SHARE_FIGURE, SHARE_DATA, SHARE_CITE = "Figure", "Its events", "Cite"
SHARE_SIZE, SHARE_SCREEN, SHARE_COPY, CITED = "Size", "As on screen", "Copy", "Citation copied"
SIZES = {
    "page": "As on the page",
    "article": "Article, 1600 × 900",
    "share": "Share, 1200 × 628",
    "square": "Square, 1080 × 1080",
    "a4": "A4",
    "slide": "Slide, 1920 × 1080",
}
