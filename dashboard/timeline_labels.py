"""The words of the timeline, beside those of the page (`labels`)."""

from __future__ import annotations

HELP = (
    "Select an event to read its sources, the name of a lane to filter. "
    "Drag or Ctrl + scroll to look closer, brush the bars to choose a period."
)
HELP_NARROW = "Select an event to read its sources, the name of a lane to filter."
HELP_EVEN = (
    "The same room for every day with an event, and for every gap, however long: not to the scale of time. "
    "Select an event to read its sources, brush the bars to choose a period."
)
HELP_LIST = "Select an event to read its sources, brush the bars to choose a period."
KEYS = (
    "Timeline of events. Left and right arrows move, plus and minus zoom, Home shows everything. "
    "Enter goes to the events: left and right arrows then walk from one to the next in time, Enter opens "
    "one, Escape leaves them. The table below holds the same events."
)
# Which of those in view an event is that was walked to; the page's script fills it in.
TURN = "{turn} of {total} in view"
# Where an event may stand in several lanes.
SEVERAL = frozenset({"organization", "country", "person", "topic", "publisher"})
JOINED = " A line joins the lanes of one event."

# --- the list in the order of time ---
FORM = "Form of the timeline"
FORM_CHOICES = (("lanes", "To scale"), ("even", "Even"), ("list", "List"))
DAY_LIST = "The events of the timeline in the order of time"
TOLD_DAYS = "Its reports tell {days}"
MONTHS_LATER, YEARS_LATER = "{number} months later", "{number} years later"

# --- from an open event to the next ---
BESIDE, IN_TIME = "Next and previous in time", "{turn} of {total} in time"
EARLIER, LATER = "Earlier: {title}", "Later: {title}"

# --- lanes ---
PINNED, FOLDED, OPENED, MORE = "Pinned lanes", "Folded lanes", "Unfolded lanes", "More lanes"
NEAR = "Lane brought close"
LANE_TOOLS = "Lanes: up and down arrows walk among them, left and right among what can be done with one"
FOLD, UNFOLD = "Fold {lane} to one line", "Unfold {lane}"
PIN, UNPIN = "Pin {lane} to the top", "Unpin {lane}"
STRIPS, BRING_CLOSE = "as strips", "Select it to read it here"
BEFORE, AFTER = "Read the {number} lanes above", "Read the {number} lanes below"
LANE_UP, LANE_DOWN = "Move {lane} up", "Move {lane} down"
# What the lane of the rest is called: of one key and of several.
HIDDEN = {
    "organization": ("{number} more organization", "{number} more organizations"),
    "country": ("{number} more country", "{number} more countries"),
    "person": ("{number} more person", "{number} more people"),
    "topic": ("{number} more topic", "{number} more topics"),
    "type": ("{number} more kind", "{number} more kinds"),
    "publisher": ("{number} more publisher", "{number} more publishers"),
}
FOLD_ALL, UNFOLD_ALL = "Fold all lanes", "Unfold all lanes"
SHOW_LANES, FEWER_LANES = "Show the lanes of {lanes}", "Show fewer lanes"
SHOW_SOME = "Show {number} of the {lanes}"

# --- the doubt lens ---
LENS = "Doubt lens"
LENS_CHOICES = (("plain", "As told"), ("doubt", "Doubt lens"))
LENS_NOTE = (
    " Doubt lens: a mark covers all the days it may be by any report, on a dotted line where these lie "
    "apart; pale is less surely an event; two rings: reports disagree."
)
LENS_LIST = " Doubt lens: pale is less surely an event; where reports disagree, all their days are told."
LENS_KEY = (
    "Doubt lens: a mark covers all the days it may be by any of its reports, on a dotted line where these "
    "lie apart, the likeliest darker; the paler, the less surely an event; two rings: reports disagree."
)

# --- what the marks mean ---
SHAPES = (
    ("exact", "exact day"),
    ("approximate", "about then (~)"),
    ("range", "some day within the band, the diamond is only its middle"),
    ("likely", "darker part of a band: the likeliest of its days"),
    ("lasted", "it lasted"),
    ("planned", "hollow, dashed band: planned, that is, still to come when it was reported, or put off"),
    ("off", "crossed: cancelled or denied"),
    ("hypothetical", "dotted: hypothetical"),
    ("cut", "arrow: its days go on beyond the window"),
    ("larger", "larger: the news of its document, or told by several"),
    ("joined", "thin line: one event that stands in several lanes, counted once"),
    ("scattered", "dotted line: on one of the days it joins (doubt lens)"),
    ("disagree", "two rings: its reports disagree (doubt lens)"),
    ("weak", "pale: less surely an event (doubt lens)"),
    ("columns", "columns: how many, where not every mark has room; at the right, what their full height is"),
    (
        "strips",
        "strips: lanes far from those read, the colour of most of a column, stronger for more of the lane",
    ),
    ("vague", "too vague for a column: it may lie anywhere in more than two years"),
)
KEY_MARKS = "What the marks mean"
STRIPS_KEY = "A strip is a lane: the colour of most of a column's events, stronger for more of them."
EVEN_KEY = (
    "Not to the scale of time: every day with an event has the same room, and every gap, however long it is."
)
PICTURE_KEY = (
    "Colours: blue diplomacy, orange security, green economy, pink society, grey no topic. "
    "Marks: dot exact day; diamond about then or some day within its band; bar it lasted; "
    "hollow planned; crossed cancelled or denied; thin line one event in several lanes; "
    "columns count, each lane up to the number at its right."
)
