"""The words of an English sentence with their parts of speech; names, offices and dates are one word each.

Parts are told by closed lists (knowledge/headlines.toml) and by the forms of known verbs (verbs.toml).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from data_model.assemble.drafts import Draft, reach_of
from data_model.dating.scene import Scene
from data_model.find.dates import DateMention
from data_model.find.offices import OfficePhrase
from data_model.knowledge.headline_words import load_headline_words
from data_model.knowledge.verbs import base_of, is_base, is_ing, is_third
from data_model.resolve.countries import CountryMention
from data_model.resolve.organizations import OrganizationMention
from data_model.resolve.people import Reference
from data_model.spans import within

# Brackets whole, figures, words, and the signs that part something.
_TOKEN = re.compile(
    r"\([^()]*\)|\[[^\[\]]*\]|\d+(?:[.,:]\d+)*[^\W_]*(?:-[^\W_]+)*|[^\W_]+(?:[.’'&/-]+[^\W_]+)*"
    r"|-{2,}|[,;:—–|_/]|(?<=\s)-(?=\s)"
)
# No headline needs more of a sentence than so many letters on either side.
_NEAR = 700
_OWNER = re.compile(r".*(?:['’]s|s['’])$")

_Thing = Reference | OfficePhrase | OrganizationMention | CountryMention | DateMention


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence, or a name of several.

    Attributes:
        low: In small letters.
        part: name · date · aside · comma · stop · article · owner · preposition · and · joins · opens ·
            pronoun · be · have · do · will · to · not · adverb · past · third · base · ing · word.
        person: The person a name or a pronoun means.
        many: Whether it names several: "ministers of NATO", "Albanians".
        bare: Whether only its capital makes it a name.
        wide: Whether an office behind a comma belongs to the name: "Jane Roe, President of Chad".
    """

    start: int
    stop: int
    low: str
    part: str
    person: Reference | None = None
    wide: bool = False
    bare: bool = False
    many: bool = False

    @property
    def proper(self) -> bool:
        """Whether it names one, by more than its capital."""
        return self.part == "name" and not (self.bare or self.many)


def window_of(draft: Draft) -> tuple[int, int]:
    """Where the words of a sentence are read: all of it, of one without end what stands near the event."""
    sentence, at = draft.sentence, draft.mention
    return max(sentence.start, at.start - _NEAR), min(sentence.stop, at.stop + _NEAR)


def read_words(scene: Scene, start: int, stop: int) -> tuple[Word, ...]:
    """The words of a stretch of text, names and dates as one each."""
    return read_line(scene.text, start, stop, _names(scene, start, stop))


def read_line(text: str, start: int, stop: int, names: Sequence[Word] = ()) -> tuple[Word, ...]:
    """The words between two offsets of a text in which some names and dates are known."""
    found: list[Word] = []
    at = 0
    for hit in _TOKEN.finditer(text, start, stop):
        while at < len(names) and names[at].stop <= hit.start():
            at += 1
        name = names[at] if at < len(names) and names[at].start < hit.end() else None
        if name is None or hit.group()[0] in "([":
            found.append(_word(hit))
        elif found and name.start < found[-1].stop:
            # a name of several words goes on, or another one in it: "the Japan-U.S. treaty"
            found[-1] = replace(found[-1], stop=max(found[-1].stop, hit.end()))
        else:
            stop_at = max(name.stop, hit.end())
            owned = name.part == "name" and _OWNER.match(text[name.start : stop_at])
            part = "owner" if owned else name.part
            found.append(replace(name, stop=stop_at, part=part, low=text[name.start : stop_at].lower()))
    return tuple(_uncapital(found))


def _uncapital(words: Sequence[Word]) -> Iterator[Word]:
    """The words with the capital of a sentence taken for none of a name: "Guerrillas seized"."""
    counts = load_headline_words().counts
    before = "stop"
    for at, one in enumerate(words):
        bare = one.part == "name" and one.bare
        ahead = words[at + 1] if at + 1 < len(words) else None
        alone = ahead is None or not (ahead.part in ("name", "owner") and ahead.start - one.stop <= 1)
        begins = before == "stop" and bare and not one.many and (alone or one.low in counts)
        yield replace(one, part=_part_of(one.low)) if begins else one
        before = one.part


def _names(scene: Scene, start: int, stop: int) -> list[Word]:
    """Names, offices and dates, none inside another."""
    spans = [
        *(_person(scene, one) for one in within(scene.references, start, stop)),
        *(_office(one) for one in within(scene.offices, start, stop)),
        *(_named(one) for one in within(scene.organizations, start, stop)),
        *(_country(one) for one in within(scene.countries, start, stop)),
        # "the recent talks": how long ago is no day
        *(
            replace(_named(day), part="date")
            for day in within(scene.dates, start, stop)
            if day.reading.kind != "duration" and (day.reading.kind != "vague" or " " in day.text)
        ),
    ]
    kept: list[Word] = []
    for word in sorted(spans, key=lambda word: (word.start, -word.stop)):
        if start <= word.start and word.stop <= stop and (not kept or word.start >= kept[-1].stop):
            kept.append(word)
    return kept


def _named(one: _Thing) -> Word:
    low = one.text.lower().replace("’", "'")
    return Word(one.start, one.stop, low, "owner" if _OWNER.match(low) else "name")


def _person(scene: Scene, one: Reference) -> Word:
    if one.how == "pronoun":
        part = load_headline_words().parts.get(one.text.lower(), "pronoun")
        return replace(_named(one), part=part, person=one)
    first, last = reach_of(one)
    low = scene.text[first:last].lower().replace("’", "'")
    return Word(first, last, low, "owner" if _OWNER.match(low) else "name", one, wide="," in low)


def _office(one: OfficePhrase) -> Word:
    many = one.how in ("plural", "group")
    return replace(_named(one), bare=many, many=many)


def _country(one: CountryMention) -> Word:
    return replace(_named(one), many=one.how == "demonym" and one.text.endswith("s"))


def _word(hit: re.Match[str]) -> Word:
    return Word(
        hit.start(), hit.end(), hit.group().lower().replace("’", "'"), _part_of(hit.group()), bare=True
    )


def _part_of(word: str) -> str:
    words, low = load_headline_words(), word.lower().replace("’", "'")
    if low in words.parts:
        return words.parts[low]
    if not word[0].isalnum():
        return "aside" if word[0] in "([" else "stop"
    if _OWNER.match(word):
        return "owner"
    if not word.islower() or "-" in word:
        return "name" if word[0].isupper() else "word"
    return _form_of(low)


def _form_of(low: str) -> str:
    """What a word in small letters is by its form."""
    if is_base(base_of(low)):
        return "past"
    forms = (("third", is_third), ("base", is_base), ("ing", is_ing))
    found = next((part for part, is_form in forms if is_form(low)), "word")
    return "adverb" if found == "word" and low.endswith("ly") else found
