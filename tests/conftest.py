"""What every test shares."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings
from xdist.scheduler import LoadScopeScheduling

# Machines are slow at times: no test may fail for that. On a change's own run the examples are fixed,
# so that it fails for the change and not by luck; elsewhere they are new each time.
settings.register_profile(
    "dateline",
    deadline=None,
    derandomize="CI" in os.environ,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("dateline")


class OneBrowser(LoadScopeScheduling):
    """Tests as they come, those of the page in one process: two browsers would wait for each other."""

    def _split_scope(self, nodeid: str) -> str:
        return "browser" if nodeid.startswith("tests/browser/") else nodeid


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> OneBrowser:
    return OneBrowser(config, log)
