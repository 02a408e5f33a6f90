"""Every component id of the page. A chart's id is also the id its styles and scripts know it by."""

from __future__ import annotations

# What the page remembers.
VIEW = "view"
OPEN = "open"
GESTURE = "gesture"
AMBIENCE = "ambience"

# Controls.
TEXT = "text"
ORGANIZATION = "organization"
COUNTRY = "country"
TOPIC = "topic"
TYPE = "type"
STATUS = "status"
CERTAINTY = "certainty"
STRENGTH = "strength"
SINCE = "since"
UNTIL = "until"
LANES = "lanes"
LAYER = "layer"
RESET = "reset"
BURGER = "burger"
SHELL = "shell"
PROVIDER = "provider"

# Charts.
TIMELINE = "timeline"
OVERVIEW = "overview"
MAP = "map"
TOPICS = "topics"
CHARTS = "charts"

# Words that change.
PAGE = "events"
HEADLINE = "headline"
SUBLINE = "subline"
FIGURES = "key-figures"
CHIPS = "chips"
NOTICE = "notice"
TIMELINE_NOTE = "timeline-note"
MAP_NOTE = "map-note"
TOPICS_NOTE = "topics-note"
TRAY = "tray"
TABLE = "table"
# Built by the browser from lists: as components they are the dearest part of the page.
LISTED = (TRAY, TABLE)
PERIODS = "periods"
CSV = "csv"
FOOT = "foot"

# The event.
DRAWER = "drawer"
# Not `drawer-body`: the drawer gives that id to its own body.
DRAWER_BODY = "event-body"

# Buttons of the header.
COPY = "copy-link"
PRINT = "print-page"
THEME = "theme-toggle"


def listed(name: str) -> str:
    """The store of what a part holds that the browser builds itself."""
    return f"{name}-listed"
