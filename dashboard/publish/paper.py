"""A page in one file that opens from disk: letters and looks inside, a policy that lets it load nothing."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from functools import cache
from html import escape
from pathlib import Path

from dashboard.publish.facts import Source
from dashboard.publish.fonts import font_rules

_WEB = re.compile(r"https?://", re.IGNORECASE)
_DARK = ' class="dark"'


def write_page(
    title: str, body: str, tool: str, *, dark: bool, sheets: tuple[str, ...], script: str = ""
) -> str:
    """The page.

    Args:
        title: Its title.
        body: What stands in it, as markup.
        tool: What made it.
        dark: Whether it is dark.
        sheets: Files beside this one that say how it looks.
        script: A file beside this one that runs in it, "" for none: no other can.
    """
    code = read_part(script) if script else ""
    mark = b64encode(hashlib.sha256(code.encode()).digest()).decode("ascii")
    allowed = f"'sha256-{mark}'" if code else "'none'"
    run = f"<script>{code}</script>\n" if code else ""
    policy = (
        f"default-src 'none'; style-src 'unsafe-inline'; font-src data:; script-src {allowed}; "
        "base-uri 'none'; form-action 'none'"
    )
    style = font_rules(f"'Source Serif 4'{body}") + "".join(map(read_part, sheets))
    return (
        f'<!DOCTYPE html>\n<html lang="en"{_DARK if dark else ""}>\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="generator" content="{escape(tool)}">\n'
        f"<title>{escape(title)}</title>\n<style>{style}</style>\n</head>\n"
        f"<body>\n{body}\n{run}</body>\n</html>\n"
    )


def link_source(source: Source) -> str:
    """A source as markup; only an address of the web is a link."""
    if not _WEB.match(source.url):
        return escape(source.words)
    return f'<a href="{escape(source.url)}" rel="noreferrer noopener nofollow">{escape(source.words)}</a>'


@cache
def read_part(name: str) -> str:
    """A file beside this one."""
    return Path(__file__).with_name(name).read_text("utf-8").strip() + "\n"
