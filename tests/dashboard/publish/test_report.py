from __future__ import annotations

import re
import subprocess
import sys
import textwrap
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner

from dashboard.callbacks.asked import Asked
from dashboard.cli import main
from dashboard.config import Config
from dashboard.publish.report import write_report
from dashboard.publish.views import NotPublishable
from dashboard.publish_commands import query_of
from data_model import Store
from tests.dashboard.sample import FAMILIES, Register, sample_reports
from tests.factory import make_event, make_report

ROOT = Path(__file__).parents[3]


class Page(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_a_report_holds_everything_and_loads_nothing(asked: Asked) -> None:
    html = write_report(asked, {"org": "csto,cis"}, home="https://example.org/")
    page = Page(html)
    told = " ".join(page.words)
    for part in (
        "6 events of CSTO or CIS", "Filters: CSTO; CIS", "United Nations Geodata", "data version",
        "How to cite", "@misc{",
    ):  # fmt: skip
        assert part in re.sub(r"CIS, ", "CIS ", told), part
    names = [tag for tag, _ in page.tags]
    assert names.count("svg") == 3
    assert names.count("tr") == 1 + 6
    loading = [
        (tag, value)
        for tag, attributes in page.tags
        for name, value in attributes.items()
        if name in ("src", "srcset", "data", "poster") or (name == "href" and tag != "a")
    ]
    assert not loading
    assert set(re.findall(r"url\((data|#|[^)]{5})", html)) <= {"data", "#"}
    policy = next(told["content"] or "" for tag, told in page.tags if told.get("http-equiv"))
    assert policy.startswith("default-src 'none'")
    ids = [told["id"] for _, told in page.tags if told.get("id")]
    assert len(ids) == len(set(ids))
    assert html == write_report(asked, {"org": "csto,cis"}, home="https://example.org/")


def test_no_word_of_a_document_is_markup_in_a_report() -> None:
    bad = "</script><script>alert(1)</script><img src=x onerror=alert(1)>"
    report = make_report("a", [make_event(title=bad, evidence=(bad,), participants=(bad,))])
    with Store.in_memory() as store:
        store.add([report])
        page = Page(write_report(Asked(store, Register(), Config()), {}))
    assert [tag for tag, _ in page.tags].count("script") == 1
    assert "img" not in [tag for tag, _ in page.tags]


def test_a_report_of_nothing_is_refused(asked: Asked) -> None:
    with pytest.raises(NotPublishable, match="nothing to draw"):
        write_report(asked, {"q": "nobody ever said this"})
    with pytest.raises(NotPublishable, match="no setting"):
        write_report(asked, {"colour": "red"})


def test_the_link_of_a_page_or_its_query_names_a_view() -> None:
    for link in ("org=csto&q=a%26b", "?org=csto&q=a%26b", "http://localhost:8050/?org=csto&q=a%26b"):
        assert query_of(link) == {"org": "csto", "q": "a&b"}
    assert query_of("") == {}
    assert query_of("http://localhost:8050/") == {}


def test_commands_write_files(tmp_path: Path) -> None:
    with Store.open(tmp_path / "store", create=True, families=FAMILIES) as store:
        store.add(sample_reports())
    run = CliRunner()
    view = ["--store", str(tmp_path / "store"), "--link", "?org=cis"]
    for chart, name in (("timeline", "a.svg"), ("map", "b.pdf"), ("events", "my.list.csv"),
                        ("events", "x.metadata.json")):  # fmt: skip
        done = run.invoke(main, ["figure", chart, *view, "-o", str(tmp_path / name)])
        assert done.exit_code == 0, done.output
        assert (tmp_path / name).stat().st_size > 300
    done = run.invoke(main, ["report", *view, "-o", str(tmp_path / "r.html")])
    assert done.exit_code == 0, done.output
    for arguments, why in (
        (["figure", "map", *view, "-o", str(tmp_path / "x.gif")], "it can be svg, png or pdf"),
        (["figure", "map", "--store", str(tmp_path / "no"), "-o", "x.svg"], str(tmp_path / "no")),
        (["figure", "map", *view, "-o", str(tmp_path / "no" / "x.svg")], "cannot write"),
    ):
        done = run.invoke(main, arguments)
        assert done.exit_code == 1
        assert why in done.output


def test_a_picture_is_drawn_without_the_page(tmp_path: Path) -> None:
    with Store.open(tmp_path / "store", create=True, families=FAMILIES) as store:
        store.add(sample_reports())
    code = textwrap.dedent("""
        import sys
        from click.testing import CliRunner
        from dashboard.cli import main
        store, out = sys.argv[1:]
        for chart in ("timeline", "map", "topics"):
            asked = ["figure", chart, "--store", store, "-o", out]
            done = CliRunner().invoke(main, asked)
            assert done.exit_code == 0, done.output
        print([name for name in ("dash", "plotly", "flask") if name in sys.modules])
    """)
    asked = [sys.executable, "-c", code, str(tmp_path / "store"), str(tmp_path / "a.svg")]
    done = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True)

    assert done.stdout == "[]\n"
