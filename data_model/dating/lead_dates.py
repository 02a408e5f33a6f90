"""The day of the news in the lead of a report."""

from __future__ import annotations

import re
from collections.abc import Sequence

from data_model.dating.answers import find_answer
from data_model.dating.clues import Understood
from data_model.dating.tellings import Telling, read_telling
from data_model.find.actions import ActionMention
from data_model.find.date_readings import Absolute, Yearless
from data_model.find.dates import DateMention
from data_model.find.feasts import Feast
from data_model.find.tenses import find_tense_between, find_tense_cue
from data_model.knowledge.date_words import load_date_words
from data_model.knowledge.sides import load_sides
from data_model.spans import within
from data_model.values import Sentence

# "told reporters in Minsk on": from the verb of saying to its day.
_SAYING, _SAID_WITH = 40, 5
# Between a name and a date stands no more than " on the ".
_LED_BY_ONE = 3
_LEAD_SENTENCES = 2
_WEEKDAY_SENTENCES = 4
_LAST_WORD = re.compile(r"([^\W\d_]+)\s*\Z")
_LIMITS = ("until", "by", "since")
_NOT_DONE = (Telling.AHEAD, Telling.NAMED)
_OFFICIAL = ("meeting", "summit", "call", "visit", "agreement")


def find_lead_date(known: Understood, actions: Sequence[ActionMention]) -> DateMention | None:
    """The day of the news in the lead: an official readout is of the day it tells of."""
    body = [s for s in known.sentences if not s.furniture and not s.headline]
    first = True  # no sentence that tells something stands in front
    for sentence in body[:_LEAD_SENTENCES]:
        days = [
            mention
            for mention in within(known.dates, sentence.start, sentence.stop)
            if isinstance(mention.reading, Absolute | Yearless)
            and mention.reading.precision in ("day", "range")
            and not _is_feast(mention)
            and mention.start not in known.life
            and not find_answer(known, sentence, mention)
        ]
        said = [mention for mention in days if _is_of_saying(known, sentence, mention)]
        here = within(actions, sentence.start, sentence.stop)
        done = any(one.mood in ("happened", "ongoing") for one in here)
        own = [mention for mention in days if done and first and _is_of_main_clause(known, sentence, mention)]
        for mention in (*said, *own):
            return mention
        first = (
            first and find_tense_between(known.text, sentence.start, sentence.stop, known.language) is None
        )
    return _with_weekday(known, body, actions)


def _is_feast(mention: DateMention) -> bool:
    """Whether a holiday names the day: "over Easter" is told of long afterwards."""
    return isinstance(mention.reading, Yearless) and isinstance(mention.reading.windows[0], Feast)


def _is_of_main_clause(known: Understood, sentence: Sentence, mention: DateMention) -> bool:
    """Whether a date is that of the sentence's first verb, and no plan or limit.

    Not so "to investigate who shot down the plane on 6 April 1994", "will host on 28 September",
    "the convoy of 24 September", "planned for 10 April".
    """
    if mention.bound in _LIMITS or read_telling(known, sentence, mention) in _NOT_DONE:
        return False
    sides = load_sides(mention.language)
    if sides.relative_open.search(known.text, sentence.start, mention.start):
        return False
    cue = find_tense_cue(known.text, mention)
    first = find_tense_between(known.text, sentence.start, sentence.stop, mention.language)
    if cue is None or first is None or cue.start <= first.start:
        return True
    # "Opened the Games and met the envoys on 3 July": both verbs are of the main clause.
    last = _LAST_WORD.search(known.text, first.stop, cue.start)
    joined = load_date_words(mention.language).alone.get(last[1].lower(), {}) if last else {}
    return "and" in joined


def _with_weekday(
    known: Understood, body: Sequence[Sentence], actions: Sequence[ActionMention]
) -> DateMention | None:
    """The past day told with its weekday near the top, of what was done or reported then."""
    for sentence in body[:_WEEKDAY_SENTENCES]:
        words = known.text[sentence.start : sentence.stop].lower()
        here = within(actions, sentence.start, sentence.stop)
        done = any(one.mood == "happened" and not one.noun and _is_official(known, one) for one in here)
        if known.prose.to_come.search(words) or not (done or known.prose.reporting.search(words)):
            continue
        for mention in within(known.dates, sentence.start, sentence.stop):
            reading = mention.reading
            told = isinstance(reading, Absolute | Yearless) and reading.weekday is not None
            if told and not mention.bound and not find_answer(known, sentence, mention):
                return mention
    return None


def _is_official(known: Understood, one: ActionMention) -> bool:
    """Whether it is what a readout is of; an attack or a vote is mostly what it speaks about."""
    return any(known.knowledge.actions[key].type in _OFFICIAL for key in one.actions)


def _is_of_saying(known: Understood, sentence: Sentence, mention: DateMention) -> bool:
    """Whether a date stands close behind a verb of saying: "told reporters on 4 March"."""
    ends = [mention.start]
    # Who said it may stand between, however long the office: "was stressed by President X on 4 March".
    names = [one for one in known.references if sentence.start <= one.start and one.stop <= mention.start]
    if names and known.text[names[-1].stop : mention.start].count(" ") <= _LED_BY_ONE:
        office = names[-1].office
        ends.append(min(names[-1].start, office.start if office else names[-1].start))
    for end in ends:
        before = known.text[max(sentence.start, end - _SAYING) : end]
        words = re.findall(r"[\w’']+", before.lower().rpartition(",")[2])
        if any(word in known.prose.speech for word in words[-_SAID_WITH:]):
            return True
    return False
