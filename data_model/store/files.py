"""How the database is handed files: by exact names, and nothing else of the machine or the net."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

OFFLINE: Mapping[str, str] = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}
_PATTERN_SIGNS = re.compile(r"([\[*?])")


def listed(paths: Iterable[Path]) -> str:
    """File names as an SQL list, none of them a pattern."""
    escaped = (_PATTERN_SIGNS.sub(r"[\1]", str(one)).replace("'", "''") for one in paths)
    return "[" + ", ".join(f"'{one}'" for one in escaped) + "]"
