"""The noun by which a report tells an event as the head of its title: "peace talks in Bern take place"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from data_model.assemble.drafts import Draft
from data_model.assemble.finite_verbs import find_verbs
from data_model.assemble.glossed import glossed_noun
from data_model.assemble.names_told import told_words
from data_model.assemble.wording import flat_words, is_plural, listed
from data_model.assemble.words import read_words, window_of
from data_model.dating.scene import Scene
from data_model.knowledge.verbs import base_of_third

# Behind a noun, what no longer belongs to it.
_ENDS_NOUN = ("comma", "stop", "opens", "joins", "aside", "be", "have", "do", "will", "to")


def nouns_of(scene: Scene, draft: Draft, sides: Sequence[str], joins: str, *, several: bool) -> Iterator[str]:
    """The noun of a report that tells an event, with its sides where it names none.

    Args:
        scene: The document.
        draft: The event.
        sides: Who took part.
        joins: What stands between a noun and those it involves.
        several: Whether it has to name every side, or stays with none.
    """
    if not draft.mention.noun:
        return
    noun = glossed_noun(scene, draft) if scene.language != "en" else _noun_of(scene, draft)
    flat = flat_words(noun)
    named = [one for one in sides if flat_words(one.rpartition(" ")[2]) in flat]
    if len(named) == len(sides) or (named and not several):
        yield noun
    elif len(noun.split()) > 1 and not several:
        yield f"{noun} {joins} {listed(sides)}"
        yield noun


def said_of(noun: str, said: str, where: str, joins: str, *, off: bool) -> str:
    """A noun with what is said of it, of several as of several, and where, unless the noun tells.

    What was called off took place nowhere: "talks are held in Bern", but "talks in Bern are cancelled".
    """
    does, _, rest = said.partition(" ")
    head = noun.partition(f" {joins} ")[0]
    if is_plural(head[:1].lower() + head[1:]) and does != "to":
        said = f"{'are' if does == 'is' else base_of_third(does)} {rest}"
    there = f" in {where}" if where and flat_words(where) not in flat_words(noun) else ""
    return f"{noun}{there} {said}" if off else f"{noun} {said}{there}"


def _noun_of(scene: Scene, draft: Draft) -> str:
    """The noun that tells an event with what belongs to it, days left out: "peace treaty between A and B"."""
    words = read_words(scene, *window_of(draft))
    at = next((at for at, one in enumerate(words) if one.start <= draft.mention.start < one.stop), None)
    if at is None or words[at].part in ("name", "owner"):
        return ""
    first, stop = at, at + 1
    while first and words[first - 1].part in ("word", "name", "ing", "owner"):
        first -= 1
    verbs = {begins for begins, _ in find_verbs(words)}
    while stop < len(words) and stop not in verbs and words[stop].part not in _ENDS_NOUN:
        stop += 1
    return told_words(scene, words[first:stop])
