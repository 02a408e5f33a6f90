"""The command as a person meets it: what is printed where, and how it ends."""

from __future__ import annotations

import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
import textwrap
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

import data_model
from dashboard import importing, server
from dashboard.cli import main
from data_model.errors import StoreError
from data_model.store.store import Store
from tests.factory import make_event, make_report

ROOT = Path(__file__).parents[2]
PATIENCE = 60


@pytest.fixture
def asked(monkeypatch):
    """A walk that is quick and can be told to fail; gives the `as_of` it was asked for."""
    days = []

    def normalize(document, *, as_of, ignore_published, readers):
        assert not readers, "none is plugged in unless asked for"
        days.append((as_of, "ignored") if ignore_published else as_of)
        if "bad" in document.text:
            msg = "cannot make\x1b[31m sense of it"
            raise ValueError(msg)
        event = make_event(f"{document.id}:e", title=document.text.strip())
        facts = {"read": ("dates", "names", "events")}
        return make_report(document.id, [event], source=document.source, normalized=facts).normalized

    monkeypatch.setattr("data_model.walk.normalize", normalize)
    monkeypatch.setattr(data_model, "link_store", lambda _store: None)
    monkeypatch.setattr("data_model.walk.pipeline_version", lambda readers: "+".join(("v1", *readers)))
    monkeypatch.setattr(
        data_model, "explain", lambda document, normalized: [f"{document.id}\x1b", f"  “{normalized.title}”"]
    )
    return days


@pytest.fixture
def news(tmp_path):
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text("Минск")
    (folder / "b.txt").write_text("Astana")
    return folder


def run(*arguments, **more):
    return CliRunner().invoke(main, [str(one) for one in arguments], **more)


def test_normalize_prints_a_json_object_a_line(asked, news):
    result = run("normalize", news)

    assert result.exit_code == 0
    assert result.stderr == ""
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(one["id"], one["source"]) for one in lines] == [("a", "news/a.txt"), ("b", "news/b.txt")]
    assert "Минск" in result.stdout
    assert asked == [date.today()] * 2  # noqa: DTZ011


def test_normalize_takes_the_day_of_reading(asked, news):
    assert run("normalize", news, "--as-of", "2023-06-30").exit_code == 0
    assert asked == [date(2023, 6, 30)] * 2
    assert run("normalize", news, "--as-of", "June").exit_code == 2


def test_the_publication_date_is_used_unless_it_is_to_be_ignored(asked, news, tmp_path):
    day = ["--as-of", "2023-06-30"]
    assert run("import", news, "--store", tmp_path / "store", *day).exit_code == 0
    assert asked == [date(2023, 6, 30)] * 2
    # Another answer: what is stored already is understood anew.
    assert run("import", news, "--store", tmp_path / "store", *day, "--ignore-published").exit_code == 0
    assert asked[2:] == [(date(2023, 6, 30), "ignored")] * 2


def test_what_had_to_be_asked_for_once_is_still_accepted(asked, news):
    assert run("normalize", news, "--as-of", "2023-06-30", "--trust-published").exit_code == 0
    assert asked == [date(2023, 6, 30)] * 2


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize(("good", "code"), [(True, 3), (False, 1)])
def test_normalize_names_what_failed_and_goes_on(tmp_path, good, code):
    (tmp_path / "b.txt").write_text("bad")
    (tmp_path / "c.txt").write_bytes(b"\0")
    if good:
        (tmp_path / "d.txt").write_text("good")
    result = run("normalize", tmp_path, tmp_path / "gone.txt")

    assert result.exit_code == code
    assert len(result.stdout.splitlines()) == good
    assert result.stderr.splitlines() == [
        f"dateline: {tmp_path.name}/b.txt: cannot make\\x1b[31m sense of it",
        f"dateline: {tmp_path.name}/c.txt: not a text but binary data (it holds NUL bytes)",
        f"dateline: {tmp_path}/gone.txt: there is no such file or folder",
    ]


@pytest.mark.usefixtures("asked")
def test_normalize_says_what_it_guessed(tmp_path):
    (tmp_path / "a.txt").write_bytes(
        ("Президент Беларуси встретился с генеральным секретарём. " * 5).encode("cp1251")
    )
    result = run("normalize", tmp_path)

    assert result.exit_code == 0
    assert "a.txt: not UTF-8; read as cp1251, which is a guess" in result.stderr


@pytest.mark.parametrize("command", ["normalize", "import", "explain", "serve"])
def test_a_misspelt_command_shows_how_it_is_used(command):
    result = run(command)

    assert result.exit_code == 2
    assert "Usage" in result.stderr


@pytest.mark.usefixtures("asked")
def test_explain_prints_the_walk_and_no_steering_signs(news):
    result = run("explain", news / "a.txt")

    assert (result.exit_code, result.stdout) == (0, "a\\x1b\n  “Title of a”\n")
    assert run("explain", news / "gone.txt").exit_code == 1


def test_import_twice_stores_once(asked, news, tmp_path):
    folder = tmp_path / "store"
    first, second = run("import", news, "--store", folder), run("import", news, "--store", folder)

    assert (first.exit_code, first.stderr) == (0, "2 read, 2 new, 0 unchanged\n")
    assert (second.exit_code, second.stderr) == (0, "2 read, 0 new, 2 unchanged\n")
    assert first.stdout == ""
    assert len(asked) == 2
    with Store.open(folder) as store:
        assert sorted(store.known()) == ["a", "b"]


def test_import_for_another_day_understands_anew(asked, news, tmp_path):
    for _ in range(2):
        run("import", news, "--store", tmp_path / "store", "--as-of", "2023-06-30")
    result = run("import", news, "--store", tmp_path / "store", "--as-of", "2024-06-30")

    assert result.stderr == "2 read, 2 new, 0 unchanged\n"
    assert len(asked) == 4


@pytest.mark.usefixtures("asked")
def test_import_names_what_failed(news, tmp_path):
    (news / "c.txt").write_text("bad")
    result = run("import", news, "--store", tmp_path / "store")
    nothing = run("import", news / "c.txt", "--store", tmp_path / "store")

    assert (result.exit_code, nothing.exit_code) == (3, 1)
    assert "dateline: news/c.txt: cannot make" in result.stderr
    assert "2 read, 2 new, 0 unchanged, 1 refused" in result.stderr


@pytest.mark.usefixtures("asked")
def test_what_is_gone_from_the_paths_leaves_the_store_only_if_asked(news, tmp_path):
    (news / "b.txt").rename(tmp_path / "b.txt")
    with Store.open(tmp_path / "store", create=True) as store:
        store.add([make_report("b", source="news/b.txt")])
    kept, pruned = (run("import", news, "--store", tmp_path / "store", *more) for more in ([], ["--prune"]))

    assert kept.stderr == "1 read, 1 new, 0 unchanged\n"
    assert pruned.stderr == "1 read, 0 new, 1 unchanged, 1 taken out\n"


@pytest.mark.usefixtures("asked")
def test_imports_are_told_a_line_each(news, tmp_path):
    (news / "c.txt").write_text("bad")
    run("import", news, "--store", tmp_path / "store")
    result = run("imports", "--store", tmp_path / "store")

    (told,) = map(json.loads, result.stdout.splitlines())
    assert (told["state"], told["paths"], told["new"]) == ("finished", [str(news)], 2)
    assert [(one["source"], one["state"]) for one in told["outcomes"]] == [("news/c.txt", "refused")]


@pytest.mark.usefixtures("asked")
def test_damage_is_found_and_mended_by_the_command(news, tmp_path):
    store = tmp_path / "store"
    run("import", news, "--store", store)
    whole = run("verify", "--store", store)
    part = next(store.glob("reports/*.parquet"))
    part.write_bytes(part.read_bytes()[:-1] + b"?")
    damaged, rebuilt, again = (
        run(*one, "--store", store) for one in (["verify"], ["rebuild"], ["import", news])
    )

    assert (whole.exit_code, whole.stderr) == (0, "2 documents, all as they were written\n")
    assert damaged.exit_code == 1
    assert f"reports/{part.name}: is not what was written" in damaged.stderr
    assert "`dateline rebuild --store" in damaged.stderr
    assert rebuilt.exit_code == 0
    assert "its documents are to be imported again" in rebuilt.stderr
    assert "2 read, 2 new" in again.stderr
    assert run("verify", "--store", store).exit_code == 0


def test_whoever_ends_the_command_lets_it_store_what_is_done():
    with pytest.raises(SystemExit) as ended, importing._stoppable():
        os.kill(os.getpid(), signal.SIGTERM)
    assert ended.value.code == 128 + signal.SIGTERM
    with pytest.raises(SystemExit) as stopped, importing._stoppable():
        raise KeyboardInterrupt
    assert stopped.value.code == 130


def test_about_how_many_documents_are_to_come(tmp_path):
    (tmp_path / "a.txt").write_text("one")
    (tmp_path / "b.jsonl").write_text("{}\n{}\n{}\n")
    (tmp_path / ".hidden").write_text("none")
    assert importing.expected((str(tmp_path), str(tmp_path / "a.txt"))) == 5


def test_what_changes_in_a_watched_folder_is_imported(tmp_path):
    folder, store = tmp_path / "news", tmp_path / "store"
    folder.mkdir()
    (folder / "a.txt").write_text("Vladimir Putin met Xi Jinping in Moscow on 4 June 2019.")
    command = [sys.executable, "-m", "dashboard", "import", str(folder), "--store", str(store), "--watch"]
    watching = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True)
    try:
        assert watching.stderr.readline() == "1 read, 1 new, 0 unchanged\n"
        (folder / "b.txt").write_text("Vladimir Putin met Xi Jinping in Beijing on 4 June 2018.")
        assert watching.stderr.readline() == "2 read, 1 new, 1 unchanged\n"
    finally:
        watching.terminate()
        watching.communicate(timeout=PATIENCE)


@pytest.mark.usefixtures("asked")
def test_import_into_something_else_is_refused(news):
    result = run("import", news, "--store", news)

    assert result.exit_code == 1
    assert "something else at that place, not a store" in result.stderr


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.1", "::", "example.org"])  # noqa: S104
def test_other_machines_are_kept_out_unless_let_in(host, tmp_path):
    result = run("serve", "--store", tmp_path, "--host", host)

    assert result.exit_code == 1
    assert "there is no password" in result.stderr
    assert "--allow-remote" in result.stderr


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "127.8.8.8"])
def test_this_machine_is_let_in(host):
    assert server.is_loopback(host)


def test_a_port_in_use_is_told(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = run("serve", "--store", tmp_path, env={"PORT": str(port)})

    assert result.exit_code == 1
    assert f"cannot listen on 127.0.0.1:{port}: address already in use; try another --port" in result.stderr


def test_a_missing_or_broken_store_is_told(tmp_path):
    missing = run("serve", "--store", tmp_path / "gone", "--port", 0)
    (tmp_path / "dateline-store.json").write_text("{")
    broken = run("serve", "--store", tmp_path, "--port", 0)

    assert (missing.exit_code, broken.exit_code) == (1, 1)
    assert "there is no store at that place" in missing.stderr
    assert "the store is damaged" in broken.stderr
    assert "Traceback" not in missing.output + broken.output


def test_the_option_wins_over_the_environment(monkeypatch, tmp_path):
    ports = []

    def listen(_host, port, **_more):
        ports.append(port)
        msg = "enough"
        raise StoreError(msg)

    monkeypatch.setattr(server, "listen", listen)
    run("serve", "--store", tmp_path, env={"PORT": "9000"})
    run("serve", "--store", tmp_path, "--port", 9001, env={"PORT": "9000"})
    run("serve", "--store", tmp_path)

    assert ports == [9000, 9001, 8050]


def test_documents_to_be_looked_at_are_kept_apart(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))

    assert server.cache_folder(["a", "b"]) == server.cache_folder(["b", "a"])
    assert server.cache_folder(["a"]) != server.cache_folder(["b"])
    before = server.cache_folder(["a"])
    monkeypatch.setattr(Store, "FORMAT", 0)
    assert server.cache_folder(["a"]) != before


def test_help_is_quick_because_nothing_heavy_is_loaded():
    code = textwrap.dedent("""
        import sys
        from click.testing import CliRunner
        from dashboard.cli import main
        assert "normalize" in CliRunner().invoke(main, ["--help"]).output
        heavy = ("dash", "duckdb", "pandas", "pyarrow", "deltalake", "dateparser")
        print([name for name in heavy if name in sys.modules])
    """)
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert result.stdout == "[]\n"


def _last_words(serving: subprocess.Popen[str]) -> str:
    """What a command said that was told to stop; where its threads stand when it does not."""
    try:
        return serving.communicate(timeout=PATIENCE)[1]
    except subprocess.TimeoutExpired:
        serving.send_signal(signal.SIGABRT)
        pytest.fail(f"it does not stop:\n{serving.communicate()[1]}")


@pytest.fixture
def _stoppable():
    """Ctrl-C reaches what is started: a child of what a shell put in the background is deaf to it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("_stoppable")
def test_serve_answers_where_it_says(news, tmp_path):
    """The real command, documents to page."""
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path), "PORT": "0"}
    command = [sys.executable, "-X", "faulthandler", "-m", "dashboard", "serve", str(news)]
    serving = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:
        told = serving.stdout.readline()
        found = re.fullmatch(r"Dateline is at http://127\.0\.0\.1:(\d+)/ \(Ctrl-C stops it\)\n", told)
        assert found, told + serving.stderr.read()
        with closing(http.client.HTTPConnection("127.0.0.1", int(found[1]), timeout=PATIENCE)) as connection:
            connection.request("GET", "/")
            with connection.getresponse() as answer:
                assert answer.status == 200
                assert b"<html" in answer.read()
                assert not re.search("[0-9]", answer.getheader("Server") or "")
    finally:
        serving.send_signal(signal.SIGINT)
        errors = _last_words(serving)
    assert "2 read, 2 new, 0 unchanged" in errors
    assert "Traceback" not in errors


def test_a_reader_nobody_knows_is_told_in_one_line(news):
    result = run("normalize", news, "--reader", "nltk")
    assert result.exit_code == 1
    assert "no such reader of names, only natasha, spacy" in result.output


@pytest.mark.usefixtures("asked")
def test_columns_are_shown_when_guessed_and_can_be_asked_for(tmp_path):
    (tmp_path / "a.csv").write_text(
        "nr,remark,day\n1,Ministers met in Lima and talked about visas.,2023-06-08\n"
    )
    result = run("normalize", tmp_path / "a.csv")
    assert "columns guessed: text from “remark”, date from “day”; not read: nr" in result.stderr

    result = run("normalize", tmp_path / "a.csv", "--text-column", "content")
    assert "has no column 'content' (--text-column); it has 'nr', 'remark', 'day'" in result.stderr


@pytest.mark.usefixtures("asked")
def test_what_comes_on_standard_input_is_read():
    result = run("normalize", "-", input=b"Ministers met in Lima.")

    assert json.loads(result.stdout)["source"] == "standard input"
