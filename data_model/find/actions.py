"""Words that tell of something done: verbs with their tense, nouns with their use.

Table (actions.toml), atoms (verb forms, nouns, auxiliaries), union (one pattern a language),
meaning (`ActionMention`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from data_model.knowledge.folding import grammar_of, lemma_of
from data_model.knowledge.load import Knowledge
from data_model.knowledge.modality import Modality, load_modality

# How far before a verb its auxiliaries may stand, in characters.
_REACH = 48
_CYRILLIC = re.compile(r"[А-Яа-яЁё-]+")


@dataclass(frozen=True, slots=True)
class ActionMention:
    """Words of an action.

    Attributes:
        actions: Keys of the actions they may be (two actions may share a verb).
        tense: past · present · future · none (a noun, an infinitive).
        mood: happened · planned · hypothetical · denied · cancelled · postponed · ongoing.
        noun: Whether a noun tells it.
        generic: Whether it speaks of no particular event ("such meetings").
        anaphoric: Whether it points back to the event under way ("during the meeting").
        passive: Whether what stands before it undergoes the action.
    """

    start: int
    stop: int
    text: str
    actions: tuple[str, ...]
    tense: str
    mood: str
    noun: bool = False
    generic: bool = False
    anaphoric: bool = False
    passive: bool = False


@dataclass(frozen=True, slots=True)
class _Form:
    actions: tuple[str, ...]
    tense: str


def find_actions(
    text: str, start: int, stop: int, language: str, knowledge: Knowledge
) -> tuple[ActionMention, ...]:
    """The actions told between two offsets (one sentence), in order; longest words first."""
    modality = load_modality(language)
    if language == "ru":
        return _russian(text, start, stop, knowledge, modality)
    verbs, nouns, pattern = _english(knowledge)
    found = []
    for match in pattern.finditer(text, start, stop):
        word = match.group().lower().replace("’", "'")
        before = _words_before(text, start, match.start())
        noun = nouns.get(word)
        if noun is not None and word in verbs and not modality.noun_here(before):
            noun = None
        stop = match.end()
        head = word.split()[0]
        if noun is None and head in nouns and modality.noun_here(before):
            noun, stop = nouns[head], match.start() + len(head)  # "the talks with", not "he talks with"
        found.append(_mention(text, (match.start(), stop), noun or verbs[word], before, modality))
    return tuple(found)


def _mention(text: str, span: tuple[int, int], form: _Form, before: str, modality: Modality) -> ActionMention:
    start, stop = span
    behind = text[stop : stop + _REACH].lower().replace("’", "'")
    if form.tense == "none":
        return ActionMention(
            start,
            stop,
            text[start:stop],
            form.actions,
            "none",
            _noun_mood(before, behind, modality),
            noun=True,
            generic=modality.generic_before(before),
            anaphoric=modality.anaphoric_before(before),
        )
    mood = modality.mood_before(before, form.tense)
    return ActionMention(
        start,
        stop,
        text[start:stop],
        form.actions,
        "future" if mood == "planned" else form.tense,
        mood,
        passive=modality.passive_before(before) and form.tense in ("past", "participle"),
    )


def _words_before(text: str, start: int, stop: int) -> str:
    """The words before an action as the modality table writes them: small letters, straight apostrophes.

    Capitalised words inside the sentence stay: "May" is no modal verb.
    """
    begin = max(start, stop - _REACH)
    words = text[begin:stop].replace("’", "'")
    return words[:1].lower() + words[1:] if begin == start else words


def _noun_mood(before: str, behind: str, modality: Modality) -> str:
    for mood in ("cancelled", "postponed", "denied"):
        if modality.said_near(mood, behind) or modality.said_near(mood, before):
            return mood
    if modality.under_way_behind(behind):
        return "ongoing"
    return "planned" if modality.planned_behind(behind) else "happened"


@lru_cache(maxsize=4)
def _english(knowledge: Knowledge) -> tuple[dict[str, _Form], dict[str, _Form], re.Pattern[str]]:
    """Every form of every verb, every noun, and one pattern of them all, longest first."""
    verbs: dict[str, _Form] = {}
    nouns: dict[str, _Form] = {}
    for key, action in knowledge.actions.items():
        for verb in action.verbs:
            tenses = (verb.past, "past"), (verb.third, "present"), (verb.base, "base")
            for words, tense in (*tenses, (verb.participle, "participle"), (verb.ing, "ing")):
                known = verbs.get(words)
                if known is None:
                    verbs[words] = _Form((key,), tense)
                elif key not in known.actions:
                    verbs[words] = _Form((*known.actions, key), known.tense)
        for noun in action.nouns:
            nouns[noun] = _Form((key,), "none")
    longest = sorted({*verbs, *nouns}, key=len, reverse=True)
    body = "|".join(re.escape(words).replace("'", "['’]") for words in longest)
    return verbs, nouns, re.compile(rf"\b(?:{body})\b", re.IGNORECASE)


def _russian(
    text: str, start: int, stop: int, knowledge: Knowledge, modality: Modality
) -> tuple[ActionMention, ...]:
    """Russian actions by the lemma of each word; tense is read off the word itself."""
    verbs, nouns = _russian_words(knowledge)
    found = []
    for match in _CYRILLIC.finditer(text, start, stop):
        lemma = lemma_of(match.group().lower().replace("ё", "е"))
        keys = verbs.get(lemma) or nouns.get(lemma)
        if not keys:
            continue
        noun = lemma in nouns
        before = text[max(start, match.start() - _REACH) : match.start()].lower()
        behind = text[match.end() : match.end() + _REACH].lower()
        tense = "none" if noun else _russian_tense(match.group().lower())
        mood = _noun_mood(before, behind, modality) if noun else modality.mood_before(before, tense)
        found.append(
            ActionMention(
                match.start(),
                match.end(),
                match.group(),
                keys,
                "future" if mood == "planned" else tense,
                "planned" if tense == "future" else mood,
                noun=noun,
                generic=noun and modality.generic_before(before),
                anaphoric=noun and modality.anaphoric_before(before),
            )
        )
    return tuple(found)


@lru_cache(maxsize=4)
def _russian_words(
    knowledge: Knowledge,
) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    verbs: dict[str, tuple[str, ...]] = {}
    nouns: dict[str, tuple[str, ...]] = {}
    for key, action in knowledge.actions.items():
        for word in action.ru_verbs:
            verbs[word] = (*verbs.get(word, ()), key)
        for word in action.ru_nouns:
            if " " not in word:
                nouns[word] = (*nouns.get(word, ()), key)
    return verbs, nouns


def _russian_tense(word: str) -> str:
    marks = grammar_of(word)
    if "past" in marks:
        return "past"
    return "future" if "futr" in marks else "present" if "pres" in marks else "base"
