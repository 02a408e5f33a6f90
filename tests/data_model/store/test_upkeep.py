"""A store that is damaged says so, and is brought back; a full disk and another writer are told."""

from __future__ import annotations

import errno
import random
import shutil
import threading

import pytest
from deltalake.exceptions import CommitFailedError

from data_model.errors import StoreError, StoreFull
from data_model.importer import import_documents
from data_model.outcomes import FAILED, FINISHED
from data_model.relinking import link_store, mend_store
from data_model.store.delta import no_room
from data_model.store.rebuild import rebuild_store
from data_model.store.store import Store
from tests.factory import make_document, make_event, make_report

DOCUMENTS = [make_document(f"d{number}") for number in range(6)]


def normalize(document):
    return make_report(document.id, [make_event(f"{document.id}:e")], source=document.source).normalized


def run(store, documents=DOCUMENTS, **more):
    return import_documents(documents, store, normalize=normalize, link=link_store, batch=2, **more)


def digest(store):
    return sorted(map(repr, store.reports())), sorted(map(repr, store.linking.links()))


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    folder = tmp_path_factory.mktemp("whole") / "store"
    with Store.open(folder, create=True) as store:
        run(store)
    return folder


@pytest.fixture
def folder(whole, tmp_path):
    return shutil.copytree(whole, tmp_path / "store")


def damage_of(folder):
    try:
        with Store.open(folder) as store:
            return [*store.upkeep.find_damage(), *store.verify()]
    except StoreError as error:
        return [str(error)]


def test_what_was_written_is_whole(folder):
    assert damage_of(folder) == []
    assert list(rebuild_store(folder)) == []


def test_any_flipped_bit_is_noticed_and_mended(folder, whole):
    dice = random.Random(3)  # noqa: S311 - no secret
    with Store.open(whole) as store:
        wanted = digest(store)
    files = sorted(one for one in folder.rglob("*") if one.is_file() and one.stat().st_size)
    for file in dice.sample(files, 6):
        before = file.read_bytes()
        place = dice.randrange(len(before))
        file.write_bytes(before[:place] + bytes((before[place] ^ 4,)) + before[place + 1 :])
        assert damage_of(folder), f"{file.name} at {place}"
        list(rebuild_store(folder))
        with Store.open(folder) as store:
            run(store)
            assert digest(store) == wanted, f"{file.name} at {place}"
        assert damage_of(folder) == []
        shutil.rmtree(folder)
        shutil.copytree(whole, folder)


def test_a_torn_log_entry_is_told_and_its_documents_come_back(folder):
    last = max(folder.glob("reports/_delta_log/*.json"))
    last.write_bytes(b"")
    with pytest.raises(StoreError, match=r"torn last log entry.*dateline rebuild"):
        Store.open(folder)
    (step,) = rebuild_store(folder)
    assert "6 documents of 3 parts" in step
    with Store.open(folder) as store:
        assert sorted(store.known()) == [one.id for one in DOCUMENTS]


def test_the_later_of_two_rows_of_a_document_is_kept(folder):
    with Store.open(folder) as store:
        run(store, [make_document("d1", text="new")])
    next(folder.glob("reports/_delta_log/*0.json")).write_bytes(b"no log")
    list(rebuild_store(folder))
    with Store.open(folder) as store:
        assert store.document("d1").document.text == "new"
        assert len(store.known()) == len(DOCUMENTS)


@pytest.mark.parametrize("table", ["links", "tellings"])
def test_links_that_are_lost_are_made_anew(folder, table):
    for part in folder.glob(f"{table}/*.parquet"):
        part.unlink()
    for log in folder.glob("links/_delta_log/*.json"):
        log.write_bytes(b"")
    with Store.open(folder) as store:
        result = run(store)
        assert (result.imported, result.unchanged) == (0, 6)
        assert "links" in result.mended
        assert mend_store(store) == ()
        store.prepare()
    assert damage_of(folder) == []


def test_a_part_that_cannot_be_read_is_put_aside_and_named(folder):
    part = min(folder.glob("reports/*.parquet"))
    part.write_bytes(part.read_bytes()[:50])
    (step,) = rebuild_store(folder)
    assert f"reports/{part.name}: is damaged and was moved" in step
    with Store.open(folder) as store:
        assert len(store.known()) == 4
        assert run(store).imported == 2


def test_a_lost_stamp_is_made_anew(folder):
    (folder / "dateline-store.json").unlink()
    with pytest.raises(StoreError, match=r"is missing.*dateline rebuild"):
        Store.open(folder, create=True)
    assert list(rebuild_store(folder)) == ["dateline-store.json: was made anew"]
    assert damage_of(folder) == []


def test_a_full_disk_ends_the_import_at_the_first_write(folder, monkeypatch):
    seen = []

    def slow(document):
        seen.append(document.id)
        return normalize(document)

    usage = shutil.disk_usage(folder)
    with Store.open(folder) as store:
        monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage._replace(free=100_000))
        with pytest.raises(StoreFull, match="disk full"):
            import_documents(
                [make_document(f"e{number}") for number in range(9)],
                store, normalize=slow, link=link_store, batch=2,
            )  # fmt: skip
        assert len(seen) == 2, "nothing is understood that cannot be kept"
        assert store.upkeep.imports()[0].state == FAILED
        monkeypatch.undo()
        assert run(store).unchanged == 6
        assert store.upkeep.imports()[0].state == FINISHED


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), True),
        (OSError(errno.EACCES, "Permission denied"), False),
        (CommitFailedError("Generic LocalFileSystem error: … (os error 28)"), True),
        (CommitFailedError("… (os error 13)"), False),
        (ValueError("bad"), False),
    ],
)
def test_lack_of_room_is_told_from_other_trouble(error, expected):
    assert no_room(error) is expected


def test_who_was_overtaken_tries_again(folder, monkeypatch):
    with Store.open(folder) as store:
        table = store._tables.reports
        opened, calls = type(table).opened, []

        def overtaken(self):
            calls.append(1)
            if len(calls) == 2:
                msg = "a concurrent transaction"
                raise CommitFailedError(msg)
            return opened(self)

        monkeypatch.setattr(type(table), "opened", overtaken)
        store.remove(["d1"])
        monkeypatch.undo()
        assert len(store.known()) == 5


def test_a_second_import_waits_for_the_first_and_says_so(folder):
    waiting, done = threading.Event(), []
    with Store.open(folder) as one, Store.open(folder) as other:
        with one.upkeep.importing():
            thread = threading.Thread(target=lambda: done.append(run(other, on_wait=waiting.set)))
            thread.start()
            assert waiting.wait(60)
            assert not done
        thread.join(60)
    assert done[0].unchanged == 6


def test_checksums_are_those_other_tools_read(folder):
    lines = (folder / "SHA256SUMS").read_text().splitlines()
    assert all(len(line.split("  ")[0]) == 64 for line in lines)
    assert {line.split("  ")[1] for line in lines} == {
        one.relative_to(folder).as_posix()
        for one in folder.rglob("*")
        if one.is_file() and one.suffix != ".lock" and one.name != "SHA256SUMS"
    }
    with (folder / "SHA256SUMS").open("a") as opened:
        opened.write("cut o")
    with Store.open(folder) as store:
        run(store, [make_document("new")])
    assert damage_of(folder) == []
