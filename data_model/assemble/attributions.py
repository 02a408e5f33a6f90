"""Who says so at the end of a sentence: "Aircraft hit a market, | a local official said on Sunday"."""

from __future__ import annotations

import re

from data_model.dating.scene import Scene
from data_model.resolve.quotes import quote_at
from data_model.values import Sentence

_COMMA = re.compile(r",[”»\"]?\s+")
_WORD = re.compile(r"[^\W_][\w’'.-]*")
# So many words name who says so, and behind the verb so many tell when, to whom and where.
_LONGEST, _BEHIND = 14, 5
# In front of it so many words tell at least what is said.
_CONTENT = 3


def attribution_of(scene: Scene, sentence: Sentence) -> int | None:
    """Where the words begin that only tell who says what a sentence tells; None where it has none.

    A verb of saying stands behind the last comma but one, with who says so in front of it or behind it and
    nothing that is said behind both.
    """
    if quote_at(scene.quotes, sentence.start) is not None:
        return None
    for comma in reversed(list(_COMMA.finditer(scene.text, sentence.start, sentence.stop))):
        words = _WORD.findall(scene.text[comma.end() : sentence.stop])
        if len(words) > _LONGEST:
            return None
        at = next((at for at, word in enumerate(words) if word.lower() in scene.prose.speech), None)
        if at is None:
            continue
        content = len(_WORD.findall(scene.text[sentence.start : comma.start()]))
        behind = words[at + 1 :]
        told = not at or len(behind) <= _BEHIND
        if content < _CONTENT or not told or any(scene.modality.contents.fullmatch(one) for one in behind):
            return None
        return comma.end()
    return None
