"""Dateline's page: events drawn as timelines, maps and topics over time."""

from __future__ import annotations

from typing import Any

__all__ = ["create_app"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - the signature of module attributes
    """Import Dash only for who asks for the page: `dateline normalize` starts without it."""
    if name == "create_app":
        from dashboard.app import create_app

        return create_app
    msg = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(msg)
