"""Russian names in a text: «министра Александра Ефимова» is a man, though as it stands it may be a woman."""

from __future__ import annotations

import re
from collections.abc import Iterable

from data_model.find.people import PersonMention
from data_model.knowledge.declension import in_nominative
from data_model.knowledge.folding import forms_of

# So many words an office has, at most, and letters: «заместителя министра обороны».
_OFFICE, _REACH = 5, 160
_WORD = re.compile(r"[А-Яа-яЁё-]+(?= )")
_STOP = re.compile(r"[^А-Яа-яЁё -]")


def nominatives_of(mentions: Iterable[PersonMention], text: str) -> dict[str, str]:
    """How each name is called, by how it is written."""
    starts: dict[str, list[int]] = {}
    for one in mentions:
        starts.setdefault(one.text, []).append(one.start)
    return {name: _nominative_of(name, places, text) for name, places in starts.items()}


def _nominative_of(name: str, starts: Iterable[int], text: str) -> str:
    """A name as it is called; where a woman's name looks like a man's in another case, by the text.

    A man is meant where the surname stands elsewhere as a man's, or where his office is in that case, too,
    and is nobody's who is told in front of it: «пресс-секретарь министра Евгения Ефимова».
    """
    found = in_nominative(name)
    mans = in_nominative(name, man=True)
    if found != name or mans == found:
        return found
    alone = re.search(rf"\b{re.escape(mans.split()[-1])}\b", text) is not None
    man = alone or any(_behind_a_mans_office(text[max(0, at - _REACH) : at]) for at in starts)
    return mans if man else found


def _behind_a_mans_office(before: str) -> bool:
    """Whether the words end in the office of a man in another case than the nominative."""
    stops = [sign.end() for sign in _STOP.finditer(before)]
    words = _WORD.findall(before, max(stops, default=0))[-_OFFICE:]
    found = False
    for word in reversed(words):
        nouns = [form for form in forms_of(word) if form.part == "NOUN" and not form.plural]
        called = any(form.case == "nomn" for form in nouns)
        if called and any(form.animate for form in nouns):
            return False
        if not nouns and found:
            break
        found = found or any(form.animate and form.gender == "masc" for form in nouns)
    return found
