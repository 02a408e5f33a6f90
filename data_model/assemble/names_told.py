"""How a headline says words of a report: people by name, no days, no asides, a long list in few words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from data_model.assemble.drafts import Draft
from data_model.assemble.wording import BEFORE_SIGN, SPACE, listed
from data_model.assemble.words import Word
from data_model.dating.scene import Scene
from data_model.knowledge.declension import in_nominative
from data_model.knowledge.headline_words import load_headline_words
from data_model.knowledge.places import country_name

# Words of who acts, before these are told in fewer; so many sides stand in place of "the two".
_SIDES_NAMED = 3
_SUBJECT_WORDS = 8
_BEFORE_OFFICE = (
    "article",
    "preposition",
    "and",
    "comma",
    "opens",
    "joins",
    "to",
    "past",
    "stop",
    "base",
    "third",
)
_ASIDE = re.compile(r"\s*\([^()]*\)")
_OWNED = re.compile(r"['’]s?$")
_SIGNS = re.compile(r"[“”„\"«»()\[\]]")


def named_side(scene: Scene, draft: Draft, who: str) -> tuple[str, bool]:
    """Who acts by name where the words for them have none: "the two" by both, "the council" by its own."""
    table = load_headline_words()
    if table.sides.match(who):
        found = [called(scene, one.name, one.key) for one in draft.people]
        if table.states.search(who):
            found = list(dict.fromkeys(country_name(one.code) for one in draft.states))
        if 1 < len(found) <= _SIDES_NAMED:
            return listed(found), True
    article, _, noun = who.partition(" ")
    if article.lower() in table.articles and noun:
        for one in draft.bodies:
            name = scene.knowledge.organizations[one.key].name
            if name.lower().endswith(f" {noun.lower()}") or name.lower().startswith(f"{noun.lower()} of "):
                return f"{article} {name}", False
    return who, False


def told_words(scene: Scene, words: Sequence[Word], *, acts: bool = False) -> str:
    """Words as a headline says them: without days and asides, people by name."""
    table = load_headline_words()
    dropped: set[int] = set()
    for at, one in enumerate(words):
        if one.part == "aside" or one.low in table.courtesy:
            dropped.add(at)
        if one.part == "date" or (
            one.part == "article" and at + 1 < len(words) and _named(scene, words[at + 1], one)
        ):
            dropped.add(at)
            back = at
            behind_it = words[at + 1] if at + 1 < len(words) else None
            describes = (
                behind_it is not None
                and behind_it.part in ("word", "name")
                and behind_it.start - one.stop <= 1
            )
            while (
                one.part == "date"
                and not describes
                and not _OWNED.search(one.low)
                and back
                and words[back - 1].low in table.to_date
            ):
                back -= 1
                dropped.add(back)
    told, behind = "", None
    for at, one in enumerate(words):
        if at in dropped:
            behind = None
            continue
        gap = scene.text[behind.stop : one.start] if behind is not None else " "
        told += gap if gap.strip() else " " if gap else ""
        name = _named(scene, one, words[at - 1] if at else None) if acts or one.part != "pronoun" else ""
        told += name or scene.text[one.start : one.stop]
        behind = one
    return BEFORE_SIGN.sub("", SPACE.sub(" ", _SIGNS.sub("", _ASIDE.sub("", told)))).strip(" ,")


def called(scene: Scene, name: str, key: str) -> str:
    """Who is known by the surname alone is called by it, as in headlines; who is not, by the full name."""
    entry = scene.knowledge.people.get(key)
    if entry is None:
        return in_nominative(name)
    if not entry.lone_surname:
        return name
    last = entry.surname or name.rpartition(" ")[2]
    return last if last.isalpha() else name


def _named(scene: Scene, word: Word, before: Word | None) -> str:
    """The name a word of the text stands for, "" where it stays as it is written."""
    table = load_headline_words()
    if (
        word.person is None
        or word.low in table.articles
        or (word.part == "pronoun" and word.low not in table.named)
    ):
        return ""
    owned = "'s" if _OWNED.search(word.low) else ""
    one = word.person
    if word.wide and not one.key:
        return one.name
    if (
        one.how in ("office", "leader")
        and before is not None
        and (before.part not in _BEFORE_OFFICE or before.low in table.opening)
    ):
        return ""  # "the former president": which one it was is not told by who is
    return called(scene, one.name, one.key) + owned if one.key or word.part == "pronoun" else ""


def briefly(subject: str) -> str:
    """Who acts in few words: of a list the first, without what is told of them behind a preposition."""
    table = load_headline_words()
    if len(subject.split()) <= _SUBJECT_WORDS:
        return subject
    first, *others = subject.split(", ")
    if others:
        return f"{first} {table.others}"
    cut = next(
        (hit.start() for hit in table.head_end.finditer(subject) if hit.start() > len(subject) // 3), None
    )
    return subject[:cut] if cut else subject
