"""A clause of an English report becomes a headline: who, the verb in the present tense, what; no date.

"On Tuesday Switzerland and Ghana signed a treaty in Bern" → "Switzerland and Ghana sign a treaty in Bern".
The words by which it is done stand in knowledge/headlines.toml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from data_model.assemble.drafts import NO_VERB, Draft
from data_model.dating.scene import Scene
from data_model.find.tenses import find_tense_between
from data_model.knowledge.headline_words import HeadlineWords, load_headline_words
from data_model.knowledge.verbs import base_of, inflect_verb, is_base, is_third
from data_model.resolve.people import Reference
from data_model.spans import at_offset, within

MOST_WORDS, LONGEST = 14, 90
_FEWEST = 3
# Where a headline is cut, so much of it stays, if it can; then so much.
_KEPT = (0.6, 0.33)
SPACE, _BEFORE_SIGN = re.compile(r"\s+"), re.compile(r" (?=[,;:.])")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_ASIDES = re.compile(r"\s*\([^()]*\)|\s*\[[^\[\]]*\]|[“”\"«»]")
_BEHIND_DATE = re.compile(r"[)\s]*,?(?=\s|$)")
# "and agreed to": a second verb, by what follows it.
_JOINED, _PAST = re.compile(r"\band (?P<verb>[a-z]+)(?= (?P<next>[\w’'-]+))"), "ed"
_OWNED = ("'s ", "’s ")
# "LIMA, Peru — ", "PARIS: ".
_PLACE_LINE = re.compile(r"^[A-Z][A-Z .’'-]{2,}(?:,\s[^—–:]{1,30}?)?\s*(?:[—–:]|\s-)\s+")
# Letters a subject may have before it is told in fewer; words of a name in a list.
_LONG_SUBJECT, _NAME_WORDS = 45, 4


def headline_of(scene: Scene, draft: Draft, start: int) -> str:
    """The headline of a clause from an offset on, "" when it has no verb to make one with."""
    words = load_headline_words()
    start = _behind_adverbial(scene, draft, start)
    verb = _verb_of(scene, draft, start)
    if verb is None:
        return ""
    subject = without_lead(plain_words(scene, start, verb[0])) or _subject_before(scene, draft, start)
    if not subject or words.fronted.match(subject) or _tells(scene, subject):
        return ""
    first, last = subject.split()[0], subject.split()[-1]
    ends = {one if one.isupper() and len(one) > 1 else one.lower() for one in (first, last)}
    if last.lower() in words.prepositions or not words.pronouns.isdisjoint(ends):
        return ""
    subject = _briefly(subject)
    if not _is_name(scene, scene.text.find(subject.split()[0], start, verb[0])):
        subject = subject[:1].lower() + subject[1:]  # "Guerrillas" has its capital from the sentence
    told = in_present(scene.text[verb[0] : verb[1]], plural=_is_plural(subject))
    lead = scene.text[start : verb[0]].rstrip()
    alone = " " not in scene.text[verb[0] : verb[1]]
    if alone and lead.endswith(",") and lead.count(",") == 1 and not _has_verb(draft):
        # "The pipeline, built in 2009, …"
        told = f"{'are' if _is_plural(subject) else 'is'} {scene.text[verb[0] : verb[1]]}"
    rest = words.another.sub("", plain_words(scene, verb[1], draft.stop))
    if not rest and scene.text[verb[0] : verb[1]].lower().endswith(scene.prose.speech):
        return ""  # "…, the diplomat said": only who said it
    rest = _second_verbs(rest, plural=_is_plural(subject))
    whole = f"{subject} {told} {rest}"
    if _is_long(whole) and isinstance(draft.subject, Reference) and draft.subject.text in subject:
        whole = f"{draft.subject.name} {told} {rest}"  # the office goes before what happened does
    return shortened(whole)


def _second_verbs(rest: str, *, plural: bool) -> str:
    """What follows the verb with further verbs of the same subject in its tense: "… and agreed to meet"."""
    words = load_headline_words()

    def present(hit: re.Match[str]) -> str:
        base = base_of(hit["verb"]) if hit["verb"].endswith(_PAST) else ""
        taken = hit["next"].lower()
        follows = taken in words.articles or taken in words.prepositions or hit["next"][0].isupper()
        if not base or not is_base(base) or not (follows or taken in words.pronouns):
            return hit.group()
        return f"and {base if plural else inflect_verb(base).third}"

    return _JOINED.sub(present, rest)


def _is_long(words: str, longest: int = LONGEST) -> bool:
    return len(words) > longest or len(words.split()) > MOST_WORDS


def without_lead(words: str) -> str:
    """Words without what only leads to them: "and", a date line."""
    return load_headline_words().leading.sub("", _PLACE_LINE.sub("", words)).strip(" ,")


def _subject_before(scene: Scene, draft: Draft, start: int) -> str:
    """Who acts where a clause begins with its verb: the one known to, else who opened the sentence."""
    if isinstance(draft.subject, Reference):
        return draft.subject.name
    begin = draft.sentence.start
    verb = _first_verb(scene, begin, start)
    return without_lead(plain_words(scene, begin, verb)) if verb is not None else ""


def _first_verb(scene: Scene, start: int, stop: int) -> int | None:
    """Where the first verb between two offsets begins, with what helps it."""
    cue = find_tense_between(scene.text, start, stop, scene.language)
    if cue is None:
        return None
    helper = load_headline_words().helpers_before.search(scene.text, start, cue.start)
    return helper.start() if helper else cue.start


def _tells(scene: Scene, subject: str) -> bool:
    """Whether words that should only say who acts tell something themselves: "Ukraine had to hide what"."""
    words = load_headline_words()
    found = _WORD.findall(subject)
    if any(one in words.be or one in words.have or one in scene.prose.speech for one in found[1:]):
        return True  # "Officials say rebels (have been killed)"
    # "Ann Lee knows I", not "specific amounts": the verb of the present tense stands behind a name.
    if any(name[0].isupper() and is_third(verb) for name, verb in pairwise(found[1:])):
        return True
    return find_tense_between(subject, 0, len(subject), scene.language) is not None


def _is_name(scene: Scene, at: int) -> bool:
    """Whether a name, or a word in capitals, begins at an offset."""
    if at < 0 or scene.text[at + 1 : at + 2].isupper():
        return True
    named = (at_offset(things, at) for things in (scene.references, scene.organizations, scene.countries))
    return any(one is not None for one in named)


def _briefly(subject: str) -> str:
    """Who acts in few words: of a list the first, without what is told of them between commas."""
    if len(subject) <= _LONG_SUBJECT:
        return subject
    first, *others = subject.split(", ")
    listed = len(others) > 1 and all(len(one.split()) <= _NAME_WORDS for one in others)
    return (
        f"{first} {load_headline_words().others}" if listed else shortened(first, 1, _LONG_SUBJECT) or first
    )


def is_noun(words: str) -> bool:
    """Whether a verb can be said of words: no pronoun, no preposition in front, no verb at either end."""
    table = load_headline_words()
    low = words.lower().split()
    return (
        table.pronouns.isdisjoint(low)
        and not table.fronted.match(words)
        and not any(map(base_of, (low[0], low[-1])))
    )


def _behind_adverbial(scene: Scene, draft: Draft, start: int) -> int:
    """Behind what stands in front of the one who acts: "In two rounds of voting, the Assembly …"."""
    first = _WORD.search(scene.text, start, draft.stop)
    comma = scene.text.find(", ", start, draft.stop)
    before = draft.mention.start if _has_verb(draft) else draft.stop
    fronted = first and load_headline_words().fronted.match(scene.text, first.start())
    return comma + 2 if fronted and start <= comma < before else start


def _has_verb(draft: Draft) -> bool:
    return not draft.mention.noun and draft.action.key not in NO_VERB


def _verb_of(scene: Scene, draft: Draft, start: int) -> tuple[int, int] | None:
    """Where the verb of the clause stands with what belongs to it: "has also signed", "is due to open"."""
    words = load_headline_words()
    if _has_verb(draft):
        at: int | None = draft.mention.start
    else:
        cue = find_tense_between(scene.text, start, draft.stop, scene.language)
        # "U.S.-led forces" are led, and do nothing yet.
        at = cue.start if cue and scene.text[cue.start - 1] != "-" else None
    ahead = words.ahead.search(scene.text, start, draft.stop)
    if ahead and (at is None or ahead.start() <= at):
        at = ahead.end()
    before = words.helpers_before.search(scene.text, start, start if at is None else at)
    if before is None and not _has_verb(draft):
        # "Adams threatens the deal with a tribute to those blamed": the first verb is the clause's.
        present = next(_present_verbs(scene.text, start, draft.stop if at is None else at), None)
        if present and not (at is not None and at - present.end() <= 1):
            return present.span()  # but "the customs post was closed"
    if at is None:
        return None
    found = words.verb.match(scene.text, before.start() if before else at, draft.stop)
    if found is None:
        return None
    helpers, _, last = found.group().rpartition(" ")
    if helpers and last.lower() in words.articles:  # "has had a telephone conversation"
        return found.start(), found.start() + len(helpers)
    return found.span()


def _present_verbs(text: str, start: int, stop: int) -> Iterator[re.Match[str]]:
    """Verbs of the present tense; a bare one only behind a noun in the plural: "G7 leaders begin"."""
    words = load_headline_words()
    many = False
    for hit in _WORD.finditer(text, start, stop):
        word = hit.group()
        third = word in words.be or word in words.have or (is_third(word) and word not in words.nouns)
        if hit.start() > start and word.islower() and (third or (many and is_base(word))):
            yield hit
        many = word.islower() and word.endswith("s") and not word.endswith("ss")


def in_present(verb: str, *, plural: bool) -> str:
    """The words of a verb in the present tense, those of what is still to come with "to"."""
    words = load_headline_words()
    *helpers, last = verb.lower().split()
    if last in words.prepositions and helpers:  # "are to be at the gathering"
        return f"{in_present(' '.join(helpers), plural=plural)} {last}"
    adverbs = [one for one in helpers if one in words.adverbs or one.endswith("ly")]
    rest = [one for one in helpers if one not in adverbs]
    denied = [one for one in rest if one == "not"][:1]
    be, do = ("are", "do") if plural else ("is", "does")
    ahead = max((at for at, one in enumerate(rest) if one == "to" or one in words.will), default=None)
    if ahead is not None:
        told = [*denied, "to", *(one for one in rest[ahead + 1 :] if one != "not"), last]
    elif not words.be.isdisjoint(rest):
        told = [be, *denied, last]
    elif denied:
        told = [do, *denied, base_of(last) or last]
    elif last in words.be:
        told = [be]
    else:
        base = base_of(last)
        told = [(base if plural else inflect_verb(base).third) if base else last]
    if told[0] in words.be:  # "deeply regrets", but "is deeply concerned"
        return " ".join([told[0], *adverbs, *told[1:]])
    return " ".join([*adverbs, *told])


def agreeing(noun: str, verb: str) -> str:
    """A noun and a verb of the third person that agree: "talks take place"."""
    head, _, rest = verb.partition(" ")
    many = {"takes": "take", "is": "are"}.get(head, head) if _is_plural(noun) else head
    return f"{noun} {many} {rest}".strip()


def _is_plural(subject: str) -> bool:
    words = load_headline_words()
    head = words.head_end.split(subject, maxsplit=1)[0]
    if words.several.search(head):
        return True
    last = head.rpartition(" ")[2]
    known = last.islower() or last.lower() in words.nouns
    return known and last.endswith("s") and not last.endswith(("ss", "us", "is"))


def plain_words(scene: Scene, start: int, stop: int) -> str:
    """Words of the text without dates and asides, each pronoun as the name it stands for."""
    words = load_headline_words()
    cuts = sorted((*_dates(scene, start, stop, words), *_pronouns(scene, start, stop, words)))
    pieces, at = [], start
    for first, last, instead in cuts:
        if first >= at:
            pieces += [scene.text[at:first], instead]
            at = last
    pieces.append(scene.text[at:stop])
    plain = SPACE.sub(" ", _ASIDES.sub("", "".join(pieces))).strip()
    return plain[len(_OWNED[0]) :] if plain.startswith(_OWNED) else plain


def _dates(scene: Scene, start: int, stop: int, words: HeadlineWords) -> Iterator[tuple[int, int, str]]:
    for mention in within(scene.dates, start, stop):
        if mention.reading.kind != "duration":
            lead = words.to_date.search(scene.text, start, mention.start)
            first = lead.start() if lead else mention.start
            # A comma goes with a date in front of the clause, and with one between two commas.
            apart = first <= start or "," in scene.text[first : mention.start]
            behind = _BEHIND_DATE.match(scene.text, mention.stop, stop) if apart else None
            yield first, behind.end() if behind else mention.stop, " "


def _pronouns(scene: Scene, start: int, stop: int, words: HeadlineWords) -> Iterator[tuple[int, int, str]]:
    for one in within(scene.references, start, stop):
        if one.how == "pronoun" and one.name and one.text.lower() in words.named:
            yield one.start, one.stop, one.name


def shortened(words: str, fewest: int = _FEWEST, longest: int = LONGEST) -> str:
    """A headline of at most fourteen words, ended where it can end; "" when too little is left of it."""
    table = load_headline_words()
    words = _BEFORE_SIGN.sub("", SPACE.sub(" ", words)).strip(" ,;:–—-")
    while _is_long(words, longest):
        limit = min(longest, len(" ".join(words.split()[:MOST_WORDS])) + 1)
        cuts = [[hit.start() for hit in ends.finditer(words, 0, limit)] for ends in table.ends]
        tried = (max(found) for share in _KEPT for found in cuts if found and max(found) > limit * share)
        cut = next(tried, limit)
        words = table.trailing.sub("", words[:cut].rsplit(" ", 1)[0] if cut == limit else words[:cut])
    words = table.trailing.sub("", words.rstrip(" .,;")).rstrip(" .,;")
    return words[:1].upper() + words[1:] if len(words.split()) >= fewest else ""
