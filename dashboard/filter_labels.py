"""The words of the filters: choices, what they mean, and how a name stands in headline and chip."""

from __future__ import annotations

# How a body must be tied to an event; the plain way first.
BODY_LABEL = "What the organizations do"
BODY_CHOICES = (("acting", "That act"), ("member", "A member takes part"), ("named", "Named"))
BODY_HELP = {
    "acting": "Events they convened, took part in as a body, or decided.",
    "member": "Events in which a country takes part that belonged to them then.",
    "named": "Events whose own sentences name them.",
}
BODY_LINKS = {"acting": "of {}", "member": "with a member of {}", "named": "naming {}"}
BODY_CHIPS = {"acting": "{}", "member": "A member of {} takes part", "named": "{} is named"}
# Likewise a country.
LAYER_LABEL = "What counts as a mention"
LAYER_CHOICES = (
    ("participating", "Took part"),
    ("location", "Place"),
    ("named", "Named"),
    ("any", "Any of these"),
    ("by_membership", "Members"),
)
LAYER_HELP = {
    "any": "Countries that took part, hosted, or are named in the event’s sentences.",
    "participating": "Countries whose people or bodies took part.",
    "location": "Countries the event took place in.",
    "named": "Countries named in the event’s own sentences.",
    "by_membership": "Countries that belonged to the bodies involved, at the time.",
}
COUNTRY_LINKS = {
    "any": "tied to {}", "participating": "with {}", "location": "in {}", "named": "naming {}",
    "by_membership": "of bodies of {}",
}  # fmt: skip
COUNTRY_CHIPS = {
    "participating": "{} took part", "location": "In {}", "named": "{} is named",
    "any": "{} took part, was the place or is named", "by_membership": "A body of {}",
}  # fmt: skip
PUBLISHERS, ALL_PUBLISHERS = "Publishers", "All publishers"
LANGUAGES, ALL_LANGUAGES = "Languages", "All languages"
CERTAINTY_CHOICES = (
    ("all", "All"), ("exact", "Exact"), ("approximate", "Uncertain"), ("unplaced", "Off axis"),
)  # fmt: skip
CERTAINTY_HELP = (
    "Exact: one day, or it lasted. Uncertain: some day within a stretch, or about then. "
    "Off axis: one of several days, an open end, or no day at all."
)
CERTAINTY_CHIPS = {"unplaced": "Date: not on the axis"}
STATUS_CHOICES = (("all", "All"), ("happened", "Happened"), ("planned", "Planned"), ("off", "Other"))
STATUS_HELP = (
    "Happened: or going on. Planned: still to come when it was reported, or postponed. "
    "Other: cancelled, denied or hypothetical."
)
STATUS_CHIPS = {"off": "Status: cancelled, denied or hypothetical"}
STRENGTH_CHOICES = (("all", "All"), ("likely", "Likely"), ("clear", "Clear"))
STRENGTH_HELP = (
    "How likely it is an event to show at all: of the weak ones about half are, of the clear ones nearly all."
)
COUNT_CHOICES = (("events", "Events"), ("reports", "Reports"), ("sources", "Sources"))
COUNT_HELP = (
    "Events: each once. Reports: once for each report that tells of it. "
    "Sources: the same, with near-copies of one wording counted once."
)
