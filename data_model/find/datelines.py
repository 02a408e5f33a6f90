"""Datelines of newswires and the codes of their transmissions: "NAIROBI, Kenya, March 3 (Reuters) -".

A dateline is a place, perhaps an agency, and a date at the head of a line, closed by a dash, a bracket,
a slash or a full stop. A code is put beside a report by the wire: "AP-NY-08-16-90 1203EDT".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from data_model.find.date_readings import Absolute, Yearless
from data_model.find.dates import DateMention
from data_model.knowledge.date_words import load_date_words

_LONGEST_HEAD = 90
_CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪİĶĹĽŁŃŅŇŐŒŔŘŚŞŠŢŤŪŮŰŹŻŽА-ЯЁІЇЄЎҐ"
# "Rio de Janeiro", "D.C.", "Port-au-Prince", «Нур-Султан»
_NAME = rf"[{_CAPITAL}][\w’'.-]*(?:[ ](?:[a-zà-ÿ]{{2,3}}[ ])?[{_CAPITAL}][\w’'.-]*){{0,3}}"
_PLACE = re.compile(
    rf"(?P<place>{_NAME}(?:(?:,[ ]?|[ ]?[/–—-][ ]?){_NAME}){{0,2}}?)[ ,.]*(?:--?|[–—])?[ ]*\(?"
)
# "(AP)", "/ТАСС/", "(Reuters/AFP)"; no figures: those are a date.
_AGENCY = rf"(?:\([{_CAPITAL}][^()\d\n]{{1,40}}\)|/[{_CAPITAL}][^/\d\n]{{1,40}}/)"
_AGENCIES = re.compile(_AGENCY)
_LAST_WORD = re.compile(r"([^\W\d_]+)\s*\Z")
# What may close it: "(Reuters) -", ". /ТАСС/", ") –", ". ИНТЕРФАКС –", ". –".
_DASH = r"(?:--|[–—]|-(?=\s|$))"
_CLOSED = re.compile(
    rf"""\)?[,.]?\s{{0,2}}(?:
        {_AGENCY}[ .:]*{_DASH}?
        |(?:[{_CAPITAL}][\w ]{{1,25}})?[ .]*{_DASH}
        |\.(?=\s|$)
        |:(?=\s)
    )""",
    re.VERBOSE,
)
_BRACKET_BEHIND = re.compile(rf"\)(?:\s*{_DASH})?")
_NEWLINE_BEHIND = re.compile(r"\)?[.,]?[ \t]*(?:\n|\Z)")
# "GENEVA (AP) — " without a date; the place in capitals, or any bracket in a line would do.
_UNDATED = re.compile(
    rf"^[ \t]*(?P<place>[{_CAPITAL}]{{2}}[{_CAPITAL} .,’'/-]{{1,40}}(?:[{_CAPITAL}][\w.]+)?)[ ,]+"
    rf"{_AGENCY}[ ]*{_DASH}",
    re.MULTILINE,
)
_NO_PLACE = frozenset(("at", "from", "to", "weekday", "month", "day_word", "turn"))
_BULLETS = "•|·\t"

_FIGURES = r"(?P<month>\d\d)-(?P<day>\d\d)-(?P<year>\d\d)(?!\d)"
_SENT = r"(?:[ ]+(?P<hour>[0-2]\d)(?P<minute>[0-5]\d)(?P<zone>[A-Z]{3})?(?!\w))?"
# "AP-FD-08-16-90", "AP-NY-08-16-90 1203EDT"; "a0512 BC-Jordan-Talks 10-26-94 0312": in American order.
_CODES = tuple(
    re.compile("".join(code), re.MULTILINE)
    for code in (
        (r"(?<![\w-])[A-Z]{2,5}-[A-Z]{2,3}-", _FIGURES, _SENT),
        (
            r"(?:^|(?<=\s))(?:[a-z]\d{3,4}[ ]+)?(?:[a-z][ ]+)?[A-Z]{2,3}-[\w’'.-]{2,40}(?:,[^\n]{1,30})?[ ]+",
            _FIGURES,
            _SENT,
        ),
        # "XINHUA 2003-05-01" and the numbers of archives: "APW19980213.1310"
        (r"^[ \t]*[A-Z]{2,12}[ :]+(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?![\d-])",),
        (r"(?<!\w)[A-Z]{3}(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)\.\d{4}(?!\d)",),
    )
)
_PIVOT = 69  # POSIX: 69-99 are of the last century


@dataclass(frozen=True, slots=True)
class Dateline:
    """The head of a report as newswires print it.

    Attributes:
        start: Where it begins.
        stop: Where it ends, the closing sign included.
        place: The place as printed, "NAIROBI, Kenya".
        mention: The date in it; None for "GENEVA (AP) —".
    """

    start: int
    stop: int
    place: str
    mention: DateMention | None = None

    @property
    def whole(self) -> bool:
        """Whether it tells the year."""
        return self.mention is not None and isinstance(self.mention.reading, Absolute)


@dataclass(frozen=True, slots=True)
class WireCode:
    """What a wire wrote beside a report when it was sent.

    Attributes:
        start: Where it begins.
        stop: Where it ends.
        day: The day it was sent.
        clock: The time of day, `12:03`; "" when not said.
        zone: Its zone, "EDT"; "" when not said.
    """

    start: int
    stop: int
    day: date
    clock: str = ""
    zone: str = ""


def find_datelines(text: str, dates: Sequence[DateMention]) -> tuple[Dateline, ...]:
    """The datelines of a text, in order.

    Args:
        text: The text.
        dates: The dates found in it.
    """
    dated = [found for one in dates if (found := _around(text, one)) is not None]
    taken = {found.start for found in dated}
    undated = (
        Dateline(one.start("place"), one.end(), _named(one["place"])) for one in _UNDATED.finditer(text)
    )
    free = [one for one in undated if one.start not in taken]
    return tuple(sorted((*dated, *free), key=lambda one: one.start))


def find_wire_codes(text: str) -> tuple[WireCode, ...]:
    """The codes of transmissions in a text, in order."""
    return tuple(sorted(_codes(text), key=lambda one: one.start))


def _codes(text: str) -> Iterator[WireCode]:
    for pattern in _CODES:
        for found in pattern.finditer(text):
            facts = found.groupdict()
            year = int(facts["year"])
            if len(facts["year"]) == 2:  # noqa: PLR2004
                year += 1900 if year >= _PIVOT else 2000
            try:
                day = date(year, int(facts["month"]), int(facts["day"]))
            except ValueError:
                continue
            clock = f"{facts['hour']}:{facts['minute']}" if facts.get("hour") else ""
            yield WireCode(found.start(), found.end(), day, clock, facts.get("zone") or "")


def _around(text: str, mention: DateMention) -> Dateline | None:
    """The dateline a date stands in."""
    if not isinstance(mention.reading, Absolute | Yearless) or mention.reading.precision != "day":
        return None
    farthest = max(0, mention.start - _LONGEST_HEAD - 1)
    line = max(text.rfind("\n", farthest, mention.start) + 1, farthest)
    start = max((text.rfind(sign, line, mention.start) + 1 for sign in _BULLETS), default=line) or line
    if mention.start - start > _LONGEST_HEAD:
        return None
    start += len(text[start : mention.start]) - len(text[start : mention.start].lstrip())
    head = _AGENCIES.sub("", _without_article(text[start : mention.start], mention.language))
    place = _PLACE.fullmatch(re.sub(r"[ \u00a0]+", " ", head))
    if place is None or _tells_time(place["place"], mention.language):
        return None
    opened = head.rstrip().endswith("(") and _BRACKET_BEHIND.match(text, mention.stop)
    closed = opened or _CLOSED.match(text, mention.stop)
    if closed is None and place["place"].isupper():
        closed = _NEWLINE_BEHIND.match(text, mention.stop)
    return Dateline(start, closed.end(), _named(place["place"]), mention) if closed else None


def _named(place: str) -> str:
    """The place without the full stop behind it, but "D.C." with its own."""
    place = place.strip(" ,")
    return place if place.rpartition(" ")[2].count(".") > 1 else place.rstrip(".")


def _tells_time(place: str, language: str) -> bool:
    """Whether words of time or direction stand where the place should: "On Friday (Jul 3)"."""
    words = load_date_words(language)
    roles = (words.alone.get(word, {}) for word in re.findall(r"[^\W\d_]+", words.folded(place)))
    return any(not _NO_PLACE.isdisjoint(found) for found in roles)


def _without_article(head: str, language: str) -> str:
    """« Paris, le 21 décembre 2015 » without the article of the day."""
    word = _LAST_WORD.search(head)
    words = load_date_words(language)
    if word and word[1].islower() and "of" in words.alone.get(word[1], {}):
        return head[: word.start()]
    return head
