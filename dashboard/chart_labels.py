"""The words of what stands behind and beside the charts, beside those of the page (`labels`)."""

from __future__ import annotations

# --- the events behind a country or a cell ---------------------------------------------------------
FILTER_BY = "Filter by {name}"
FILTER_OFF = "Stop filtering by {name}"
FILTER_DAYS = "Filter to {days}"
BEHIND_NONE = "None of the events of this view."
BEHIND_SHARES = "Dates that are not told to the day count in a cell by shares: {number} only may lie in it."
NO_QUOTE = "No words of a report are kept for it."

# --- map ---------------------------------------------------------------------------------------
DISPUTED = "disputed"

# --- topics over time ------------------------------------------------------------------------------
MEASURE = "What a cell tells"
MEASURE_CHOICES = (
    ("number", "Numbers"), ("share", "Share of its time"), ("peak", "Of its own peak"),
)  # fmt: skip
PER = "What counts once"
PER_CHOICES = (("event", "Per event"), ("document", "Per document"))
FORM = "How topics are drawn"
FORM_CHOICES = (("grid", "Grid"), ("bars", "Bars"))
PER_CELL = {
    "number": "{what} per cell",
    "share": "% of all {what} of the {unit}",
    "peak": "% of the topic’s own highest",
}
OF_WHOLE = {"share": "{percent} % of all then", "peak": "{percent} % of its highest"}
FULL_HEIGHT = "Full height of a row: {number} {what}"
DOCUMENT = "document"
TOPICS_HELP = {
    "number": "{what} per topic and {unit}",
    "share": "Of all {what} of a {unit} the share on each topic (one of several topics counts for each)",
    "peak": "{what} per topic and {unit}, each topic against its own highest",
}
TOPICS_SPREAD = ", a date that may lie in several is shared among them."
TOPICS_MOST = "The {most} most told of {topics} topics."
TOPICS_TOTAL = "The number at the right counts what has no place on the axis, too."
TOPICS_DO = "Select a cell for its events and their words, the name of a topic to filter."
DOCUMENT_WEIGHS = "Each document weighs one, however many events it tells."
TOPICS_KEYS = (
    "Topics over time. The arrow keys go from cell to cell, Enter opens its events. "
    "The same numbers stand in the table below."
)

# --- each chart as text and table ------------------------------------------------------------------
COUNTRY = "Country or area"
MAP_TABLE = "{what} per country, as a table"
AS_TABLE, BARS_AS_TABLE = "As a table", "The bars above as a table"
EVENTS_TABLE = "The same events as a table"
TOPICS_TABLE = "Topics over time, as a table"
OVERVIEW_TABLE = "The overview, as a table"
TOPIC, ALL, TIME, OF_THEM_PLANNED = "Topic", "In all", "Time", "Planned"
MOST = "Most often {named}"
MOST_OF = "{total} {kind}, most often {named}"
LANES_SUMMARY = "{number} lanes; first {first}."
BARS_SUMMARY = "Most: {when}, {number}."
MAP_SUMMARY = "World map, countries shaded by how often they occur."
