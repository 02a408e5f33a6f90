"""Finite verbs of an English sentence, told by the word in front of a form and the one behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from data_model.assemble.words import Word
from data_model.knowledge.headline_words import load_headline_words
from data_model.knowledge.verbs import base_of, base_of_third, is_base

# Behind one of these stands no verb of a clause; in front of one of these a verb takes an object.
_NO_SUBJECT = ("article", "owner", "preposition", "to", "ing", "stop")
_OBJECTS = ("article", "owner", "name", "pronoun", "opens")
_VERBS = ("past", "be", "have", "do", "will")
# With one of these between them, two verbs are of two clauses.
_APART = {"and", "joins", "opens", "stop"}
_HELPERS = ("be", "have", "do", "will")


def _groups(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Where finite verbs stand, with their helpers; a form that may be a noun only where no other is one."""
    sure = [at for at in range(len(words)) if _is_finite(words, at, doubtful=False)]
    starts = sure or [at for at in range(len(words)) if _is_finite(words, at, doubtful=True)]
    done = 0
    for at in starts:
        if at < done:
            continue
        first, stop = at, at + 1
        while first and words[first - 1].part in ("not", "adverb"):
            first -= 1
        if words[at].part in _HELPERS:
            while stop < len(words) and _goes_on(words, stop):
                stop += 1
        if any(one.part not in ("do", "will", "not", "adverb") for one in words[first:stop]):
            yield first, stop
        done = stop


def _goes_on(words: Sequence[Word], at: int) -> bool:
    """Whether a word still belongs to the verb begun in front of it."""
    before, word = words[at - 1].part, words[at]
    if before in ("past", "base", "third", "ing") and words[at - 1].low not in load_headline_words().due:
        return False
    if word.part == "to":
        follows = words[at + 1] if at + 1 < len(words) else word
        return follows.part in ("be", "have", "do", "base", "adverb", "not") or is_base(follows.low)
    if word.part in ("word", "name") and word.low not in load_headline_words().due:
        return False
    if word.part == "ing":
        return before in ("be", "adverb", "not")
    return (
        word.part in ("be", "have", "do", "not", "adverb", "past", "base")
        or word.low in load_headline_words().due
    )


def _is_finite(words: Sequence[Word], at: int, *, doubtful: bool) -> bool:
    """Whether a form of a verb is the verb of a clause: by the word in front of it and the one behind."""
    word, table = words[at], load_headline_words()
    if word.part not in ("past", "third", "base"):
        return word.low in table.finite
    left = at - 1
    while left >= 0 and words[left].part in ("adverb", "not", "aside"):
        left -= 1
    before = words[left] if left >= 0 else None
    behind = words[at + 1].part if at + 1 < len(words) else "stop"
    if before is None or before.part in _NO_SUBJECT:
        return False
    if word.part == "past":
        # "three wounded soldiers": a participle before its noun
        return before.part not in ("be", "have") and not (_counts(before) and behind == "word")
    if word.part != "past" and (behind in _VERBS or (_counts(before) and word.part == "third")):
        return False  # "official ships arrived", "six powers"
    if word.part == "base" and behind == "base":
        return False  # "three press releases"
    takes = behind in _OBJECTS or (
        behind == "to" and at + 2 < len(words) and words[at + 2].part in ("base", "be", "have")
    )
    named = before.part in ("name", "pronoun", "opens", "comma")
    noun = word.low in table.nouns
    if word.part == "third":
        return (named and (takes or not noun)) or (not noun and (takes or doubtful))
    many = before.part == "word" and before.low.endswith("s") and not before.low.endswith("ss")
    listed = before.part == "name" and any(one.part == "and" for one in words[max(0, left - 3) : left])
    several = (
        before.part in ("pronoun", "opens")
        or (before.part == "name" and before.low.endswith("s"))
        or _counts(before)
    )
    return (
        not noun
        and (many or listed or several)
        and (takes or doubtful or behind in ("preposition", "date", "adverb", "stop"))
    )


def _counts(word: Word) -> bool:
    return word.low in load_headline_words().counts or word.low[0].isdigit()


def find_verbs(words: Sequence[Word]) -> list[tuple[int, int]]:
    """Where the verbs of clauses stand, without those that only describe a noun: "the deal signed in May"."""
    kept: list[tuple[int, int]] = []
    verbs = list(_groups(words))
    for at, (first, stop) in enumerate(verbs):
        later = verbs[at + 1][0] if at + 1 < len(verbs) else None
        alone = stop - first == 1 and words[first].part == "past" and first > 0
        # "the summit scheduled to be held in May", "the talks planned between Chad and Mali will open"
        due = alone and words[first].low in load_headline_words().due
        led = words[stop].part if due and stop < len(words) else ""
        beside = words[first - 1].part != "comma"
        if led == "to" or (led == "preposition" and later is not None and beside):
            continue
        if alone and (
            _describes(words, first, later) or (kept and _describes_object(words, kept[-1], first))
        ):
            continue
        kept.append((first, stop))
    return kept


def _describes(words: Sequence[Word], at: int, later: int | None) -> bool:
    """Whether a participle stands between a noun and the verb of its clause."""
    if later is None:
        return False
    parts = [one.part for one in words[at + 1 : later]]
    if words[at - 1].part == "comma":
        led = parts[:1] in (["preposition"], ["date"], ["comma"])
        return led and parts.count("comma") == 1 and parts[-1] == "comma" and not _APART & set(parts[:-1])
    if not parts or parts[0] not in ("preposition", "date") or (_APART | {"comma"}) & set(parts):
        return False
    dated = parts.index("date") if "date" in parts[:2] else None
    # "rejected on Monday a treaty signed in Bern"
    return dated is None or parts[dated + 1 : dated + 2] in ([], ["preposition"])


def _describes_object(words: Sequence[Word], verb: tuple[int, int], at: int) -> bool:
    """Whether a participle says more of the object of the verb in front of it: "a deal signed in May"."""
    if words[at - 1].part not in ("word", "name", "third", "base", "ing") or is_telling(words, verb):
        return False
    behind = words[at + 1].part if at + 1 < len(words) else "stop"
    between = {one.part for one in words[verb[1] : at]}
    return behind not in _OBJECTS and not between & (_APART | {"comma"})


def is_telling(words: Sequence[Word], verb: tuple[int, int]) -> bool:
    """Whether a verb is one behind which stands what somebody says."""
    last = words[verb[1] - 1].low
    return not {last, base_of(last), base_of_third(last)}.isdisjoint(load_headline_words().telling)
