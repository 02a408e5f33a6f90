"""Markup made fit for the readers behind it: no page, however broken or hostile, costs more than its length.

The parser is quadratic in the attributes of one tag and stops at some depth; the finder of the main
text stops at less, without a word. Both are only ever given what a page written by somebody has.
"""

from __future__ import annotations

import re
from typing import Any

from data_model.errors import ReadError

_TAG = re.compile(r"<(/?)([A-Za-z][\w:-]*+)([^<>]*+)>")
_ATTRIBUTE = re.compile(r"""[^\s"'>/=]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'>]++))?+""")
# "<html />" would close the page before it begins.
_CLOSED_PAGE = re.compile(r"<((?:html|head|body)\b[^<>]*+)(?<=/)>", re.IGNORECASE)
_OPENED = re.compile(r"<[A-Za-z][^<>]*+")
# No tag of a real page is as long without a picture inside, or has as many attributes.
_LONG_TAG, _MOST_ATTRIBUTES = 2_000, 60
# Real pages nest to some forty elements; from three hundred on the finder of the main text gives up.
# What is deeper is made flat, well below: its cost is depth times length.
_DEEPEST, _KEPT = 120, 40
# These hold no others of their kind: a thousand of them are no depth.
_SHALLOW = frozenset(
    ("p", "br", "hr", "img", "input", "link", "meta", "area", "base", "col", "embed", "source", "track",
     "wbr", "param", "html", "body", "head", "option")
)  # fmt: skip
# These close themselves, but for what nests inside them.
_CLOSED_BY_NEXT = frozenset(("li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "caption"))
_INLINE = frozenset(
    ("a", "abbr", "b", "big", "cite", "code", "em", "font", "i", "label", "mark", "q", "s", "small", "span",
     "strong", "sub", "sup", "time", "u", "tt", "strike")
)  # fmt: skip
# Never the report unless they hold all of it: then they were never closed.
_SWALLOWING = ("noscript", "button", "template", "nav", "select", "textarea", "aside", "footer")
_MAIN_PARTS = ".//h1 or .//article or .//main or .//*[@itemprop='articleBody']"
_PARAGRAPHS = "(.//p[string-length(normalize-space()) > 60])[3]"


def parse(markup: str, source: str) -> Any:  # noqa: ANN401 - lxml ships no types
    """The tree of a page.

    Raises:
        ReadError: If there is nothing in it.
    """
    fit = _CLOSED_PAGE.sub(lambda tag: f"<{tag[1].rstrip('/')}>", _OPENED.sub(_shortened, markup))
    tree = _parsed(fit, source)
    if _is_deep(tree):
        tree = _parsed(_flattened(fit), source)
    _open_the_unclosed(tree)
    return tree


def _parsed(markup: str, source: str) -> Any:  # noqa: ANN401
    from lxml import etree, html

    # Bytes, because a text must not declare an encoding; huge, because a tag that is never closed
    # nests a page deeper than 256 elements, and of such a page nothing at all would be read.
    parser = html.HTMLParser(encoding="utf-8", remove_pis=True, huge_tree=True)
    try:
        return html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError as error:
        raise ReadError(source, "the page is empty") from error


def _is_deep(tree: Any) -> bool:  # noqa: ANN401
    from lxml import etree

    depth = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > _DEEPEST:
            return True
    return False


def _shortened(tag: re.Match[str]) -> str:
    """A tag with no more attributes than anybody writes."""
    if len(tag[0]) < _LONG_TAG:
        return tag[0]
    kept = []
    for found in _ATTRIBUTE.finditer(tag[0], 1):
        kept.append(found[0])
        if len(kept) > _MOST_ATTRIBUTES:
            return f"<{' '.join(kept)}"
    return tag[0]


def _flattened(markup: str) -> str:
    """The markup without the tags that nest deeper than any reader follows; their words stay."""
    depth = 0

    def kept(tag: re.Match[str]) -> str:
        nonlocal depth
        name = tag[2].lower()
        if name in _SHALLOW or tag[3].endswith("/"):
            return tag[0]
        if name in _CLOSED_BY_NEXT:
            return tag[0] if depth < _KEPT else "<br>"
        depth = max(depth - 1, 0) if tag[1] else depth + 1
        if depth + bool(tag[1]) <= _KEPT:
            return tag[0]
        return "" if name in _INLINE else "<br>"

    return _TAG.sub(kept, markup)


def _open_the_unclosed(tree: Any) -> None:  # noqa: ANN401
    """What holds the page's main part, though it never should, was never closed: it becomes a plain block."""
    for name in _SWALLOWING:
        holds = _MAIN_PARTS if name not in {"aside", "footer"} else ".//main"
        more = f" or {_PARAGRAPHS}" if name in {"noscript", "button", "template", "textarea"} else ""
        for element in tree.xpath(f"//{name}[{holds}{more}]"):
            element.tag = "div"
