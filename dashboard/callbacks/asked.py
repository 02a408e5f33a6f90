"""Whom the page asks, and how the reader looks at it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dashboard.config import Config
from dashboard.naming import Naming, Register
from dashboard.theme import Theme, theme_named
from data_model import Store, StoreError

WIDTHS = 280, 4000


@dataclass(slots=True)
class Asked:
    """Whom the page asks.

    Attributes:
        store: The open store, or why there is none.
        register: Names of keys.
        config: Settings.
    """

    store: Store | StoreError
    register: Register
    config: Config
    _names: tuple[str, dict[str, tuple[str, str]]] = field(default=("", {}))

    def open_store(self) -> Store:
        """The store.

        Raises:
            StoreError: If it could not be opened.
        """
        if isinstance(self.store, StoreError):
            raise self.store
        return self.store

    def naming(self) -> Naming:
        """Names, with those of the store's own bodies as they are now."""
        store = self.open_store()
        if self._names[0] != store.version:
            self._names = (store.version, dict(store.organization_names()))
        return Naming(self.register, self._names[1])


@dataclass(frozen=True, slots=True)
class Ambience:
    """How the reader looks at the page: theme, and the widths of the charts in pixels."""

    theme: Theme
    widths: Mapping[str, float]

    def width(self, chart: str) -> float:
        """The width of a chart."""
        return self.widths[chart]


def read_ambience(given: object, widths: Mapping[str, float]) -> Ambience:
    """Theme and widths, held to what a screen can be.

    Args:
        given: What the browser says.
        widths: Chart -> its width where the browser says none.
    """
    found = given if isinstance(given, dict) else {}

    def width(name: str, plain: float) -> float:
        value = found.get(name)
        known = isinstance(value, (int, float)) and not isinstance(value, bool) and value == value  # noqa: PLR0124
        return float(min(max(value, WIDTHS[0]), WIDTHS[1])) if known and value is not None else plain

    return Ambience(
        theme_named(found.get("theme")), {name: width(name, plain) for name, plain in widths.items()}
    )
