"""Memory that is no longer used goes back to the system."""

from __future__ import annotations

import ctypes
import sys

import pyarrow as pa


def give_back_memory() -> None:
    """Give back what was freed: after something large was made, allocators keep what it took on the way."""
    pa.default_memory_pool().release_unused()
    if sys.platform == "linux":
        # Only in the C library of GNU; others give memory back by themselves.
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)
