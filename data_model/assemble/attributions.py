"""Who says so at the end of a sentence: "Aircraft hit a market, | a local official said on Sunday"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from data_model.assemble.drafts import Draft
from data_model.dating.scene import Scene
from data_model.find.dates import DateMention
from data_model.find.tenses import find_tense_between
from data_model.knowledge.headline_words import load_headline_words
from data_model.knowledge.modality import MOODS_UNDONE
from data_model.resolve.quotes import quote_at
from data_model.spans import Stretch, at_offset, within
from data_model.values import Sentence

_COMMA = re.compile(r",[”»\"]?\s+")
_WORD = re.compile(r"[^\W_][\w’'.-]*")
# So many words name who says so, and behind the verb so many tell when, to whom and where.
_LONGEST, _BEHIND = 14, 5


def attribution_of(scene: Scene, sentence: Sentence) -> int | None:
    """Where the words begin that only tell who says what a sentence tells; None where it has none.

    A verb of saying without an object stands behind a comma, with who says so in front of it or behind it;
    what stands before the comma has a verb of its own: "After the attack, he said" tells that he spoke.
    """
    start, stop = sentence.start, sentence.stop
    if quote_at(scene.quotes, start) is not None:
        return None
    for comma in reversed(list(_COMMA.finditer(scene.text, start, stop))):
        words = list(_WORD.finditer(scene.text, comma.end(), stop))
        if len(words) > _LONGEST:
            return None
        at = next((at for at, word in enumerate(words) if word[0].lower() in scene.prose.speech), None)
        if at is None:
            continue
        cue = find_tense_between(scene.text, start, comma.start(), scene.language, shaped=True)
        told = cue is not None and cue.start > start + 1
        return comma.end() if told and (not at or _is_bare(scene, words[at:])) else None
    return None


def said_or_told(scene: Scene, draft: Draft) -> Stretch | None:
    """The part of its sentence that a candidate is not of, where one part tells and the other says so.

    "He will visit Oslo, | officials said in Lima"; "He said in Lima | that talks would resume in Oslo".
    """
    sentence = draft.sentence
    cut = attribution_of(scene, sentence)
    cut = _contents_of(scene, sentence) if cut is None else cut
    if cut is None:
        return None
    told = draft.mention.start >= cut
    return Stretch(sentence.start, cut) if told else Stretch(cut, sentence.stop)


def denied_by(scene: Scene, draft: Draft) -> Stretch | None:
    """What a candidate in front of it denies, None where nothing is denied: who is in it denies nothing."""
    denied = scene.modality.denied_reports.search(scene.text, draft.sentence.start, draft.sentence.stop)
    denies = denied is not None and draft.mention.start < denied.end()
    return Stretch(denied.end(), draft.sentence.stop) if denied and denies else None


def only_says_so(
    scene: Scene, drafts: Iterable[Draft], sentence: Sentence, mention: DateMention, said: int | None
) -> bool:
    """Whether then was only told what is off or has its own day: "They met last week, he said today".

    Args:
        scene: The document.
        drafts: The candidates of the sentence.
        sentence: Where the day stands.
        mention: The day.
        said: Where the words begin that tell who says so, if any do.
    """
    if said is None or mention.start < said:
        return False
    if any(one.mood in MOODS_UNDONE for one in within(scene.actions, sentence.start, said)):
        return True
    told = (one for one in drafts if one.mention.start < said)
    return any(one.dated is not None and one.mention.mood == "happened" for one in told)


def _contents_of(scene: Scene, sentence: Sentence) -> int | None:
    """Where what somebody says begins: behind the "that" of the first verb of saying."""
    for word in _WORD.finditer(scene.text, sentence.start, sentence.stop):
        if word[0].lower() in scene.prose.speech:
            begins = scene.modality.contents.search(scene.text, word.end(), sentence.stop)
            return begins.start() if begins else None
    return None


def _is_bare(scene: Scene, words: Sequence[re.Match[str]]) -> bool:
    """Whether behind a verb of saying stands only when, where or to whom it was said."""
    verb, *behind = words
    if len(behind) > 1 and behind[0][0].lower() in scene.prose.daytimes:
        behind = behind[1:]  # "said late on Monday"
    if len(behind) > _BEHIND or any(scene.modality.contents.fullmatch(word[0]) for word in behind):
        return False
    told = verb[0].lower() in scene.prose.addressing
    dated = bool(behind) and at_offset(scene.dates, behind[0].start()) is not None
    leads = bool(behind) and behind[0][0].lower() in load_headline_words().prepositions
    return not behind or told or dated or leads
