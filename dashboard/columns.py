"""The options that say which columns of tables, and fields of records, mean what."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

import click

_WHAT = {"text": "what is read", "date": "when it was published", "title": "its title", "url": "its address"}


def columns_asked(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--text-column`, `--date-column`, `--title-column` and `--url-column`, handed on as one `columns`."""

    @wraps(command)
    def run(**options: Any) -> Any:  # noqa: ANN401 - as click hands them on
        import data_model

        wishes = {name: options.pop(f"{name}_column") for name in _WHAT}
        return command(columns=data_model.Columns(**wishes), **options)

    for name, what in reversed(_WHAT.items()):
        told = (
            f"The column or field of tables and records that holds {what}; guessed and shown when not given."
        )
        run = click.option(f"--{name}-column", metavar="NAME", help=told)(run)
    return run
