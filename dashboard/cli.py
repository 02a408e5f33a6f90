"""The `dateline` command: normalize, explain, import, serve.

Answers go to standard output, everything else to standard error. Exit codes: 0 all went well,
3 some inputs failed, 1 nothing could be done, 2 the command was misspelt. Heavy libraries are
imported inside the commands, so that `dateline --help` is quick.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from dashboard.columns import columns_asked
from dashboard.messages import NotWholly, say, say_guess, say_note, visible

if TYPE_CHECKING:
    from data_model import Columns, Document, ImportResult, Normalized, ReadError, Store

SOME_FAILED, NONE_DONE = 3, 1
Command = TypeVar("Command", bound=Callable[..., Any])

_PATHS = click.argument("paths", nargs=-1, type=click.Path(), metavar="PATH...")


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
class _Way:
    """How documents are to be understood, and what to call it."""

    normalize: Callable[[Document], Normalized]
    pipeline: str
    columns: Columns


def _way(command: Callable[..., None]) -> Callable[..., None]:
    """The options that say how documents are to be understood, handed on as one."""

    @wraps(command)
    def run(
        *, as_of: datetime | None, ignore_published: bool, readers: tuple[str, ...], columns: Columns,
        **others: object,
    ) -> None:  # fmt: skip
        import data_model

        with _said():
            loaded = data_model.load_readers(readers)
        day = _day(as_of)
        way = _Way(
            data_model.within_budget(
                partial(data_model.normalize, as_of=day, ignore_published=ignore_published, readers=loaded)
            ),
            # Today moves and leaves old answers right; what was asked for is part of the answer.
            data_model.pipeline_version(one.name for one in loaded)
            + (f" as of {day}" if as_of else "")
            + (" without publication dates" if ignore_published else ""),
            columns,
        )
        command(way=way, **others)

    return _as_of(_published(_readers(columns_asked(run))))


def _folder(*, required: bool) -> Callable[[Command], Command]:
    return click.option(
        "--store",
        "folder",
        required=required,
        type=click.Path(path_type=Path),
        metavar="DIR",
        help="The store's folder.",
    )


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="dateline", prog_name="dateline")
def main() -> None:
    """Turn news reports and official readouts into an event timeline of geopolitics."""


@main.command()
@_PATHS
@_way
def normalize(paths: tuple[str, ...], way: _Way) -> None:
    """Print what each document says, one JSON object a line.

    PATH is a file of any format that is read (text, page, PDF, Word, mail, table, archive, …), a folder of
    them, or - for standard input.
    """
    from data_model import to_json_line

    done = failed = 0
    told = NotWholly()
    for one in _understand(_needed(paths), way):
        if one is None:
            failed += 1
        else:
            click.echo(to_json_line(told.note(*one)))
            done += 1
    told.say()
    _leave(done, failed)


@main.command()
@click.argument("file", type=click.Path())
@_way
def explain(file: str, way: _Way) -> None:
    """Show how the words of a document became its events, step by step."""
    import data_model

    done = failed = 0
    for one in _understand((file,), way):
        if one is None:
            failed += 1
        else:
            _print_lines(data_model.explain(*one))
            done += 1
    _leave(done, failed)


@main.command("import")
@_PATHS
@_folder(required=True)
@_way
def import_(paths: tuple[str, ...], folder: Path, way: _Way) -> None:
    """Put documents into a store; what it has already is passed over.

    A second run finishes what an interrupted one began.
    """
    with _said(), _open_store(folder, create=True) as store:
        result = _import(_needed(paths), store, way)
    _leave(result.read, len(result.failed))


@main.command()
@_PATHS
@_folder(required=False)
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8050, show_default=True, type=click.IntRange(0, 65535), envvar="PORT",
              show_envvar=True, help="The port; 0 takes any free one.")  # fmt: skip
@click.option("--allow-remote", is_flag=True, help="Let other machines in; there is no password.")
@click.option("--name", "names", multiple=True, metavar="HOST", help="A further name the page answers to.")
@_way
def serve(  # noqa: PLR0913, PLR0917 - one argument an option
    paths: tuple[str, ...], folder: Path | None, host: str, port: int, allow_remote: bool,  # noqa: FBT001
    names: tuple[str, ...], way: _Way,
) -> None:  # fmt: skip
    """Show the timeline in a browser, of documents or of a store.

    With PATHs alone, their documents are kept in a store of their own in the user's cache.
    """
    from dashboard.server import cache_folder, listen, run

    if not paths and folder is None:
        msg = "give the PATHs of documents, or --store DIR"
        raise click.UsageError(msg)
    with (
        _said(),
        listen(host, port, allow_remote=allow_remote) as listening,
        _open_store(folder or cache_folder(paths), create=bool(paths)) as store,
    ):
        if paths:
            _import(paths, store, way, keep_others=folder is not None)
        run(store, listening, host, names)


def _understand(paths: tuple[str, ...], way: _Way) -> Iterator[tuple[Document, Normalized] | None]:
    """Each document and its meaning; None, after saying why, for what could not be understood."""
    import data_model

    found = data_model.read_paths(paths, columns=way.columns, on_guess=say_guess, on_note=say_note)
    for document in found:
        if isinstance(document, data_model.ReadError):
            say(document.source, document.why)
            yield None
            continue
        try:
            yield document, way.normalize(document)
        except Exception as error:  # noqa: BLE001 - one document must not stop the others
            say(document.source, str(error) or type(error).__name__)
            yield None


def _import(paths: tuple[str, ...], store: Store, way: _Way, *, keep_others: bool = True) -> ImportResult:
    import data_model

    told = NotWholly()
    with _progress() as on_done:
        result = data_model.import_documents(
            data_model.read_paths(paths, columns=way.columns, on_guess=say_guess, on_note=say_note),
            store,
            normalize=lambda document: told.note(document, way.normalize(document)),
            link=data_model.link_store,
            pipeline=way.pipeline,
            keep_others=keep_others,
            on_done=on_done,
        )
    for source, why in result.failed:
        say(source, why)
    told.say()
    failed = f", {len(result.failed)} failed" if result.failed else ""
    click.echo(f"{result.read} read, {result.imported} new, {result.unchanged} unchanged{failed}", err=True)
    return result


def _open_store(folder: Path, *, create: bool) -> Store:
    import data_model

    return data_model.Store.open(folder, create=create, families=data_model.organization_families())


@contextmanager
def _said() -> Iterator[None]:
    """What the package raises on purpose becomes one line for a person."""
    import data_model

    try:
        yield
    except data_model.DatelineError as error:
        raise click.ClickException(visible(str(error))) from error


@contextmanager
def _progress() -> Iterator[Callable[[Document | ReadError], None]]:
    """A moving count of documents, on a terminal only."""
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    console = Console(stderr=True)
    columns = (SpinnerColumn(), TextColumn("{task.completed:.0f} documents"), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as shown:
        task = shown.add_task("import", total=None)
        yield lambda _document: shown.advance(task)


def _print_lines(lines: Iterator[str]) -> None:
    """Lines on a terminal with quoted words set off, plain elsewhere."""
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False)
    for line in lines:
        if console.is_terminal:
            shown = Text(visible(line), style="" if line.startswith(" ") else "bold")
            shown.highlight_regex("“[^”]*”", "cyan")
            console.print(shown, soft_wrap=True)
        else:
            click.echo(visible(line))


def _needed(paths: tuple[str, ...]) -> tuple[str, ...]:
    if not paths:
        msg = "give at least one PATH"
        raise click.UsageError(msg)
    return paths


def _leave(done: int, failed: int) -> None:
    if failed:
        sys.exit(SOME_FAILED if done else NONE_DONE)


def _day(as_of: datetime | None) -> date:
    # Nothing can have been read before it was written.
    return as_of.date() if as_of else datetime.now().astimezone().date()
