"""Only what is new is done, failures are named, nothing finished is lost."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from data_model import workers
from data_model.errors import ReadError
from data_model.importer import ImportResult, import_documents
from data_model.outcomes import still_refused
from data_model.relinking import link_store
from data_model.store.filters import EventFilter
from data_model.store.rows import REPORTS
from data_model.store.store import Store
from data_model.store.tables import Snapshot, read_parts
from data_model.values import Document, Link, Normalized, Partial
from tests.factory import make_document, make_event, make_report

ROOT = Path(__file__).parents[2]
PATIENCE = 60


class Walk:
    """A stand-in for normalize and link that notes what it was asked."""

    def __init__(self) -> None:
        self.seen: list[str] = []
        self.linked = 0

    def normalize(self, document: Document) -> Normalized:
        self.seen.append(document.id)
        if "bad" in document.text:
            msg = "cannot make sense of it"
            raise ValueError(msg)
        if "stop" in document.text:
            raise KeyboardInterrupt
        return make_report(document.id, [make_event(f"{document.id}:e")], source=document.source).normalized

    def link(self, store: Store) -> None:
        """One link of the first and the last event, made anew when there are others."""
        ids = sorted(event.id for report in store.reports() for event in report.normalized.events)
        if store.linking.links_made() != str(ids):
            self.linked += 1
            links = [Link(ids[0], ids[-1], 1.0, ("test",))] if len(ids) > 1 else []
            store.linking.put_links(links, str(ids))


@pytest.fixture
def store():
    with Store.in_memory() as opened:
        yield opened


def run(store, documents, walk=None, **more) -> ImportResult:
    walk = walk or Walk()
    return import_documents(documents, store, normalize=walk.normalize, link=walk.link, **more)


def test_a_second_import_does_nothing_twice(store):
    documents = [make_document("a"), make_document("b")]
    first, second = Walk(), Walk()

    assert run(store, documents, first) == ImportResult(2, 0, ())
    version = store.version
    assert run(store, documents, second) == ImportResult(0, 2, ())
    assert (first.seen, first.linked) == (["a", "b"], 1)
    assert (second.seen, second.linked) == ([], 0)
    assert store.version == version
    assert store.counts(EventFilter()).events == 1


def test_what_changed_is_done_again(store):
    run(store, [make_document("a"), make_document("b")], pipeline="v1")
    text = Walk()
    pipeline = Walk()

    assert run(store, [make_document("a"), make_document("b", text="new")], text, pipeline="v1").imported == 1
    assert text.seen == ["b"]
    assert run(store, [make_document("a")], pipeline, pipeline="v2").imported == 1
    assert store.document("b").document.text == "new"


def test_a_bad_document_is_named_and_the_others_go_on(store):
    documents = [
        make_document("a"),
        ReadError("x.txt", "the text is empty"),
        make_document("b", text="bad", source="b.txt"),
        make_document("c", text="half \ud800", source="c.txt"),
        make_document("d"),
    ]
    done = []
    result = run(store, documents, on_done=done.append)

    assert (result.imported, result.read) == (2, 2)
    assert [source for source, _ in result.failed] == ["x.txt", "b.txt", "c.txt"]
    assert result.failed[1][1] == "cannot make sense of it"
    assert "half a character" in result.failed[2][1]
    assert len(done) == len(documents)
    assert sorted(store.known()) == ["a", "d"]


def test_one_that_cannot_be_written_does_not_take_the_batch_with_it(store):
    def normalize(document: Document) -> Normalized:
        title = "\ud800" if document.id == "b" else "fine"
        return make_report(document.id, normalized={"title": title}).normalized

    result = import_documents(map(make_document, "abc"), store, normalize=normalize, link=lambda _store: None)

    assert sorted(store.known()) == ["a", "c"]
    assert [source for source, _ in result.failed] == ["b.txt"]


def test_an_interrupted_import_keeps_what_is_done_and_the_next_goes_on(store):
    documents = [make_document("a"), make_document("b"), make_document("c"), make_document("d", text="stop")]
    walk, again = Walk(), Walk()
    with pytest.raises(KeyboardInterrupt):
        run(store, documents, walk, batch=2)

    assert sorted(store.known()) == ["a", "b", "c"]
    assert not store.linking.links_made()
    assert run(store, [*documents[:3], make_document("d")], again) == ImportResult(1, 3, ())
    assert again.seen == ["d"]
    assert store.linking.links_made()


def test_links_are_made_up_for_even_if_nothing_is_new(store):
    store.add([make_report("a", [make_event("a:e")])])

    run(store, [make_document("a")], walk := Walk())
    assert walk.linked == 1


def test_two_documents_of_one_name_are_both_kept(store):
    june = make_document("x", text="June.", source="june/x.txt")
    july = make_document("x", text="July.", source="july/x.txt")
    third = make_document("x", text="Third.", source="july/x.txt")

    assert run(store, [june, july, third]).imported == 3
    (unforeseen,) = store.known().keys() - {"x", "july-x"}
    assert unforeseen.startswith("x-")
    assert store.document("july-x").document.text == "July."
    assert run(store, [june, july, third]) == ImportResult(0, 3, ())
    assert run(store, [july]) == ImportResult(0, 1, ())


def test_a_namesake_from_elsewhere_does_not_replace_what_is_stored(store):
    run(store, [make_document("x", text="June.", source="june/x.txt")])
    run(store, [make_document("x", text="July.", source="july/x.txt")])
    run(store, [make_document("x", text="June, corrected.", source="all/june/x.txt")])

    assert {key: store.document(key).document.text for key in store.known()} == {
        "x": "June, corrected.", "july-x": "July.",
    }  # fmt: skip


def test_the_same_text_is_not_stored_twice(store):
    one = make_document("x", text="Same.", source="june/x.txt")
    other = make_document("x", text="Same.", source="july/x.txt")

    assert run(store, [one, other, one]) == ImportResult(1, 2, ())


def test_others_leave_a_store_that_mirrors_its_documents(store):
    run(store, [make_document("a"), make_document("b")])
    run(store, [make_document("b")], walk := Walk(), keep_others=False)

    assert list(store.known()) == ["b"]
    assert walk.linked == 1


def understand(document: Document) -> Normalized:
    """A walk that another process can be handed."""
    if "bad" in document.text:
        msg = "cannot make sense of it"
        raise ValueError(msg)
    return make_report(document.id, [make_event(f"{document.id}:e")], source=document.source).normalized


def test_the_store_does_not_hang_on_the_number_of_workers(tmp_path, monkeypatch):
    monkeypatch.setattr(workers, "FEW_DOCUMENTS", 3)
    documents = [make_document(f"d{number}", text="bad" if number == 7 else "") for number in range(20)]
    told = []
    for number in (1, 3):
        with Store.open(tmp_path / str(number), create=True) as opened:
            result = import_documents(
                documents, opened, normalize=understand, link=link_store, workers=number, batch=6
            )
            parts = [
                [one for batch in read_parts([part], REPORTS, ("id",)) for one in batch["id"].to_pylist()]
                for part in sorted(opened._tables.reports.files(), key=lambda part: part.stat().st_mtime_ns)
            ]
            links = opened.linking
            told.append(
                (result, parts, links.digests(), links.told(), links.links_made(), list(links.links()))
            )
    assert told[0] == told[1]
    assert told[0][0].failed == (("d7.txt", "cannot make sense of it"),)


def test_every_document_ends_as_done_partial_or_refused(store):
    def normalize(document: Document) -> Normalized:
        cut = "only the first 10 letters" if document.id == "b" else ""
        return make_report(document.id, normalized={"partial": cut}).normalized

    documents = [
        make_document("a"),
        make_document("b"),
        make_document("c", partial=(Partial("an image without text", "page 3"),)),
        ReadError("d.pdf", "it is locked with a password"),
        make_document("a"),
    ]
    seen = []
    result = import_documents(
        documents, store, normalize=normalize, link=lambda _store: None, paths=["/news"], on_done=seen.append
    )

    assert {(one.source, one.state, one.why) for one in seen} == {
        ("a.txt", "done", ""),
        ("a.txt", "unchanged", ""),
        ("b.txt", "partial", "only the first 10 letters"),
        ("c.txt", "partial", "page 3: an image without text"),
        ("d.pdf", "refused", "it is locked with a password"),
    }
    assert [source for source, _ in result.partial] == ["b.txt", "c.txt"]
    (run,) = store.upkeep.imports()
    assert (run.state, run.paths, run.imported, run.unchanged) == ("finished", ("/news",), 3, 1)
    assert [(one.source, one.document, one.state, one.why) for one in run.outcomes] == [
        ("d.pdf", "", "refused", "it is locked with a password"),
        ("b.txt", "b", "partial", "only the first 10 letters"),
        ("c.txt", "c", "partial", "page 3: an image without text"),
    ]
    assert store.document("c").document.partial == documents[2].partial
    assert {one.id: one.why for one in store.unread().listed} == {
        "b": "only the first 10 letters", "c": "page 3: an image without text",
    }  # fmt: skip


def test_what_is_refused_now_is_not_what_was_refused_before(store):
    both = [ReadError("a.pdf", "locked"), ReadError("b.pdf", "locked")]
    run(store, both, paths=["/news"])
    run(store, [ReadError("x.pdf", "damaged")], paths=["/other"])
    run(store, [make_document("a", source="a.pdf"), both[1]], paths=["/news"])

    refused = [(run.paths, one.source) for run, one in still_refused(store.upkeep.imports())]
    assert refused == [(("/news",), "b.pdf"), (("/other",), "x.pdf")]


def test_an_import_that_was_stopped_says_so_and_closes_nothing(store):
    run(store, [ReadError("a.pdf", "locked")], paths=["/news"])
    with pytest.raises(KeyboardInterrupt):
        run(store, [ReadError("b.pdf", "locked"), make_document("c", text="stop")], paths=["/news"])

    runs = store.upkeep.imports()
    assert [one.state for one in runs] == ["interrupted", "finished"]
    assert [one.source for _, one in still_refused(runs)] == ["b.pdf", "a.pdf"]


def test_what_is_refused_this_time_is_not_taken_out(store):
    stored = [
        make_document(name, source=source)
        for name, source in (
            ("a", "in/a.txt"),
            ("b", "in/b.jsonl"),
            ("c", "in/deep/c.txt"),
            ("d", "in/d.txt"),
        )
    ]
    run(store, stored)
    now = [
        make_document("e"),
        *(ReadError(where, "bad") for where in ("in/a.txt", "in/b.jsonl:7", "in/deep")),
    ]
    assert run(store, now, keep_others=False).removed == 1
    assert sorted(store.known()) == ["a", "b", "c", "e"]
    assert run(store, [ReadError("in", "gone")], keep_others=False).removed == 0, (
        "nothing was read: nothing goes"
    )


def test_the_ids_of_a_store_are_read_once(store, monkeypatch):
    run(store, [make_document("z")])
    asked = []
    plain = Snapshot.read_reports
    monkeypatch.setattr(
        Snapshot,
        "read_reports",
        lambda self, *columns, **more: asked.append(columns) or plain(self, *columns, **more),
    )
    import_documents(
        [make_document(f"d{number}") for number in range(9)],
        store, normalize=understand, link=lambda _store: None, batch=2,
    )  # fmt: skip
    assert len(asked) <= 2
    assert len(store.known()) == 10


def test_an_import_killed_on_the_way_is_finished_by_the_next(tmp_path):
    """Killed without warning after the first batches; the second run gives the same store."""
    script = tmp_path / "slow.py"
    script.write_text(textwrap.dedent("""
        import sys, time
        from pathlib import Path
        from data_model.importer import import_documents
        from data_model.relinking import link_store
        from data_model.store.store import Store
        from tests.factory import make_document, make_event, make_report
        def normalize(document):
            return make_report(document.id, [make_event(f"{document.id}:e")]).normalized
        def on_done(document):
            Path(sys.argv[2]).open("a").write("x")
            time.sleep(float(sys.argv[3]))
        with Store.open(sys.argv[1], create=True) as store:
            documents = [make_document(f"d{number:02}") for number in range(30)]
            steps = {"normalize": normalize, "link": link_store}
            done = import_documents(documents, store, batch=5, on_done=on_done, **steps)
            print(done.imported, done.unchanged, len(done.failed))
    """))  # fmt: skip

    def start(folder: Path, pause: float) -> subprocess.Popen:
        command = [sys.executable, str(script), str(folder), str(tmp_path / "told"), str(pause)]
        return subprocess.Popen(
            command, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE, text=True
        )

    killed = start(tmp_path / "store", 0.05)
    give_up = time.monotonic() + PATIENCE
    while time.monotonic() < give_up and not (
        (tmp_path / "told").exists() and (tmp_path / "told").stat().st_size > 6
    ):
        time.sleep(0.01)
    killed.kill()
    killed.communicate(timeout=PATIENCE)
    with Store.open(tmp_path / "store") as store:
        kept = len(store.known())
        assert kept % 5 == 0
        assert 5 <= kept < 30

    told, _ = start(tmp_path / "store", 0).communicate(timeout=PATIENCE)
    assert told == f"{30 - kept} {kept} 0\n"
    start(tmp_path / "undisturbed", 0).communicate(timeout=PATIENCE)
    with Store.open(tmp_path / "store") as one, Store.open(tmp_path / "undisturbed") as other:
        assert sorted(one.reports(), key=str) == sorted(other.reports(), key=str)
        assert one.linking.links_made() == other.linking.links_made() != ""
