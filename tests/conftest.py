"""What every test shares."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

# Machines are slow at times: no test may fail for that. On a change's own run the examples are fixed,
# so that it fails for the change and not by luck; elsewhere they are new each time.
settings.register_profile(
    "dateline",
    deadline=None,
    derandomize="CI" in os.environ,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("dateline")
