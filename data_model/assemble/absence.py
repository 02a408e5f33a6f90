"""Who is named near an event and was not there: absent, represented, left out, or the namesake of a thing."""

from __future__ import annotations

from data_model.dating.scene import Scene
from data_model.knowledge.folding import is_in_genitive
from data_model.resolve.people import Reference
from data_model.spans import holding

# So near behind a name stand the words that say its bearer was not there.
_ABSENT = 40
# So near in front of it stands what tells that somebody else was.
_INSTEAD = 90


def is_absent(scene: Scene, one: Reference) -> bool:
    """Whether the words behind a name say that its bearer was not there."""
    sentence, end = holding(scene.sentences, one.start), one.stop + _ABSENT
    said = scene.side_words.absence.search(scene.text, one.stop, min(end, sentence.stop) if sentence else end)
    return said is not None and one.how != "pronoun"


def is_of_another(scene: Scene, one: Reference) -> bool:
    """Whether a name only says whose envoy, kin or namesake somebody or something else is.

    Who is only called by an office speaks by a spokesman.
    """
    words, begin = scene.side_words, min(one.office.start if one.office else one.start, one.start)
    start = max(0, begin - _INSTEAD)
    if not one.named or words.instead_unless.search(scene.text, start, one.stop + _ABSENT):
        return False
    lead = scene.text[start:begin]
    served = words.serving.search(lead) or words.serving.search(scene.text, start, one.start)
    if served and is_in_genitive(scene.text[one.start : one.stop]):
        return True  # «заместитель Сергея Лаврова»
    return bool(words.instead.search(lead) or words.owned.match(scene.text, one.stop))
