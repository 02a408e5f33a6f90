"""A text is cut into sentences, with its page furniture and headline told apart.

A line is a paragraph: pages and readouts come with one paragraph a line. Own code, because the
measured splitters break at "Gen.", "U.S." or are far slower; the abbreviations are data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from data_model.knowledge.prose import Prose
from data_model.values import Document, Sentence

_LINE = re.compile(r"[^\n]+")
# A sentence may end at . ! ? … with closing marks behind it, before white space and a new beginning.
_END = re.compile(r"(?<![.!?…])[.!?…]++[\"”’»)\]]*(?=\s+[\"“‘«(\[—–-]*[A-ZА-ЯЁІЎ0-9])")
_LAST_WORD = re.compile(r"([\w.]+)$")
_LONGEST_WORD = 40  # of abbreviations
_LETTER = re.compile(r"[^\W\d_]")
# "6 March 2024", "Friday, 06.03.2024": a date line is no title.
_DATE_ONLY = re.compile(r"\W*(?:[^\W\d]+\W+)?\d{1,4}\W+\w+\W+\d{2,4}\W*")
_HEADLINE_LENGTH, _LONG_HEADLINE = 240, 300
# A paragraph that begins with its day: "On 13 July,", "From May 24, 2022".
_DATED = re.compile(r"\W*(?:(?:On|From)\s+)?(?:\d{1,2}\s+[A-Z]\w+|[A-Z]\w+\s+\d{1,2}\b)|\W*\d{1,2}\s+[а-я]+")
# A line that repeats the title may have a number or a date behind it.
_TITLE_TAIL = 40
# What stands twice must be so long to be a heading; so many dated items are a feed.
_HEADING, _FEED = 25, 2
# Words run together ("PoliticsSocietyEconomy") are the links of a menu where little else stands beside them.
_GLUED, _LINKS = re.compile(r"[a-zа-яё](?=[A-ZА-ЯЁ][a-zа-яё]{2})"), 3
# A line that ends a sentence is prose; "U.S. State Department | Taiwan" ends none.
_STOP = re.compile(r"(?<=\w{3})[.!?…][\"”’»)\]]*(?:\s|$)")
_BULLETS = "•-–*·—>|"
# No sentence of 4,700 in annotated pages is longer than 860 characters; what is, is a list or noise, and is
# read in parts, so that what looks through a sentence costs no more than its own length.
_LONGEST, _PART_ENDS = 1000, (";", ",", " ")


def cut_sentences(document: Document, prose: Prose) -> tuple[Sentence, ...]:
    """Every sentence of the document in order; offsets cover its text without outer white space."""
    found: list[Sentence] = []
    for paragraph, line in enumerate(_LINE.finditer(document.text)):
        furniture = _is_furniture(line.group(), prose)
        for start, stop in _pieces(document.text, line.start(), line.end(), prose):
            # In a text without line breaks such words stand among the sentences, and cost only themselves.
            found.append(Sentence(start, stop, paragraph, furniture or _is_glued(document.text[start:stop])))
    return _with_headline(document, found)


def _is_furniture(line: str, prose: Prose) -> bool:
    words = line.strip().strip(_BULLETS).strip().lower()
    if not _LETTER.search(words):
        # A line of figures only is furniture unless it can hold a date.
        return sum(character.isdigit() for character in words) < len("1.1.99")
    if not _STOP.search(words) and (words.count("|") > 1 or len(_GLUED.findall(line)) > _LINKS):
        return True  # a menu or a line of page data: prose between bars ends its sentences
    if words.endswith("/") and not _STOP.search(words):
        return True  # the way to the page
    return words.startswith(prose.furniture_stems) and any(
        words == phrase.rstrip(":") or (words.startswith(phrase) and len(words) < 4 * len(phrase) + 20)
        for phrase in prose.furniture
    )


def _is_glued(words: str) -> bool:
    """Whether words run together are most of it: a hashtag or a name among others is no menu."""
    if len(_GLUED.findall(words)) <= _LINKS:
        return False
    parts = [part for part in words.split() if not part.startswith(("#", "@"))]
    return 3 * sum(len(part) for part in parts if _GLUED.search(part)) > 2 * sum(map(len, parts))


def _pieces(text: str, start: int, stop: int, prose: Prose) -> list[tuple[int, int]]:
    """The sentences of one paragraph as trimmed offsets."""
    cuts = [start]
    for end in _END.finditer(text, start, stop):
        word = _LAST_WORD.search(text, max(start, end.start() - _LONGEST_WORD), end.start())
        if text[end.start()] == "." and word and _abbreviates(word.group(1), prose):
            continue
        cuts.append(end.end())
    cuts.append(stop)
    pieces = []
    for left, right in (part for pair in pairwise(cuts) for part in _parts(text, *pair)):
        piece = text[left:right]
        begin = left + len(piece) - len(piece.lstrip())
        close = right - (len(piece) - len(piece.rstrip()))
        if begin < close:
            pieces.append((begin, close))
    return pieces


def _parts(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """A sentence, or what it falls into when it is too long: behind a semicolon, a comma, a word."""
    while stop - start > _LONGEST:
        middle, most = start + _LONGEST // 2, start + _LONGEST
        ends = (text.rfind(end, middle, most) for end in _PART_ENDS)
        cut = next((end + 1 for end in ends if end >= 0), most)
        yield start, cut
        start = cut
    yield start, stop


def _abbreviates(word: str, prose: Prose) -> bool:
    bare = word.rstrip(".")
    return bare in prose.abbreviations or (len(bare) == 1 and bare.isalpha() and bare.isupper())


def _with_headline(document: Document, found: list[Sentence]) -> tuple[Sentence, ...]:
    """Mark the line that is the title given beside the text, else the first one that reads like a title."""
    own = [sentence for sentence in found if not sentence.furniture]
    title = " ".join((document.title or "").split()).lower()
    lines = [s for s in own if title and _line(document.text, s).startswith(title)]
    # The title at the top may be the page's own; the report begins below the last one.
    lines = lines or _said_twice(document.text, own)
    paragraph = lines[-1].paragraph if lines else _first_title(document.text, own)
    paragraph = _below_feed(document.text, own) if paragraph is None else paragraph
    if paragraph is None:
        return tuple(found)
    width = min((s.stop - s.start for s in lines), default=0)
    repeats = {s.start for s in lines if s.stop - s.start < width + _TITLE_TAIL}
    begin = lines[0].paragraph if lines and _is_feed(document.text, own, lines[0]) else 0
    if paragraph == (heading := _below_feed(document.text, own)):
        begin = heading
    return tuple(
        replace(
            s,
            headline=(s.paragraph == paragraph or s.start in repeats) and not s.furniture,
            furniture=s.furniture or s.paragraph < begin,
        )
        for s in found
    )


def _said_twice(text: str, own: list[Sentence]) -> list[Sentence]:
    """A line and the same line close below it, at most with a date behind it: the heading of a report."""
    lines = [(one, _line(text, one)) for one in own]
    for (one, title), *below in zip(lines, lines[1:], lines[2:], strict=False):
        for other, line in below if one.stop - one.start >= _HEADING else ():
            tail = line.removeprefix(title)
            again = len(tail) < other.stop - other.start and len(tail) <= _TITLE_TAIL
            if again and not _LETTER.search(tail):
                return [one, other]
    return []


def _is_feed(text: str, own: list[Sentence], heading: Sentence) -> bool:
    """Whether several lines of nothing but a date stand above the heading: other news, not the report."""
    above = (s for s in own if s.start < heading.start)
    return sum(_DATE_ONLY.fullmatch(text, s.start, s.stop) is not None for s in above) >= _FEED


def _below_feed(text: str, own: list[Sentence]) -> int | None:
    """The heading below other news: a line between paragraphs that all begin with their day.

    "On 13 July, Minsk hosted … / Envoys speak of the border / On July 7, a meeting was held …"
    """
    lines = [s for s in own if not _DATE_ONLY.fullmatch(text, s.start, s.stop)]
    opens = {s.paragraph: s for s in reversed(lines)}
    if not opens or not _DATED.match(text, lines[0].start):
        return None
    for (paragraph, line), (_, below) in pairwise(sorted(opens.items())):
        last = next(s for s in reversed(lines) if s.paragraph == paragraph)
        title = text[last.stop - 1] not in ".…:;" and _HEADING <= last.stop - line.start <= _LONG_HEADLINE
        if title and _DATED.match(text, below.start):
            return paragraph
    return None


def _line(text: str, sentence: Sentence) -> str:
    return " ".join(text[sentence.start : sentence.stop].split()).lower()


def _first_title(text: str, own: list[Sentence]) -> int | None:
    """The first line when it reads like a headline: short, no full stop, text below it."""
    own = [s for s in own if not _DATE_ONLY.fullmatch(text, s.start, s.stop)]
    if not own:
        return None
    paragraph = own[0].paragraph
    line = [sentence for sentence in own if sentence.paragraph == paragraph]
    below = any(sentence.paragraph > paragraph for sentence in own)
    ends = text[line[-1].stop - 1] in ".…:;"
    long = line[-1].stop - line[0].start > _HEADLINE_LENGTH
    return None if not below or ends or long else paragraph
