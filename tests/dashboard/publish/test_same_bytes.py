"""The same view gives the same bytes: where another language is spoken, in another time zone, and twice."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from data_model import Store
from tests.dashboard.sample import FAMILIES, sample_reports

# What a program does that lives by the reader's language, where the machine has it.
RUN = """
import contextlib, locale, sys
with contextlib.suppress(locale.Error):
    locale.setlocale(locale.LC_ALL, "")
from dashboard.cli import main
for line in sys.stdin:
    main(line.split(), standalone_mode=False)
"""
PLACES = (
    {"LC_ALL": "C", "TZ": "UTC", "PYTHONHASHSEED": "1"},
    {"LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Tokyo", "PYTHONHASHSEED": "2"},
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, bytes]]:
    """What the commands write in each of the places."""
    base = tmp_path_factory.mktemp("places")
    with Store.open(base / "store", create=True, families=FAMILIES) as store:
        store.add(sample_reports())
    event = sample_reports()[0].normalized.events[0].id
    (base / "s.toml").write_text(f'title = "T"\n[[event]]\nid = "{event}"\nwords = "İ ı"\n', "utf-8")
    if localedef := shutil.which("localedef"):  # few machines have a language besides their own
        told = [localedef, "-i", "tr_TR", "-f", "UTF-8", str(base / "tr_TR.UTF-8")]
        subprocess.run(told, check=False, capture_output=True)
    found = []
    for number, place in enumerate(PLACES):
        folder = base / str(number)
        folder.mkdir()
        figures = [f"figure {chart} -o {chart}.svg" for chart in ("timeline", "map", "topics")]
        data = [f"figure events -o e.{form}" for form in ("csv", "json", "metadata.json", "zip", "bib")]
        stories = [f"story {base}/s.toml -o s.{form}" for form in ("html", "json --timelinejs")]
        lines = [f"{line} --store {base}/store" for line in (*figures, *data, *stories, "report -o r.html")]
        done = subprocess.run(
            [sys.executable, "-c", RUN],
            cwd=folder,
            env=os.environ | place | {"PYTHONPATH": str(Path(__file__).parents[3]), "LOCPATH": str(base)},
            input="\n".join(lines),
            text=True,
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        found.append({file.name: file.read_bytes() for file in sorted(folder.iterdir())})
    return found


def test_every_file_is_the_same_everywhere(made: list[dict[str, bytes]]) -> None:
    one, other = made
    assert len(one) == 11
    assert [name for name in one if one[name] != other[name]] == []
