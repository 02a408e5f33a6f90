"""The `dateline` command: normalize, explain, import, serve, and what keeps a store (`store_commands`).

Answers go to standard output, everything else to standard error. Exit codes: 0 all went well,
3 some inputs were refused, 1 nothing could be done, 2 the command was misspelt, 130 interrupted. Heavy
libraries are imported inside the commands, so that `dateline --help` is quick.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dashboard.importing import Importing, watching
from dashboard.messages import NotWholly, say, say_guess, say_note, visible
from dashboard.options import (
    PATHS,
    Way,
    embed_from,
    leave,
    needed,
    open_store,
    reading,
    said,
    store_folder,
    workers,
)
from dashboard.publish_commands import figure, report, story
from dashboard.store_commands import imports, rebuild, verify

if TYPE_CHECKING:
    from data_model import Document, Normalized


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="dateline", prog_name="dateline")
def main() -> None:
    """Turn news reports and official readouts into an event timeline of geopolitics."""


@main.command()
@PATHS
@reading
def normalize(paths: tuple[str, ...], way: Way) -> None:
    """Print what each document says, one JSON object a line.

    PATH is a file of any format that is read (text, page, PDF, Word, mail, table, archive, …), a folder of
    them, or - for standard input.
    """
    from data_model import to_json_line

    done = failed = 0
    told = NotWholly()
    for one in _understand(needed(paths), way):
        if one is None:
            failed += 1
        else:
            click.echo(to_json_line(told.note(*one)))
            done += 1
    told.say()
    leave(done, failed)


@main.command()
@click.argument("file", type=click.Path())
@reading
def explain(file: str, way: Way) -> None:
    """Show how the words of a document became its events, step by step."""
    import data_model

    done = failed = 0
    for one in _understand((file,), way):
        if one is None:
            failed += 1
        else:
            _print_lines(data_model.explain(*one))
            done += 1
    leave(done, failed)


@main.command("import")
@PATHS
@store_folder(required=True)
@workers
@click.option("--prune", is_flag=True, help="Take documents out of the store that are gone from the PATHs.")
@click.option("--watch", is_flag=True, help="Go on, and import whatever changes in the PATHs, until Ctrl-C.")
@reading
def import_(
    paths: tuple[str, ...], folder: Path, workers: int, prune: bool, watch: bool, way: Way,  # noqa: FBT001
) -> None:  # fmt: skip
    """Put documents into a store; what it has already is passed over.

    A second run finishes what an interrupted one began.
    """
    importing = Importing(needed(paths), way, workers, prune)
    if watch:
        importing.watch(folder)
    with said(), open_store(folder, create=True) as store:
        result = importing.run(store)
    leave(result.read, len(result.failed))


@main.command()
@PATHS
@store_folder(required=False)
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8050, show_default=True, type=click.IntRange(0, 65535), envvar="PORT",
              show_envvar=True, help="The port; 0 takes any free one.")  # fmt: skip
@click.option("--allow-remote", is_flag=True, help="Let other machines in; there is no password.")
@click.option("--name", "names", multiple=True, metavar="HOST", help="A further name the page answers to.")
@embed_from
@workers
@click.option("--watch", is_flag=True, help="Import whatever changes in the PATHs while the page is served.")
@reading
def serve(  # noqa: PLR0913, PLR0917 - one argument an option
    paths: tuple[str, ...], folder: Path | None, host: str, port: int, allow_remote: bool,  # noqa: FBT001
    names: tuple[str, ...], embed_from: tuple[str, ...], workers: int, watch: bool, way: Way,  # noqa: FBT001
) -> None:  # fmt: skip
    """Show the timeline in a browser, of documents or of a store.

    With PATHs alone, their documents are kept in a store of their own in the user's cache.
    """
    from dashboard.server import cache_folder, listen, run
    from data_model import mend_store

    if not paths and (folder is None or watch):
        msg = "give the PATHs of documents" + ("" if watch else ", or --store DIR")
        raise click.UsageError(msg)
    importing = Importing(paths, way, workers, prune=folder is None)
    place = folder or cache_folder(paths)
    with (
        said(),
        listen(host, port, allow_remote=allow_remote) as listening,
        open_store(place, create=bool(paths)) as store,
    ):
        if paths:
            importing.run(store)
        else:
            for table in mend_store(store):
                say(str(place), f"{table} were damaged; made anew")
        with watching(importing, place) if watch else contextlib.nullcontext():
            run(store, listening, host, names, embed_from)


for _command in (verify, rebuild, imports, figure, report, story):
    main.add_command(_command)


def _understand(paths: tuple[str, ...], way: Way) -> Iterator[tuple[Document, Normalized] | None]:
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
            say(document.source, data_model.reason_of(error))
            yield None


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
