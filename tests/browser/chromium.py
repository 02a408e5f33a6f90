"""The Chromium the browser tests use: found, or installed when that can be done without asking.

Run as a module by `make test`. Debian's package is used because Playwright's own download comes
from a host that closed networks do not reach.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
PLACES = ("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/snap/bin/chromium")
# Flags with which it runs as root, without a screen, and calls nobody.
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync", "--disable-component-update",
    "--disable-background-networking",
]  # fmt: skip
INSTALL = "apt-get update && apt-get install --yes --no-install-recommends chromium"


def find_chromium() -> str | None:
    """The path of a Chromium or Chrome: the CHROMIUM variable, the PATH, then the usual places."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named
    found = (shutil.which(name) for name in NAMES)
    return next((path for path in found if path), next((p for p in PLACES if Path(p).exists()), None))


def main() -> int:
    """Install Chromium where it is missing; 1 with the command to run where that needs the user."""
    if find_chromium():
        return 0
    if os.geteuid() == 0 and shutil.which("apt-get"):
        sys.stderr.write("No Chromium found; installing Debian's package (once)…\n")
        done = subprocess.run(["/bin/sh", "-c", f"{INSTALL} >&2"], check=False)
        return done.returncode
    sys.stderr.write(
        "The browser tests need Chromium or Chrome. Install one and run again, for example:\n"
        f"  sudo sh -c '{INSTALL}'\n"
        "or name one you have: CHROMIUM=/path/to/chrome make test\n"
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
