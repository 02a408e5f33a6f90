"""The type of an event: what its words, its verb and the headline speak for, weighed.

The words stand in `knowledge/event_words.toml`, the points in `types.toml` beside this file, written by
`make fit`. Every type shares the same points, so that a type is added by its words alone; only how common it
is (`is_…`) is its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from data_model.assemble.attributions import attribution_of
from data_model.assemble.convening import CONVENED, is_convened
from data_model.assemble.drafts import NO_VERB, Draft
from data_model.assemble.moods import is_voted_down, staying_away
from data_model.dating.scene import Scene
from data_model.find.event_words import EventWord
from data_model.find.roots import find_root
from data_model.find.tenses import find_tense_between
from data_model.knowledge.event_words import load_type_roots
from data_model.knowledge.modality import MOODS_OFF
from data_model.spans import starting, within
from data_model.values import EVENT_TYPES, Sentence
from data_model.weights import Features, load_weights

# So far behind a verb stands what it is about.
_OBJECT = 40
_OTHER, _VOTE, _JOURNEY, _STATEMENT = "other", "election", "visit", "statement"
_TWO = 2
# Moods of what was not on the day on which it was told.
_NOT_THEN = ("denied", "planned")
# Where words stand: at the verb, in the clause, in the rest of its sentence, in the headline.
PLACES = ("verb", "clause", "sentence", "headline")


def choose_type(scene: Scene, draft: Draft, *, main: bool) -> str:
    """The type with the most points, one of `EVENT_TYPES`."""
    if is_voted_down(scene, draft):
        return _VOTE  # whatever the draft was about
    if staying_away(scene, draft):
        return _JOURNEY
    if tells_who_says(scene, draft):
        return _STATEMENT
    weighed = weigh_types(scene, draft, main=main)
    if len(weighed) == 1:
        return _OTHER
    weights = load_weights("data_model.assemble", "types.toml")
    return max(weighed, key=lambda kind: (weights.score(weighed[kind]), kind == _OTHER))


def weigh_types(scene: Scene, draft: Draft, *, main: bool) -> Mapping[str, Features]:
    """What speaks for each type that a word names, and for other, by the names of `types.toml`.

    Args:
        scene: The document.
        draft: The event.
        main: Whether it is the news of the document, which the headline tells too.
    """
    listed, root = draft.action.type, root_of(scene, draft)
    here = starting(scene.event_words, draft.sentence.start, draft.sentence.stop)
    if draft.mention.mood in MOODS_OFF and listed != "statement":
        # "The talks were called off, he said": what he said was said.
        here = [one for one in here if one.type != "statement"]
    said = _told_before(scene, draft)
    if any(one.names and one.type != "statement" for one in here if one.start < said):
        here = [one for one in here if one.start < said or one.type != "statement"]
    clause = [one for one in here if draft.start <= one.start < draft.stop]
    verb = draft.mention
    heads = [one for one in scene.sentences if one.headline] if main else []
    words = (
        [one for one in clause if verb.start < one.stop and one.start < verb.stop + _OBJECT],
        clause,
        # Who says so is not what happened.
        [one for one in here if one.type != "statement" and not draft.start <= one.start < draft.stop],
        [one for s in heads for one in starting(scene.event_words, s.start, s.stop)],
    )
    counts = dict(zip(PLACES, map(_counted, words), strict=True))
    named = [one for one in clause if one.names]
    first = named[0].type if named else ""
    near = min(named, key=lambda one: abs(one.start - verb.start), default=None)
    nearest = near.type if near else ""
    if listed in CONVENED and is_convened(scene, draft):
        listed = "summit"
    told = scene.text[draft.start : draft.stop].split()
    speaks = not scene.prose.first_person.isdisjoint(told)
    several = len({one.name for one in draft.people}) >= _TWO
    found = {}
    # A type that no word names is not chosen, however common it is and whatever suggests it.
    how = "near" if draft.action.key in NO_VERB else "noun" if draft.mention.noun else "verb"
    naming = {listed}.union(*(names for names, _ in counts.values()))
    for kind in EVENT_TYPES:
        if kind not in naming and kind != _OTHER:
            continue
        features = {f"is_{kind}": 1.0}
        for place, (names, hints) in counts.items():
            features[f"{place}_names"] = float(names[kind] > 0)
            features[f"{place}_share"] = names[kind] / max(names.total(), 1)
            features[f"{place}_suggests"] = float(hints[kind] > 0)
        features["nearest"] = float(kind == nearest)
        features["first"] = float(kind == first)
        # Of a date the first action of its clause; else the very verb or noun that tells the event.
        features[f"listed_{how}"] = float(kind == listed != _OTHER)
        features["speech"] = float(main and kind == "statement" and speaks)
        features["several_persons"] = float(kind == "meeting" and several)
        features["nothing"] = float(kind == _OTHER and not first)
        features["root"] = float(root in load_type_roots()[kind])
        found[kind] = {name: value for name, value in features.items() if value}
    return found


def tells_who_says(scene: Scene, draft: Draft) -> bool:
    """Whether a candidate only tells who says, and when, what is of another day: "…, he said on Tuesday"."""
    said = attribution_of(scene, draft.sentence)
    return said is not None and draft.mention.start >= said and _is_apart(scene, draft.sentence, said)


def _told_before(scene: Scene, draft: Draft) -> int:
    """Where what is told ends and who says so begins; the start of the sentence where that alone is told.

    "Gunmen killed twelve, | the army said on Tuesday".
    """
    said = attribution_of(scene, draft.sentence)
    alone = said is None or (draft.mention.start >= said and _is_apart(scene, draft.sentence, said))
    return draft.sentence.start if said is None or alone else said


def _is_apart(scene: Scene, sentence: Sentence, said: int) -> bool:
    """Whether what is told is announced, denied or of another day: then that it was said is told beside it.

    "He will come, | the army said on Tuesday".
    """
    start = sentence.start
    cue = find_tense_between(scene.text, start, said, scene.language, shaped=True)
    if cue is not None and scene.text[cue.start : cue.stop].lower() in scene.prose.speech:
        # "He said he will come, the ministry announced on Monday": of the two that say so neither is told of.
        cue = find_tense_between(scene.text, cue.stop, said, scene.language, shaped=True) or cue
    if within(scene.dates, start, said) or (cue is not None and cue.tense == "future"):
        return True
    return any(one.mood in _NOT_THEN for one in within(scene.actions, start, said))


def _counted(words: Iterable[EventWord]) -> tuple[Counter[str], Counter[str]]:
    """How often each type is named and suggested."""
    named: Counter[str] = Counter()
    suggested: Counter[str] = Counter()
    for one in words:
        (named if one.names else suggested)[one.type] += 1
    return named, suggested


def root_of(scene: Scene, draft: Draft) -> str:
    """The PLOVER root of what a clause tells when its verb alone does not say ("said", "staged")."""
    if scene.language != "en":
        return ""
    if draft.mention.noun and draft.action.type == "statement":
        return ""  # what stands behind it is what was spoken of: "press statement on the attacks"
    start = draft.start if draft.action.key == "dated" else draft.mention.start
    return find_root(scene.text, start, max(draft.stop, draft.mention.stop))
