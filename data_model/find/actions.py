"""Words that tell of something done: verbs with their tense, nouns with their use.

Table (actions.toml), atoms (verb forms, nouns, auxiliaries), union (one pattern a language),
meaning (`ActionMention`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from data_model.knowledge.folding import grammar_of, is_free_genitive, lemma_of
from data_model.knowledge.load import Knowledge
from data_model.knowledge.modality import MOODS_OFF, Modality, load_modality

# How far before a verb its auxiliaries may stand, in characters.
_REACH = 48
# How far behind a noun its verb may say that it was called off.
_FAR = 140
# How far from a verb its object may stand.
_OBJECT_REACH = 90
_DAY_OF_MONTH = re.compile(r"\W*\w+\.?\s+\d")
_CLAUSE_END = re.compile(r"[,;:]|\sthat\s|\sчто\s")
_APPOSITION = re.compile(r"[^,;:.]{0,40},[^,;:.]{3,70},(?=\s(?:ha[sd]|have|was|were|is|are|will|would)\s)")
_WORD_BEFORE = re.compile(r"[\w’'-]+(?=\s+$)")
_PERSON = re.compile(r"[A-Z]|(?:he|she|who)$")
_WORD = re.compile(r"(?<![\w-])\w+")
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
class _Around:
    """The words around an action.

    Attributes:
        before: The last words in front of it.
        behind: The next words behind it.
        lead: Everything in front of it in its sentence.
        clause: What follows it in its clause.
        object: Where its object may stand.
        rest: Everything behind it in its sentence.
    """

    before: str
    behind: str
    lead: str
    clause: str
    object: str
    rest: str


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
        return _russian(text, (start, stop), knowledge, modality)
    verbs, nouns, phrases = _english(knowledge)
    low = text[start:stop].replace("İ", "I").lower().replace("’", "'")
    found = []
    taken = start
    for begun in _WORD.finditer(text, start, stop):
        first = begun.start()
        word = _phrase_at(low, first - start, phrases.get(low[first - start : begun.end() - start], ()))
        if not word or first < taken:
            continue
        last = taken = first + len(word)
        around = _around(text, (start, stop), (first, last))
        noun = nouns.get(word)
        if noun is not None and word in verbs and not modality.noun_here(around.before):
            noun = None
        head = word.split()[0]
        # "the talks with", "separate talks with", "Talks with" at the head of a line, not "he talks with".
        if (
            noun is None
            and head in nouns
            and (modality.noun_here(around.before) or not around.lead or _is_plural(around.before, head))
        ):
            noun, last = nouns[head], first + len(head)
            around = _around(text, (start, stop), (first, last))
        if noun is not None and modality.venue.match(text, last):
            continue
        form = noun or _with_objects(verbs[word], around, knowledge)
        if form.actions:
            found.append(_mention(text, (first, last), form, around, modality))
    return tuple(found)


def _is_plural(before: str, word: str) -> bool:
    """Whether a word like "talks" is no verb: who "talks" is named or pointed at directly in front."""
    last = _WORD_BEFORE.search(before) if word.endswith("s") else None
    return last is not None and _PERSON.match(last.group()) is None


def _phrase_at(low: str, at: int, phrases: Sequence[str]) -> str:
    """The first of some phrases that stands there and ends with a word, "" for none."""
    for phrase in phrases:
        stop = at + len(phrase)
        if low.startswith(phrase, at) and not _WORD.match(low[stop : stop + 1]):
            return phrase
    return ""


def _with_objects(form: _Form, around: _Around, knowledge: Knowledge) -> _Form:
    """A verb without the actions whose object is nowhere in the sentence ("has", "gives")."""
    actions = knowledge.actions
    kept = tuple(
        key
        for key in form.actions
        if actions[key].needs != "object"
        or (pattern := _objects(actions[key].object_words)).search(around.object)
        or pattern.search(around.lead[-_OBJECT_REACH:].lower())
    )
    return form if kept == form.actions else _Form(kept, form.tense)


@lru_cache(maxsize=128)
def _objects(words: tuple[str, ...]) -> re.Pattern[str]:
    """The object words of an action; a verb of speech may have the name of a news agency for one."""
    if "agency" in words:
        return re.compile("")
    return re.compile(r"\b(?:" + "|".join(re.escape(word) for word in words) + r")\b")


def _mention(
    text: str, span: tuple[int, int], form: _Form, around: _Around, modality: Modality
) -> ActionMention:
    start, stop = span
    noun = form.tense == "none"
    mood = _noun_mood(around, modality) if noun else _verb_mood(around, form.tense, modality)
    return ActionMention(
        start,
        stop,
        text[start:stop],
        form.actions,
        form.tense if noun or mood != "planned" else "future",
        mood,
        noun=noun,
        # "There was no meeting": of none in general, but of this one.
        generic=noun and mood != "denied" and modality.generic_before(around.before, text[start:stop]),
        anaphoric=noun
        and modality.anaphoric_before(around.before)
        and not modality.specified_behind(around.before, around.behind),
        passive=form.tense in ("past", "participle") and modality.passive_before(around.before),
    )


def _around(text: str, sentence: tuple[int, int], span: tuple[int, int]) -> _Around:
    """The words around an action as the modality table writes them: small letters, straight apostrophes.

    Capitalised words inside the sentence stay in front of it: "May" is no modal verb.
    """
    lead = text[sentence[0] : span[0]].replace("’", "'")
    if not _DAY_OF_MONTH.match(lead):  # "May 24, 2010 -- The president …"
        lead = lead[:1].lower() + lead[1:]
    behind = text[span[1] : sentence[1]].lower().replace("’", "'")
    # "The talks, due in May, have yet to begin": what stands between the commas is said of the noun.
    aside = _APPOSITION.match(behind)
    cut = aside.end() if aside else 0
    clause = behind[:cut] + _CLAUSE_END.split(behind[cut:], maxsplit=1)[0]
    return _Around(lead[-_REACH:], behind[:_REACH], lead, clause, behind[:_OBJECT_REACH], behind)


def _verb_mood(around: _Around, tense: str, modality: Modality) -> str:
    doubt = modality.doubt_before(around.lead, finite=tense in ("past", "present"))
    if modality.undone.match(around.behind):
        return "denied"
    mood = doubt or modality.mood_before(around.before, tense)
    if mood == "cancelled" and modality.off_behind(around.rest) == "postponed":
        return "postponed"  # "was to have opened on Monday, but has been put off"
    # "was to attend but did not"
    hoped = mood in ("planned", "cancelled")
    return "denied" if hoped and modality.unfulfilled.search(around.rest) else mood


def _noun_mood(around: _Around, modality: Modality) -> str:
    for mood in () if modality.went_on.search(around.rest) else (*MOODS_OFF, "denied"):
        # "The visit of the president, due on 10 May, is cancelled": its verb may stand far behind.
        far = around.behind if mood == "denied" else around.rest[:_FAR]
        if modality.called_off_behind(mood, far) or modality.said_near(mood, around.before):
            return mood
    if modality.absent.search(around.before) or modality.undecided.search(around.clause):
        return "denied"
    if modality.under_way_behind(around.behind):
        return "ongoing"
    to_come = modality.led_ahead.search(around.before) or modality.is_wanted_off(around.before)
    ahead = "planned" if to_come else "happened"
    return modality.doubt_before(around.lead, noun=True) or modality.mood_behind(around.clause) or ahead


@lru_cache(maxsize=4)
def _english(knowledge: Knowledge) -> tuple[dict[str, _Form], dict[str, _Form], dict[str, list[str]]]:
    """Every form of every verb, every noun, and all of them by their first word, longest first."""
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
    phrases: dict[str, list[str]] = defaultdict(list)
    for words in sorted({*verbs, *nouns}, key=len, reverse=True):
        phrases[_WORD.findall(words)[0]].append(words)
    return verbs, nouns, phrases


def _russian(
    text: str, sentence: tuple[int, int], knowledge: Knowledge, modality: Modality
) -> tuple[ActionMention, ...]:
    """Russian actions by the lemma of each word; tense is read off the word itself."""
    phrases = _russian_phrases(knowledge)
    words = list(_CYRILLIC.finditer(text, *sentence))
    lemmas = [lemma_of(word.group().lower().replace("ё", "е")) for word in words]
    found = []
    taken = -1
    for at, lemma in enumerate(lemmas):
        pair = f"{lemma} {lemmas[at + 1]}" if at + 1 < len(lemmas) else ""
        last, form = (at + 1, phrases[pair]) if pair in phrases else (at, phrases.get(lemma))
        if form is None or at <= taken:
            continue
        taken = last
        tense = form.tense or _russian_tense(words[at].group().lower())
        span = words[at].start(), words[last].end()
        around = _around(text, sentence, span)
        mention = _mention(text, span, _Form(form.actions, tense), around, modality)
        lacking = mention.noun and modality.lacking.search(around.clause) is not None
        if lacking and is_free_genitive([word.group() for word in words[: at + 1]]):
            mention = replace(mention, mood="denied")  # «переговоров с ними не будет»
        # The future is a form of its own, no auxiliary tells it.
        ahead = tense == "future" and mention.mood in ("mentioned", "happened")
        found.append(replace(mention, mood="planned") if ahead else mention)
    return tuple(found)


@lru_cache(maxsize=4)
def _russian_phrases(knowledge: Knowledge) -> dict[str, _Form]:
    """Actions by the lemmas of their words, one or two; a verb's tense is left open."""
    phrases: dict[str, _Form] = {}
    for key, action in knowledge.actions.items():
        for words, tense in ((action.ru_verbs, ""), (action.ru_nouns, "none")):
            for phrase in words:
                lemmas = " ".join(lemma_of(word) for word in phrase.replace("ё", "е").split())
                known = phrases.get(lemmas)
                phrases[lemmas] = _Form((*(known.actions if known else ()), key), tense)
    return phrases


def _russian_tense(word: str) -> str:
    marks = grammar_of(word)
    if "past" in marks:
        return "past"
    return "future" if "futr" in marks else "present" if "pres" in marks else "base"
