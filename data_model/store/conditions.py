"""An EventFilter as SQL: conditions on happenings, every value a bound parameter."""

from __future__ import annotations

from typing import Any

from data_model.store.filters import FAMILY, EventFilter
from data_model.values import STRENGTHS

# How a country is tied to a happening, as the bits of `happening_countries.layers`.
LAYER_BITS = {"any": 7, "participating": 1, "location": 2, "named": 4, "by_membership": 8}


def select(wanted: EventFilter) -> tuple[str, dict[str, Any]]:
    """The selection of happenings as the beginning of a query, and its values."""
    fixed, apart, values = to_conditions(wanted)
    conditions = " AND ".join((fixed, *apart.values()))
    return f"WITH selected AS (SELECT * FROM happenings WHERE {conditions})", values  # noqa: S608 - values are bound


def to_conditions(wanted: EventFilter) -> tuple[str, dict[str, str], dict[str, Any]]:
    """What always holds, what holds for each kind that has a facet, and the values of both."""
    values: dict[str, Any] = {}
    fixed = ["true"]
    if wanted.certainty != "all":
        fixed.append("exact" if wanted.certainty == "exact" else "NOT exact")
    if wanted.strength != "all":
        fixed.append("score >= $score")
        values["score"] = STRENGTHS[wanted.strength]
    fixed.extend(_period_conditions(wanted, values))
    for number, word in enumerate(wanted.words):
        fixed.append(f"contains(words, strip_accents(lower($word{number})))")
        values[f"word{number}"] = word
    if wanted.documents:
        fixed.append("len(list_intersect(documents, $documents)) > 0")
        values["documents"] = list(wanted.documents)
    apart = _facet_conditions(wanted, values)
    return " AND ".join(fixed), apart, values


def _period_conditions(wanted: EventFilter, values: dict[str, Any]) -> list[str]:
    """That one of the possible days lies in the period: the ends settle it, but for scattered dates."""
    found, within = [], []
    if wanted.since is not None:
        found.append("(latest IS NULL OR latest >= $since)")
        within.append("last_day >= $since")
        values["since"] = wanted.since
    if wanted.until is not None:
        found.append("(earliest IS NULL OR earliest <= $until)")
        within.append("first_day <= $until")
        values["until"] = wanted.until
    if within:
        runs = f"SELECT edtf FROM runs WHERE {' AND '.join(within)}"  # noqa: S608 - values are bound
        found.append(f"(NOT scattered OR edtf IN ({runs}))")
    return found


def _facet_conditions(wanted: EventFilter, values: dict[str, Any]) -> dict[str, str]:
    apart: dict[str, str] = {}
    if wanted.organizations:
        apart["organization"] = (
            "number IN (SELECT b.happening FROM happening_organizations b"
            " JOIN organizations o ON o.number = b.organization"
            " WHERE list_contains($bodies, o.key) OR list_contains($families, o.family))"
        )
        families = [one.removeprefix(FAMILY) for one in wanted.organizations if one.startswith(FAMILY)]
        values["bodies"] = [one for one in wanted.organizations if not one.startswith(FAMILY)]
        values["families"] = [one for one in families if one]
    if wanted.countries:
        apart["country"] = (
            "number IN (SELECT happening FROM happening_countries"
            " WHERE list_contains($countries, country) AND layers & $layer <> 0)"
        )
        values["countries"] = list(wanted.countries)
        values["layer"] = LAYER_BITS[wanted.country_layer]
    if wanted.topics:
        apart["topic"] = (
            "number IN (SELECT happening FROM happening_topics WHERE list_contains($topics, topic))"
        )
        values["topics"] = list(wanted.topics)
    if wanted.types:
        apart["type"] = "list_contains($types, type)"
        values["types"] = list(wanted.types)
    if wanted.statuses:
        apart["status"] = "list_contains($statuses, status)"
        values["statuses"] = list(wanted.statuses)
    return apart
