"""The command of the accuracy table: what it refuses, what it marks, what it counts as false."""

from __future__ import annotations

import sys

import pytest

from benchmarks import accuracy, below, false_statements, tallies
from benchmarks.accuracy_tables import BELOW, _shown
from benchmarks.figures import Cell, Figure
from benchmarks.folds import read_folds
from benchmarks.gold_runs import judged, published_of
from benchmarks.gold_sets import list_scorer, pages_of


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> None:
    monkeypatch.setattr(sys, "argv", ["accuracy", *arguments])
    accuracy.main()


def test_errors_of_the_fifth_fold_are_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as refused:
        run(monkeypatch, "--errors", "5", "--fold", "5")
    assert refused.value.code
    assert "fifth fold is not read" in capsys.readouterr().err


def test_errors_never_come_from_the_fifth_fold(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(monkeypatch, "--errors", "1000", "--set", "ru2", "--run", "text")
    said = [line.split()[1] for line in capsys.readouterr().out.splitlines() if line.startswith("     ru2 ")]
    assert said
    assert 5 not in {read_folds()["ru2", document] for document in said}


def test_what_is_frozen_is_every_set(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SystemExit):
        run(monkeypatch, "--freeze", "--set", "dev")


def test_a_page_without_its_publication_day_is_judged_by_its_text() -> None:
    for page, gold in judged("en", "dated"):
        assert (gold["judge"] == "text") == (published_of(page, "dated") is None)
    assert all(gold["judge"] == "text" for _, gold in judged("en", "address"))
    given = [page for page in pages_of("en") if published_of(page, "dated")]
    assert all(page["published_basis"] in {"print", "index", "url-day"} for page in given)
    assert 0 < len(given) < len(pages_of("en"))


@pytest.mark.parametrize(
    ("value", "baseline", "lower", "marked"),
    [
        (40.0, 50.0, False, True),
        (60.0, 50.0, False, False),
        (60.0, 50.0, True, True),
        (9.0, None, False, False),
    ],
)
def test_a_figure_below_its_baseline_is_marked(
    value: float, baseline: float | None, *, lower: bool, marked: bool
) -> None:
    figure = Figure("name", "what", {}, ("text",), lower=lower, folds=False, goal={})
    assert (BELOW in _shown(Cell(figure, "text", "en", value, 60, baseline, "trivial"))) == marked


PAGE, GOLD = list_scorer().CASE, list_scorer().CASE_GOLD


def false(events: list[dict[str, object]]) -> dict[str, tuple[int, int]]:
    counts = false_statements.count_statements(PAGE, GOLD, {"id": "A", "events": events})
    names = ("all", *false_statements.KINDS)
    return {name: (counts[f"false: {name}", "right"], counts[f"false: {name}", "asked"]) for name in names}


def perfect() -> list[dict[str, object]]:
    return list(list_scorer().perfect(GOLD)["events"])


def test_the_truth_holds_nothing_false() -> None:
    # The fourth event is optional: what is said of it does not count.
    counted = false(perfect())
    assert {wrong for wrong, _ in counted.values()} == {0}
    assert counted["date"] == (0, 3)
    assert counted["person"] == (0, 5)


def test_a_wide_date_is_no_false_one() -> None:
    first, *_ = perfect()
    assert false([first | {"date": "2021"}])["date"] == (0, 1)
    assert false([first | {"date": "XXXX-XX-XX"}])["date"] == (0, 0)
    assert false([first | {"date": "2021-05-04"}])["date"] == (1, 1)


def test_a_false_person_type_and_status() -> None:
    first, *_ = perfect()
    wrong = first | {"participants": ["Karl Lund", "Anna Berg"], "type": "call", "status": "planned"}
    counted = false([wrong])
    assert counted["person"] == (1, 2)
    assert counted["type"] == counted["status"] == (1, 1)
    assert false([first | {"type": "other"}])["type"] == (0, 0)


def test_all_an_event_says_that_is_none_is_false() -> None:
    first, *_ = perfect()
    none = first | {
        "evidence": ["Ship sinks off coast"],
        "date": "2021-05-04",
        "participants": ["Ivan Petrov"],
    }
    assert false([none])["all"] == (4, 4)


def test_the_readme_names_what_a_trivial_answer_beats() -> None:
    written = below.README.read_text(encoding="utf-8")
    assert below.section(accuracy.read_frozen()) in written


def test_a_likely_value_is_held_to_its_share() -> None:
    page, gold = next(judged("dev", "text"))
    bare = {"id": page["id"], "events": [], "document_date": {}}
    asked = ("document date: likely value of .8 or more", "asked")
    assert asked not in tallies.score_page(page, gold, bare)[0]
    for edtf, share, said, right in (
        (page["published"], 0.9, 1, 1), ("1901", 0.9, 1, 0), ("1901", 0.5, 0, 0)
    ):  # fmt: skip
        likely = {"document_date": {"likely": {"edtf": edtf, "share": share}}}
        counts = tallies.score_page(page, gold, bare | likely)[0]
        assert counts[asked] == 1
        assert counts[tallies.LIKELY_SAID, "right"] == said
        assert counts[tallies.LIKELY_RIGHT, "right"] == right
