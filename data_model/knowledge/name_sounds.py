"""People by the sound of their whole names: who is written in another alphabet than the files hold."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from data_model.knowledge.holders import read_people
from data_model.spellings import sound_of

_FULL = 2


def find_by_sound(name: str) -> str:
    """The key of the one person of the files whose whole name sounds so, "" for none or several."""
    return _by_sound().get(sound_of(name), "") if " " in name else ""


@lru_cache(maxsize=1)
def _by_sound() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for key, person in read_people().items():
        for name in (person.name, *person.also):
            words = sound_of(name).split()
            # "Jose Daniel Ortega" is called by the first of his names and the last, too.
            for sound in {" ".join(words), f"{words[0]} {words[-1]}"} if len(words) >= _FULL else ():
                found[sound] = key if found.get(sound, key) == key else ""
    return found
