"""The options that commands share, and how what goes wrong is told."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from dashboard.columns import columns_asked
from dashboard.messages import visible

if TYPE_CHECKING:
    from data_model import Columns, Document, Normalized, Store

SOME_FAILED, NONE_DONE = 3, 1
Command = TypeVar("Command", bound=Callable[..., Any])

# 128 and the number of the signal, as shells say it.
STOPPED = 130
PATHS = click.argument("paths", nargs=-1, type=click.Path(), metavar="PATH...")


def _as_of(command: Command) -> Command:
    return click.option(
        "--as-of",
        type=click.DateTime(["%Y-%m-%d"]),
        metavar="YYYY-MM-DD",
        help="The texts were written on this day or earlier; today when not given.",
    )(command)


def _published(command: Command) -> Command:
    ignore = click.option(
        "--ignore-published",
        is_flag=True,
        help="Only keep the publication date given beside a text; date it by what the text says.",
    )
    # What 0.1.0 had to be asked for is the rule now.
    trust = click.option("--trust-published", is_flag=True, hidden=True, expose_value=False)
    return ignore(trust(command))


def _readers(command: Command) -> Command:
    return click.option("--reader", "readers", multiple=True, metavar="NAME", envvar="DATELINE_READERS",
        show_envvar=True,
        help="A model that finds further names: natasha (Russian), spacy or spacy:PIPELINE (English).",
    )(command)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Way:
    """How documents are to be read and understood, and what to call it."""

    normalize: Callable[[Document], Normalized]
    pipeline: str
    columns: Columns


def reading(command: Callable[..., None]) -> Callable[..., None]:
    """The options that say how documents are to be read and understood, handed on as one."""

    @wraps(command)
    def run(
        *,
        as_of: datetime | None,
        ignore_published: bool,
        readers: tuple[str, ...],
        columns: Columns,
        **others: object,
    ) -> None:
        import data_model

        walk = data_model.Walk(_day(as_of), ignore_published, readers)
        with said():
            pipeline = walk.pipeline + (f" as of {walk.as_of}" if as_of else "")
        command(way=Way(data_model.within_budget(walk), pipeline, columns), **others)

    return _as_of(_published(_readers(columns_asked(run))))


def store_folder(*, required: bool) -> Callable[[Command], Command]:
    """The option that names a store."""
    return click.option(
        "--store",
        "folder",
        required=required,
        type=click.Path(path_type=Path),
        metavar="DIR",
        help="The store's folder.",
    )


@contextmanager
def said() -> Iterator[None]:
    """What the package raises on purpose becomes one line for a person."""
    import data_model

    try:
        yield
    except data_model.DatelineError as error:
        raise click.ClickException(visible(str(error))) from error


def workers(command: Command) -> Command:
    """The option that says how many processes understand documents."""
    return click.option(
        "--workers",
        type=click.IntRange(min=1),
        default=os.cpu_count() or 1,
        metavar="N",
        help="How many processes read documents; as many as there are cores when not given.",
    )(command)


def embed_from(command: Command) -> Command:
    """The option that names who may show charts in frames of their pages."""
    return click.option(
        "--embed-from",
        multiple=True,
        metavar="HOST",
        callback=_hosts,
        help="A host whose pages may show a chart in a frame: https://example.org; nobody may without it.",
    )(command)


def _hosts(_context: click.Context, _option: click.Parameter, told: tuple[str, ...]) -> tuple[str, ...]:
    from dashboard.security import is_host

    for host in told:
        if not is_host(host):
            msg = f"{host!r} is no host; expected for example https://example.org or *.example.org"
            raise click.BadParameter(msg)
    return told


def open_store(folder: Path, *, create: bool) -> Store:
    """The store of a folder, with what is known of the bodies it may hold."""
    import data_model

    families, members = data_model.organization_families(), data_model.organization_members()
    return data_model.Store.open(folder, create=create, families=families, members=members)


def needed(paths: tuple[str, ...]) -> tuple[str, ...]:
    """The paths, of which there must be one."""
    if not paths:
        msg = "give at least one PATH"
        raise click.UsageError(msg)
    return paths


def leave(done: int, failed: int) -> None:
    """End with a code that says whether all, some or none could be done."""
    if failed:
        sys.exit(SOME_FAILED if done else NONE_DONE)


def _day(as_of: datetime | None) -> date:
    # Nothing can have been read before it was written.
    return as_of.date() if as_of else datetime.now().astimezone().date()
