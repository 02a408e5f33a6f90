"""The shape of the house: small modules, sorted doors, sourced knowledge, no country name in code."""

from __future__ import annotations

import ast
import importlib
import io
import re
import tokenize
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pytest

from data_model.knowledge.places import country_codes, country_name

ROOT = Path(__file__).parents[1]
LONGEST = 300
PACKAGES = ("data_model", "dashboard")
MODULES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
KNOWLEDGE = ROOT / "data_model" / "knowledge"


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


MODULE_CASES = [pytest.param(path, id=named(path)) for path in MODULES]


@pytest.mark.parametrize("path", MODULE_CASES)
def test_modules_are_short(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= LONGEST, f"{lines} lines: give a part of it a name of its own"


# ---------------------------------------------------------------- doors


def declared(path: Path) -> list[str] | None:
    """The names of `__all__`, None when the module has none."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        match node:
            case ast.Assign(targets=[ast.Name(id="__all__")], value=value):
                return list(ast.literal_eval(value))
            case ast.AnnAssign(target=ast.Name(id="__all__"), value=ast.expr() as value):
                return list(ast.literal_eval(value))
    return None


def order(name: str) -> tuple[int, str]:
    """Constants, then classes, then functions: the order ruff keeps."""
    return (0 if name.isupper() else 1 if name[:1].isupper() else 2, name)


DOORS = [pytest.param(path, id=named(path)) for path in MODULES if declared(path) is not None]


@pytest.mark.parametrize("path", DOORS)
def test_doors_are_sorted_and_complete(path: Path) -> None:
    names = declared(path) or []
    assert names == sorted(names, key=order)
    assert len(set(names)) == len(names)
    assert public_names(path) <= set(names), "a name that is imported or defined here is missing"


def public_names(path: Path) -> set[str]:
    """What a module takes from the house or defines for others, hidden names aside."""
    found: set[str] = set()
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        match node:
            case ast.ImportFrom(module=str() as module, names=names) if module.split(".")[0] in PACKAGES:
                found.update(alias.asname or alias.name for alias in names)
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                found.add(name)
            case ast.Assign(targets=targets):
                found.update(target.id for target in targets if isinstance(target, ast.Name))
    return {name for name in found if not name.startswith("_")}


@pytest.mark.parametrize("package", PACKAGES)
def test_the_front_door_opens(package: str) -> None:
    door = importlib.import_module(package)
    assert door.__all__
    assert all(hasattr(door, name) for name in door.__all__)


# ---------------------------------------------------------------- knowledge has sources


def test_action_words_say_where_they_are_from() -> None:
    assert "# Source" in (KNOWLEDGE / "actions.toml").read_text(encoding="utf-8") or "Source of" in (
        KNOWLEDGE / "actions.toml"
    ).read_text(encoding="utf-8")


# ---------------------------------------------------------------- knowledge stays in its files


@lru_cache(maxsize=1)
def country_pattern() -> re.Pattern[str]:
    """The English names of all countries in CLDR, one pattern."""
    names = (country_name(code) for code in country_codes())
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")


def strings_and_names(path: Path) -> Iterator[str]:
    """The code of a module without its comments and docstrings."""
    text = path.read_text(encoding="utf-8")
    docstrings = {
        (node.body[0].value.lineno, node.body[0].value.col_offset)
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
        and isinstance(node.body[0].value, ast.Constant)
    }
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type != tokenize.COMMENT and token.start not in docstrings:
            yield token.string


@pytest.mark.parametrize("path", MODULE_CASES)
def test_no_country_is_named_in_code(path: Path) -> None:
    found = {name for piece in strings_and_names(path) for name in country_pattern().findall(piece)}
    assert not found, "a country belongs into a knowledge file"


def test_a_country_in_code_would_be_seen() -> None:
    assert country_pattern().findall("if name == 'Belarus' or 'South Sudan'") == ["Belarus", "South Sudan"]
    assert not country_pattern().findall("Mentionally, chadwick")
