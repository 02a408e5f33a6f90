"""The page about the knowledge files tells the truth: its entries are taken, and its sentences then read."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

import data_model

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "knowledge.md"
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PLACE = re.compile(r'# (?P<file>[\w/-]+\.toml)(?:, where (?P<entry>\w+ = "[^"]+") stands)?\n')
AS_OF = date(2026, 11, 21)
COMMAND, LEFT_OUT = "$ ", "…"
# Reads the texts of its input with the knowledge of the folder it runs in.
READER = """
import json, sys
from datetime import date
import data_model
day, texts = json.load(sys.stdin)
found = []
for text in texts:
    document = data_model.Document("try", text, "try.txt")
    read = data_model.normalize(document, as_of=date.fromisoformat(day))
    found.append(list(data_model.explain(document, read)))
print(json.dumps([data_model.__file__, found]))
"""
BROKEN = [
    # file, words of the page's entries, what stands there instead
    ("people/europe.toml", 'country = "LV"\nsource = "lakecouncil', 'country = "LV"\nnote = "lakecouncil'),
    ("organizations/register.toml", '"LV", since = "1994-06-11"', '"LAT", since = "1994-06-11"'),
    ("offices/bodies.toml", '"ben-birch |', '"ben-brich |'),
    ("topics.toml", 'strong = ["water level*"', 'stong = ["water level*"'),
    ("actions.toml", 'title = "garlands"\n', ""),
    ("dates/it.toml", "capital = ", "capitals = "),
]


def blocks(*languages: str) -> list[tuple[str, str]]:
    return [one for one in FENCE.findall(PAGE.read_text(encoding="utf-8")) if one[0] in languages]


def answers() -> Iterator[tuple[str, list[str]]]:
    """Each sentence of the page with the lines shown under it."""
    told = blocks("text", "console")
    for (kind, text), (_, shown) in pairwise(told):
        if kind == "text":
            yield text, [line for line in shown.splitlines() if not line.startswith(COMMAND)]


ANSWERS = list(answers())


def add(block: str, knowledge: Path) -> None:
    """Do what the page tells a person to do with a block."""
    place = PLACE.match(block)
    assert place, f"the first line names no file: {block[:60]}"
    path, words = knowledge / place["file"], block[place.end() :]
    if not place["entry"]:
        old = path.read_text(encoding="utf-8") if path.exists() else ""
        path.write_text(f"{old}\n{words}", encoding="utf-8")
        return
    head, entry, tail = path.read_text(encoding="utf-8").partition(f"\n{place['entry']}\n")
    field = re.compile(rf"^{words.split(' = ')[0]} = .*?(?=^\w+ = |^\[|\Z)", re.MULTILINE | re.DOTALL)
    changed, times = field.subn(lambda _: words, tail, count=1)
    assert times, f"{place['entry']} stands nowhere in {place['file']}"
    path.write_text(f"{head}{entry}{changed}", encoding="utf-8")


def run(folder: Path, *arguments: str, told: str = "") -> subprocess.CompletedProcess[str]:
    """Python in a folder that holds a copy of the package."""
    return subprocess.run(
        [sys.executable, "-B", *arguments], cwd=folder, input=told, capture_output=True, text=True,
        check=False, encoding="utf-8",
    )  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package with every block of the page in it."""
    folder = tmp_path_factory.mktemp("knowledge")
    shutil.copytree(ROOT / "data_model", folder / "data_model", ignore=shutil.ignore_patterns("__pycache__"))
    for _, block in blocks("toml"):
        add(block, folder / "data_model" / "knowledge")
    return folder


@pytest.fixture(scope="module")
def explained(folder: Path) -> list[list[str]]:
    """Each sentence of the page, read by the copy."""
    texts = [text for text, _ in ANSWERS]
    done = run(folder, "-c", READER, told=json.dumps([AS_OF.isoformat(), texts]))
    assert not done.returncode, done.stderr
    file, found = json.loads(done.stdout)
    assert Path(file).is_relative_to(folder), "not the copy was read"
    assert isinstance(found, list)
    return found


def shows(shown: list[str], told: list[str]) -> bool:
    """Whether the lines stand there in this order; `…` is whatever is left out."""
    wanted = "\n".join(shown) + "\n"
    pattern = re.escape(wanted).replace(re.escape(f"{LEFT_OUT}\n"), r"[^\n]*\n(?:[^\n]*\n)*?")
    return re.search(rf"^{pattern}", "\n".join(told) + "\n\n", re.MULTILINE) is not None


def test_every_step_is_shown() -> None:
    files = {found["file"].split("/")[0] for _, block in blocks("toml") if (found := PLACE.match(block))}
    assert files == {
        "countries.toml", "organizations", "people", "offices", "topics.toml", "happenings.toml",
        "actions.toml", "dates",
    }  # fmt: skip
    assert len(ANSWERS) >= len(files) - 1, "people are seen in the office they hold"


def test_the_checks_accept_what_the_page_adds(folder: Path) -> None:
    done = run(folder, "-m", "data_model.knowledge.checks")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("at", range(len(ANSWERS)), ids=[text[:30] for text, _ in ANSWERS])
def test_the_walk_uses_what_the_page_adds(at: int, explained: list[list[str]]) -> None:
    text, shown = ANSWERS[at]
    assert shows(shown, explained[at]), "\n".join(explained[at])
    document = data_model.Document("try", text, "try.txt")
    before = list(data_model.explain(document, data_model.normalize(document, as_of=AS_OF)))
    assert not shows(shown, before), "the package knows this already; the page needs another example"


def test_the_messages_are_those_of_the_page(folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    for file, old, new in BROKEN:
        path = tmp_path / "data_model" / "knowledge" / file
        head, found, tail = path.read_text(encoding="utf-8").rpartition(old)
        assert found, f"{old!r} is not in {file}"
        path.write_text(f"{head}{new}{tail}", encoding="utf-8")
    done = run(tmp_path, "-m", "data_model.knowledge.checks")
    assert done.returncode
    (shown,) = [text for _, text in blocks("console") if text.startswith("$ make knowledge")]
    messages = [line.partition(LEFT_OUT)[0] for line in shown.splitlines()[1:]]
    told = done.stderr.splitlines()
    assert len(told) == len(messages), done.stderr
    assert all(any(line.startswith(one) for line in told) for one in messages), done.stderr
