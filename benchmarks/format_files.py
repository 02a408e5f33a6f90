"""One report in every format that is read, each written by another library than the one that reads it.

Hidden at its beginning, middle and end, in tables, lists, notes, headers and footers are words that stand
nowhere else: whoever reads the file must find them, or say what was lost.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import mailbox
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.message import EmailMessage
from html import escape
from pathlib import Path
from random import Random

COUNTRIES = ("Poland", "Peru", "Chile", "Ghana", "Kenya", "Nepal", "Oman", "Togo", "Fiji", "Cuba")
WORDS = (
    "The ministers reviewed trade, energy and transport, and agreed to meet again. "
    "They signed a memorandum on visas. Experts of both sides will prepare the next round of talks. "
)


@dataclass(frozen=True, slots=True)
class Report:
    """What a file is to say.

    Attributes:
        title: Its headline.
        day: When it was published.
        url: Its address.
        paragraphs: Its text.
        rows: A table of two columns.
        item: A line of a list.
        note: A footnote.
        header: What stands above each page.
        footer: What stands below.
    """

    title: str
    day: date
    url: str
    paragraphs: tuple[str, ...]
    rows: tuple[tuple[str, str], ...]
    item: str
    note: str
    header: str
    footer: str


@dataclass(frozen=True, slots=True)
class Made:
    """A file, and what must be found in it.

    Attributes:
        name: Of the file.
        content: Of the file.
        sentinels: Words that stand in it and nowhere else, by where they stand.
        title: The title it gives itself, None when it has no place for one.
        day: The publication day it tells, None when it has no place for one.
        bound: Whether the day it tells is only that of its making.
        url: Its address, None when it has no place for one.
    """

    name: str
    content: bytes
    sentinels: dict[str, str]
    title: str | None
    day: date | None
    bound: bool = False
    url: str | None = None


PARTS = ("begin", "middle", "end", "row", "item", "note", "header", "footer")
_TEXT = PARTS[:3]


def report_of(number: int) -> Report:
    """The report of a number: always the same."""
    random = Random(number)
    one, other = random.sample(COUNTRIES, 2)
    day = date(2015 + random.randrange(10), 1 + random.randrange(12), 1 + random.randrange(28))
    word = {part: sentinel(number, part) for part in PARTS}
    body = [f"{WORDS * (1 + random.randrange(4))}Paragraph {n}." for n in range(random.randrange(3, 30))]
    body.insert(0, f"Ministers of {one} and {other} met in Lima on {day:%d %B %Y}, {word['begin']} said.")
    body.insert(len(body) // 2, f"Talks went on, {word['middle']} added. {WORDS}")
    body.append(f"The statement was read out by {word['end']}.")
    return Report(
        title=f"Ministers of {one} and {other} meet in Lima",
        day=day,
        url=f"https://news.example/{number}/talks",
        paragraphs=tuple(body),
        rows=((f"{day:%d %B %Y}", f"Talks in Lima, {word['row']}"), ("Next round", "Quito")),
        item=f"Visas, {word['item']}",
        note=f"As told by {word['note']}.",
        header=f"Ministry of Foreign Affairs, {word['header']}",
        footer=f"Press office, {word['footer']}",
    )


def sentinel(number: int, part: str) -> str:
    """A word that stands nowhere else."""
    return f"Qvx{number}{part.capitalize()}"


def make_all(number: int) -> Iterator[Made]:
    """The report of a number in every format."""
    report = report_of(number)
    for maker in MAKERS:
        name, content, parts, told = maker(report, f"r{number}")
        bound = told.endswith("b")
        yield Made(
            name=name,
            content=content,
            sentinels={part: sentinel(number, part) for part in parts},
            title=report.title if "t" in told else None,
            day=report.day if "d" in told or bound else None,
            bound=bound,
            url=report.url if "u" in told else None,
        )


# A maker gives the name, the content, which parts it holds, and of title, day and url (t, d, u; b: the day
# only bounds) those it has fields for.
_Making = tuple[str, bytes, tuple[str, ...], str]


def make_pdf(report: Report, name: str) -> _Making:
    """By ReportLab, several pages with a header and a footer on each."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

    styles = getSampleStyleSheet()

    def edge(canvas: object, _document: object) -> None:
        canvas.drawString(60, A4[1] - 40, report.header)  # type: ignore[attr-defined]
        canvas.drawString(60, 30, report.footer)  # type: ignore[attr-defined]

    story: list[object] = [Paragraph(escape(report.title), styles["Title"])]
    for paragraph in report.paragraphs:
        story += [Paragraph(escape(paragraph), styles["Normal"]), Spacer(1, 6)]
    story += [Paragraph(escape(report.item), styles["Bullet"], bulletText="•"), Table([*report.rows])]
    written = io.BytesIO()
    document = SimpleDocTemplate(written, pagesize=A4, title=report.title, invariant=1)
    document.build(story, onFirstPage=edge, onLaterPages=edge)
    return f"{name}.pdf", written.getvalue(), (*_TEXT, "row", "item", "header", "footer"), "t"


def make_docx(report: Report, name: str) -> _Making:
    """By python-docx."""
    import docx

    document = docx.Document()
    document.core_properties.title = report.title
    moment = datetime(report.day.year, report.day.month, report.day.day, 12, tzinfo=UTC)
    document.core_properties.created = document.core_properties.modified = moment
    document.sections[0].header.paragraphs[0].text = report.header
    document.sections[0].footer.paragraphs[0].text = report.footer
    document.add_heading(report.title, 1)
    for paragraph in report.paragraphs:
        document.add_paragraph(paragraph)
    document.add_paragraph(report.item, style="List Bullet")
    table = document.add_table(0, 2)
    for row in report.rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    written = io.BytesIO()
    document.save(written)
    return f"{name}.docx", written.getvalue(), (*_TEXT, "row", "item", "header", "footer"), "tb"


def make_odt(report: Report, name: str) -> _Making:
    """By odfpy."""
    from odf import dc, meta, style, table, text
    from odf.opendocument import OpenDocumentText

    document = OpenDocumentText()
    document.meta.addElement(dc.Title(text=report.title))
    document.meta.addElement(meta.CreationDate(text=f"{report.day}T12:00:00"))
    layout = style.PageLayout(name="Page")
    document.automaticstyles.addElement(layout)
    page = style.MasterPage(name="Standard", pagelayoutname="Page")
    for edge, words in ((style.Header, report.header), (style.Footer, report.footer)):
        part = edge()
        part.addElement(text.P(text=words))
        page.addElement(part)
    document.masterstyles.addElement(page)
    document.text.addElement(text.H(outlinelevel=1, text=report.title))
    for number, words in enumerate(report.paragraphs):
        paragraph = text.P(text=words)
        if not number:
            note = text.Note(noteclass="footnote")
            note.addElement(text.NoteCitation(text="1"))
            body = text.NoteBody()
            body.addElement(text.P(text=report.note))
            note.addElement(body)
            paragraph.addElement(note)
        document.text.addElement(paragraph)
    items, item = text.List(), text.ListItem()
    item.addElement(text.P(text=report.item))
    items.addElement(item)
    document.text.addElement(items)
    grid = table.Table()
    for row in report.rows:
        line = table.TableRow()
        for words in row:
            cell = table.TableCell()
            cell.addElement(text.P(text=words))
            line.addElement(cell)
        grid.addElement(line)
    document.text.addElement(grid)
    written = io.BytesIO()
    document.save(written)
    return f"{name}.odt", written.getvalue(), PARTS, "tb"


def make_rtf(report: Report, name: str) -> _Making:
    """As Word writes it, by hand: there is no library that writes notes and headers."""

    def coded(words: str) -> str:
        return "".join(one if one.isascii() and one not in "\\{}" else f"\\u{ord(one)}?" for one in words)

    day = report.day
    info = (
        rf"{{\info{{\title {coded(report.title)}}}{{\creatim\yr{day.year}\mo{day.month}\dy{day.day}\hr12}}}}"
    )
    first, *rest = report.paragraphs
    note = rf"{{\super\chftn{{\footnote\pard {coded(report.note)}}}}}"
    body = rf"\pard {coded(report.title)}\par {coded(first)}{note}\par"
    body += "".join(rf"\pard\plain {coded(words)}\par" + "\r\n" for words in rest)
    body += rf"{{\pntext\bullet\tab}}{coded(report.item)}\par"
    for left, right in report.rows:
        body += rf"\trowd\cellx4000\cellx8000\pard\intbl {coded(left)}\cell {coded(right)}\cell\row"
    content = (
        r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss\fcharset0 Arial;}}"
        + info
        + rf"{{\header\pard {coded(report.header)}\par}}{{\footer\pard {coded(report.footer)}\par}}{body}}}"
    )
    return f"{name}.rtf", content.encode("ascii"), PARTS, "tb"


def make_mail(report: Report, name: str) -> _Making:
    """By the standard library: a plain part, a page, and the table attached."""
    return f"{name}.eml", _mail(report).as_bytes(), (*_TEXT, "row"), "td"


def _mail(report: Report) -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"] = "Press Office <press@mfa.example>", "News <news@paper.example>"
    message["Subject"], message["Message-ID"] = report.title, f"<{report.url.split('/')[3]}@mfa.example>"
    message["Date"] = datetime(report.day.year, report.day.month, report.day.day, 9, tzinfo=UTC)
    message.set_content("\n\n".join(report.paragraphs))
    message.add_alternative(_page(report), subtype="html")
    rows = "\r\n".join(f'"{left}","{right}"' for left, right in (("Day", "Text"), *report.rows))
    message.add_attachment(rows, subtype="csv", filename="table.csv")
    return message


def make_mbox(report: Report, name: str) -> _Making:
    """By the standard library: three mails, of which the second is the report."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "box"
        box = mailbox.mbox(path)
        for subject in ("Before", "", "After"):
            message = EmailMessage() if subject else _mail(report)
            if subject:
                message["Subject"], message["Date"] = subject, "Thu, 04 Jan 2018 10:00:00 +0000"
                message["Message-ID"] = f"<{subject}@mfa.example>"
                message.set_content(f"{subject}: nothing new.\n\nFrom now on nothing is new.\n")
            box.add(message)
        box.close()
        return f"{name}.mbox", path.read_bytes(), (*_TEXT, "row"), "td"


def make_mhtml(report: Report, name: str) -> _Making:
    """As Chromium saves a page as one file."""
    message = EmailMessage()
    message["From"], message["Snapshot-Content-Location"] = "<Saved by Blink>", report.url
    message["Subject"], message["MIME-Version"] = report.title, "1.0"
    message["Date"] = datetime(report.day.year, report.day.month, report.day.day, 9, tzinfo=UTC)
    message.set_content(_page(report), subtype="html", cte="quoted-printable")
    message.make_related()
    message.add_related(b"\x89PNG\r\n\x1a\n", "image", "png")
    return f"{name}.mhtml", message.as_bytes(), (*_TEXT, "row"), "tub"


def make_csv(report: Report, name: str) -> _Making:
    """By the standard library, with other rows around, a semicolon between the cells."""
    written = io.StringIO()
    csv.writer(written, delimiter=";").writerows(_rows(report))
    return f"{name}.csv", written.getvalue().encode("utf-8-sig"), _TEXT, "tdu"


def make_tsv(report: Report, name: str) -> _Making:
    """By the standard library, in UTF-16 as Excel exports it."""
    written = io.StringIO()
    csv.writer(written, delimiter="\t").writerows(_rows(report))
    return f"{name}.tsv", written.getvalue().encode("utf-16"), _TEXT, "tdu"


def _rows(report: Report) -> list[list[str]]:
    text = "\n".join(report.paragraphs)
    return [
        ["Nr", "Headline", "Full text", "Published", "Link"],
        [
            "1",
            "Before",
            "Nothing new before the talks; at least nothing said.",
            "2018-01-03",
            "https://a.example",
        ],
        ["2", report.title, text, f"{report.day}", report.url],
        ["3", "After", 'Nothing "new" after the talks, either.', "2018-01-05", "https://b.example"],
    ]


def make_xlsx(report: Report, name: str) -> _Making:
    """By openpyxl, with a title above the table and a second sheet of figures."""
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Reports of the week"])
    sheet.append([])
    for row in _rows(report):
        sheet.append([report.day if cell == f"{report.day}" else cell for cell in row])
    figures = book.create_sheet("Figures")
    for number in range(5):
        figures.append([number, number * 2.5])
    written = io.BytesIO()
    book.save(written)
    return f"{name}.xlsx", written.getvalue(), _TEXT, "tdu"


def make_ods(report: Report, name: str) -> _Making:
    """By odfpy."""
    from odf import table, text
    from odf.opendocument import OpenDocumentSpreadsheet

    document = OpenDocumentSpreadsheet()
    sheet = table.Table(name="Reports")
    for row in _rows(report):
        line = table.TableRow()
        for words in row:
            cell = table.TableCell(valuetype="string")
            for paragraph in words.split("\n"):
                cell.addElement(text.P(text=paragraph))
            line.addElement(cell)
        sheet.addElement(line)
    document.spreadsheet.addElement(sheet)
    written = io.BytesIO()
    document.save(written)
    return f"{name}.ods", written.getvalue(), _TEXT, "tdu"


def _record(report: Report) -> dict[str, str]:
    text = "\n\n".join(report.paragraphs)
    return {
        "headline": report.title,
        "body": text,
        "datePublished": f"{report.day}T09:00:00Z",
        "url": report.url,
    }


def make_json(report: Report, name: str) -> _Making:
    """By the standard library: the answer of a service."""
    told = {"status": "ok", "articles": [_record(report), {"headline": "After", "body": "Nothing new."}]}
    return f"{name}.json", json.dumps(told, indent=1).encode(), _TEXT, "tdu"


def make_json_lines(report: Report, name: str) -> _Making:
    """By the standard library, under names of others, packed by gzip."""
    content = gzip.compress(json.dumps(_record(report)).encode() + b"\n", mtime=0)
    return f"{name}.jsonl.gz", content, _TEXT, "tdu"


def make_rss(report: Report, name: str) -> _Making:
    """By feedgen."""
    return f"{name}.rss", _feed(report).rss_str(), _TEXT, "tdu"


def make_atom(report: Report, name: str) -> _Making:
    """By feedgen, under an ending that says nothing."""
    return f"{name}.xml", _feed(report).atom_str(), _TEXT, "tdu"


def _feed(report: Report) -> object:
    from feedgen.feed import FeedGenerator

    feed = FeedGenerator()
    feed.id("https://news.example/")
    feed.title("News")
    feed.link(href="https://news.example/")
    feed.description("All news")
    entry = feed.add_entry()
    entry.id(report.url)
    entry.title(report.title)
    entry.link(href=report.url)
    moment = datetime(report.day.year, report.day.month, report.day.day, 9, tzinfo=UTC)
    entry.published(moment)
    entry.updated(moment)
    entry.content("".join(f"<p>{escape(words)}</p>" for words in report.paragraphs), type="html")
    return feed


def _page(report: Report, head: str = "") -> str:
    body = "".join(f"<p>{escape(words)}</p>\n" for words in report.paragraphs)
    rows = "".join(f"<tr><td>{left}</td><td>{right}</td></tr>" for left, right in report.rows)
    return (
        f"<!DOCTYPE html>\n<html lang=en>{head}<head><meta charset=utf-8>"
        f"<title>{escape(report.title)}</title></head>"
        f"<body><nav>Home | World | Sport</nav><article><h1>{escape(report.title)}</h1>{body}"
        f"<table>{rows}</table></article></body></html>"
    )


def make_single_file(report: Report, name: str) -> _Making:
    """As SingleFile saves a page."""
    saved = f"{report.day:%a %b %d %Y} 10:45:00 GMT+0200 (Central European Summer Time)"
    head = f"<!--\n Page saved with SingleFile \n url: {report.url} \n saved date: {saved}\n-->"
    return f"{name}.html", _page(report, head).encode(), (*_TEXT, "row"), "tub"


def make_warc(report: Report, name: str) -> _Making:
    """By hand, after WARC 1.1 (ISO 28500:2017): a page, and the picture it shows."""
    return f"{name}.warc", b"".join(_warc_records(report)), (*_TEXT, "row"), "tub"


def _warc_records(report: Report) -> tuple[bytes, bytes]:
    page, picture = _page(report).encode(), b"\x89PNG\r\n\x1a\n"
    return (
        _warc_record(report, report.url, "text/html; charset=utf-8", page),
        _warc_record(report, f"{report.url}.png", "image/png", picture),
    )


def _warc_record(report: Report, url: str, kind: str, body: bytes) -> bytes:
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: {report.day}T09:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{len(body):012}>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def make_wacz(report: Report, name: str) -> _Making:
    """By hand, after WACZ 1.1.1 (specs.webrecorder.net): a zip of packed records and a list of pages."""
    # Each record is packed alone, so that a reader may begin at any.
    warc = b"".join(gzip.compress(record, mtime=0) for record in _warc_records(report))
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr("archive/data.warc.gz", warc)
        pages = {"format": "json-pages-1.0", "id": "pages"}, {"url": report.url, "title": report.title}
        archive.writestr("pages/pages.jsonl", "\n".join(map(json.dumps, pages)))
        archive.writestr("datapackage.json", json.dumps({"profile": "data-package", "resources": []}))
    return f"{name}.wacz", written.getvalue(), (*_TEXT, "row"), "tub"


def make_telegram(report: Report, name: str) -> _Making:
    """As Telegram Desktop exports a channel."""
    first, *rest = report.paragraphs
    text = [{"type": "bold", "text": first}, "\n\n" + "\n\n".join(rest)]
    messages = [
        {"id": 1, "type": "service", "date": "2018-01-03T10:00:00", "action": "create_channel", "text": ""},
        {"id": 2, "type": "message", "date": f"{report.day}T10:00:00", "from": "News", "text": text},
    ]
    told = {"name": "News", "type": "public_channel", "id": 7, "messages": messages}
    return f"{name}-result.json", json.dumps(told, ensure_ascii=False).encode(), _TEXT, "d"


def make_markdown(report: Report, name: str) -> _Making:
    """As Obsidian's web clipper writes it."""
    fields = f'title: "{report.title}"\nsource: "{report.url}"\npublished: {report.day}\ntags:\n  - news\n'
    head = f"---\n{fields}---\n"
    return f"{name}.md", (head + "\n\n".join(report.paragraphs)).encode(), _TEXT, "tdu"


def make_csl(report: Report, name: str) -> _Making:
    """As Zotero exports CSL-JSON."""
    day = report.day
    told = {"id": "news", "type": "article-newspaper", "abstract": "\n\n".join(report.paragraphs),
            "container-title": "News", "title": report.title, "URL": report.url,
            "issued": {"date-parts": [[f"{day.year}", day.month, day.day]]}}  # fmt: skip
    return f"{name}-csl.json", json.dumps([told]).encode(), _TEXT, "tdu"


def make_ris(report: Report, name: str) -> _Making:
    """As Zotero exports RIS."""
    text = "\n\n".join(report.paragraphs)
    lines = ("TY  - NEWS", f"TI  - {report.title}", f"AB  - {text}", f"DA  - {report.day:%Y/%m/%d}/",
             f"UR  - {report.url}", "ER  - ", "")  # fmt: skip
    return f"{name}.ris", "\r\n".join(lines).encode(), _TEXT, "tdu"


def make_zip(report: Report, name: str) -> _Making:
    """By the standard library: the report as a PDF without an ending in a folder, beside a style sheet."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("saved/style.css", "p { margin: 0 }")
        archive.writestr(f"saved/{name}", make_pdf(report, name)[1])
        archive.writestr("__MACOSX/saved/._x", b"\0\5\x16\7")
    return f"{name}.zip", written.getvalue(), (*_TEXT, "row", "item", "header", "footer"), "t"


MAKERS: tuple[Callable[[Report, str], _Making], ...] = (
    make_pdf, make_docx, make_odt, make_rtf, make_mail, make_mbox, make_mhtml, make_csv, make_tsv, make_xlsx,
    make_ods, make_json, make_json_lines, make_rss, make_atom, make_single_file, make_warc, make_wacz,
    make_telegram, make_markdown, make_csl, make_ris, make_zip,
)  # fmt: skip
