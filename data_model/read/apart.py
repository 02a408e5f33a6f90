"""Formats a hostile file of which may take all memory or end the process are read in another one.

One process serves a whole run and is only begun for the first such file; what ends it costs that file alone.
A file it dies of is tried a second time with the format's other reader, if it has one.
"""

from __future__ import annotations

import atexit
import os
import pickle
import signal
import struct
import subprocess
import sys
import threading
from io import BytesIO
from pathlib import Path
from typing import IO, BinaryIO

from data_model.errors import ReadError
from data_model.read.columns import Columns
from data_model.read.published import ReadNote, TextNote
from data_model.read.reading import Found, Reading, read_whole
from data_model.values import Document

# CPU seconds a file may take, and memory of the process, in bytes.
SECONDS, MEMORY = 20.0, 512 * 1024**2
_PROGRAM = "from data_model.read import apart; apart.serve()"
_LENGTH = struct.Struct(">Q")
_Note = ReadNote | TextNote
_Answer = tuple[list[Document | ReadError], list[_Note], list[tuple[str, str]]]
_begun: list[subprocess.Popen[bytes]] = []
_turn = threading.Lock()


def read_apart(kind: str, stream: BinaryIO, source: str, reading: Reading) -> Found:
    """What a reader yields, read by the other process.

    Args:
        kind: The kind of the file, as named in `formats`.
        stream: The file.
        source: What it is known by.
        reading: How to read it.
    """
    content = read_whole(stream, source)
    wish = (source, reading.columns, reading.depth)
    answer = _ask((kind, *wish), content)
    if isinstance(answer, str) and kind in _SECOND:
        answer = _ask((_SECOND[kind], *wish), content)
    if isinstance(answer, str):
        yield ReadError(source, answer)
        return
    found, notes, guesses = answer
    for note in notes:
        reading.on_note(note)
    for guess in guesses:
        reading.on_guess(*guess)
    yield from found


# What reads a file the first reader died of.
_SECOND = {"pdf": "pdf again"}


def _ask(question: tuple[str, str, Columns, int], content: bytes) -> _Answer | str:
    """The answer of the other process, or in words what it ended of."""
    with _turn:
        other = _begun[0] if _begun and _begun[0].poll() is None else _begin()
        try:
            _send(other.stdin, pickle.dumps(question))
            _send(other.stdin, content)
            written = _receive(other.stdout)
            answer: _Answer | str | None = pickle.loads(written) if written else None  # noqa: S301 - our own
        except OSError:
            answer = None
        except BaseException:
            _close(other)  # an answer nobody waits for any more must not be taken for the next one
            raise
        if answer is not None:
            return answer
        code = other.wait()
        _close(other)
    if code == -getattr(signal, "SIGPROF", 0):
        return f"takes more than {SECONDS:.0f} seconds of computing to read"
    return "ends the program that reads it: damaged, or made to harm"


def _begin() -> subprocess.Popen[bytes]:
    for old in _begun:
        _close(old)
    roots = (str(Path(__file__).parents[2]), os.environ.get("PYTHONPATH", ""))
    # Not the current folder: it may hold somebody else's modules.
    command = [sys.executable, "-P", "-c", _PROGRAM]
    begun = subprocess.Popen(  # noqa: S603 - our own module
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        # Whoever interrupts an import means the import, not what reads the present file.
        start_new_session=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, roots))},
    )
    _begun[:] = [begun]
    return begun


def _close(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe:
            try:
                pipe.close()
            except OSError:
                continue  # what was still to be sent is of no use to anyone


@atexit.register
def close_all() -> None:
    """End the other process, if one was begun; the next file begins another."""
    for process in _begun:
        _close(process)
    _begun.clear()


def _send(pipe: IO[bytes] | None, written: bytes) -> None:
    assert pipe is not None  # noqa: S101 - both were asked for
    pipe.write(_LENGTH.pack(len(written)))
    pipe.write(written)
    pipe.flush()


def _receive(pipe: IO[bytes] | None) -> bytes:
    """What was sent; nothing when the other end closed before it was whole."""
    assert pipe is not None  # noqa: S101 - as above
    head = pipe.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return b""
    (length,) = _LENGTH.unpack(head)
    written = pipe.read(length)
    return written if len(written) == length else b""


def serve() -> None:
    """Read what comes on standard input, until it ends: the whole life of the other process."""
    asking, answering = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    # What a library prints must not come between the answers.
    os.dup2(2, 1)
    _limit_memory()
    while asked := _receive(asking):
        question = pickle.loads(asked)  # noqa: S301 - from our own
        _limit_time(SECONDS)
        answer = _answer(question, _receive(asking))
        _limit_time(0)
        _send(answering, pickle.dumps(answer))
        if isinstance(answer, str):
            return  # what is left of the memory is in pieces


def _answer(question: tuple[str, str, Columns, int], content: bytes) -> _Answer | str:
    """What a reader yields, or what it lacked."""
    from data_model.read.formats import FORMATS, reader_of

    kind, source, columns, depth = question
    notes: list[_Note] = []
    guesses: list[tuple[str, str]] = []
    reading = Reading(columns, lambda *guess: guesses.append(guess), notes.append, depth)
    found: list[Document | ReadError] = []
    try:
        # One by one: what was read before something goes wrong is kept.
        for one in reader_of(kind)(BytesIO(content), source, reading):
            found.append(one)  # noqa: PERF402
    except ReadError as error:
        found.append(error)
    except MemoryError:
        return f"needs more than {MEMORY // 1024**2} MB of memory to read"
    except Exception as error:  # noqa: BLE001 - the next file is to be read all the same
        why = " ".join(str(error).split())[:200] or type(error).__name__
        found.append(ReadError(source, f"cannot be read as {FORMATS[kind].name}: {why}"))
    return found, notes, guesses


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:
        return  # not on Windows
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))


def _limit_time(seconds: float) -> None:
    """End this process when it has computed so long, be it in the middle of a library."""
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_PROF, seconds)
