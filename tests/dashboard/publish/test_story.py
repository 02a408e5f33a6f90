from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from dashboard.callbacks.asked import Asked
from dashboard.cli import main
from dashboard.config import Config
from dashboard.publish.story import Step, Story, read_story
from dashboard.publish.story_page import write_story
from dashboard.publish.timelinejs import write_timelinejs
from dashboard.publish.views import NotPublishable
from data_model import EventDate, Store
from tests.dashboard.publish.test_report import Page
from tests.dashboard.sample import FAMILIES, Register, sample_reports
from tests.factory import make_event, make_report

EVENTS = [event for report in sample_reports() for event in report.normalized.events]
HOME = "https://example.org/"


def story_of(*steps: Step, **more: str) -> Story:
    told = {"title": "How it came about", "lead": "Told here.", "author": "", "link": "?org=cis"} | more
    return Story(steps=steps, **told)  # type: ignore[arg-type]


WHOLE = story_of(*(Step(event.id, words="First.\n\nSecond.") for event in EVENTS))


def test_a_file_is_read_as_it_is_written() -> None:
    told = read_story(
        'title = "A"\nlead = "B"\nlink = "?org=cis"\n'
        '[[event]]\nid = "x"\nwords = """\nOne\nline.\n\nTwo."""\n'
        '[[event]]\nid = "y"\nheading = "H"\nlabel = "L"\n'
    )
    assert told == Story(
        "A", "B", "", "?org=cis", (Step("x", words="One\nline.\n\nTwo."), Step("y", "H", "L"))
    )
    assert told.steps[0].paragraphs == ("One line.", "Two.")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("title = ", "This is no story"),
        ('title = "A"', "no events"),
        ('[[event]]\nid = "x"', "no title"),
        ('title = "A"\n[[event]]\nwords = "x"', "Event 1 has no id"),
        ('title = "A"\n[[event]]\nid = "x"\nheadng = "y"', "Event 1 has “headng”; it can have id, heading"),
        ('title = 4\n[[event]]\nid = "x"', "title is text"),
        ('title = "A"\n' + '[[event]]\nid = "x"\n' * 41, "not 41"),
    ],
)
def test_what_is_no_story_is_said(text: str, why: str) -> None:
    with pytest.raises(NotPublishable, match=re.escape(why)):
        read_story(text)


def test_a_page_says_what_is_not_known_and_who_says_so(asked: Asked) -> None:
    html = write_story(asked, WHOLE, home=HOME)
    page = Page(html)
    told = " ".join(" ".join(page.words).split())
    for part in (
        "4 September, 2018 or 2019", "One of several days; which is not known.", "Told to the year.",
        "Planned", "about 2009", "Cancelled", "The date is inferred from known facts.", "data version",
        "is printed", f"{HOME}?org=cis",
    ):  # fmt: skip
        assert part in told, part
    for event in EVENTS:
        assert event.title in told
        assert " ".join(event.evidence[0].text.split()) in told
    tags = [tag for tag, _ in page.tags]
    assert tags.count("article") == len(EVENTS)
    assert "script" not in tags
    assert tags.count("svg") == 1
    policy = next(told["content"] or "" for tag, told in page.tags if told.get("http-equiv"))
    assert "script-src 'none'" in policy
    assert html == write_story(asked, WHOLE, home=HOME)


def test_no_word_is_markup_in_a_story() -> None:
    bad = "</script><script>alert(1)</script><img src=x onerror=alert(1)>"
    report = make_report("a", [make_event("e", title=bad, evidence=(bad,))], title=bad)
    with Store.in_memory() as store:
        store.add([report])
        asked = Asked(store, Register(), Config())
        told = story_of(Step("e", bad, bad, bad), title=bad, lead=bad, author=bad)
        page = Page(write_story(asked, told))
        slides = write_timelinejs(asked, told).decode()
    assert not {"script", "img"} & {tag for tag, _ in page.tags}
    assert "<script" not in slides
    assert "<img" not in slides


def test_an_event_the_store_does_not_have_is_named(asked: Asked) -> None:
    with pytest.raises(NotPublishable, match=re.escape("Event 2 (“Gone”)")):
        write_story(asked, story_of(Step(EVENTS[0].id), Step("nobody", "Gone")))


def bounds(told: dict[str, Any], *, end: bool) -> date:
    """The first or last day a date of TimelineJS stands for."""
    year, month, day = told["year"], told.get("month"), told.get("day")
    if day:
        return date(year, month, day)
    if not end:
        return date(year, month or 1, 1)
    after = date(year + 1, 1, 1) if not month or month == 12 else date(year, month + 1, 1)
    return date.fromordinal(after.toordinal() - 1)


EDTF = [
    "2023-06-08", "2021-10", "2016", "2009~", "2023-06-08?", "[2023-06-08..2023-12-31]", "2015-06-12~",
    "2022-03-28/2022-03-30", "[2018-09-04,2019-09-04]", "2020-22", "202X", "2016/2018",
    "[2020-04-12,2021-04-12,2026-04-12]",
]  # fmt: skip


@pytest.mark.parametrize("edtf", [*EDTF, "[2018-09-04..]", "XXXX-09-04", "XXXX"])
def test_no_date_of_timelinejs_is_more_precise_than_ours(edtf: str) -> None:
    ours = EventDate(edtf)
    with Store.in_memory() as store:
        store.add(
            [
                make_report(
                    "a", [make_event("first", date="2024-01-01"), make_event("e", title="It", date=edtf)]
                )
            ]
        )
        asked = Asked(store, Register(), Config())
        told = json.loads(write_timelinejs(asked, story_of(Step("first"), Step("e"))))
    slides = told["events"]
    if edtf not in EDTF:
        assert len(slides) == 1
        assert "It" in slides[0]["text"]["text"]
        return
    slide = slides[1]
    start, stop = slide["start_date"], slide.get("end_date", slide["start_date"])
    assert ours.earliest is not None
    assert ours.latest is not None
    assert bounds(start, end=False) <= ours.earliest
    assert bounds(stop, end=True) >= ours.latest
    assert slide["display_date"]


def test_timelinejs_gets_what_its_format_asks_for(asked: Asked) -> None:
    told = json.loads(write_timelinejs(asked, WHOLE, HOME))
    assert set(told) == {"title", "events"}
    assert told["title"]["text"]["headline"] == "How it came about"
    assert len({slide["unique_id"] for slide in told["events"]}) == len(told["events"])
    for slide in told["events"]:
        assert set(slide) <= {"unique_id", "start_date", "end_date", "display_date", "text"}
        assert set(slide["text"]) == {"headline", "text"}
        assert "Sources: " in slide["text"]["text"]
    shown = json.dumps(told, ensure_ascii=False)
    assert all(event.title.replace("’", "’") in shown for event in EVENTS)


def test_a_story_is_published_by_command(tmp_path: Path) -> None:
    with Store.open(tmp_path / "store", create=True, families=FAMILIES) as store:
        store.add(sample_reports())
    file = tmp_path / "story.toml"
    file.write_text(f'title = "T"\n[[event]]\nid = "{EVENTS[0].id}"\nwords = "W"\n', "utf-8")
    run = CliRunner()
    given = ["story", str(file), "--store", str(tmp_path / "store")]
    for name, more in (("a.html", []), ("b.json", ["--timelinejs"])):
        done = run.invoke(main, [*given, "-o", str(tmp_path / name), *more])
        assert done.exit_code == 0, done.output
        assert EVENTS[0].title in (tmp_path / name).read_text("utf-8")
    done = run.invoke(
        main, ["story", str(tmp_path / "no.toml"), "--store", str(tmp_path / "store"), "-o", "x"]
    )
    assert done.exit_code == 1
    assert "cannot read" in done.output
