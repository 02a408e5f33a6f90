"""How a headline is worded: the present tense, singular or plural, short, ended where it can end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from anyascii import anyascii

from data_model.knowledge.headline_words import load_headline_words
from data_model.knowledge.verbs import base_of, inflect_verb, is_base, is_third

MOST_WORDS, LONGEST = 14, 90
_FEWEST = 3
# So many words of what somebody says must be left.
_CONTENT_WORDS = 4
# Where a headline is cut, so much of it stays, if it can; then so much.
_KEPT = (0.6, 0.33)
_QUOTES = re.compile(r"[“”„«»\"'’‘`]")
SPACE, BEFORE_SIGN = re.compile(r"\s+"), re.compile(r"\s+(?=[,;:.])|(?<=,),+")


def in_present(verb: str, *, plural: bool) -> str:
    """The words of a verb in the present tense, those of what is still to come with "to"."""
    words = load_headline_words()
    *helpers, last = verb.lower().split()
    if last in words.prepositions and helpers:  # "are to be at the gathering"
        return f"{in_present(' '.join(helpers), plural=plural)} {last}"
    adverbs = [one for one in helpers if one in words.adverbs or one.endswith("ly")]
    rest = [one for one in helpers if one not in adverbs]
    adverbs = [one for one in adverbs if one not in words.idle]
    denied = [one for one in rest if one == "not"][:1]
    be, do = ("are", "do") if plural else ("is", "does")
    ahead = max((at for at, one in enumerate(rest) if one == "to" or one in words.will), default=None)
    if ahead is not None:
        told = [*denied, "to", *(one for one in rest[ahead + 1 :] if one != "not"), last]
    elif not words.modals.isdisjoint(rest):
        told = [*rest, last]
    elif not words.be.isdisjoint(rest):
        told = [be, *denied, last]
    elif denied:
        told = [do, *denied, base_of(last) or last]
    elif last in words.be:
        told = [be]
    else:
        base = base_of(last) or (last if is_base(last) else "")
        told = [(base if plural else inflect_verb(base).third) if base else last]
    if told[0] in words.be:  # "deeply regrets", but "is deeply concerned"
        return " ".join([told[0], *adverbs, *told[1:]])
    return " ".join([*adverbs, *told])


def is_plural(subject: str) -> bool:
    """Whether words for who acts are of several."""
    words = load_headline_words()
    if ", " in subject and words.joined.search(subject):
        return True  # "Brazil, Chile and Peru"
    head = words.head_end.split(subject, maxsplit=1)[0]
    low = head.lower().split()
    if not low or words.joined.search(head) or not words.counts.isdisjoint(low):
        return bool(low)
    last = head.split()[-1] if len(low) > 1 else low[0]
    if low[-1] in words.several:
        return True
    known = last.islower() or low[-1] in words.nouns
    return known and last.endswith("s") and not last.endswith(("ss", "us", "is"))


def uncapital(words: str) -> str:
    """Words as they stand inside a sentence; letters keep their capitals: "U.S. officials"."""
    letters = words[1:2] == "." or words[1:2].isupper()
    return words if letters else words[:1].lower() + words[1:]


def shortened(words: str, fewest: int = _FEWEST, longest: int = LONGEST) -> str:
    """A headline of at most fourteen words, ended where it can end; "" when too little is left of it."""
    table = load_headline_words()
    words = table.trailing.sub("", BEFORE_SIGN.sub("", SPACE.sub(" ", words)).strip(" ,;:–—-"))
    while len(words) > longest or len(words.split()) > MOST_WORDS:
        limit = min(longest, len(" ".join(words.split()[:MOST_WORDS])) + 1)
        cuts = [[hit.start() for hit in ends.finditer(words, 0, limit)] for ends in table.ends]
        tried = (max(found) for share in _KEPT for found in cuts if found and max(found) > limit * share)
        cut = next(tried, limit)
        words = table.trailing.sub("", words[:cut].rsplit(" ", 1)[0] if cut == limit else words[:cut])
        words = table.trailing.sub("", table.loose.sub("", words))
    words = table.trailing.sub("", words.rstrip(" .,;")).rstrip(" .,;")
    return words[:1].upper() + words[1:] if len(words.split()) >= fewest else ""


def is_whole(told: str, whole: str, least: str, rest: str) -> bool:
    """Whether what is left of a headline still tells what it is about."""
    words, low = told.split(), told.lower()
    if not low.startswith(least.lower()) or (rest and low == least.lower()):
        return False
    if len(told) >= len(whole.strip()) - 1:
        return True
    table = load_headline_words()
    if table.needed.intersection(whole.lower().split()[len(words) :][:1]):
        return False  # "put an end | to a border war of two years in which …"
    if least.lower().split()[-1] in table.giving:
        return False  # "gives the council | a briefing on chemical weapons"
    contents = [at for at, word in enumerate(words) if word in table.contents]
    if not contents:
        return table.contents.isdisjoint(whole.split())
    said = words[contents[0] + 1 :]
    finite = (one in table.finite or is_third(one) or is_base(one) for one in said)
    return len(said) >= _CONTENT_WORDS and any(finite)


def without_articles(words: str) -> str:
    """A headline without its articles: "Adams threatens Belfast peace deal"."""
    told = " ".join(word for word in words.split() if word.lower() not in load_headline_words().spare)
    return told[:1].upper() + told[1:]


def flat_words(words: str) -> str:
    """Words as they are compared: in Latin letters, small, without quotation marks."""
    return SPACE.sub(" ", _QUOTES.sub("", anyascii(words).lower())).strip(" .,")


def listed(names: Sequence[str]) -> str:
    """Names as a list: "A, B and C"."""
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last
