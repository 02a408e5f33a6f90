"""Every component id of the page. A chart's id is also the id its styles and scripts know it by."""

from __future__ import annotations

# What the page remembers.
OPEN = "open"
GESTURE = "gesture"
AMBIENCE = "ambience"

# Controls; those of filters stand in `filters.FILTERS`.
RESET = "reset"
BURGER = "burger"
SHELL = "shell"
LISTS = "opened-lists"
PROVIDER = "provider"

# Charts.
TIMELINE = "timeline"
AXIS = "timeline-axis"
SAID = "timeline-said"
LANE_TOOLS = "lane-tools"
LANE_MORE = "lane-more"
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
TIMELINE_SUMMARY = "timeline-summary"
OVERVIEW_SUMMARY = "overview-summary"
MAP_SUMMARY = "map-summary"
TOPICS_SUMMARY = "topics-summary"
MAP_TABLE = "map-table"
TRAY = "tray"
TABLE = "table"
TIMELINE_LIST = "timeline-list"
DAYS_MORE = "day-rows"
TRAY_MORE = "tray-cards"
TABLE_MORE = "table-rows"
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
