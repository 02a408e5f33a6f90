"""Which rules and facts made an answer: stored with it, so that changed ones make it anew."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable

_COUNTED = (".py", ".toml")
# These only keep and show answers; a change in them changes no answer.
_APART = (
    "store",
    "export",
    "link",
    "relinking.py",
    "tellings.py",
    "spellings.py",
    "joining.py",
    "history.py",
    "copies.py",
    "importer.py",
    "pipeline.py",
    "budget.py",
    "silence.py",
    "explainer.py",
    "naming.py",
    "__pycache__",
)


def pipeline_version(readers: Iterable[str] = ()) -> str:
    """The package version, a digest of the rules and knowledge files, and the readers plugged in."""
    return " with ".join((_own_version(), *readers))


@lru_cache(maxsize=1)
def _own_version() -> str:
    digest = hashlib.blake2b(digest_size=8)
    for name, content in _contents(files("data_model")):
        digest.update(name.encode())
        digest.update(content)
    try:
        release = version("dateline")
    except PackageNotFoundError:
        release = "source"
    return f"{release}+{digest.hexdigest()}"


def _contents(folder: Traversable) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for one in sorted(folder.iterdir(), key=lambda one: one.name):
        if one.name in _APART:
            continue
        if one.is_dir():
            found += [(f"{one.name}/{name}", content) for name, content in _contents(one)]
        elif one.name.endswith(_COUNTED):
            found.append((one.name, one.read_bytes()))
    return found
