"""The words of the page that explains: what is counted and measured stands in the data, not here."""

from __future__ import annotations

TITLE = "How to read this page"
OPEN = "How to read this page"
GOT_IT = "Got it"
CONTENTS = (
    ("pile", "This pile"), ("dates", "How a date is found"), ("marks", "What the marks mean"),
    ("filters", "What the filters mean"), ("reach", "How well it reads"), ("keys", "Keys"),
)  # fmt: skip
PILE_LEAD = "{events} from {documents}. What of it is not known for certain, and where it stands:"
PILE = {
    "unplaced": "not on the axis: one of several days, an open end, or no day at all",
    "approximate": "on the axis with an uncertain date: some day of a stretch, or about then",
    "exact": "on an exact day, or it lasted from one to another",
    "weak": "weak: about half of such are no event to show",
    "placeless": "without a place: their words name none",
    "nobody": "without a country that took part",
    "eventless": "without an event",
    "partial": "read in part",
    "languages": "in a language that is not wholly read",
}
_WRITTEN = (
    "by the date line, the day of publication, the address, who held which office, weekdays, and how it "
    "tells of the dates it prints. Only kinds of clues that are right nineteen times in twenty exclude days."
)
_HELD = (
    "by the day its own sentence tells. “Friday” or “4 September” is counted from the day the report was "
    "written, so it is never sharper than that."
)
_OPEN = (
    "If several days remain, the answer is all of them: they are drawn as a band, or listed below the axis. "
    "A likely day is a hint with its share of right guesses; it is in no filter and no count."
)
DATES = (
    ("When the report was written", _WRITTEN),
    ("When the event was", _HELD),
    ("What stays open", _OPEN),
    (
        "Where to look it up",
        "Open an event: “Why this date” tells each step, and the underlined words are those it rests on.",
    ),
)
FILTERS_LEAD = (
    "Several names in one list are alternatives; filters of different kinds must all hold. The number beside "
    "a choice says how many events it would leave under the other filters."
)
REACH_LEAD = (
    "Measured on {cases} reports that were annotated by hand and that nobody who writes this program has "
    "opened, read with the publication day a reader could know."
)
REACH_HEADS = ("Of a hundred", "Dateline", "A trivial answer")
REACH = {
    "main date: right": "dates of the news of a report are right",
    "main date: day-precise answers that are right": "days it states for that are right",
    "main date: shuts out the truth": "dates exclude the true day (fewer is better)",
    "list: events": "events are found (balance of missed and invented, F1)",
    "list: type: lenient": "found events have the right kind",
    "list: status: right": "are rightly told as happened, planned, called off, denied",
    "main participants (persons)": "people who took part (F1)",
    "main participating countries": "countries that took part (F1)",
    "main organizations": "organizations (F1)",
    "place: city": "cities are right",
    "false: all": "statements it prints are false (fewer is better)",
}
REACH_FOOT = "Each event shows its score and its evidence, so that you can judge it yourself."
KEYS = (
    ("/", "search"),
    ("← →", "move the timeline; in an open event, the one before and the one after it in time"),
    ("+ −", "look closer, step back"),
    ("Home", "the whole time"),
    ("Esc", "close"),
)
# One at a time, each where it is met, while a pile is small.
HINTS = {
    "marks": "Each mark is an event: select one to read the words it was found in.",
    "bars": "Drag over the bars to choose a period.",
    "map": "Select a country to see only its events.",
    "table": "The same events as a list; the head of a column sorts it.",
}
