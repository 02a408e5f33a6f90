"""Russian names in a text: «министра Александра Ефимова» is a man, though as it stands it may be a woman."""

from __future__ import annotations

import re

from data_model.find.people import PersonMention
from data_model.knowledge.declension import in_nominative
from data_model.knowledge.folding import forms_of

# So many words an office has, at most: «заместителя министра обороны».
_OFFICE = 5
_WORD = re.compile(r"[А-Яа-яЁё-]+(?= )")
_STOP = re.compile(r"[^А-Яа-яЁё -]")


def nominative_of(mention: PersonMention, text: str) -> str:
    """A name as it is called; where a woman's name looks like a man's in another case, by the text.

    A man is meant where the surname stands elsewhere as a man's, or where his office is in that case, too,
    and is nobody's who is told in front of it: «пресс-секретарь министра Евгения Ефимова».
    """
    found = in_nominative(mention.text)
    mans = in_nominative(mention.text, man=True)
    if found != mention.text or mans == found:
        return found
    alone = re.search(rf"\b{re.escape(mans.split()[-1])}\b", text) is not None
    return mans if alone or _behind_a_mans_office(text[: mention.start]) else found


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
