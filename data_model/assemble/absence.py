"""Who is named near an event and was not there: absent, represented, left out, or the namesake of a thing."""

from __future__ import annotations

from data_model.dating.scene import Scene
from data_model.resolve.people import Reference
from data_model.spans import holding

# So near behind a name stand the words that say its bearer was not there.
_ABSENT = 40
# So near in front of it stands what tells that somebody else was.
_INSTEAD = 90


def is_absent(scene: Scene, one: Reference) -> bool:
    """Whether the words around a name say that its bearer was not there."""
    if one.how == "pronoun":
        return False
    words, begin = scene.side_words, min(one.office.start if one.office else one.start, one.start)
    sentence = holding(scene.sentences, one.start)
    end = one.stop + _ABSENT
    if words.absence.search(scene.text, one.stop, min(end, sentence.stop) if sentence else end):
        return True
    # Who is only called by an office speaks by a spokesman.
    lead = scene.text[max(0, begin - _INSTEAD) : begin] if one.named else ""
    return bool(words.instead.search(lead) or words.owned.match(scene.text, one.stop))
