"""The page: a timeline, a map and topics over time, drawn from a store of events."""

from __future__ import annotations

from dashboard.app import create_app
from dashboard.config import Config

__all__ = ["Config", "create_app"]
