"""`dateline figure`, `report` and `story`: what the page's addresses give, without a page.

Nothing heavy is imported before a command runs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import parse_qsl, urlsplit

import click

from dashboard.options import open_store, said, store_folder

if TYPE_CHECKING:
    from dashboard.callbacks.asked import Asked

Command = TypeVar("Command", bound=Callable[..., Any])


_ADDRESS = click.option(
    "--address",
    default="",
    metavar="URL",
    help="The address of the page, told in the file: https://example.org/",
)


def _view(command: Command) -> Command:
    """The options that say which view of which store is meant."""
    for option in (
        click.option("-o", "--output", "output", required=True, metavar="FILE", help="The file to write.",
            type=click.Path(path_type=Path, dir_okay=False)),
        _ADDRESS,
        click.option("--theme", default="light", show_default=True, type=click.Choice(("light", "dark"))),
        click.option("--link", default="", metavar="QUERY",
            help="The view: the address of the page, or what stands behind its question mark."),
        store_folder(required=True),
    ):  # fmt: skip
        command = option(command)
    return command


@click.command()
@click.argument("chart", type=click.Choice(("timeline", "map", "topics", "events")))
@_view
@click.option("--preset", default="page", show_default=True, help="The size.",
              type=click.Choice(("page", "article", "share", "square", "a4", "slide")))  # fmt: skip
@click.option("--scale", default="", metavar="1..4", help="Pixels of a PNG for one of the size.")
@click.option("--transparent", is_flag=True, help="Leave out the ground.")
@click.option("--title", default="", help="A title of your own.")
@click.option("--note", default="", help="A line of your own below it.")
@click.option("--label", "labels", multiple=True, metavar="'ID WORDS'",
              help="Words of your own at an event of the timeline, behind its key.")  # fmt: skip
def figure(  # noqa: PLR0913, PLR0917 - one argument an option
    chart: str, folder: Path, link: str, theme: str, address: str, output: Path, preset: str, scale: str,
    transparent: bool, title: str, note: str, labels: tuple[str, ...],  # noqa: FBT001
) -> None:  # fmt: skip
    """Draw a chart of a store, or write its events: the ending of FILE says as what.

    A chart is written as .svg, .png or .pdf; events as .csv, .json, .metadata.json, .zip, .bib or .csl.json.
    """
    from dashboard.publish.files import make_file

    settings = {
        "preset": preset, "theme": theme, "scale": scale, "clear": "1" if transparent else "0",
        "title": title, "note": note, "label": "\n".join(labels),
    }  # fmt: skip
    form = output.name.partition(".")[2].lower() if chart == "events" else output.suffix.lstrip(".").lower()
    with _opened(folder) as asked:
        made = make_file(asked, chart, _known_end(form, chart), {**query_of(link), **settings},
                         home=home_of(address))  # fmt: skip
        _write(output, made.data)


def _known_end(form: str, chart: str) -> str:
    """`my.name.csv` ends as csv, `x.metadata.json` as metadata.json."""
    if chart != "events":
        return form
    return form if form in ("metadata.json", "csl.json") else form.rpartition(".")[2] or form


@click.command()
@_view
def report(folder: Path, link: str, theme: str, address: str, output: Path) -> None:
    """Write a view as one HTML file: charts, every event with its words, sources; it opens from disk."""
    from dashboard.publish.report import write_report

    with _opened(folder) as asked:
        _write(output, write_report(asked, query_of(link), theme, home_of(address)).encode())


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("-o", "--output", "output", required=True, metavar="FILE", help="The file to write.",
              type=click.Path(path_type=Path, dir_okay=False))  # fmt: skip
@click.option("--timelinejs", is_flag=True, help="Write the JSON that TimelineJS 3 reads, not a page.")
@click.option("--theme", default="light", show_default=True, type=click.Choice(("light", "dark")))
@_ADDRESS
@store_folder(required=True)
def story(file: Path, output: Path, timelinejs: bool, theme: str, address: str, folder: Path) -> None:  # noqa: FBT001
    """Publish a story: FILE names its events and holds words of your own; the rest is read from the store."""
    from dashboard.publish.story import read_story
    from dashboard.publish.story_page import write_story
    from dashboard.publish.timelinejs import write_timelinejs

    text, home = _read(file), home_of(address)
    with _opened(folder) as asked:
        found = read_story(text)
        told = (
            write_timelinejs(asked, found, home)
            if timelinejs
            else write_story(asked, found, theme, home).encode()
        )
        _write(output, told)


def _read(file: Path) -> str:
    try:
        return file.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is no text in UTF-8"
        msg = f"cannot read {file}: {(why or str(error)).lower()}"
        raise click.ClickException(msg) from error


def query_of(link: str) -> dict[str, str]:
    """The settings of an address, or of what stands behind its question mark."""
    told = urlsplit(link).query if "?" in link or "://" in link else link
    return dict(parse_qsl(told))


def home_of(address: str) -> str:
    """An address with a slash at its end."""
    return address.rstrip("/") + "/" if address else ""


@contextmanager
def _opened(folder: Path) -> Iterator[Asked]:
    """A store as the page asks it."""
    import data_model
    from dashboard.callbacks.asked import Asked
    from dashboard.config import Config

    with said(), open_store(folder, create=False) as store:
        yield Asked(store, data_model.names(), Config())


def _write(output: Path, data: bytes) -> None:
    try:
        output.write_bytes(data)
    except OSError as error:
        msg = f"cannot write {output}: {(error.strerror or str(error)).lower()}"
        raise click.ClickException(msg) from error
