"""Several processes understand documents in order; one that dies takes its document with it and no other."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from data_model import workers
from data_model.errors import WorkersError
from data_model.values import Document, Normalized
from data_model.workers import understand_all
from tests.factory import make_document, make_report

ROOT = Path(__file__).parents[2]
PATIENCE = 60


def understand(document: Document) -> Normalized:
    """A walk whose texts say what befalls it."""
    what, _, where = document.text.partition(" ")
    if what == "bad":
        msg = "cannot make sense of it"
        raise ValueError(msg)
    if what == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if what == "crash":
        ctypes.string_at(0)
    if what == "once" and not Path(where).exists():
        Path(where).touch()
        os._exit(3)
    if what == "memory":
        bytearray(2 * workers.MEMORY)
    if what == "pid":
        return make_report(document.id, normalized={"title": str(os.getpid())}).normalized
    return make_report(document.id).normalized


@pytest.fixture(autouse=True)
def _few(monkeypatch):
    monkeypatch.setattr(workers, "FEW_DOCUMENTS", 2)


def texts(*given: str) -> list[Document]:
    return [make_document(f"d{number}", text=text) for number, text in enumerate(given)]


def said(documents: list[Document], number: int = 2) -> list[str]:
    found = list(understand_all(documents, understand, number))
    assert [document for document, _ in found] == documents
    return [one if isinstance(one, str) else one.title for _, one in found]


def test_a_document_that_kills_its_process_is_refused_and_no_other_is_lost(tmp_path):
    flag = tmp_path / "flag"
    assert said(texts("fine", "die", "fine", "bad", f"once {flag}", "crash", "memory", "fine")) == [
        "Title of d0",
        "the process that read it died of it twice (SIGKILL)",
        "Title of d2",
        "cannot make sense of it",
        "Title of d4",
        "the process that read it died of it twice (SIGSEGV)",
        "it takes more than 512 MB of memory",
        "Title of d7",
    ]


def test_what_cannot_be_interrupted_is_ended_by_the_system():
    """The limit is set in the process itself, so it is the process that is asked for it here."""
    code = textwrap.dedent("""
        from data_model import workers
        from data_model.values import Document
        workers.LEAST_SECONDS = 0.1
        workers._limit(Document("a", "x"))
        while True: pass
    """)
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False, timeout=PATIENCE)
    assert done.returncode == -signal.SIGXCPU


def test_few_documents_need_no_second_process():
    assert said(texts("pid"), 4) == [str(os.getpid())]
    assert str(os.getpid()) not in said(texts("pid", "pid", "pid"), 2)


def test_one_worker_is_this_process():
    assert set(said(texts("pid", "pid", "pid", "bad"), 1)) == {str(os.getpid()), "cannot make sense of it"}


def test_a_walk_that_no_process_can_be_handed_is_told_at_once():
    with pytest.raises(WorkersError, match="another process can be handed"):
        list(understand_all(texts("a", "b", "c"), lambda document: make_report(document.id).normalized, 2))


def test_the_processes_end_with_the_one_that_started_them(tmp_path):
    """Killed without warning, the parent leaves nobody behind."""
    script = tmp_path / "many.py"
    script.write_text(textwrap.dedent("""
        import os, sys, time
        from pathlib import Path
        from data_model import workers
        from data_model.workers import understand_all
        from tests.factory import make_document
        def understand(document):
            Path(sys.argv[1], str(os.getpid())).touch()
            time.sleep(100)
        if __name__ == "__main__":
            workers.FEW_DOCUMENTS = 2
            list(understand_all([make_document(str(number)) for number in range(9)], understand, 2))
    """))  # fmt: skip
    told = tmp_path / "told"
    told.mkdir()
    command = [sys.executable, str(script), str(told)]
    parent = subprocess.Popen(command, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)})
    end = time.monotonic() + PATIENCE
    while len(list(told.iterdir())) < 2 and time.monotonic() < end:
        time.sleep(0.02)
    processes = [int(one.name) for one in told.iterdir()]
    assert len(processes) == 2
    parent.kill()
    parent.wait()
    while any(map(alive, processes)) and time.monotonic() < end:
        time.sleep(0.02)
    assert not any(map(alive, processes))


def alive(process: int) -> bool:
    try:
        return "\nState:\tZ" not in Path(f"/proc/{process}/status").read_text()
    except OSError:
        return False
