"""A headline in English of a clause in another language: its sides by name, its words by a table.

«Путин и Лукашенко подписали в Москве соглашение о границе» → "Putin and Lukashenko sign agreement on border".
Who acts stands in the nominative; behind the verb words are told for as long as the table knows them. What it
does not know ends the headline, and without a verb or who acts there is none (knowledge/glosses.toml).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from data_model.assemble.drafts import NO_VERB, Draft
from data_model.assemble.glossed_words import Piece, read_pieces
from data_model.assemble.headlines import Headline
from data_model.assemble.wording import listed, shortened
from data_model.assemble.words import window_of
from data_model.dating.scene import Scene
from data_model.knowledge.title_words import load_glosses
from data_model.knowledge.verbs import base_of_third, inflect_verb

_MOST = 7
_GENDERS = frozenset({"masc", "femn", "neut"})
# What ends the words told of a verb.
_ENDS = ("word", "opens", "infinitive", "sign", "verb", "not", "future")


def glossed_headline(scene: Scene, draft: Draft) -> Headline | None:
    """The headline of the clause of an event, None where too little of it is known."""
    table = load_glosses(scene.language)
    if table is None:
        return None
    pieces = read_pieces(scene, *window_of(draft), table)
    near = draft.mention.start
    listed_verb = draft.action.key not in NO_VERB and not draft.mention.noun
    verbs = [at for at, one in enumerate(pieces) if one.part == "verb"]
    if listed_verb and any(pieces[at].start == near for at in verbs):
        verbs = [at for at in verbs if pieces[at].start == near]
    verbs.sort(key=lambda at: abs(pieces[at].start - near))
    return next((told for at in verbs if (told := _headline(pieces, at))), None)


def glossed_noun(scene: Scene, draft: Draft) -> str:
    """The noun that tells an event with what is known to stand around it: "missile attack on Tripoli"."""
    table = load_glosses(scene.language)
    if table is None:
        return ""
    pieces = read_pieces(scene, *window_of(draft), table)
    for at, one in enumerate(pieces):
        if one.start <= draft.mention.start < one.stop and one.part == "noun":
            whole = _with_others(pieces, at, one)[0]
            behind = next(
                (there for there, each in enumerate(pieces) if each.start >= whole.stop), len(pieces)
            )
            led = behind < len(pieces) and pieces[behind].part == "lead"
            return f"{whole.said} {_rest(pieces, behind, ()) if led else ''}".strip()
    return ""


def _headline(pieces: Sequence[Piece], at: int) -> Headline | None:
    verb, subject = pieces[at], _subject(pieces, at)
    if not subject:
        return None
    passive = "PRTS" in verb.marks
    rest = _rest(pieces, at + 1, subject)
    if passive and at + 1 < len(pieces) and not {"lead", "date"} & {pieces[at + 1].part}:
        rest = rest if "ablt" in pieces[at + 1].marks else ""  # "is appointed minister"
    elif verb.said.endswith("*"):
        # «протокол ратифицировал президент»: what it was done to may stand in front
        rest = _object_before(pieces, at, subject) or rest
        if not rest:
            return None
    before = [one.part for one in pieces[max(0, at - 3) : at]]
    denied = "not" in (*before[-1:], *(one.part for one in pieces[at + 1 : at + 2]))
    ahead = "futr" in verb.marks or "future" in before
    many = len(subject) > 1 or subject[0].many
    does = _inflected(verb.said.strip("~* "), many=many, ahead=ahead, passive=passive, denied=denied)
    told = [*subject, *_told(pieces, at + 1, subject)]
    if not (verb.said.startswith("~") or any(one.part == "side" or one.named for one in told)):
        return None  # "the head is dismissed": whose is not told
    words = shortened(f"{listed([one.said for one in subject])} {does} {rest}")
    return Headline(words, ahead) if words else None


def _inflected(verb: str, *, many: bool, ahead: bool, passive: bool, denied: bool) -> str:
    """A verb of the third person as its subject and tense have it."""
    third, _, more = verb.partition(" ")
    base = base_of_third(third)
    base = third.removesuffix("s") if base == third else base
    does = inflect_verb(base).participle if passive else base
    if ahead:
        told = f"to be {does}" if passive else f"to {does}"
        told = f"not {told}" if denied else told
    elif passive:
        told = f"{'are' if many else 'is'} {'not ' if denied else ''}{does}"
    elif denied:
        told = f"{'do' if many else 'does'} not {does}"
    else:
        told = base if many else third
    return f"{told} {more}".strip()


def _subject(pieces: Sequence[Piece], verb: int) -> list[Piece]:
    """Who acts: the names or the noun in the nominative nearest in front of the verb, else behind it."""
    for row in (range(verb - 1, -1, -1), range(verb + 1, len(pieces))):
        for at in row:
            one = pieces[at]
            if one.part in ("opens", "infinitive", "verb") or (one.part == "sign" and one.said in ";:"):
                break
            if at > verb and one.nominative is not None:
                one = one.nominative  # «учения» may be one's genitive: behind the verb it is several
            if not _can_act(pieces, at, one, pieces[verb]):
                continue
            found = _with_others(pieces, at, one)
            several = len(found) > 1 or one.many
            if ("plur" in pieces[verb].marks) == several or not {"plur", "sing"} & pieces[verb].marks:
                return [replace(each, many=several) for each in found]
    return []


def _can_act(pieces: Sequence[Piece], at: int, one: Piece, verb: Piece) -> bool:
    """Whether a name or noun can be who does what a verb tells, or what a participle tells was done to."""
    before = pieces[at - 1] if at else None
    if "nomn" not in one.marks or (before is not None and before.part == "lead"):
        return False
    gender = _GENDERS & one.marks
    if gender and not one.many and _GENDERS & verb.marks and not gender & verb.marks:
        return False
    if one.part == "side":
        # «поездка Лукашенко», and behind the verb a name without forms, tell nobody who acts
        owned = before is not None and "NOUN" in before.marks and "gent" in one.marks
        unsure = one.start > verb.start and "gent" in one.marks
        return not (verb.said.startswith("~") or owned or unsure or one.city)
    if verb.said.startswith("~"):
        return one.event
    takes = verb.said.endswith("*") and "PRTS" not in verb.marks
    return one.part == "noun" and not (takes and "anim" not in one.marks)


def _with_others(pieces: Sequence[Piece], at: int, one: Piece) -> list[Piece]:
    """A side with those joined to it, a noun with what stands around it."""
    if one.part == "side":
        found = [one]
        while at > 1 and pieces[at - 1].said in ("and", ",") and pieces[at - 2].part == "side":
            if "nomn" not in pieces[at - 2].marks:
                break
            at -= 2
            found.insert(0, pieces[at])
        return found
    first, stop = at, at + 1
    while (
        stop < len(pieces)
        and pieces[stop].part in ("side", "noun", "quality")
        and "gent" in pieces[stop].marks
    ):
        stop += 1
        if pieces[stop - 1].part == "side":
            break
    while first and pieces[first - 1].part == "quality":
        first -= 1
    row = [*pieces[first:at], one, *pieces[at + 1 : stop]]
    named = one.named or any(each.part == "side" for each in row)
    return [replace(one, start=row[0].start, stop=row[-1].stop, said=_joined(row), named=named)]


def _rest(pieces: Sequence[Piece], at: int, used: Sequence[Piece]) -> str:
    """What follows a verb, for as long as it is known; where it was goes last."""
    if at < len(pieces) and pieces[at].part == "infinitive":
        third, _, more = pieces[at].said.strip("~ ").partition(" ")
        behind = _rest(pieces, at + 1, used)  # "refuses to sign the law"
        does = f"to {base_of_third(third)} {more.strip('* ')}".strip()
        return f"{does} {behind}" if behind or "*" not in more else ""
    kept = _told(pieces, at, used)
    where = [
        at
        for at in range(1, len(kept))
        if kept[at].place and kept[at - 1].part == "lead" and "gent" not in kept[at].marks
        if at + 1 == len(kept) or kept[at + 1].part != "and"  # "between Chad and Mali"
    ]
    last = [one for at in where for one in kept[at - 1 : at + 1]]
    return _joined([*(one for one in kept if one not in last), *last])


def _told(pieces: Sequence[Piece], at: int, used: Sequence[Piece]) -> list[Piece]:
    """What is known of the words from a place on, days and those used already left out."""
    kept: list[Piece] = []
    for one in pieces[at:]:
        taken = any(each.start <= one.start < each.stop for each in used)
        if taken or one.part == "date" or (one.part == "word" and "ADJF" in one.marks):
            continue
        if one.part in _ENDS or len(kept) >= _MOST:
            break
        kept.append(one)
    while kept and kept[-1].part in ("lead", "and", "quality"):
        kept.pop()
    return kept


def _object_before(pieces: Sequence[Piece], verb: int, subject: Sequence[Piece]) -> str:
    """What stands in front of a verb whose subject follows it."""
    first = verb
    while first and pieces[first - 1].part not in ("opens", "infinitive", "verb", "sign"):
        first -= 1
    for at in range(first, verb):
        one = pieces[at]
        led = at > first and pieces[at - 1].part in ("lead", "noun", "quality")
        if one.part == "noun" and not led and {"accs", "nomn"} & one.marks and subject[-1].start > one.start:
            return _rest(pieces[:verb], at, subject)
    return ""


def _joined(pieces: Sequence[Piece]) -> str:
    """Known words in English: behind a noun a genitive is "of"."""
    told: list[str] = []
    before = ""
    for at, one in enumerate(pieces):
        owns = one.part in ("side", "noun") and "gent" in one.marks and before in ("noun", "side")
        if owns or (one.part == "quality" and before == "noun"):
            told.append("of")
        goes = one.part == "lead" and one.said == "in" and any(map(_is_goal, pieces[at + 1 : at + 2]))
        told.append("to" if goes else one.said)
        before = one.part
    return " ".join(filter(None, told))


def _is_goal(one: Piece) -> bool:
    """Whether a place behind "in" is where one goes: «в Киргизию», not «в Киргизии»."""
    return one.place and bool({"accs", "nomn"} & one.marks) and not {"loct", "gent"} & one.marks
