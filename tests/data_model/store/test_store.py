"""The store as a thing on disk: opened, written by one, read by many, killed, damaged."""

from __future__ import annotations

import json
import multiprocessing
import os
import shutil
import signal
import sys
import threading
import time
from itertools import count
from pathlib import Path

import duckdb
import pytest

from data_model.errors import StoreError, StoreMissing
from data_model.joining import joined
from data_model.store import fresh
from data_model.store.filters import EventFilter
from data_model.store.store import Store
from data_model.values import Link, Report
from tests.factory import make_event, make_report

EVERYTHING = EventFilter()
SPAWN = multiprocessing.get_context("spawn")
# A killed writer is waited for, not timed: this is only when to give up.
PATIENCE = 60


def report_of(number: int) -> Report:
    return make_report(f"d{number:04}", [make_event(f"d{number:04}:e{place}") for place in range(3)])


def test_what_was_put_in_is_there_when_opened_again(tmp_path):
    with Store.open(tmp_path / "new" / "store", create=True) as store:
        assert store.empty
        assert store.add([report_of(1), report_of(2)], pipeline="v1") == 2
    with Store.open(tmp_path / "new" / "store") as store:
        assert not store.empty
        assert list(store.reports()) == [report_of(1), report_of(2)]
        assert [event.id for event in store.events()] == [f"d000{n}:e{e}" for n in (1, 2) for e in range(3)]
        assert store.known()["d0001"].pipeline == "v1"


def test_a_later_report_takes_the_place_of_an_earlier_one(tmp_path):
    with Store.open(tmp_path, create=True) as store:
        store.add([report_of(1), report_of(2)])
        store.add(
            [make_report("d0001", text="new"), report_of(3), make_report("d0003", text="last one counts")]
        )

        assert {one.document.id: one.document.text for one in store.reports()} == {
            "d0001": "new", "d0002": "Report d0002.", "d0003": "last one counts",
        }  # fmt: skip
        assert store.counts(EVERYTHING).total == (3, 3)


def test_documents_can_be_taken_out_and_then_nothing_is_left(tmp_path):
    with Store.open(tmp_path, create=True) as store:
        store.remove(["nothing there yet"])
        store.add([make_report("it's"), report_of(2)])
        store.linking.put_links([Link("d0002:e0", "d0002:e1", 1.0)], "test")
        store.remove(["it's", "never there"])
        assert list(store.known()) == ["d0002"]
        store.remove(["d0002"])

        assert store.empty
        assert store.counts(EVERYTHING).events == 0


def test_the_version_changes_with_every_write_and_only_then(tmp_path):
    with Store.open(tmp_path, create=True) as store:
        versions = [store.version]
        for write in (
            lambda: store.add([report_of(1)]),
            lambda: store.add([report_of(1)]),
            lambda: store.linking.put_links([], "test"),
            lambda: store.remove(["d0001"]),
        ):
            write()
            versions += [store.version, store.version]

    assert versions[1::2] == versions[2::2]
    assert len(set(versions)) == 5


def test_many_small_parts_are_joined_without_a_change_of_answers(tmp_path, monkeypatch):
    monkeypatch.setattr("data_model.store.tables._MANY_PARTS", 3)
    with Store.open(tmp_path, create=True) as store:
        for number in range(6):
            store.add([report_of(number)])
        before = store.timeline(EVERYTHING)
        store.upkeep.tidy()

        assert len(store._tables.snapshot().reports) == 1
        assert store.timeline(EVERYTHING).equals(before)
        assert store.document("d0003") == report_of(3)


@pytest.mark.parametrize("name", ["Новости 2023", "it's #1?", "a*b", "100& + ="])
def test_a_folder_may_have_an_odd_name(tmp_path, name):
    with Store.open(tmp_path / name, create=True) as store:
        store.add([report_of(1)])
        store.add([report_of(1), report_of(2)])

        assert store.counts(EVERYTHING).total == (6, 2)
        assert store.document("d0002") == report_of(2)


@pytest.mark.parametrize("name", ["a[1]", "100%", "a^b", "a|b"])
def test_a_folder_the_tables_cannot_live_in_is_refused_in_words(tmp_path, name):
    with pytest.raises(StoreError, match="the path of a store cannot hold"):
        Store.open(tmp_path / name, create=True)


def test_what_is_not_there_is_told(tmp_path):
    with pytest.raises(StoreMissing, match="there is no store at that place"):
        Store.open(tmp_path / "nowhere")
    with pytest.raises(StoreMissing):
        Store.open(tmp_path)


def test_something_else_is_not_taken_for_a_store(tmp_path):
    (tmp_path / "thesis.txt").write_text("mine")
    for path in (tmp_path, tmp_path / "thesis.txt"):
        with pytest.raises(StoreError, match="something else at that place"):
            Store.open(path, create=True)
    assert [one.name for one in tmp_path.iterdir()] == ["thesis.txt"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_place_that_cannot_be_written_is_told(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(StoreError, match="cannot be made there"):
        Store.open(tmp_path / "store", create=True)


@pytest.mark.parametrize(("number", "way_out"), [(1, "into a new one"), (99, "update"), ("x", "update")])
def test_a_store_of_another_format_is_told(tmp_path, number, way_out):
    Store.open(tmp_path, create=True).close()
    (tmp_path / "dateline-store.json").write_text(json.dumps({"format": number}))

    with pytest.raises(StoreError, match=f"format {number}, .*{way_out}"):
        Store.open(tmp_path, create=True)


@pytest.mark.parametrize("injury", ["stamp", "log", "log gone", "part", "part gone"])
def test_a_damaged_store_is_told_in_words(tmp_path, injury):
    with Store.open(tmp_path, create=True) as store:
        store.add([report_of(1)])
    part = next(tmp_path.glob("reports/*.parquet"))
    if injury == "stamp":
        (tmp_path / "dateline-store.json").write_bytes(b"{")
    elif injury == "log":
        next(tmp_path.glob("reports/_delta_log/*.json")).write_bytes(b"not json")
    elif injury == "log gone":
        shutil.rmtree(tmp_path / "reports" / "_delta_log")
    elif injury == "part":
        part.write_bytes(part.read_bytes()[:100])
    else:
        part.unlink()

    with pytest.raises(StoreError, match="the store is damaged"):  # noqa: SIM117
        with Store.open(tmp_path) as store:
            store.counts(EVERYTHING)


def test_the_file_it_is_asked_in_is_gone_once_it_is_open(tmp_path, monkeypatch):
    aside = tmp_path / "aside"
    aside.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(aside))
    with Store.open(tmp_path / "store", create=True) as store:
        store.add([report_of(1)])
        assert store.counts(EVERYTHING).events
        if sys.platform == "linux":
            assert not list(aside.iterdir())


def test_without_a_temporary_folder_it_is_told_what_is_missing(tmp_path, monkeypatch):
    with Store.open(tmp_path / "store", create=True) as store:
        store.add([report_of(1)])
        monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "nowhere"))
        with pytest.raises(StoreError, match="own copy of the store cannot be made in the temporary folder"):
            store.counts(EVERYTHING)


def test_too_little_memory_is_tried_again_with_more_and_told_at_last(monkeypatch):
    monkeypatch.setattr("data_model.store.serving._BUILDING", 1_000_000)
    with Store.in_memory() as store:
        store.add([report_of(1)])
        assert store.counts(EVERYTHING).events
    monkeypatch.setattr("data_model.store.serving._MOST_TIMES", 1)
    with Store.in_memory() as store:
        store.add([report_of(1)])
        with pytest.raises(StoreError, match="not enough memory"):
            store.counts(EVERYTHING)


def test_no_statement_reaches_a_file(tmp_path):
    (tmp_path / "secret.csv").write_text("a\n1\n")
    with Store.in_memory() as store:
        store.add([report_of(1)])
        cursor = store._current().cursor()
        for statement in (
            "SELECT * FROM '{}/secret.csv'",
            "SELECT * FROM read_text('{}/secret.csv')",
            "COPY documents TO '{}/out.csv'",
            "ATTACH '{}/x.duckdb'",
            "EXPORT DATABASE '{}/out'",
            "INSTALL fts",
            "LOAD httpfs",
            "SET enable_external_access = true",
            "SELECT * FROM tmp_path",
        ):
            with pytest.raises(duckdb.Error):
                cursor.execute(statement.format(tmp_path))
    assert [one.name for one in tmp_path.iterdir()] == ["secret.csv"]


def test_threads_ask_side_by_side(tmp_path):
    failures = []
    with Store.open(tmp_path, create=True) as store:
        store.add([report_of(number) for number in range(5)])

        def ask() -> None:
            try:
                for _ in range(10):
                    assert len(store.timeline(EVERYTHING)) == 15
                    assert store.event("d0001:e0").event.id == "d0001:e0"
            except BaseException as error:  # noqa: BLE001 - told below
                failures.append(error)

        threads = [threading.Thread(target=ask) for _ in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert failures == []


def _write_forever(folder: str, told: str) -> None:
    with Store.open(folder) as store:
        for number in count():
            store.add([report_of(2 * number), report_of(2 * number + 1)])
            # Told by a rename: a kill in the middle of a write would leave an empty file.
            beside = Path(told).with_suffix(".new")
            beside.write_text(str(number + 1))
            beside.replace(told)


def wait_for(path: Path, least: int) -> int:
    give_up = time.monotonic() + PATIENCE
    while time.monotonic() < give_up:
        if path.exists() and (written := path.read_text()) and int(written) >= least:
            return int(written)
        time.sleep(0.01)
    pytest.fail("the writer never wrote")


def test_a_reader_sees_whole_batches_while_another_process_writes_and_is_killed(tmp_path, monkeypatch):
    monkeypatch.setattr(fresh, "LOOK_AGAIN", 0.0)
    folder, told = tmp_path / "store", tmp_path / "told"
    with Store.open(folder, create=True) as store:
        writer = SPAWN.Process(target=_write_forever, args=(str(folder), str(told)))
        writer.start()
        try:
            seen = []
            end = time.monotonic() + PATIENCE
            while len(set(seen)) < 2 and time.monotonic() < end:  # a new version is built beside the old one
                wait_for(told, 1)
                counts = store.counts(EVERYTHING)
                assert counts.total.documents % 2 == 0
                assert counts.total.events == 3 * counts.total.documents
                seen.append(counts.total.documents)
            assert seen == sorted(seen)
            assert seen[-1] > seen[0]
        finally:
            os.kill(writer.pid, signal.SIGKILL)
            writer.join()

        acknowledged = 2 * int(told.read_text() or 0)
        kept = store.known()
        assert acknowledged <= len(kept) <= acknowledged + 2
        assert sorted(kept) == [f"d{number:04}" for number in range(len(kept))]
        assert store.verify() == ()
        store.add([report_of(0), report_of(9999)])
        assert len(store.known()) == len(kept) + 1


def test_who_asks_while_a_new_version_is_built_gets_the_one_before(tmp_path, monkeypatch):
    monkeypatch.setattr(fresh, "LOOK_AGAIN", 0.0)
    building, go_on = threading.Event(), threading.Event()
    with Store.open(tmp_path, create=True) as reader, Store.open(tmp_path) as writer:
        writer.add([report_of(1)])
        reader.prepare()
        plain = fresh.Serving

        def slow(*given):
            building.set()
            assert go_on.wait(PATIENCE)
            return plain(*given)

        monkeypatch.setattr(fresh, "Serving", slow)
        Store.add(writer, [report_of(2)])
        assert reader.counts(EVERYTHING).total.documents == 1
        assert building.wait(PATIENCE)
        assert reader.counts(EVERYTHING).total.documents == 1
        go_on.set()
        end = time.monotonic() + PATIENCE
        while reader.counts(EVERYTHING).total.documents == 1 and time.monotonic() < end:
            time.sleep(0.01)
        assert reader.counts(EVERYTHING).total.documents == 2


def test_two_processes_that_write_do_not_lose_anything(tmp_path):
    with Store.open(tmp_path, create=True):
        writers = [SPAWN.Process(target=_write_some, args=(str(tmp_path), start)) for start in (0, 5)]
        for writer in writers:
            writer.start()
        for writer in writers:
            writer.join()
    assert [writer.exitcode for writer in writers] == [0, 0]
    with Store.open(tmp_path) as store:
        assert sorted(one.document.id for one in store.reports()) == [f"d{number:04}" for number in range(15)]


def test_the_first_write_of_another_is_waited_for(tmp_path, monkeypatch):
    with Store.open(tmp_path, create=True) as store:
        store.add([report_of(1)])
    log, aside = tmp_path / "reports" / "_delta_log", tmp_path / "log"
    log.rename(aside)  # its rows are there, its log is not yet
    monkeypatch.setattr("data_model.store.delta.time.sleep", lambda pause: pause and aside.rename(log))
    with Store.open(tmp_path) as store:
        assert [one.document.id for one in store.reports()] == ["d0001"]


def _write_some(folder: str, start: int) -> None:
    with Store.open(folder) as store:
        for number in range(start, start + 10):  # five of them are written by both
            store.add([report_of(number)])


def test_a_row_that_changed_by_itself_is_found(tmp_path, monkeypatch):
    with Store.open(tmp_path, create=True) as store:
        store.add([report_of(1)])
        monkeypatch.setattr("data_model.store.rows.digest_row", lambda _row: "something else")
        store.add([report_of(2)])
        monkeypatch.undo()

        assert store.verify() == ("d0002",)


def test_links_reach_further_than_two():
    assert joined([("c", "b"), ("d", "e"), ("b", "a")]) == {
        "a": "a", "b": "a", "c": "a", "d": "d", "e": "d",
    }  # fmt: skip


def test_many_documents_are_taken_out_at_once(tmp_path: Path):
    """A list of thirty thousand names in a condition ended the process."""
    with Store.open(tmp_path / "store", create=True) as store:
        store.add([make_report("a"), make_report("b")])
        store.remove([f"n{number}" for number in range(30_000)] + ["a"])

        assert [report.document.id for report in store.reports()] == ["b"]
