"""Lines broken for a narrow screen, put together again: a line of ours is a paragraph."""

from __future__ import annotations

# No program breaks lines further to the right; a text whose lines are longer was not broken.
_WIDEST, _NARROWEST = 100, 50
_NO_PROSE = (">", "|", "-", "*", "•", "\t", " ")


def unwrap(text: str) -> str:
    """The text with those line ends taken out behind which the next word would not have fitted."""
    lines = [line.rstrip() for line in text.split("\n")]
    width = max(map(len, lines), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return text
    found: list[str] = []
    before = ""
    for line in lines:
        first = line.split(None, 1)[0] if line else ""
        full = before and len(before) + 1 + len(first) > width
        if full and line and not line.startswith(_NO_PROSE) and not before.startswith(">"):
            found[-1] += f" {line}"
        else:
            found.append(line)
        before = line
    return "\n".join(found)
