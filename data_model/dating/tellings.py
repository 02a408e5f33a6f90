"""How a report tells of a date it prints: as past, as still to come, in the present, or in a name."""

from __future__ import annotations

import re
from enum import StrEnum

from data_model.dating.clues import Understood
from data_model.find.dates import DateMention
from data_model.find.tenses import TenseCue, find_tense_cue
from data_model.knowledge.date_words import load_date_words
from data_model.values import Sentence

_FIRST_WORD = re.compile(r"[^\W\d_]+")
_LAST_WORD = re.compile(r"([^\W\d_]+)['’]?\s*$")
_WORD = re.compile(r"[\w’'-]+")
# The roles of a preposition that makes a year the time of a clause: "in 2015", "since 2015", "from 2015".
_ADVERBIAL = frozenset({"at", "from", "to", "before", "after"})
_LIMITS = ("until", "by")
# How many words in front of a date its verb may stand.
_CLAUSE = 12
# "said in London on 5 May": so many words part a verb of saying from its own day.
_SAID_WHEN = 4
# How far in front of a participle its auxiliary may stand.
_BESIDE = 16


class Telling(StrEnum):
    """How a printed date is told of."""

    PAST = "past"
    AHEAD = "ahead"
    PRESENT = "present"
    NAMED = "named"
    UNCLEAR = "unclear"


def read_telling(known: Understood, sentence: Sentence, mention: DateMention) -> Telling:
    """How its clause tells of a printed date; a year that only names a thing says nothing of the clause.

    "It was signed in 2015" is past, "they will meet in 2027" ahead, "is presiding in 2023" present;
    "keep the 2015 agreement", "a 1962 law" are names. "The budget for 2021", "due 2030", "until 2025",
    "the 2030 Agenda" and what somebody said that it would do bound nothing.
    """
    before = known.text[sentence.start : mention.start]
    behind = known.text[mention.stop : sentence.stop]
    if _is_aimed(known, before, behind):
        return Telling.UNCLEAR
    cue = find_tense_cue(known.text, mention)
    tense = cue.tense if cue else None
    if mention.bound == "since" and tense != "future":
        return Telling.PAST
    if mention.bound in _LIMITS:
        return Telling.AHEAD if tense == "future" else Telling.UNCLEAR
    if not _is_adverbial(mention, before):
        return Telling.UNCLEAR if tense == "future" else Telling.NAMED
    if cue is not None:
        if tense == "future":
            return Telling.AHEAD
        return Telling.UNCLEAR if _is_another(known, cue, mention) else Telling.PAST
    words = [word.lower() for word in _WORD.findall(before)[-_CLAUSE:]]
    present = not known.prose.present.isdisjoint(words) and known.prose.reported.isdisjoint(words)
    return Telling.PRESENT if present else Telling.UNCLEAR


def _is_another(known: Understood, cue: TenseCue, mention: DateMention) -> bool:
    """Whether the past verb in front is not that of the date.

    "Said it expects a loss in the year …", "elected members to complete their terms in 2020",
    "named its priorities for the chairmanship in 2020", "the restriction is lifted in 2011".
    """
    if cue.start > mention.start:
        return False
    between = [word.lower() for word in _WORD.findall(known.text[cue.stop : mention.start])]
    verb = known.text[cue.start : cue.stop].lower()
    if verb in known.prose.speech and len(between) > _SAID_WHEN:
        return True
    lead = _LAST_WORD.search(known.text, max(cue.start - _BESIDE, 0), cue.start)
    still = lead is not None and lead[1].lower() in known.prose.unfinished
    purposes = known.prose.infinitive if _is_day(mention) else known.prose.infinitive | known.prose.purposes
    return still or not purposes.isdisjoint(between)


def _is_aimed(known: Understood, before: str, behind: str) -> bool:
    """Whether the year is what something aims at: "the budget for 2021", "the 2030 Agenda"."""
    lead = f" {before.lower().rstrip()}"
    led = lead.endswith(tuple(f" {words}" for words in known.prose.aimed))
    return led or known.prose.goals.match(behind.lstrip()) is not None


def _is_adverbial(mention: DateMention, before: str) -> bool:
    """Whether a date is the time of its clause, not part of a name.

    A day is, unless a word such as "of" or an article ties it to a noun; a year must be led by a
    preposition of time or open the sentence.
    """
    words = load_date_words(mention.language).alone
    own = _FIRST_WORD.match(mention.text)
    if own is not None and not _ADVERBIAL.isdisjoint(words.get(own[0].lower(), {})):
        return True  # "from 2014 to 2018"
    word = _LAST_WORD.search(before)
    if word is None:
        return not before.strip() or _is_day(mention)
    meanings = words.get(word[1].lower(), {})
    if not _ADVERBIAL.isdisjoint(meanings):
        return True
    return _is_day(mention) and "of" not in meanings


def _is_day(mention: DateMention) -> bool:
    return getattr(mention.reading, "precision", "") == "day"
