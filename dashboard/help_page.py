"""How to read the page: a page of its own that needs no script.

What is measured is read from `reach.json`, which `python -m benchmarks.reach` writes from the frozen table. The
template escapes whatever it is given.
"""

# ruff: noqa: E501 - the template is HTML
from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from jinja2 import Environment

from dashboard import filter_labels, help_labels, labels
from dashboard.sentences import counted
from data_model import EventFilter, Store

if TYPE_CHECKING:
    from collections.abc import Mapping

_TEMPLATE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ words.TITLE }} · {{ labels.PRODUCT }}</title>
<link rel="icon" href="{{ assets }}favicon.ico">
{% for sheet in ("10-fonts.css", "20-icons.css", "40-page.css", "41-document.css", "43-imports.css", "44-help.css") -%}
<link rel="stylesheet" href="{{ assets }}{{ sheet }}">
{% endfor -%}
<script src="{{ assets }}45-theme.js"></script>
</head>
<body class="imports-page help-page">
<header class="document-head">
<a class="brand" href="{{ home }}" aria-label="{{ labels.PRODUCT }}"><img src="{{ assets }}logo.svg" alt="" width="26" height="26"><span>{{ labels.PRODUCT }}</span></a>
<a class="text-button" href="{{ home }}"><span class="icon icon-chevron-left" aria-hidden="true"></span>{{ labels.BACK }}</a>
</header>
<main>
<section class="paper">
<h1>{{ words.TITLE }}</h1>
<nav aria-label="{{ words.TITLE }}"><ul class="contents">{% for name, title in words.CONTENTS %}<li><a href="#{{ name }}">{{ title }}</a></li>{% endfor %}</ul></nav>
</section>
<section class="paper" id="pile">
<h2>{{ titles["pile"] }}</h2>
<p class="lead">{{ lead }}</p>
<ul class="amounts">{% for one in pile %}<li><strong>{{ one.number }}</strong> {% if one.address %}<a href="{{ home }}{{ one.address }}">{{ one.what }}</a>{% else %}{{ one.what }}{% endif %}</li>{% endfor %}</ul>
</section>
<section class="paper" id="dates">
<h2>{{ titles["dates"] }}</h2>
<ol class="steps">{% for head, text in words.DATES %}<li><strong>{{ head }}</strong> {{ text }}</li>{% endfor %}</ol>
</section>
<section class="paper" id="marks">
<h2>{{ titles["marks"] }}</h2>
<ul class="key">{% for family, name in families.items() %}<li><span class="dot family-{{ family }}" aria-hidden="true"></span>{{ name }}</li>{% endfor %}</ul>
<ul class="key shapes">{% for shape, meaning in labels.SHAPES %}<li><span class="shape shape-{{ shape }}" aria-hidden="true"></span>{{ meaning }}</li>{% endfor %}</ul>
</section>
<section class="paper" id="filters">
<h2>{{ titles["filters"] }}</h2>
<p class="lead">{{ words.FILTERS_LEAD }}</p>
{% for title, rows in meanings %}<h3>{{ title }}</h3>
<dl class="facts">{% for name, text in rows %}<div><dt>{{ name }}</dt><dd>{{ text }}</dd></div>{% endfor %}</dl>
{% endfor %}</section>
<section class="paper" id="reach">
<h2>{{ titles["reach"] }}</h2>
<p class="lead">{{ words.REACH_LEAD.format(cases=cases) }}</p>
<div class="scroll"><table>
<thead><tr>{% for head in words.REACH_HEADS %}<th scope="col"{% if not loop.first %} class="number"{% endif %}>{{ head }}</th>{% endfor %}</tr></thead>
<tbody>{% for one in reach %}<tr><td>{{ one.what }}</td><td class="number"><strong>{{ one.percent }}</strong></td><td class="number">{{ one.trivial }}<small>{{ one.answer }}</small></td></tr>{% endfor %}</tbody>
</table></div>
<p class="more">{{ words.REACH_FOOT }}</p>
</section>
<section class="paper" id="keys">
<h2>{{ titles["keys"] }}</h2>
<dl class="facts">{% for key, text in words.KEYS %}<div><dt><kbd>{{ key }}</kbd></dt><dd>{{ text }}</dd></div>{% endfor %}</dl>
</section>
</main>
</body>
</html>
"""
_ENVIRONMENT = Environment(autoescape=True, trim_blocks=False)


@dataclass(frozen=True, slots=True)
class Amount:
    """So much of a pile, what it is, and the address it can be looked at."""

    number: str
    what: str
    address: str = ""


def help_html(store: Store, prefix: str) -> str:
    """The page that explains, with what of a store is not known for certain.

    Args:
        store: The store.
        prefix: The path the page lives under.
    """
    total = store.counts(EventFilter()).total
    lead = help_labels.PILE_LEAD.format(
        events=counted(total.events, "event"), documents=counted(total.documents, "document")
    )
    reach = read_reach()
    return _ENVIRONMENT.from_string(_TEMPLATE).render(
        words=help_labels,
        labels=labels,
        titles=dict(help_labels.CONTENTS),
        lead=lead,
        pile=amounts_of(store),
        families=labels.FAMILY_NAMES,
        meanings=_meanings(),
        cases=reach[next(iter(help_labels.REACH))]["cases"],
        reach=[_row(words, reach[name]) for name, words in help_labels.REACH.items()],
        home=prefix,
        assets=f"{prefix}assets/",
    )


@lru_cache(maxsize=1)
def read_reach() -> Mapping[str, Mapping[str, Any]]:
    """What the reader reaches on pages nobody opened, by figure."""
    found: Mapping[str, Mapping[str, Any]] = json.loads(
        files("dashboard").joinpath("reach.json").read_text("utf-8")
    )
    return found


def _row(words: str, figure: Mapping[str, Any]) -> dict[str, str]:
    trivial = "–" if figure["trivial"] is None else f"{figure['trivial']:.0f}"
    return {
        "what": words,
        "percent": f"{figure['percent']:.0f}",
        "trivial": trivial,
        "answer": figure["answer"],
    }


def _meanings() -> list[tuple[str, list[tuple[str, str]]]]:
    """What the choices of the filters mean, as they are told elsewhere."""
    return [
        (
            labels.ORGANIZATIONS,
            [(name, filter_labels.BODY_HELP[value]) for value, name in filter_labels.BODY_CHOICES],
        ),
        (
            labels.COUNTRIES,
            [(name, filter_labels.LAYER_HELP[value]) for value, name in filter_labels.LAYER_CHOICES],
        ),
        (
            "",
            [
                (labels.STATUS, filter_labels.STATUS_HELP),
                (labels.CERTAINTY, filter_labels.CERTAINTY_HELP),
                (labels.STRENGTH, filter_labels.STRENGTH_HELP),
                (labels.COUNT, filter_labels.COUNT_HELP),
            ],
        ),
    ]


def amounts_of(store: Store) -> list[Amount]:
    """What of a store is undated, uncertain, without a place and not wholly read, where it is any."""
    everything, unread = EventFilter(), store.unread()

    def events(wanted: EventFilter) -> int:
        return store.view(wanted).counts.events

    certainty = {one: events(EventFilter(certainty=one)) for one in ("unplaced", "approximate", "exact")}
    view = store.view(everything)
    tied = {layer: view.number_tied("country", layer) for layer in ("location", "participating")}
    told = [
        (certainty["unplaced"], "event", "unplaced", "?certainty=unplaced"),
        (certainty["approximate"], "event", "approximate", "?certainty=approximate&span=all"),
        (certainty["exact"], "event", "exact", "?certainty=exact&span=all"),
        (events(everything) - events(EventFilter(strength="likely")), "event", "weak", ""),
        (events(everything) - tied["location"], "event", "placeless", ""),
        (events(everything) - tied["participating"], "event", "nobody", ""),
        (unread.eventless, "document", "eventless", "imports#without-events"),
        (unread.partial, "document", "partial", "imports"),
        (sum(number for _, _, number in unread.languages), "document", "languages", "imports#languages"),
    ]
    return [
        Amount(counted(number, noun), help_labels.PILE[name], address)
        for number, noun, name, address in told
        if number
    ]
