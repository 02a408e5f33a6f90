"""How a view is cited: in a line, in full, as BibTeX, as CSL-JSON.

A citation names the version of the data, never the day it was copied: the same view of the same data is cited
by the same words.
"""

from __future__ import annotations

import hashlib
import re
from typing import Any

from dashboard.publish.facts import Facts

AUTHOR = "Dateline"
_BIBTEX = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "%": r"\%", "#": r"\#",
    "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip


def cite_short(facts: Facts, title: str = "") -> str:
    """`“37 events of CSTO, 2003–2026”, Dateline (data version 4.1)`."""
    return f"“{title or facts.title}”, Dateline (data version {facts.version})"


def cite_long(facts: Facts, title: str = "") -> str:
    """What a list of sources takes."""
    year = f" ({facts.year})" if facts.year else ""
    address = f" {facts.address}" if facts.address else ""
    return (
        f"{facts.tool}{year}: “{title or facts.title}”. {facts.filters}. {facts.counts}; "
        f"data version {facts.version}.{address}"
    )


def cite_bibtex(facts: Facts, title: str = "") -> str:
    """An entry of BibTeX (`@misc`)."""
    fields = {
        "title": title or facts.title,
        "author": f"{{{AUTHOR}}}",
        "year": facts.year,
        "version": f"data {facts.version}",
        "note": f"{facts.filters}. {facts.counts}. Made with {facts.tool}",
        "url": facts.address if facts.home else "",
    }
    told = [
        f"  {name} = {{{text if name == 'url' else _escaped(text, name)}}}"
        for name, text in fields.items()
        if text
    ]
    return f"@misc{{{key_of(facts)},\n" + ",\n".join(told) + "\n}\n"


def _escaped(text: str, name: str) -> str:
    return text if name == "author" else "".join(_BIBTEX.get(letter, letter) for letter in text)


def key_of(facts: Facts) -> str:
    """`dateline-2023-1a2b3c4d`: the same for the same view of the same data."""
    told = f"{facts.title}\n{facts.query}\n{facts.version}"
    mark = hashlib.blake2b(told.encode(), digest_size=4).hexdigest()
    return "-".join(filter(None, ("dateline", facts.year, mark)))


def cite_csl(facts: Facts, title: str = "") -> list[dict[str, Any]]:
    """CSL-JSON, as Zotero and pandoc read it (citeproc-json 1.0.2)."""
    item: dict[str, Any] = {
        "id": key_of(facts),
        "type": "dataset",
        "title": title or facts.title,
        "author": [{"literal": AUTHOR}],
        "version": facts.version,
        "note": f"{facts.filters}. {facts.counts}. Made with {facts.tool}",
    }
    if facts.year:
        item["issued"] = {"date-parts": [[int(facts.year)]]}
    if facts.home:
        item["URL"] = facts.address
    return [item]


def cite_all(facts: Facts) -> dict[str, Any]:
    """Every way to cite a view, by its name."""
    return {
        "short": cite_short(facts),
        "long": cite_long(facts),
        "bibtex": cite_bibtex(facts),
        "csl": cite_csl(facts),
    }


def file_stem(chart: str, query: str) -> str:
    """`dateline-timeline-org-csto`: the name of a file says what was asked for."""
    plain = re.sub(r"[^a-z0-9]+", "-", query.lower()).strip("-")[:80].rstrip("-")
    return f"dateline-{chart}-{plain}" if plain else f"dateline-{chart}"
