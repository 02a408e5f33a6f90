"""HTML to a document: the words a reader of the page sees, and what the page says about itself.

lxml parses and htmldate dates, which knows years of odd pages. Nothing is fetched: htmldate would
load a text that looks like an address, so it is only ever handed a tree.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from copy import deepcopy
from pathlib import Path
from typing import Any

from data_model.errors import ReadError
from data_model.read.languages import tell_language
from data_model.read.main_text import find_report, keep_prose, keep_report
from data_model.read.markup import parse
from data_model.read.page_days import find_page_day
from data_model.read.published import OnNote, TextNote
from data_model.values import Document

# Never the report: what is not shown, what leads elsewhere, what is to be filled in.
_DROPPED = (
    "head", "script", "style", "noscript", "template", "nav", "footer", "aside", "button", "select",
    "textarea", "iframe", "svg", "rt", "rp",
)  # fmt: skip
_NEVER_TEXT = ("head", "script", "style", "select", "iframe", "svg", "rt", "rp")
# A form around the whole page (ASP.NET makes one) holds the report; one to fill in has no such parts.
_FORMS = "//form[not(.//h1 or .//article or .//main or (.//p)[3])]"
# HTML 5 came after lxml's own list of blocks, which also counts the marks of editing.
_NEWER_BLOCKS = frozenset(
    ("article", "details", "figcaption", "figure", "header", "main", "section", "summary")
)
_EDITED = frozenset(("del", "ins"))
# Where a word may break is no part of it: no name would be known with that sign inside.
_SOFT_BREAKS = dict.fromkeys(map(ord, "\u00ad\u200b"))

_DECLARED = re.compile(
    rb"<(?:meta|\?xml)\b[^>]*?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE
)
_HEAD = 4096
_HIDDEN_PROSE = 200  # letters
# As every browser takes it (WHATWG Encoding Standard): Latin 1 as Windows made it, and a declaration
# that could be read as single bytes was not written in UTF-16.
_MEANT = {"iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252"} | dict.fromkeys(
    ("utf-16", "utf-16le", "utf-16be"), "utf-8"
)
_LANGUAGE = re.compile(r"[a-z]{2}(?![a-z])")


def declared_encoding(content: bytes) -> str:
    """The encoding a page says it is written in, "" when it says none."""
    told = _DECLARED.search(content, 0, _HEAD)
    name = told[1].decode("ascii").lower() if told else ""
    return _MEANT.get(name, name)


def read_page(markup: str, source: str, on_note: OnNote = lambda _note: None) -> Document:
    """The document of a page.

    Args:
        markup: The page.
        source: Its name.
        on_note: Told when the report could not be told from the page around it.

    Raises:
        ReadError: If the page is empty or shows no text.
    """
    tree = parse(markup, source)
    # The text last: making it takes the head and the menus out of the tree.
    title, url, language = _title(tree), _address(tree), tree.get("lang", "")
    report, marked = find_report(tree), deepcopy(tree)
    # What a page hides in these, when it shows nothing else, is what it has to say.
    shown = _text(tree) or _text(parse(markup, source), _NEVER_TEXT)
    text = keep_report(shown, title, report)
    if text is None:
        on_note(TextNote(source, "the report could not be told from the page around it; all of it was read"))
        text = keep_prose(shown, title)
    if not text:
        cut = markup.rfind("<") > markup.rfind(">")
        raise ReadError(source, "the page shows no text" + cut * " before it breaks off inside a tag")
    if _hides(marked, text):
        on_note(TextNote(source, "words in parts no browser shows (noscript, template) were left out"))
    return Document(
        id=Path(source).stem,
        text=text,
        source=source,
        title=title,
        url=url,
        published=find_page_day(marked, shown, source, on_note),
        language=_language(language, text),
    )


def _hides(tree: Any, text: str) -> bool:  # noqa: ANN401
    """Whether prose that was not read stands where no browser shows it: no mere request for scripts."""
    parts = (" ".join(part.text_content().split()) for part in tree.iter("noscript", "template"))
    return any(len(words) >= _HIDDEN_PROSE and words[:_HIDDEN_PROSE] not in text for words in parts)


def _title(tree: Any) -> str | None:  # noqa: ANN401
    shared = "//meta[@property='og:title' or @name='og:title']/@content"
    for title in (*tree.xpath(shared), *tree.xpath("//head/title"), *tree.xpath("//h1")):
        words = title if isinstance(title, str) else title.text_content()
        if shown := " ".join(words.translate(_SOFT_BREAKS).split()):
            return shown
    return None


def _address(tree: Any) -> str | None:  # noqa: ANN401
    shared = "//meta[@property='og:url' or @name='og:url']/@content"
    addresses = (*tree.xpath("//link[@rel='canonical']/@href"), *tree.xpath(shared))
    # Half an address leads nowhere, and one of another kind might run something.
    whole = (address.strip() for address in addresses)
    return next((address for address in whole if address.startswith(("http://", "https://"))), None)


def _language(declared: str, text: str) -> str | None:
    """The language a page declares, unless the text is surely written in another one.

    A translated page often keeps the declaration of the site's main language.
    """
    told = _LANGUAGE.match(declared.strip().lower())
    found = tell_language(text)
    return None if told is None or (found.sure and found.code != told[0]) else told[0]


def _text(tree: Any, dropped: Sequence[str] = _DROPPED) -> str:  # noqa: ANN401
    """The text as it is shown: a line for a block, with an empty one behind it, and for a `<br>`."""
    from lxml import etree
    from lxml.html import defs

    # Renamed and dropped as one of those: `drop_tree` refuses a control character in the words behind.
    for form in tree.xpath(_FORMS) if dropped is _DROPPED else ():
        form.tag = _DROPPED[0]
    etree.strip_elements(tree, etree.Comment, *dropped, with_tail=False)
    blocks = (defs.block_tags | _NEWER_BLOCKS) - _EDITED
    pieces: list[str] = []
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        begins = event == "start"
        if element.tag in blocks:
            pieces.append("\n\n")
        elif element.tag == "br" and begins:
            pieces.append("\n")
        words = element.text if begins else element.tail
        pieces.append(re.sub(r"\s+", " ", words or ""))
    lines = "".join(pieces).translate(_SOFT_BREAKS).split("\n")
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(" ".join(line.split()) for line in lines)).strip()
    # "u" and the dots behind it are one letter: no name would be known with two.
    return unicodedata.normalize("NFC", text)
