"""Dates that date no event: of the page, as in a date line, and of what is named after one."""

from __future__ import annotations

import re

from data_model.dating.scene import Scene
from data_model.find.dates import DateMention
from data_model.find.tenses import TenseCue
from data_model.values import Sentence

_REACH = 20
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
# A line with so few words beside its date is a date line.
_DATE_LINE = 3
_NOUN = re.compile(r"\s[a-z]")
# So near behind the date of a page stands a bar, past its clock time: "13 April 2010 08:13 am | Updated".
_BAR = 20
# Words so near belong together: "said late | on Saturday".
_BESIDE = 12


def is_of_page(scene: Scene, mention: DateMention, sentence: Sentence) -> bool:
    """Whether a date stands in a date line or a newswire's dateline: it dates the page, not what is told."""
    before = _WORD.findall(scene.text[sentence.start : mention.start])
    behind = _WORD.findall(scene.text[mention.stop : sentence.stop])
    rest = before + behind
    if len(rest) <= _DATE_LINE and all(word[0].isupper() or len(word) < _DATE_LINE for word in rest):
        return True
    if before and " ".join(before).lower() in scene.prose.date_labels:
        return True
    wire = scene.text[mention.stop : sentence.stop].lstrip(" ")
    parted = wire.startswith(("(", "/", "—", "–", "-", ". ")) or "|" in wire[:_BAR]
    return parted and all(word[0].isupper() for word in before)


def is_of_noun(scene: Scene, mention: DateMention) -> bool:
    """Whether the words in front tie a date to a noun: "the treaty of", "the letter dated"."""
    lead = scene.text[max(0, mention.start - _REACH) : mention.start]
    return scene.modality.of_noun.search(lead) is not None


def names_by_day(scene: Scene, mention: DateMention) -> bool:
    """Whether a date tells which one is spoken of: "the treaty of 5 May", "the 5 May vote"."""
    before = scene.text[max(0, mention.start - _REACH) : mention.start]
    articles = list(scene.modality.article.finditer(before))
    owned = bool(articles) and not before[articles[-1].end() :].strip()
    return is_of_noun(scene, mention) or (owned and _NOUN.match(scene.text, mention.stop) is not None)


def is_said(scene: Scene, mention: DateMention, cue: TenseCue | None) -> bool:
    """Whether it is the day of an announcement, by the verb it goes with: "said on Saturday"."""
    beside = cue is not None and 0 <= mention.start - cue.stop <= _BESIDE
    return beside and cue is not None and cue.tense == "past" and is_speech(scene, cue)


def is_speech(scene: Scene, cue: TenseCue) -> bool:
    """Whether a verb only tells that something is said."""
    return scene.text[cue.start : cue.stop].lower() in scene.prose.speech
