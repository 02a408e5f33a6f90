"""The line over an English report as the title of its news, where it is a headline: it has a verb.

A page's own headline is kept word by word, but for the capitals of "Ministers Sign Treaty in Bern" and for a
verb of the past tense.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from data_model.assemble.clauses import Clause, read_clauses
from data_model.assemble.headlines import Headline, first_verb, is_many, tells_ahead, undergoes
from data_model.assemble.wording import SPACE, in_present, shortened
from data_model.assemble.words import Word, read_line
from data_model.knowledge.headline_words import load_headline_words
from data_model.knowledge.verbs import base_of, is_base, is_third

# What stands beside a figure may be a month.
_WORD = re.compile(r"(?<!\d )\b[^\W\d_]+(?:['’-][^\W\d_]+)*\b(?! \d)")
_SMALL = re.compile(r"(?<![^\W\d_])[a-z][a-z'’-]+")
_INFINITIVE = ("base", "be", "have")
# Words of fewer letters stay small where all others have capitals.
_SHORT = 4
# Behind the sign that ends a headline only who says so is told: "Talks to resume next week: UN".
_SAYS_SO, _TWO = 3, 2
# In front of a verb stands none of these; behind one stands its object, or what else it takes.
_LEADS = ("article", "owner", "preposition", "stop", "aside")
_OBJECTS = ("article", "owner", "name", "pronoun", "opens")
_TAKEN = (*_OBJECTS, "word", "base", "third", "past", "to", "preposition", "date", "not", "adverb")


def own_headline(title: str, report: str = "") -> Headline | None:
    """What stands over a report as its headline, None for what is none: without a verb, or too long.

    Args:
        title: What stands over it.
        report: The text below, which tells names from words where all of a title have capitals.
    """
    title = _in_small(SPACE.sub(" ", title).strip(" ."), report)
    words = read_line(title, 0, len(title))
    if shortened(title) != title[:1].upper() + title[1:] or title.endswith("?") or _is_parted(words):
        return None
    clauses = (one for one in read_clauses(words) if one.subject[0] < one.subject[1])
    first = next((one for one in clauses if not _is_noun(words, one.verb[1] - 1)), None)
    if first is None:
        plan = any(one.part == "to" and other.part in _INFINITIVE for one, other in pairwise(words[1:]))
        return Headline(title, ahead=plan) if plan or _has_verb(words) else None
    return Headline(_in_present_tense(title, words, first), tells_ahead(words, first))


def _in_present_tense(title: str, words: Sequence[Word], clause: Clause) -> str:
    """A headline whose verb acts in the past, in the present; what was undergone stays: "Treaty signed"."""
    table, (start, stop) = load_headline_words(), clause.verb
    verb = first_verb(words, clause.verb)
    takes = stop < len(words) and words[stop].part in _OBJECTS
    # "Roe granted asylum": who stands in front of it may have undergone it.
    either = base_of(verb.low) in table.ditransitive
    acts = takes and verb.part == "past" and not (either or verb.low in table.due or undergoes(words, clause))
    if not acts and verb.part != "have" and verb.low not in table.past:
        return title
    acting, begins, ends = words[slice(*clause.subject)], words[start].start, words[stop - 1].stop
    many = is_many(acting, title[acting[0].start : acting[-1].stop], verb.low)
    return f"{title[:begins]}{in_present(title[begins:ends], plural=many)}{title[ends:]}"


def _is_parted(words: Sequence[Word]) -> bool:
    """Whether it is of several lines or has a head of its own: "Balkans | NATO ministers meet"."""
    stops = [at for at, one in enumerate(words) if one.part == "stop"]
    return bool(stops) and (len(stops) > 1 or len(words) - 1 - stops[0] > _SAYS_SO)


def _has_verb(words: Sequence[Word]) -> bool:
    """Whether a word has the form and the place of a verb of the present tense."""
    return any(_is_verb(words, at) for at in range(1, len(words) - 1))


def _is_verb(words: Sequence[Word], at: int) -> bool:
    one, before, behind = words[at], words[at - 1], words[at + 1]
    if before.part in _LEADS or _is_noun(words, at):
        return False
    noun = one.low in load_headline_words().nouns
    if one.part == "third":
        return behind.part in _OBJECTS or behind.low[0].isdigit() or (not noun and behind.part in _TAKEN)
    listed = at > 1 and before.part in ("name", "pronoun") and words[at - _TWO].part in ("comma", "and")
    if one.part != "base" or noun or not (listed or before.low.endswith("s")):
        return False
    # "the States visit to Iran"
    bare = one.low in load_headline_words().base_nouns and behind.part in ("to", "preposition")
    return not bare and behind.part in _TAKEN


def _is_noun(words: Sequence[Word], at: int) -> bool:
    """Whether what stands behind a form shows that it is no verb that acts: "remarks by the minister"."""
    agents = load_headline_words().agents
    return words[at].part in ("third", "base") and any(one.low in agents for one in words[at + 1 : at + 2])


def _in_small(title: str, report: str) -> str:
    """A title all of whose words have capitals, with those of names alone."""
    hits, parts = list(_WORD.finditer(title)), load_headline_words().parts
    words = [word for hit in hits[1:] if len(word := hit.group()) >= _SHORT and word.lower() not in parts]
    if not words or any(word[0].islower() for word in words):
        return title
    small, told = Counter(_SMALL.findall(report)), SPACE.sub(" ", report).replace(title, "")
    # Two that the report writes so side by side are a name: "Foreign Secretary".
    names = [
        (one.start(), two.end()) for one, two in pairwise(hits) if title[one.start() : two.end()] in told
    ]
    for hit in hits[1:]:
        word, start = hit.group(), hit.start()
        named = any(first <= start < last for first, last in names) or not word[1:].islower()
        low = word.lower()
        # As often as not with its capital inside a sentence: "Polish farmers" beside "to polish".
        named = named or 0 < small[low] <= len(re.findall(rf"[a-z,;] {re.escape(word)}\b", told))
        if not named and (low in small or (word not in told and _is_word(low))):
            title = f"{title[:start]}{low}{title[hit.end() :]}"
    return title


def _is_word(low: str) -> bool:
    """Whether it is a small word or the form of a verb."""
    return low in load_headline_words().parts or is_base(low) or is_third(low) or is_base(base_of(low))
