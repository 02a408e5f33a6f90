"""Citations as those read them who know their formats: bibtexparser and citeproc-py."""

from __future__ import annotations

import warnings

import bibtexparser
import pytest
from bibtexparser.middlewares import LatexDecodingMiddleware

from dashboard.callbacks.asked import Asked
from dashboard.config import Config
from dashboard.publish.citation import cite_bibtex, cite_csl, key_of
from dashboard.publish.facts import Facts
from dashboard.publish.views import open_view
from data_model import Store
from tests.dashboard.sample import Register
from tests.factory import make_event, make_report

HOME = "https://example.org/a_b/"
QUERIES: list[dict[str, str]] = [
    {},
    {"org": "csto,cis", "from": "2009-01-01"},
    {"q": r"50% & more_{x} $\n #1 ~^"},
    {"q": "Лукашенко “сказал”"},
]


def facts_of(query: dict[str, str], home: str = HOME) -> Facts:
    """A view that finds something whatever is searched for."""
    words = query.get("q", "Leaders meet")
    with Store.in_memory() as store:
        store.add([make_report("a", [make_event(title=words, evidence=(words,))], title=words)])
        return open_view(Asked(store, Register(), Config()), query, home)[0].facts


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("home", [HOME, ""])
def test_bibtex_is_read_as_it_was_meant(query: dict[str, str], home: str) -> None:
    facts = facts_of(query, home)
    library = bibtexparser.parse_string(cite_bibtex(facts), append_middleware=[LatexDecodingMiddleware()])
    assert library.failed_blocks == []
    (entry,) = library.entries
    assert entry.entry_type == "misc"
    assert entry.key == key_of(facts)
    # A circumflex it reads as the accent that looks like one.
    told = {name: field.value.replace("ˆ", "^") for name, field in entry.fields_dict.items()}
    assert told["title"] == facts.title
    assert told["note"] == f"{facts.filters}. {facts.counts}. Made with {facts.tool}"
    assert told["version"] == f"data {facts.version}"
    # An address is no LaTeX: it is taken as it stands.
    plain = bibtexparser.parse_string(cite_bibtex(facts)).entries[0].fields_dict
    assert (plain["url"].value if home else "") == (facts.address if home else "")
    assert ("url" in plain) == bool(home)
    assert told.get("year", "") == facts.year


@pytest.mark.parametrize("query", QUERIES)
def test_csl_json_is_set_by_a_citation_processor(query: dict[str, str]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it tells of names of its own schema
        from citeproc import (
            Citation,
            CitationItem,
            CitationStylesBibliography,
            CitationStylesStyle,
            formatter,
        )
        from citeproc.source.json import CiteProcJSON

        facts = facts_of(query)
        items = cite_csl(facts)
        style = CitationStylesStyle("harvard-cite-them-right", validate=False)
        works = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
        works.register(Citation([CitationItem(items[0]["id"])]))
        told = str(works.bibliography()[0])
    assert facts.title in told
    assert facts.year in told
    assert "Dateline" in told
