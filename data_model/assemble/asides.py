"""What a sentence only tells of somebody it names: "Berg, who visited Oslo in May, met Li on Friday"."""

from __future__ import annotations

from data_model.assemble.drafts import Draft
from data_model.dating.scene import Scene
from data_model.spans import Stretch, holding
from data_model.values import Sentence


def asides_of(scene: Scene, sentence: Sentence) -> list[Stretch]:
    """The asides of a sentence, from the comma behind the name to the comma at their end."""
    words, where = scene.side_words, (sentence.start, sentence.stop)
    found = [one.span() for one in words.of_somebody.finditer(scene.text, *where)]
    found += [one.span("aside") for one in words.of_name.finditer(scene.text, *where)]
    return [Stretch(*one) for one in sorted(found)]


def aside_of(scene: Scene, draft: Draft) -> Stretch | None:
    """The aside a candidate is told in, None for none."""
    return holding(asides_of(scene, draft.sentence), draft.mention.start)
