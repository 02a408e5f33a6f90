"""Which rules and facts made an answer: stored with it, so that changed ones make it anew."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable

_COUNTED = (".py", ".toml")
# These link what was understood: a change in them makes links anew, and understands nothing anew.
_LINKING = ("link", "relinking.py", "tellings.py", "spellings.py", "joining.py", "copies.py")
# These only keep and show answers; a change in them changes no answer.
_APART = (
    *_LINKING,
    "store",
    "export",
    "history.py",
    "importer.py",
    "pipeline.py",
    "budget.py",
    "outcomes.py",
    "walk.py",
    "workers.py",
    "silence.py",
    "explainer.py",
    "naming.py",
)


def pipeline_version(readers: Iterable[str] = ()) -> str:
    """The package version, a digest of the rules and knowledge files, and the readers plugged in."""
    return " with ".join((_own_version(), *readers))


@lru_cache(maxsize=1)
def linking_version() -> str:
    """A digest of the rules and points of linking."""
    return _digest(one for one in files("data_model").iterdir() if one.name in _LINKING)


@lru_cache(maxsize=1)
def _own_version() -> str:
    digest = _digest(one for one in files("data_model").iterdir() if one.name not in _APART)
    try:
        release = version("dateline")
    except PackageNotFoundError:
        release = "source"
    return f"{release}+{digest}"


def _digest(parts: Iterable[Traversable]) -> str:
    """Of the names and contents of some files and folders."""
    digest = hashlib.blake2b(digest_size=8)
    for name, content in _contents(parts):
        digest.update(name.encode())
        digest.update(content)
    return digest.hexdigest()


def _contents(parts: Iterable[Traversable]) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for one in sorted(parts, key=lambda one: one.name):
        if one.name == "__pycache__":
            continue
        if one.is_dir():
            found += [(f"{one.name}/{name}", content) for name, content in _contents(one.iterdir())]
        elif one.name.endswith(_COUNTED):
            found.append((one.name, one.read_bytes()))
    return found
