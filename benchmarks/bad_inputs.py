"""Files that are wrong in every way a folder of saved reports can be, made anew from a seed.

Good files of each plain kind, then each injured: cut, flipped, filled with NUL bytes, in another encoding,
under another name, nested too deep, in one line too long; and things in a folder that are no files at all.
"""

from __future__ import annotations

import json
import os
import random
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.shapes import SHAPES, text_of

_NEWS = "Vladimir Putin met Alexander Lukashenko in Minsk on 4 June 2019. Они обсудили бюджет Союза.\n"
_ENDINGS = (
    ".txt",
    ".md",
    ".html",
    ".htm",
    ".jsonl",
    ".json",
    ".csv",
    ".eml",
    ".pdf",
    ".docx",
    ".zip",
    ".xml",
)
_ENCODINGS = ("utf-16", "utf-16-le", "utf-32", "cp1251", "koi8-r", "utf-7", "utf-8-sig", "cp866")
_DEEP, _MANY = 20_000, 20_000
Injury = Callable[[bytes, random.Random], bytes]


def _good(ending: str, dice: random.Random) -> bytes:
    news = _NEWS * dice.randrange(1, 9) + f"Report {dice.randrange(10**9)}."  # no two are the same
    if ending in (".html", ".htm"):
        news = f"<html><head><title>News</title></head><body><article><p>{news}</p></article></body></html>"
    elif ending in (".jsonl", ".json"):
        records = (json.dumps({"id": f"r{n}", "text": news, "published": "2019-06-05"}) for n in range(3))
        news = "\n".join(records)
    elif ending == ".csv":
        news = f'id,text,published\n1,"{news}",2019-06-05\n2,"{news}",2019-06-06\n'
    elif ending == ".eml":
        news = f"From: a@example.org\nSubject: News\nDate: Wed, 05 Jun 2019 10:00:00 +0300\n\n{news}"
    return news.encode()


def _flipped(content: bytes, dice: random.Random) -> bytes:
    found = bytearray(content)
    for _ in range(max(1, len(found) // 50)):
        found[dice.randrange(len(found))] ^= 1 << dice.randrange(8)
    return bytes(found)


_INJURIES: dict[str, Injury] = {
    "whole": lambda content, _dice: content,
    "cut": lambda content, dice: content[: dice.randrange(len(content))],
    "flipped": _flipped,
    "NUL bytes": lambda content, dice: content.replace(b" ", b"\0", dice.randrange(1, 40)),
    "noise": lambda content, dice: dice.randbytes(len(content)),
    "noise behind": lambda content, dice: content + dice.randbytes(500),
    "another encoding": lambda content, dice: content.decode().encode(dice.choice(_ENCODINGS), "replace"),
    "controls": lambda content, dice: content.replace(b" ", bytes((dice.randrange(1, 32),)), 30),
    "half letters": lambda content, _dice: content.replace(b" ", b"\xed\xa0\x80", 9),
    "long line": lambda content, _dice: content.replace(b"\n", b" ") * 400,
    "doubled": lambda content, _dice: content * 2,
    "empty": lambda _content, _dice: b"",
    "blanks": lambda _content, dice: b" \n\t" * dice.randrange(1, 999),
}
_MADE: dict[str, Callable[[], bytes]] = {
    "deep.html": lambda: b"<div>" * _DEEP + _NEWS.encode(),
    "open.html": lambda: b"<b>" * _DEEP + _NEWS.encode(),
    "attributes.html": lambda: b"<p" + b"".join(b" a%d=1" % n for n in range(_MANY)) + b">" + _NEWS.encode(),
    "comment.html": lambda: b"<!-- " * _DEEP + _NEWS.encode(),
    "script.html": lambda: b"<script>" + b"x" * 500_000 + b"</script><p>" + _NEWS.encode(),
    "entity.html": lambda: b"<p>" + b"&amp" * _MANY + _NEWS.encode(),
    "table.html": lambda: b"<table>" + b"<tr><td>1</td>" * _MANY + b"</table>" + _NEWS.encode(),
    "deep.jsonl": lambda: b'{"id": "a", "text": ' + b"[" * _DEEP + b"]" * _DEEP + b"}",
    "many.jsonl": lambda: b'{"id": 1}\n' * 2_000,
    "list.jsonl": lambda: b"[" + b'{"id": "a", "text": "b"},\n' * 99 + b"]",
    "number.jsonl": lambda: b'{"id": "a", "text": "b", "published": ' + b"9" * 9_999 + b"}",
}


def make_inputs(folder: Path, seed: int = 1) -> Iterator[str]:
    """Fill a folder; the names of what was put there, folders aside."""
    dice = random.Random(seed)
    for injury, injure in _INJURIES.items():
        for ending in _ENDINGS:
            for turn in range(3):
                name = f"{injury} {turn}{ending}".replace(" ", "-")
                (folder / name).write_bytes(injure(_good(ending, dice), dice))
                yield name
    for name, make in _MADE.items():
        (folder / name).write_bytes(make())
        yield name
    for shape in SHAPES:
        name = f"shape {shape.replace('/', '_')}.txt"
        (folder / name).write_text(text_of(shape, 16_000), encoding="utf-8", errors="surrogatepass")
        yield name
    yield from _odd(folder)


def _odd(folder: Path) -> Iterator[str]:
    """What lies in folders beside files of text."""
    for name, target in (("loop-a.txt", "loop-b.txt"), ("loop-b.txt", "loop-a.txt"), ("gone.txt", "nowhere")):
        (folder / name).symlink_to(target)
        yield name
    (folder / "out.txt").symlink_to("/etc/hostname")
    yield "out.txt"
    os.mkfifo(folder / "pipe.txt")
    yield "pipe.txt"
    (folder / "folder.txt").mkdir()
    (folder / ".hidden.txt").write_text(_NEWS)
    for name in (os.fsdecode(b"\xff\xfe.txt"), "new\nline.txt", "a" * 200 + ".txt", " .txt", "\u202e.txt"):
        (folder / name).write_text(_NEWS)
        yield name
