"""Documents understood by several processes, each document within its budget, answers in the order given.

Each process has a pipe of its own and does one document at a time: whatever becomes of it, the document it
died of is known, another process takes its place, and no other document is lost. (`concurrent.futures` gives
up the whole pool when one process dies, and `loky` with it; `pebble` can end one, but lets all of them share
one pipe and its lock, which a process killed from outside takes with it.) Processes are spawned, for a forked
one would die in the table library.
"""

from __future__ import annotations

import math
import multiprocessing
import os
import pickle
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from itertools import chain
from multiprocessing.connection import Connection, wait
from types import TracebackType
from typing import Self

from data_model.budget import LEAST_SECONDS, SECONDS_A_MILLION
from data_model.errors import WorkersError, reason_of
from data_model.values import Document, Normalized

Understand = Callable[[Document], Normalized]
# What is known of a document afterwards: its meaning, or why there is none.
Understood = Normalized | str

# Fewer documents, and less text, are done before a second process has read its knowledge.
FEW_DOCUMENTS, FEW_LETTERS = 100, 400_000
# Memory in bytes a document may take beside what the process holds already.
MEMORY = 512 * 1024 * 1024
# `within_budget` ends what takes too long; only what it cannot interrupt takes so many times as long.
_LATE = 3
# Seconds of the clock, should a document wait for something that never comes.
_LONGEST = 900.0
_TRIES = 2
# So much is under way at once for each process; what is done waits for the documents before it.
_AHEAD_DOCUMENTS, _AHEAD_LETTERS = 64, 2_000_000
_FIRST = Document("first", "x")
_SPAWN = multiprocessing.get_context("spawn")


def understand_all(
    documents: Iterable[Document], understand: Understand, workers: int = 1
) -> Generator[tuple[Document, Understood], None, None]:
    """Every document with its meaning or why there is none, in the order given.

    Args:
        documents: What to understand.
        understand: Understands one; with several processes a value that can be handed to another process.
        workers: How many processes; few documents are understood by this one whatever is said.

    Raises:
        WorkersError: If no process can be started.
    """
    given = iter(documents)
    first: list[Document] = []
    if workers > 1:
        letters = 0
        for document in given:
            first.append(document)
            letters += len(document.text)
            if len(first) >= FEW_DOCUMENTS or letters >= FEW_LETTERS:
                break
        else:
            workers = 1
    if workers == 1:
        for document in chain(first, given):
            yield document, _tried(understand, document)
        return
    with _Workers(understand, workers) as pool:
        yield from pool.understand(chain(first, given))


def _tried(understand: Understand, document: Document) -> Understood:
    try:
        return understand(document)
    except MemoryError:
        return f"it takes more than {MEMORY // 1024**2} MB of memory"
    except Exception as error:  # noqa: BLE001 - one document must not stop the others
        return reason_of(error)


class _Workers:
    """Some processes, each led by a thread of its own."""

    def __init__(self, understand: Understand, number: int) -> None:
        self._understand = understand
        self._number = number
        self._threads = ThreadPoolExecutor(number, thread_name_prefix="dateline-worker")
        self._own = threading.local()
        self._running: set[_Worker] = set()
        self._lock = threading.Lock()
        self._stopped = threading.Event()

    def understand(self, documents: Iterable[Document]) -> Iterator[tuple[Document, Understood]]:
        """Each document in the order given."""
        ahead: deque[tuple[Document, Future[Understood]]] = deque()
        letters = 0
        for document in documents:
            ahead.append((document, self._threads.submit(self._one, document)))
            letters += len(document.text)
            while len(ahead) > 1 and (
                len(ahead) > _AHEAD_DOCUMENTS * self._number or letters > _AHEAD_LETTERS * self._number
            ):
                done, future = ahead.popleft()
                letters -= len(done.text)
                yield done, future.result()
        while ahead:
            done, future = ahead.popleft()
            yield done, future.result()

    def _one(self, document: Document) -> Understood:
        why = ""
        for _ in range(_TRIES):
            worker = getattr(self._own, "worker", None) or self._start()
            try:
                found, last = worker.ask(document)
            except (EOFError, OSError):
                why, for_good = worker.end()
                self._let_go(worker)
                if for_good:
                    break
            else:
                if last:
                    worker.end()
                    self._let_go(worker)
                return found
        return why

    def _start(self) -> _Worker:
        if self._stopped.is_set():
            msg = "nobody waits for an answer any more"
            raise WorkersError(msg)
        worker = _Worker(self._understand)
        with self._lock:
            self._running.add(worker)
            if self._stopped.is_set():
                worker.kill()
        worker.wait_until_ready()
        self._own.worker = worker
        return worker

    def _let_go(self, worker: _Worker) -> None:
        self._own.worker = None
        with self._lock:
            self._running.discard(worker)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._lock:
            self._stopped.set()
            for worker in self._running:
                worker.kill()
        self._threads.shutdown(cancel_futures=True)
        for worker in self._running:
            worker.end()


class _Worker:
    """One process, as the thread that leads it sees it."""

    def __init__(self, understand: Understand) -> None:
        self._pipe, theirs = _SPAWN.Pipe()
        self._process = _SPAWN.Process(
            target=_work, args=(theirs, understand), name="dateline-worker", daemon=True
        )
        try:
            self._process.start()
        except (AttributeError, TypeError, pickle.PicklingError) as error:
            msg = f"what understands documents must be a value that another process can be handed: {error}"
            raise WorkersError(msg) from error
        theirs.close()

    def wait_until_ready(self) -> None:
        """Wait for its first word.

        Raises:
            WorkersError: If it died before.
        """
        try:
            self._pipe.recv()
        except (EOFError, OSError) as error:
            msg = (
                "a second process cannot be started (a script must keep what it does under "
                '`if __name__ == "__main__":`); with one worker none is needed'
            )
            raise WorkersError(msg) from error

    def ask(self, document: Document) -> tuple[Understood, bool]:
        """What a document means, and whether that was the last one this process does.

        Raises:
            EOFError: If it died, or did not answer.
            OSError: The same.
        """
        self._pipe.send(document)
        if not self._pipe.poll(_LONGEST):
            raise EOFError
        found: tuple[Understood, bool] = self._pipe.recv()
        return found

    def kill(self) -> None:
        """End it at once."""
        self._process.kill()

    def end(self) -> tuple[str, bool]:
        """Make sure that it is gone; in words what it died of, and whether it would do so again."""
        self._pipe.close()
        self._process.join(1)
        died = self._process.exitcode
        if died is None:
            self._process.kill()
            self._process.join()
        self._process.close()
        if died is None:
            return f"it was not understood within {_LONGEST / 60:.0f} minutes", True
        if died == -getattr(signal, "SIGXCPU", 0):
            return "it takes too much computing, and could not be interrupted", True
        name = signal.Signals(-died).name if died < 0 else f"exit code {died}"
        return f"the process that read it died of it twice ({name})", False


# --- in the process itself -------------------------------------------------------------------------


def _work(pipe: Connection, understand: Understand) -> None:
    """Understand one document after the other until nobody asks."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for who asks
    _end_with_parent()
    pipe.send("ready")
    _tried(understand, _FIRST)  # knowledge and plugged-in readers are read on no document's budget
    start = _size()
    with suppress(EOFError, OSError):
        while True:
            document: Document = pipe.recv()
            _limit(document)
            found = _tried(understand, document)
            pipe.send((found, _size() > start + MEMORY // 2))


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()

    def watch() -> None:
        wait([parent.sentinel] if parent else [])
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _limit(document: Document) -> None:
    """Let the system end this process if the document takes more than any should."""
    try:
        import resource
    except ImportError:  # not a POSIX system
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = _LATE * max(LEAST_SECONDS, SECONDS_A_MILLION * len(document.text) / 1_000_000)
    stop = math.ceil(used.ru_utime + used.ru_stime + seconds)
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (stop if most < 0 else min(stop, most), most))
    _, most = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (0, most))
    if size := _size():
        _, most = resource.getrlimit(resource.RLIMIT_AS)
        wanted = size + MEMORY
        resource.setrlimit(resource.RLIMIT_AS, (wanted if most < 0 else min(wanted, most), most))


def _size() -> int:
    """The memory of this process in bytes as the system's limit counts it, 0 where nobody tells."""
    try:
        with open("/proc/self/statm", "rb") as told:  # noqa: PTH123 - shorter than a Path in a hot place
            return int(told.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError):
        return 0
