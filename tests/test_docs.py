"""The documents tell the truth: the command line is described in full, the walk-through runs."""

from __future__ import annotations

import doctest
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from dashboard.cli import main

ROOT = Path(__file__).parents[1]
README, WALK = ROOT / "README.md", ROOT / "docs" / "walk.md"
FENCE = re.compile(r"^```(\w*)[^\n]*\n(.*?)^```\s*$", re.MULTILINE | re.DOTALL)
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def verbs() -> Iterator[tuple[str, click.Command]]:
    assert isinstance(main, click.Group)
    yield from main.commands.items()


def options() -> Iterator[tuple[str, str]]:
    """Each verb with each of its long options."""
    for verb, command in verbs():
        for parameter in command.params:
            if isinstance(parameter, click.Option) and not parameter.hidden:
                yield from ((verb, name) for name in parameter.opts if name.startswith("--"))


def test_there_are_verbs_and_options() -> None:
    assert {"normalize", "explain", "import", "serve"} <= {verb for verb, _ in verbs()}
    assert ("serve", "--port") in set(options())


@pytest.mark.parametrize("verb", [verb for verb, _ in verbs()])
def test_readme_names_every_verb(verb: str) -> None:
    assert re.search(rf"\bdateline {verb}\b", README.read_text(encoding="utf-8"))


@pytest.mark.parametrize("option", sorted({name for _, name in options()}))
def test_readme_names_every_option(option: str) -> None:
    assert re.search(rf"{re.escape(option)}(?![\w-])", README.read_text(encoding="utf-8"))


def test_readme_names_no_option_that_is_not_there() -> None:
    text = README.read_text(encoding="utf-8")
    known = {name for _, name in options()} | {"--help", "--version"}
    lines = [line for line in text.splitlines() if re.search(r"\bdateline [a-z]", line)]
    said = {name for line in lines for name in re.findall(r"(?<![\w-])--[a-z][a-z-]+", line)}
    assert said <= known


@pytest.mark.parametrize("name", ["README.md", "docs/walk.md", "docs/knowledge.md"])
def test_links_to_files_lead_somewhere(name: str) -> None:
    path = ROOT / name
    for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8")):
        if "://" not in target and not target.startswith("mailto:"):
            assert (path.parent / target).exists(), target


def python_blocks() -> list[str]:
    return [
        body
        for language, body in FENCE.findall(WALK.read_text(encoding="utf-8"))
        if language in ("python", "pycon")
    ]


def test_the_walk_through_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its code blocks are one session, run at the root of the project."""
    blocks = python_blocks()
    assert blocks
    assert all(">>>" in block for block in blocks), "a block shows no answer"
    monkeypatch.chdir(ROOT)
    # A fence behind an answer is not part of it.
    session = doctest.DocTestParser().get_doctest("\n\n".join(blocks), {}, WALK.name, str(WALK), 0)
    told: list[str] = []
    failed, run = doctest.DocTestRunner(optionflags=FLAGS).run(session, out=told.append)
    assert run
    assert not failed, "".join(told)
