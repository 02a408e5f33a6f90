"""Commands about a store as it lies on disk: `verify`, `rebuild`, `imports`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from dashboard.messages import say, visible
from dashboard.options import NONE_DONE, open_store, said, store_folder


@click.command()
@store_folder(required=True)
def verify(folder: Path) -> None:
    """Read a whole store and name every file and document that is not as it was written."""
    from data_model import StoreError

    damage: list[str] = []
    documents = 0
    with said(), open_store(folder, create=False) as store:
        damage += store.upkeep.find_damage()
        try:
            damage += [f"{one}: the document is not what was written" for one in store.verify()]
            documents = len(store.known())
        except StoreError as error:
            damage.append(str(error))
    for one in damage:
        say(str(folder), one)
    if damage:
        click.echo(f"damaged; `dateline rebuild --store {folder}` saves what can be read", err=True)
        sys.exit(NONE_DONE)
    click.echo(f"{documents:,} documents, all as they were written", err=True)


@click.command()
@store_folder(required=True)
def rebuild(folder: Path) -> None:
    """Make a damaged store whole again: what is derived is made anew, what cannot be read is named."""
    import data_model

    with said():
        for step in data_model.rebuild_store(folder):
            say(str(folder), step)
        with open_store(folder, create=False) as store:
            with store.upkeep.importing():
                data_model.link_store(store)
            click.echo(f"{len(store.known()):,} documents, linked anew", err=True)


@click.command()
@store_folder(required=True)
def imports(folder: Path) -> None:
    """Print what became of each import, one JSON object a line, the newest first."""
    with said(), open_store(folder, create=False) as store:
        for run in store.upkeep.imports():
            record = {
                "begun": run.begun,
                "ended": run.ended,
                "state": run.state,
                "paths": list(run.paths),
                "new": run.imported,
                "unchanged": run.unchanged,
                "removed": run.removed,
                "outcomes": [
                    {"source": one.source, "document": one.document, "state": one.state, "why": one.why}
                    for one in run.outcomes
                ],
            }
            line = json.dumps(record, ensure_ascii=False)
            click.echo(line if visible(line) == line else json.dumps(record))
