"""The dates a page prints about itself: its date line, a newswire's dateline, the day of the lead.

What is the report's own date is told from what belongs to the page around it: the day the page was
changed, the clock of a banner, a feed. Those only bound when the report was written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from data_model import days as ds
from data_model.dating.clues import Clue, Printed, Understood
from data_model.dating.lead_dates import find_lead_date
from data_model.days import Days
from data_model.find.actions import ActionMention
from data_model.find.date_readings import Absolute, Relative, Yearless
from data_model.find.datelines import WireCode, find_wire_codes
from data_model.find.datelines import find_datelines as find_heads
from data_model.find.dates import DateMention
from data_model.find.tenses import find_tense_cue
from data_model.resolve.date_years import every_year
from data_model.resolve.dates import resolve_date
from data_model.resolve.narration import find_day_beside
from data_model.spans import at_offset, within
from data_model.values import Sentence

_MARKS = " :\t|•"
# A date line may hold a place, a source or a time beside the date.
_DATE_LINE_LETTERS = 30
# With its blanks and signs it is no longer than this.
_LONGEST_LINE = 300
_LEAD_SENTENCES = 2
# A line with fewer blanks is a menu, a caption or a date line, not prose.
_PROSE_BLANKS = 7
# Behind a date that is a sentence of its own stands no more than "this year".
_ALONE = 8
# At most so many letters: the rest of a long paragraph is not counted.
_FEW_LETTERS, _FEWER_LETTERS = (
    re.compile(rf"[\W\d_]*(?:[^\W\d_][\W\d_]*){{0,{most}}}") for most in (_DATE_LINE_LETTERS, _ALONE)
)
_FULL_STOPS = (".", "!", "?")
# A label has at most so many words in small letters: "last updated on".
_SMALL_WORD, _LABEL_WORDS = re.compile(r"(?<!\w)[a-zа-яё]{3,}"), 2
# A report may be put on its page some days after its dateline or the day its lead tells of.
_DATELINE_LAG, _LEAD_LAG = 4, 45


def resolve_printed(
    known: Understood, actions: Sequence[ActionMention], made: Days = ds.ANY
) -> tuple[Printed | None, tuple[Clue, ...]]:
    """The report's own date, if one is printed, and the bounds that the other dates of the page set.

    Of several date lines one of the days `made`, on which its page was made, is the report's.
    """
    found = known.printed
    changed = [one for one in found if one.kind == "changed" and one.whole]
    lines = _in_order(known, [one for one in found if one.kind == "line"], made)
    datelines = sorted((one for one in found if one.kind == "dateline"), key=lambda one: not one.whole)
    dateline = datelines[0] if datelines else None
    told_of = None if known.entries else find_lead_date(known, actions)
    lead = Printed(_written_for(known, told_of), "lead", told_of) if told_of is not None else None
    above = bool(lines) and _is_above(known, lines[0])
    if not above and (told := next((one for one in lines if _is_told_again(known, one)), None)):
        return told, tuple(_limits_of(changed))
    # Dates below the report are those of a feed, unless there is but one and no other.
    own: Printed | None = (
        lines[0] if above or (lead is None and len({one.days for one in lines}) == 1) else lead
    )
    others: list[Printed] = []
    limits = _limits_of(changed)
    if dateline is not None:
        own, others = _dated_as(dateline, lines, _DATELINE_LAG)
    elif lead is not None and above:
        own, others = _agreed(lead, lines)
    limits += [
        one.bounds("is a date of the page, not of the report, so it was not written later") for one in others
    ]
    return own, tuple(limits)


def _written_for(known: Understood, told_of: DateMention) -> Days:
    """The days of writing that a day of the lead speaks for: the day behind it, if it was "yesterday"."""
    days = in_any_year(told_of)
    at = known.dates.index(told_of) - 1
    if at < 0 or find_day_beside(known.text, known.dates, at) is not told_of:
        return days
    return counted_from(known.dates[at], days) or days


def counted_from(mention: DateMention, days: Days) -> Days | None:
    """The day from which a word like "yesterday" counts to `days`; None where it does not count days."""
    reading = mention.reading
    if isinstance(reading, Relative) and reading.low == reading.high:
        return ds.shift(days, -reading.low * ds.DAY)
    return None


def _limits_of(changed: Sequence[Printed]) -> list[Clue]:
    """What the days say on which the page was changed."""
    return [one.bounds("is when the page was changed, so it was not written later") for one in changed]


def _is_told_again(known: Understood, line: Printed) -> bool:
    """Whether a date line below a feed is that of the report: the first words below tell of the same day.

    A page that begins with its title has its feed below the report.
    """
    if not line.whole or any(one.headline for one in known.sentences if one.start < line.mention.start):
        return False
    below = [one for one in known.sentences if one.start > line.mention.stop][:_LEAD_SENTENCES]
    return any(
        isinstance(one.reading, Absolute | Yearless) and ds.overlap(in_any_year(one), line.days)
        for sentence in below
        for one in within(known.dates, sentence.start, sentence.stop)
    )


def _dated_as(own: Printed, lines: Sequence[Printed], lag: int) -> tuple[Printed, list[Printed]]:
    """The own date, its year taken from a date line no more than `lag` days behind it."""
    for line in lines:
        if line.whole and (fit := ds.intersect(own.days, ds.widen(line.days, lag, 0))):
            return replace(own, days=fit), []
    return own, [line for line in lines if line.whole and not own.whole]


def _agreed(lead: Printed, lines: Sequence[Printed]) -> tuple[Printed, list[Printed]]:
    """The date line nearest the report; one that a lead without a year cannot belong to is a banner's.

    The lead also tells in which of two ways a line like "10/01/2024" is to be read.
    """
    line = lines[0]
    if both := ds.intersect(line.days, lead.days):
        return replace(line, days=both), []
    if line.whole and not lead.whole and not ds.overlap(lead.days, ds.widen(line.days, _LEAD_LAG, _LEAD_LAG)):
        # A date the page gives as its own is a mistake then, and no bound.
        return lead, [one for one in lines if one.whole and not one.labelled]
    return line, []


def find_printed(known: Understood) -> Iterator[Printed]:
    """The dates that stand for themselves: wire codes, date lines, days of change, datelines."""
    codes = find_wire_codes(known.text)
    for code in codes:
        yield Printed(ds.one_day(code.day), "line", _mention_of(known.text, code))
    heads = {one.mention.start for one in find_heads(known.text, known.dates) if one.mention is not None}
    for mention in known.dates:
        dated = isinstance(mention.reading, Absolute | Yearless) and mention.reading.precision == "day"
        sentence = known.sentence_at(mention.start)
        if not dated or sentence is None or mention.start in known.entries or at_offset(codes, mention.start):
            continue
        days = in_any_year(mention)
        if kind := _line_kind(known, mention, sentence):
            label = _label(known.text, known.paragraph_of(sentence)[0], mention)
            yield Printed(days, kind, mention, label in known.prose.date_labels)
        elif not sentence.furniture and (mention.start in heads or _stands_alone(known, mention, sentence)):
            yield Printed(days, "dateline", mention)


def _mention_of(text: str, code: WireCode) -> DateMention:
    """The code of a transmission as the date it tells."""
    reading = Absolute(ds.one_day(code.day), "day")
    return DateMention(code.start, code.stop, text[code.start : code.stop], reading, clock=code.clock)


def find_datelines(known: Understood) -> Iterator[Printed]:
    """The datelines of newswires in a text."""
    return (one for one in known.printed if one.kind == "dateline")


def _in_order(known: Understood, lines: list[Printed], made: Days) -> list[Printed]:
    """Days of the page's making first, then whole dates; the line closest above the report is its own."""
    above = [one for one in lines if _is_above(known, one)]
    ordered = [*reversed(above), *(one for one in lines if one not in above)]
    return sorted(ordered, key=lambda one: (not (one.whole and ds.overlap(one.days, made)), not one.whole))


def _is_above(known: Understood, one: Printed) -> bool:
    return one.mention.start <= _lead_start(known)


def _stands_alone(known: Understood, mention: DateMention, sentence: Sentence) -> bool:
    """Whether a date is a sentence of its own before the first words: "February 18, this year. Envoys …"."""
    start, stop = known.paragraph_of(sentence)
    behind = known.text[mention.stop : sentence.stop]
    led = _in_front(known.text, start, mention).strip()
    return not led and sentence.stop < stop and _FEWER_LETTERS.fullmatch(behind) is not None


def _lead_start(known: Understood) -> int:
    """Where the report itself begins: its first line of prose."""
    prose = (s.start for s in known.sentences if not s.furniture and not s.headline and _is_prose(known, s))
    first = next(prose, None)
    return 0 if first is None else first + _DATE_LINE_LETTERS


def _is_prose(known: Understood, sentence: Sentence) -> bool:
    return known.text.count(" ", sentence.start, sentence.stop) >= _PROSE_BLANKS


def _line_kind(known: Understood, mention: DateMention, sentence: Sentence) -> str:
    """Whether it is a line with a date and little else, or a date put before the first words of one."""
    start, stop = known.paragraph_of(sentence)
    label = _label(known.text, start, mention).rpartition("|")[2].strip(" :")
    if any(label.startswith(word) for word in known.prose.change_labels):
        return "changed" if len(label) <= _DATE_LINE_LETTERS else ""
    if _ends_heading(known, mention, sentence):
        return "line"
    piece = _piece(known.text, start, stop, mention)
    if len(piece) < _LONGEST_LINE and _FEW_LETTERS.fullmatch(piece):
        # "The visit begins on 14 March, he said" is a sentence, however short; so is "Voting ends 14 March.".
        small = len(_SMALL_WORD.findall(piece))
        stopped = bool(small) and known.text.startswith(_FULL_STOPS, mention.stop)
        told = label not in known.prose.date_labels and _is_told(known, mention, start, stopped=stopped)
        return "line" if small <= _LABEL_WORDS and not told else ""
    glued = label in known.prose.date_labels or not (label or sentence.furniture)
    return "line" if glued and isinstance(mention.reading, Absolute) else ""


def _is_told(known: Understood, mention: DateMention, start: int, *, stopped: bool) -> bool:
    """Whether a date is of a short sentence: "Putin will visit Minsk on 5 April", "Voting ends 14 March."."""
    cue = find_tense_cue(known.text, mention)
    line = max(start, known.text.rfind("\n", 0, mention.start))
    tense = cue.tense if cue is not None and line <= cue.start < mention.start else ""
    if isinstance(mention.reading, Absolute):
        return bool(tense) and stopped
    aside = _in_front(known.text, 0, mention).rstrip().endswith(",")
    return tense == "future" or (stopped and not aside)


def _ends_heading(known: Understood, mention: DateMention, sentence: Sentence) -> bool:
    """Whether a heading that stands twice has the date behind it the second time."""
    if not sentence.headline or mention.stop < sentence.stop:
        return False
    title = known.text[sentence.start : mention.start].strip(" :\t|•,–—-")
    return any(
        one.headline and known.text[one.start : one.stop].strip() == title
        for one in known.sentences
        if one.start < sentence.start
    )


def _label(text: str, start: int, mention: DateMention) -> str:
    """What a line says in front of its date, in small letters: "updated"."""
    return _in_front(text, start, mention).strip(_MARKS).lower()


def _in_front(text: str, start: int, mention: DateMention) -> str:
    """What stands in front of a date, no further back than a date line is long."""
    return text[max(start, mention.start - _LONGEST_LINE) : mention.start]


def _piece(text: str, start: int, stop: int, mention: DateMention) -> str:
    """What stands on the line beside the date; on a line cut by bars, in its own part."""
    before = _in_front(text, start, mention)
    after = text[mention.stop : min(stop, mention.stop + _LONGEST_LINE)]
    if (before + after).count("|") > 1:
        before, after = before.rpartition("|")[2], after.partition("|")[0]
    return before + after


def in_any_year(mention: DateMention) -> Days:
    """The days in every year it may be of: only those in which a printed weekday is right."""
    reading = mention.reading
    if not isinstance(reading, Yearless):
        return resolve_date(mention, ds.ANY).spans
    days = every_year(reading)
    if reading.weekday is None:
        return days
    return tuple(s for s in days if s.first is not None and s.first.weekday() == reading.weekday) or days
