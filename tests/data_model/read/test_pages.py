"""A web page becomes its text and what it says about itself."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks import adapters
from benchmarks.shapes import PAGES, REPORT
from data_model import normalize
from data_model.errors import ReadError
from data_model.read.files import read_paths
from data_model.read.pages import read_page
from data_model.values import Document

PAGE = """<!DOCTYPE html>
<html lang="en-GB"><head>
  <title>Ministers meet in Riga — The Daily Example</title>
  <meta property="og:title" content="Ministers meet
    in&nbsp;Riga">
  <link rel="canonical" href="https://news.example/world/ministers-meet">
  <meta property="article:published_time" content="2024-03-06T10:00:00Z">
  <meta property="article:modified_time" content="2024-05-01T10:00:00Z">
  <script>var hidden = "The minister resigned on 1 May 2020.";</script>
  <style>p { color: red }</style>
</head><body>
  <nav><a href="/">Home</a></nav>
  <form action="/find"><label>Find</label><input><button>Go</button></form>
  <main><h1>Ministers meet in Riga</h1>
  <p>The foreign <b>minis</b>ters of Latvia &amp; Estonia
     met on&#32;Tuesday.<!-- not for readers --> They agreed.</p><p>Talks go on.<br>So they say.</p>
  <ul><li>One</li><li>Two</li></ul>
  <table><tr><td>Riga</td><td>6 March</td></tr></table>
  <noscript>Switch it on</noscript><template>Empty</template></main>
  <aside>Most read</aside><footer>© 2026 Example</footer>
</body></html>"""


def put(folder, name, content):
    (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())


def read_one(folder, content, name="page.html"):
    put(folder, name, content)
    told = []
    (found,) = read_paths([folder / name], on_guess=lambda *guess: told.append(guess))
    return found, told


def in_body(body, head="", lang="en"):
    return read_page(f"<html lang='{lang}'><head>{head}</head><body>{body}</body></html>", "x.html")


@pytest.mark.parametrize("name", ["page.html", "page.HTM"])
def test_a_page_is_its_text_and_what_it_says_about_itself(tmp_path, name):
    found, told = read_one(tmp_path, PAGE, name)

    assert found == Document(
        id="page",
        text="Ministers meet in Riga\n\n"
        "The foreign ministers of Latvia & Estonia met on Tuesday. They agreed.\n\n"
        "Talks go on.\nSo they say.\n\nOne\n\nTwo\n\nRiga\n\n6 March",
        source=f"{tmp_path.name}/{name}",
        title="Ministers meet in Riga",
        url="https://news.example/world/ministers-meet",
        published=date(2024, 3, 6),
        language="en",
    )
    assert not told


def test_a_page_that_says_nothing_about_itself():
    found = read_page("<p>Nothing is known.", "x.html")

    assert found == Document(id="x", text="Nothing is known.", source="x.html")


def test_the_published_day_is_used_unless_it_is_to_be_ignored():
    text = "<p>The foreign ministers of Latvia and Estonia met in Riga on Tuesday."
    head = "<meta property='article:published_time' content='2024-03-06T10:00:00Z'>"
    page = in_body(text, head)

    assert page.published == date(2024, 3, 6)
    assert normalize(page, ignore_published=True) == normalize(in_body(text))
    assert normalize(page).document_date.edtf == "2024-03-06"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<meta property='og:title' content='Shared'><title>Window</title>", "Shared"),
        ("<meta name='og:title' content='Shared'>", "Shared"),
        ("<meta property='og:title' content=' '><title>Win\ndow</title>", "Win dow"),
        ("", "Headline"),
    ],
)
def test_the_title_is_the_first_there_is(head, title):
    assert in_body("<h1>Head<i>line</i></h1><h1>Second</h1>", head).title == title


@pytest.mark.parametrize(
    ("head", "url"),
    [
        ("<link rel='canonical' href='/a'><meta property='og:url' content='https://x.example/a'>",
         "https://x.example/a"),
        ("<link rel='canonical' href='javascript:alert(1)'>", None),
        ("<link rel='stylesheet' href='https://x.example/a.css'>", None),
    ],
)  # fmt: skip
def test_the_address_is_a_whole_one(head, url):
    assert in_body("<p>Text.", head).url == url


ENGLISH = "<p>The president said that the talks with the minister will go on in the capital."
RUSSIAN = (
    "<p>Президент заявил, что переговоры с министром будут продолжены в столице.&nbsp;Встреча прошла.</p>"
)


@pytest.mark.parametrize(
    ("lang", "body", "language"),
    [
        ("ru-RU", RUSSIAN, "ru"), ("EN", ENGLISH, "en"), ("de", "<p>Der Minister reiste ab.", "de"),
        # The declaration of the site's main language, left standing on a translated page.
        ("ru", ENGLISH, None), ("en", RUSSIAN, None), ("", ENGLISH, None), ("fil", ENGLISH, None),
    ],
)  # fmt: skip
def test_the_language_is_the_declared_one_unless_the_text_is_of_another(lang, body, language):
    assert in_body(body, lang=lang).language == language


@pytest.mark.parametrize(
    ("declared", "written", "guessed"),
    [
        ("<meta charset=windows-1251>", "cp1251", False),
        ("<meta http-equiv='Content-Type' content='text/html; charset=KOI8-R'>", "koi8-r", False),
        ("<?xml version='1.0' encoding='windows-1251'?>", "cp1251", False),
        ("<meta charset='utf-8'>", "utf-8", False),
        ("<meta charset='windows-1251'>", "utf-8", False),  # saved anew
        ("<meta charset='utf-8'>", "utf-16", False),
        ("", "utf-8", False),
        ("", "cp1251", True),
        ("<meta charset='no-such'>", "cp1251", True),
    ],
)
def test_letters_are_read_as_the_page_declares(tmp_path, declared, written, guessed):
    found, told = read_one(tmp_path, (declared + RUSSIAN * 3).encode(written))

    sentence = "Президент заявил, что переговоры с министром будут продолжены в столице. Встреча прошла."
    assert found.text == "\n\n".join([sentence] * 3)
    assert told == ([(f"{tmp_path.name}/page.html", "cp1251")] if guessed else [])


def test_latin_1_is_what_windows_made_of_it(tmp_path):
    found, _ = read_one(tmp_path, b"<meta charset=iso-8859-1><p>\x93Yes\x94, he said.")

    assert found.text == "“Yes”, he said."


def test_a_damaged_letter_costs_only_itself(tmp_path):
    damaged = f"<meta charset=utf-8>{RUSSIAN}".encode().replace("П".encode(), b"\xd0", 1)
    found, told = read_one(tmp_path, damaged)

    assert found.text.startswith("\ufffdрезидент заявил")
    assert not told


def test_a_form_around_the_whole_page_is_no_form_to_fill_in():
    report = "<form id='aspnetForm'><input><p>One.</p><p>Two.</p><p>Three.</p></form>"
    assert in_body(report).text == "One.\n\nTwo.\n\nThree."
    assert in_body("<p>One.</p><form><p>Write to us</p><p>Name</p></form>tail").text == "One.\n\ntail"


def test_no_sign_for_the_end_of_a_line_stays_in_a_word():
    assert in_body("<p>Bela&shy;rus and Kazakh&#8203;stan and Uzbeki<wbr>stan").text == (
        "Belarus and Kazakhstan and Uzbekistan"
    )


def test_tags_never_closed_lose_no_text():
    assert in_body("<font><span>" * 400 + "<p>The ministers met.").text == "The ministers met."


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "the page is empty"),
        (b" \n", "the page is empty"),
        (
            b"<html><head><title>Only a title</title></head><body><script>x()</script></body></html>",
            "shows no text",
        ),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "a picture holds no text"),
    ],
)
def test_a_broken_page_is_named_and_the_others_are_read(tmp_path, content, why):
    put(tmp_path, "a.html", content)
    put(tmp_path, "b.html", PAGE)
    broken, good = read_paths([tmp_path])

    assert isinstance(broken, ReadError)
    assert broken.source == f"{tmp_path.name}/a.html"
    assert why in broken.why
    assert good.id == "b"


def test_the_report_is_told_from_the_page_around_it():
    menu = "".join(f"<li><a href='/{n}'>{n}</a></li>" for n in ("Home", "World", "Sport", "Weather", "Money"))
    other = "<div class='related'><h3>Most read</h3><ul><li><a href='/x'>Ten ways to cook</a></li></ul></div>"
    page = in_body(
        f"<div class='menu'><ul>{menu}</ul></div><h1>A treaty on water</h1><div>By Ana Luz</div>"
        "<div>9 May 2019</div>"
        f"<div class='article-body'>{REPORT}</div>{other}<div class='cookie-banner'>We use cookies.</div>"
    )

    assert page.text.startswith("A treaty on water\n\n9 May 2019\n\nThe foreign ministers of Peru")
    assert page.text.endswith("after the meeting.")


def test_a_page_whose_report_cannot_be_told_is_read_whole_and_says_so(monkeypatch):
    monkeypatch.setattr("trafilatura.extract", lambda *_, **__: "Ten ways to cook an egg")
    notes = []
    page = read_page(f"<div>Menu</div><h1>A treaty</h1>{REPORT}<div>Egg</div>", "x.html", notes.append)

    assert [str(note) for note in notes] == [
        "x.html: the report could not be told from the page around it; all of it was read"
    ]
    assert page.text.count("\n\n") == 2


@pytest.mark.parametrize("tag", ["button", "noscript", "template", "nav", "textarea"])
def test_an_element_never_closed_swallows_no_report(tag):
    assert "border river" in in_body(f"<div>Menu</div><{tag}><main>{REPORT}</main>").text


@pytest.mark.parametrize("tag", ["button", "noscript", "template"])
def test_what_a_page_says_nowhere_else_is_read_where_it_hides(tag):
    assert in_body(f"<{tag}><p>The ministers met.</p></{tag}>").text == "The ministers met."


def test_a_page_closed_before_it_begins_is_read():
    assert read_page("<html /><head /><body />\n<p>The ministers met.", "x.html").text == "The ministers met."


def test_a_page_that_breaks_off_says_so():
    with pytest.raises(ReadError, match="breaks off inside a tag"):
        read_page("<html><body><p class='The ministers met", "x.html")


@pytest.mark.parametrize("name", PAGES)
def test_no_markup_costs_more_than_its_length(name):
    began = time.process_time()
    assert "border river" in read_page(PAGES[name], "x.html").text
    assert time.process_time() - began < 8  # five on a machine with nothing else to do


@pytest.mark.parametrize(("nulls", "read"), [(b"\0\0\0", True), (b"\0" * 400, False)])
def test_a_few_nul_bytes_cost_themselves_only(tmp_path, nulls, read):
    found, _ = read_one(tmp_path, REPORT.encode() * 20 + b"<p>The mini" + nulls + b"sters met.")

    assert isinstance(found, Document) == read
    assert not read or "The ministers met." in found.text


def test_letters_made_of_two_signs_are_one():
    assert in_body("<p>Gitanas Nause\u0307da met.").text == "Gitanas Nausėda met."


def test_a_day_no_reader_sees_counts_only_where_the_page_says_it_is_its_own():
    hidden = "<script>var x = '2019-05-09';</script><p>The ministers met."

    assert in_body(hidden).published is None
    assert in_body("<p>9 May 2019</p>" + hidden).published == date(2019, 5, 9)


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("Updated 1 May 2024", None),
        ("Updated 1 May", date(2024, 3, 6)),
        ("1 May 2024 and 2 June 2024", date(2024, 3, 6)),
        ("6 March 2024", date(2024, 3, 6)),
        ("6/3/2024", date(2024, 3, 6)),
    ],
)
def test_a_day_no_reader_sees_beside_the_one_that_is_printed(line, published):
    head = '<meta property="article:published_time" content="2024-03-06T10:00:00Z">'
    notes = []
    page = f"<html><head>{head}</head><body><p>{line}</p>{REPORT}"
    assert read_page(page, "x.html", notes.append).published == published
    assert (
        [one.why for one in notes] == []
        if published
        else ["it says it was published on 2024-03-06, and prints 2024-05-01: dated by its text"]
    )


def test_a_page_that_cannot_be_dated_is_still_a_page(monkeypatch):
    def fail(*_args, **_options):
        raise ValueError

    monkeypatch.setattr("htmldate.find_date", fail)

    assert read_page(PAGE, "x.html").published is None


def test_an_address_for_a_page_is_not_fetched(monkeypatch):
    monkeypatch.setattr("htmldate.utils.fetch_url", lambda url: pytest.fail(f"asked for {url}"))

    assert (
        read_page("https://news.example/2024/03/06/a", "x.html").text == "https://news.example/2024/03/06/a"
    )


def test_the_public_pages_are_dated_by_the_same_reader():
    assert adapters.pages(PAGE, None) == [(0, 0, "2024-03-06")]
    assert adapters.pages("", None) == []


PIECES = (
    "<p>", "</p>", "<form>", "</form>", "<!--", "-->", "<br>", "<td>", "&#xD800;", "&#0;", "&#31;", "\x1f",
    "<html lang=", "<head>", "<meta property='article:published_time' content='", "2024-02-30", "'>",
    "<script>", "<svg>",
)  # fmt: skip
MARKUP = st.lists(st.sampled_from(PIECES) | st.text(max_size=5)).map("".join)


@given(MARKUP)
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_markup_breaks_the_reader(markup):
    try:
        found = read_page(markup, "x.html")
    except ReadError:
        return
    assert found.text.strip()
    found.text.encode("utf-8")
    assert "\n\n\n" not in found.text
