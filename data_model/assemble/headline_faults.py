"""Why words are no headline of an event: one closed list of faults."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from data_model.assemble.headlines import Headline
from data_model.knowledge.headline_words import load_headline_words
from data_model.knowledge.modality import MOODS_UNDONE
from data_model.knowledge.verbs import base_of, base_of_third, is_base, is_third

_LEADS = {"to", "and", "not"}
# So far behind a preposition the object of a verb may still stand: "condemn in strong terms the attack".
_AFTER = 3


def find_faults(told: Headline, status: str) -> Iterator[str]:
    """Why words are no headline of an event of a status."""
    words = told.words.split()
    low = [word.lower().strip(",") for word in words]
    pairs = {" ".join(pair) for pair in pairwise(low)}
    yield from _faults_of_end(low)
    yield from _faults_of_words(words, low, pairs)
    yield from _faults_of_time(low, pairs, status, ahead=told.ahead)


def _faults_of_end(low: Sequence[str]) -> Iterator[str]:
    table = load_headline_words()
    if low[-1] in table.saying or low[-1] in table.hanging:
        yield "ends behind a verb that something must follow"
    if low[-1] in table.pronouns or low[-1] in table.named:
        yield "ends with somebody nobody knows"
    if low[-1] in table.unfinished:
        yield "ends in front of a noun"
    if len(low) > 1 and low[-2] in table.pronouns and (is_base(low[-1]) or is_third(low[-1])):
        yield "ends behind a verb that something must follow"


def _faults_of_words(words: Sequence[str], low: Sequence[str], pairs: set[str]) -> Iterator[str]:
    table = load_headline_words()
    if any(one.lower() in table.speakers and (len(one) == 1 or not one.isupper()) for one in words):
        yield "is said by the one who speaks"
    if not table.pointing.isdisjoint(pairs):
        yield "points at words that follow"
    if any(one.lower() in table.spare and other in table.modals | table.be for one, other in pairwise(words)):
        yield "has an article without its noun"
    if words[-1] in table.modals:
        yield "ends behind a verb that something must follow"
    if any(_lacks_object(low, at) for at in range(1, len(low))):
        yield "does not tell to what or whom it was done"


def _faults_of_time(low: Sequence[str], pairs: set[str], status: str, *, ahead: bool) -> Iterator[str]:
    table = load_headline_words()
    negative = not table.negative.isdisjoint(low) or not table.negative.isdisjoint(pairs)
    if status in MOODS_UNDONE and not negative:
        yield "tells as happened what did not"
    if status in ("planned", "hypothetical") and not ahead and not negative:
        yield "tells as happened what is still to come, or may not"
    if status in ("happened", "ongoing") and ahead:
        yield "tells as planned what happened"


def _lacks_object(low: Sequence[str], at: int) -> bool:
    """Whether a verb that needs an object has none: "The leaders discuss", "officials hold in Tehran"."""
    table = load_headline_words()
    third = is_third(low[at])
    verb = base_of_third(low[at]) if third else low[at]
    before = low[at - 1]
    noun = before in table.articles or before in table.prepositions - {"to"}
    if verb not in table.needing or not (third or is_base(verb)) or noun:
        return False
    if not third and not (before.endswith("s") or before in table.will | table.modals | _LEADS):
        return False  # "a keynote address at the university"
    if not table.be.isdisjoint(low[max(at - 2, 0) : at]):
        return False  # "is greatly welcome"
    if at + 1 == len(low):
        # Behind another verb it is what that is done to: "discuss bilateral issues".
        return not third or not any(map(_may_be_verb, low[1:at]))
    return low[at + 1] in table.apart and table.articles.isdisjoint(low[at + _AFTER :])


def _may_be_verb(low: str) -> bool:
    table = load_headline_words()
    verb = (is_third(low) or is_base(low)) and low not in table.nouns | table.prepositions
    return low in table.finite or verb


def names_nobody(told: Headline) -> bool:
    """Whether what is done is done to somebody or something that is not named: "votes it down"."""
    low = [word.strip(",") for word in told.words.lower().split()]
    alone = any(one == "it" and not _may_be_verb(other) for one, other in pairwise([*low, ""]))
    past = any(one == "it" and base_of(other) for one, other in pairwise(low))
    return not load_headline_words().unnamed.isdisjoint(low) or (alone and not past)
