"""Paths into a store, as the command does it: told as it runs, stopped without loss, repeated on change."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

import click

from dashboard.messages import NotWholly, say, say_guess, say_note
from dashboard.options import STOPPED, Way, open_store, said

if TYPE_CHECKING:
    from rich.progress import ProgressColumn, Task

    from data_model import ImportResult, Outcome, Store

# Seconds between looks at whether there is still somebody to watch for.
_LOOK_MS = 2_000
_BLOCK = 1 << 20
STANDARD_INPUT = "-"
_SPAWN = multiprocessing.get_context("spawn")


@dataclass(frozen=True, slots=True)
class Importing:
    """How paths are imported.

    Attributes:
        paths: Files and folders.
        way: How documents are understood.
        workers: How many processes do it.
        prune: Whether documents that are gone from the paths leave the store.
    """

    paths: tuple[str, ...]
    way: Way
    workers: int
    prune: bool = False

    def run(self, store: Store) -> ImportResult:
        """Import once, and say what became of it."""
        import data_model

        told = NotWholly()
        with _progress(self.paths) as advance, _stoppable():
            result = data_model.import_documents(
                data_model.read_paths(
                    self.paths, columns=self.way.columns, on_guess=say_guess, on_note=say_note
                ),
                store,
                normalize=self.way.normalize,
                link=data_model.link_store,
                pipeline=self.way.pipeline,
                paths=[_named(path) for path in self.paths],
                workers=self.workers,
                keep_others=not self.prune,
                on_done=lambda one: advance(told.note_outcome(one)),
                on_wait=lambda: say(str(store.path), "another import writes into this store; waiting for it"),
            )
        for table in result.mended:
            say(str(store.path), f"{table} were damaged; made anew")
        for source, why in result.failed:
            say(source, why)
        told.say()
        counts = {
            "read": result.read,
            "new": result.imported,
            "unchanged": result.unchanged,
            "in part": len(result.partial),
            "refused": len(result.failed),
            "taken out": result.removed,
        }
        always = ("read", "new", "unchanged")
        click.echo(", ".join(f"{n:,} {what}" for what, n in counts.items() if n or what in always), err=True)
        return result

    def watch(self, folder: Path) -> None:
        """Import now and whenever something in the paths changes, until interrupted."""
        from watchfiles import watch

        looks = watch(*self.paths, yield_on_timeout=True, rust_timeout=_LOOK_MS, step=200)
        first = True
        for changes in looks:
            parent = multiprocessing.parent_process()
            if parent is not None and not parent.is_alive():
                return
            if changes or first:
                with said(), open_store(folder, create=True) as store:
                    self.run(store)
            first = False


@contextmanager
def watching(importing: Importing, folder: Path) -> Iterator[None]:
    """Import what changes in a process beside this one."""
    beside = _SPAWN.Process(target=_watch, args=(importing, folder), name="dateline-watch")
    beside.start()
    try:
        yield
    finally:
        beside.terminate()
        beside.join()


def _watch(importing: Importing, folder: Path) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the page, which ends this
    try:
        importing.watch(folder)
    except click.ClickException as error:
        error.show()


@contextmanager
def _stoppable() -> Iterator[None]:
    """What ends the command lets it store what is done first."""

    def stop(number: int, _frame: FrameType | None) -> None:
        raise SystemExit(128 + number)

    before = signal.getsignal(signal.SIGTERM)
    try:
        signal.signal(signal.SIGTERM, stop)
    except ValueError:  # not in the main thread
        yield
        return
    try:
        yield
    except KeyboardInterrupt:
        click.echo("stopped; what was done stays, and the same command goes on from there", err=True)
        raise SystemExit(STOPPED) from None
    finally:
        signal.signal(signal.SIGTERM, before)


@contextmanager
def _progress(paths: tuple[str, ...]) -> Iterator[Callable[[Outcome], None]]:
    """Documents done, how many a second, and the time left; on a terminal only."""
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        SpinnerColumn,
        TextColumn,
        TimeRemainingColumn,
    )

    console = Console(stderr=True)
    columns: tuple[ProgressColumn, ...] = (
        SpinnerColumn(), BarColumn(), MofNCompleteColumn(), TextColumn("documents"), _rate_column(),
        TimeRemainingColumn(), TextColumn("left"),
    )  # fmt: skip
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as shown:
        total = expected(paths) if console.is_terminal else None
        task = shown.add_task("import", total=total)
        yield lambda _outcome: shown.advance(task)


def _rate_column() -> ProgressColumn:
    from rich.progress import ProgressColumn
    from rich.text import Text

    class Rate(ProgressColumn):
        def render(self, task: Task) -> Text:
            return Text(f"{task.speed:,.0f} a second" if task.speed else "")

    return Rate()


def _named(path: str) -> str:
    """What an import is remembered by: the same wherever the command was given."""
    return path if path == STANDARD_INPUT else os.path.abspath(path)  # noqa: PTH100 - no file is asked


def expected(paths: tuple[str, ...]) -> int:
    """About how many documents some paths hold: a file is one, of records each line."""
    return sum(
        _records(file) for path in map(Path, paths) for file in ([path] if path.is_file() else _inside(path))
    )


def _inside(folder: Path) -> Iterator[Path]:
    for place, names, files in os.walk(folder):
        names[:] = [name for name in names if not name.startswith(".")]
        yield from (Path(place, name) for name in files if not name.startswith("."))


def _records(file: Path) -> int:
    if file.suffix.lower() != ".jsonl":
        return 1
    try:
        with file.open("rb") as opened:
            return sum(block.count(b"\n") for block in iter(lambda: opened.read(_BLOCK), b"")) or 1
    except OSError:
        return 1
