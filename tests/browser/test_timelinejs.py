"""Our stories in TimelineJS 3 itself, as npm has it: its own judge of dates, not ours."""

# ruff: noqa: E501 - scripts on one line
from __future__ import annotations

import json
import shutil
import subprocess
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.callbacks.asked import Asked
from dashboard.config import Config
from dashboard.publish.story import Step, Story
from dashboard.publish.timelinejs import write_timelinejs
from data_model import Store
from tests.browser.conftest import Tab
from tests.dashboard.sample import FAMILIES, Register, sample_reports

NewTab = Callable[..., Tab]
PACKAGE = "@knight-lab/timelinejs@3.9.11"


@pytest.fixture(scope="session")
def timelinejs(pytestconfig: pytest.Config) -> Path:
    """The package's folder, fetched once and kept beside pytest's own notes."""
    assert pytestconfig.cache is not None
    folder = Path(pytestconfig.cache.mkdir("timelinejs"))
    unpacked = folder / "package" / "dist"
    if not unpacked.exists():
        npm = shutil.which("npm")
        if npm is None:
            pytest.skip("no npm on this machine: TimelineJS cannot be had")
        done = subprocess.run(
            [npm, "pack", PACKAGE], cwd=folder, capture_output=True, text=True, timeout=180, check=False
        )
        if done.returncode:
            pytest.skip(f"TimelineJS cannot be had: {done.stderr.strip().splitlines()[-1:]}")
        with tarfile.open(next(folder.glob("*.tgz"))) as packed:
            packed.extractall(folder, filter="data")
    return unpacked


def test_timelinejs_opens_a_story_and_shows_every_slide(
    timelinejs: Path, new_tab: NewTab, tmp_path: Path
) -> None:
    events = [event for report in sample_reports() for event in report.normalized.events]
    story = Story(
        "How it came about",
        "Lead.",
        "Somebody",
        "",
        tuple(Step(event.id, words=f"About {event.id}.") for event in events),
    )
    with Store.in_memory(families=FAMILIES) as store:
        store.add(sample_reports())
        told = json.loads(write_timelinejs(Asked(store, Register(), Config()), story))
    page = tmp_path / "page.html"
    page.write_text(
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>t</title>'
        f'<link rel="stylesheet" href="{timelinejs.as_uri()}/css/timeline.css"><script src="{timelinejs.as_uri()}/js/timeline.js"></script></head>'
        f'<body><div id="timeline" style="height:600px"></div><script>window.timeline = new TL.Timeline("timeline", {json.dumps(told).replace("<", chr(92) + "u003c")}, {{font: null, hash_bookmark: false}});</script></body></html>',
        "utf-8",
    )
    tab = new_tab(page.as_uri())
    tab.page.goto(page.as_uri())
    tab.until("window.timeline.config && document.querySelectorAll('.tl-slide').length > 0")
    slides = tab.page.evaluate(
        """window.timeline.config.events.map((slide) => ({
        id: slide.unique_id, start: slide.start_date.data.date_obj.getTime(), format: slide.start_date.data.format,
        stop: slide.end_date ? slide.end_date.data.date_obj.getTime() : null, shown: slide.display_date || slide.start_date.data.display_date }))"""
    )
    assert {slide["id"] for slide in slides} == {one["unique_id"] for one in told["events"]}
    assert not tab.page.evaluate(
        "document.querySelector('.tl-message-full') !== null && document.querySelector('.tl-message-full').innerText.includes('rror')"
    )
    assert tab.page.locator(".tl-timemarker").count() == len(told["events"])
    words = tab.page.evaluate("document.querySelector('#timeline').textContent")
    assert "4 September, 2018 or 2019" in words
    assert "How it came about" in words
    assert tab.errors == []
