"""People by the sound of their whole names, in whatever alphabet and spelling they are written."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from data_model.knowledge.holders import read_people
from data_model.spellings import sound_of

# Shorter names sound like those of too many: Wang Ji is not Wang Yi.
_SHORTEST = 10


def find_by_sound(name: str) -> str:
    """The key of the one person of the files whose whole name sounds so, "" for none or several."""
    sound = sound_of(name)
    return _by_sound().get(sound, "") if " " in sound and len(sound) > _SHORTEST else ""


@lru_cache(maxsize=1)
def _by_sound() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for key, person in read_people().items():
        for sound in {sound_of(name) for name in (person.name, *person.also)}:
            found[sound] = key if found.get(sound, key) == key else ""
    return found
