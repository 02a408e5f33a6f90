"""Whom the page asks, and how the reader looks at it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from dashboard.config import Config
from dashboard.figures.lanes import PAGE, Room
from dashboard.naming import Naming, Register
from dashboard.theme import Theme, theme_named
from data_model import EventFilter, Spellings, Store, StoreError

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
    _naming: tuple[str, Naming] | None = None

    def open_store(self) -> Store:
        """The store.

        Raises:
            StoreError: If it could not be opened.
        """
        if isinstance(self.store, StoreError):
            raise self.store
        return self.store

    def naming(self) -> Naming:
        """Names, with those of the store's own bodies and people as they are now."""
        store = self.open_store()
        if self._naming is None or self._naming[0] != store.version:
            self._naming = store.version, self._gathered(store)
        return self._naming[1]

    def _gathered(self, store: Store) -> Naming:
        bodies, people = store.organization_names(), store.person_names()
        bridges = store.view(EventFilter()).columns.bridges

        @cache  # only a search asks, and it asks for the names of the whole world
        def spell() -> Spellings:
            held = {kind: set(bridges[kind].keys) for kind in ("person", "organization", "country")}
            known = (one for one in self.register.spellings() if one[1] in held[one[0]])
            own = [("person", key, name) for key, name in people.items()]
            own += [("organization", key, name) for key, names in bodies.items() for name in names if name]
            return Spellings((*known, *own))

        return Naming(self.register, bodies, people, spell)


@dataclass(frozen=True, slots=True)
class Ambience:
    """How the reader looks at the page.

    Attributes:
        theme: Light or dark.
        widths: Chart -> its width in pixels.
        room: How high lanes may be.
        own: Key of an event -> a label of the reader's own, in files.
    """

    theme: Theme
    widths: Mapping[str, float]
    room: Room = PAGE
    own: Mapping[str, str] = field(default_factory=dict)

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
