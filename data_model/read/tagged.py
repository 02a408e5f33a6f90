"""Text that still carries marks of a page, as feeds deliver it, made plain: "<p>Ghana &amp; Togo signed</p>".

Only marks that are surely such are taken out: "a < b", "<name@host.example>" and "AT&T" are words.
"""

from __future__ import annotations

import html
import re

# Named as HTML names them, with their semicolon, or by number.
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]{0,9})(?:\s[^<>]{0,2000})?\s*/?>")
_BLOCKS = frozenset(
    ("address", "article", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption", "figure", "footer",
     "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "section", "table", "td",
     "th", "tr", "ul")
)  # fmt: skip
_INLINE = frozenset(
    ("a", "abbr", "b", "cite", "code", "em", "font", "i", "img", "mark", "q", "s", "small", "span", "strong",
     "sub", "sup", "time", "u")
)  # fmt: skip
# What is not shown, by how it begins and ends.
_UNSEEN = (("<!--", "-->"), ("<script", "</script>"), ("<style", "</style>"))


def read_tagged(text: str) -> str:
    """The words of a text without tags and entities; the text itself when it has none.

    Escaped twice ("&amp;amp;", "&lt;p&gt;") is read twice: so some feeds are written.
    """
    once = _plain(text)
    return once if once == text else _plain(once)


def _plain(text: str) -> str:
    if any(_known(tag[1]) for tag in _TAG.finditer(text)):
        for opening, closing in _UNSEEN:
            text = _without(text, opening, closing)
        text = _TAG.sub(_shown, text)
        lines = (" ".join(line.split()) for line in text.split("\n"))
        text = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
    return _ENTITY.sub(lambda entity: html.unescape(entity[0]).replace("\xa0", " "), text)


def _without(text: str, opening: str, closing: str) -> str:
    kept, place = [], 0
    while (start := text.find(opening, place)) >= 0 and (stop := text.find(closing, start)) >= 0:
        kept.append(text[place:start])
        place = stop + len(closing)
    return " ".join((*kept, text[place:]))


def _known(name: str) -> bool:
    return name.lower() in _BLOCKS or name.lower() in _INLINE


def _shown(tag: re.Match[str]) -> str:
    name = tag[1].lower()
    return "\n" if name in _BLOCKS else "" if name in _INLINE else tag[0]
