"""What goes wrong round an import: bad inputs, kills, a full disk, torn and missing files, flipped bits.

Part of `make hostile`. Each line says how often it was tried and how often it went as it should:

- bad inputs (`bad_inputs.py`): `dateline import` reads a folder of them; it must end in words, and each
  file must be stored, stored in part, refused, or passed over as of no kind that is read;
- killed: an import is killed without warning at a chance moment, in a store that is new or has to be
  changed, and run again: the store must be as if nothing had happened;
- full: files may grow so far and no further; the import must say so, the store must open, and a run with
  room must end with the store that was to be;
- torn, missing, flipped: each file of a store is cut, emptied or taken away, or a bit of some file is
  flipped: `verify` must name it, and `rebuild` and the same import must bring the store back (tried for
  each tenth of the bits).

`--freeze` writes `faults.csv`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import pickle
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from rich.console import Console

from benchmarks.bad_inputs import make_inputs
from benchmarks.importing import Known, made_documents, understand_some
from benchmarks.tabled import tell
from data_model import DatelineError, Store, StoreFull, import_documents, link_store, rebuild_store

FROZEN = Path(__file__).parent / "faults.csv"
COLUMNS = ("what", "tried", "as it should be", "notes")
_DOCUMENTS, _BATCH = 24, 4
_LOCKS = (".lock",)
_EVERY = 10


def import_some(store: Path, known: Path, pipeline: str = "one") -> None:
    """The import that is disturbed."""
    found = tuple(pickle.loads(known.read_bytes()))  # noqa: S301 - our own
    documents = [replace(one, source=one.id) for one in made_documents(_DOCUMENTS)]
    with Store.open(store, create=True) as opened:
        import_documents(
            documents,
            opened,
            normalize=Known(found),
            link=link_store,
            pipeline=pipeline,
            batch=_BATCH,
        )


def digest_of(store: Path) -> str:
    """Of every document, telling and link of a store."""
    with Store.open(store) as opened:
        links = sorted(map(repr, opened.linking.links()))
        facts = [sorted(opened.linking.digests().items()), sorted(opened.linking.told().items()), links]
        if opened.verify():
            return "damaged"
        return hashlib.sha256(repr(facts).encode()).hexdigest()


def bad_inputs() -> tuple[str, ...]:
    """The real command over a folder of bad inputs."""
    with tempfile.TemporaryDirectory() as place:
        folder, store = Path(place, "in"), Path(place, "store")
        folder.mkdir()
        names = list(make_inputs(folder))
        before = _children()
        begun = time.perf_counter()
        command = [sys.executable, "-m", "dashboard", "import", str(folder), "--store", str(store)]
        done = subprocess.run(command, check=False, capture_output=True, text=True, errors="replace")
        seconds, orphans = time.perf_counter() - begun, _children() - before
        told = subprocess.run(
            [sys.executable, "-m", "dashboard", "imports", "--store", str(store)],
            check=False, capture_output=True, text=True,
        )  # fmt: skip
        outcomes = json.loads(told.stdout.splitlines()[0])["outcomes"] if told.returncode == 0 else []
        with Store.open(store) as opened:
            stored = {known.source for known in opened.known().values()}
        heard = stored | {one["source"].rpartition(":")[0] or one["source"] for one in outcomes}
        heard |= {one["source"] for one in outcomes}
        lost = [name for name in names if not any(_same(name, one) for one in heard)]
        passed = [name for name in lost if Path(name).suffix not in _READ]
        silent = [name for name in lost if name not in passed]
        crash = "Traceback" in done.stderr or done.returncode not in (0, 3)
        most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
        good = 0 if crash or orphans else len(names) - len(silent)
        notes = (
            f"exit {done.returncode}; {len(stored)} sources stored, {len(outcomes)} refused or in part, "
            f"{len(passed)} passed over, {len(silent)} silent {silent[:3]}, {orphans} orphans; "
            f"{seconds:.0f} s in all, at most {most} MB a process"
        )
        return ("bad inputs", str(len(names)), str(good), notes)


_READ = (".txt", ".md", ".html", ".htm", ".jsonl")


def _same(name: str, source: str) -> bool:
    shown = os.fsencode(name).decode("utf-8", "replace")
    return source.endswith(f"/{shown}") or source.rsplit("/", maxsplit=1)[-1] == shown


def _children() -> int:
    """Processes of this user that read documents for somebody who is gone."""
    found = 0
    for one in Path("/proc").glob("[0-9]*"):
        try:
            words = (one / "cmdline").read_bytes()
            parent = (one / "stat").read_text().rpartition(")")[2].split()[1]
        except OSError:
            continue
        found += b"multiprocessing" in words and parent == "1"
    return found


def killed(known: Path, rounds: int, points: int = 12) -> tuple[str, ...]:
    """Imports killed at chance moments, and run again."""
    dice, good, kept = random.Random(1), 0, 0
    with tempfile.TemporaryDirectory() as place:
        whole = Path(place, "whole")
        begun = time.perf_counter()
        _import_apart(whole, known, "one").wait()
        length = time.perf_counter() - begun
        wanted = {"one": digest_of(whole)}
        changed = Path(place, "changed")
        shutil.copytree(whole, changed)
        _import_apart(changed, known, "two").wait()
        wanted["two"] = digest_of(changed)
        for turn in range(rounds * points):
            pipeline = "two" if turn % 3 == 2 else "one"  # noqa: PLR2004 - a third changes what is there
            store = Path(place, f"store-{turn}")
            if pipeline == "two":
                shutil.copytree(whole, store)
            running = _import_apart(store, known, pipeline)
            point = (turn % points + dice.random()) / points
            try:
                running.wait(point * length)
                kept += 1
            except subprocess.TimeoutExpired:
                running.send_signal(signal.SIGKILL)
                running.wait()
            again = _import_apart(store, known, pipeline).wait()
            good += again == 0 and digest_of(store) == wanted[pipeline]
            shutil.rmtree(store)
    tried = rounds * points
    return ("killed", str(tried), str(good), f"{kept} had ended before they were to be killed")


def full(known: Path) -> tuple[str, ...]:
    """Imports under a limit of the size of files."""
    limits = [2**power for power in range(7, 19)]
    good = 0
    with tempfile.TemporaryDirectory() as place:
        whole = Path(place, "whole")
        import_some(whole, known)
        wanted = digest_of(whole)
        ended = 0
        for limit in limits:
            store = Path(place, f"store-{limit}")
            run = _import_apart(store, known, "one", limit=limit)
            _, said = run.communicate()
            plain = run.returncode == 0 or "disk full" in said
            ended += run.returncode != 0
            again = _import_apart(store, known, "one").wait()
            good += plain and again == 0 and digest_of(store) == wanted
    return ("full", str(len(limits)), str(good), f"{ended} found no room; limits from 128 B to 256 KB a file")


def _import_apart(store: Path, known: Path, pipeline: str, limit: int = 0) -> subprocess.Popen[str]:
    command = [
        sys.executable,
        "-m",
        "benchmarks.faults",
        "--one",
        str(store),
        str(known),
        pipeline,
        str(limit),
    ]
    return subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE if limit else None, text=True
    )


def _one(store: str, known: str, pipeline: str, limit: str) -> None:
    if int(limit):
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(limit), resource.RLIM_INFINITY))
    try:
        import_some(Path(store), Path(known), pipeline)
    except StoreFull as error:
        sys.exit(str(error))


def injured(
    known: Path, what: str, hurt: Callable[[random.Random, Path], Iterator[Path]], every: int = 1
) -> tuple[str, ...]:
    """Stores with a hurt file: noticed, and some of them rebuilt and brought back by the same import."""
    tried = good = 0
    odd: list[str] = []
    with tempfile.TemporaryDirectory() as place:
        whole, store = Path(place, "whole"), Path(place, "store")
        import_some(whole, known)
        wanted = digest_of(whole)
        shutil.copytree(whole, store)
        for file in hurt(random.Random(1), store):
            tried += 1
            noticed = _noticed(store)
            back = tried % every != 0 or _brought_back(store, known) == wanted
            good += noticed and back
            if not (noticed and back):
                odd.append(f"{file.relative_to(store)} {'not brought back' if noticed else 'not noticed'}")
            shutil.rmtree(store)
            shutil.copytree(whole, store)
    return (what, str(tried), str(good), "; ".join(odd[:3]))


def _noticed(store: Path) -> bool:
    try:
        with Store.open(store) as opened:
            return any(opened.upkeep.find_damage()) or bool(opened.verify())
    except DatelineError:
        return True


def _brought_back(store: Path, known: Path) -> str:
    try:
        list(rebuild_store(store))
        import_some(store, known)
        return digest_of(store)
    except DatelineError as error:
        return str(error)


def _files(store: Path) -> list[Path]:
    files = (one for one in store.rglob("*") if one.is_file() and one.suffix not in _LOCKS)
    return sorted(one for one in files if one.stat().st_size)


def cut(dice: random.Random, store: Path) -> Iterator[Path]:
    """Each file cut somewhere, then each emptied."""
    for place in range(len(_files(store))):
        for how in (dice.random(), 0.0):
            file = _files(store)[place]
            file.write_bytes(file.read_bytes()[: int(file.stat().st_size * how)])
            yield file


def gone(_dice: random.Random, store: Path) -> Iterator[Path]:
    """Each file taken away."""
    for place in range(len(_files(store))):
        file = _files(store)[place]
        file.unlink()
        yield file


def flipped(number: int) -> Callable[[random.Random, Path], Iterator[Path]]:
    """So many bits flipped, one at a time."""

    def flip(dice: random.Random, store: Path) -> Iterator[Path]:
        for _ in range(number):
            file = dice.choice(_files(store))
            content = bytearray(file.read_bytes())
            content[dice.randrange(len(content))] ^= 1 << dice.randrange(8)
            file.write_bytes(content)
            yield file

    return flip


def main() -> None:
    """Try everything and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--freeze", action="store_true", help="write faults.csv")
    parser.add_argument("--rounds", type=int, default=25, help="kills at each of twelve points")
    parser.add_argument("--flips", type=int, default=200)
    parser.add_argument("--one", nargs=4, help=argparse.SUPPRESS)
    wanted = parser.parse_args()
    if wanted.one:
        _one(*wanted.one)
        return
    rows = []
    with tempfile.TemporaryDirectory() as place:
        known = Path(place, "known")
        understand_some(known)
        tries: tuple[Callable[[], tuple[str, ...]], ...] = (
            bad_inputs,
            lambda: full(known),
            lambda: injured(known, "torn", cut),
            lambda: injured(known, "missing", gone),
            lambda: injured(known, "flipped", flipped(wanted.flips), _EVERY),
            lambda: killed(known, wanted.rounds),
        )
        for row in (attempt() for attempt in tries):
            rows.append(row)
            Console(stderr=True).print(" · ".join(row))
    tell(COLUMNS, rows, FROZEN if wanted.freeze else None)


if __name__ == "__main__":
    main()
