"""The guard at the door: who may ask what, and what every answer carries.

A page on the own machine is still reached by every site open in the same browser. So: host names
from a list, no foreign origin, three methods, bodies of a bounded size and a known shape, and
headers that forbid the page to load anything from elsewhere.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from html import escape
from urllib.parse import urlsplit

from dash.exceptions import DependencyException
from dash.fingerprint import check_fingerprint
from flask import Flask, Response, abort, request
from werkzeug.exceptions import HTTPException

from dashboard import labels
from dashboard.config import Config

METHODS = ("GET", "HEAD", "POST")
CALLBACK = "_dash-update-component"
# What Dash itself serves; everything else of the page is named in `pages`.
_DASH = re.compile(r"(_dash-(layout|dependencies|component-suites/[^/]+/.+)|_favicon\.ico|assets/.+)?")
_DEEP = 40
_HOUR, _YEAR = 3600, 31_536_000
_FOUND = 200
_VERSION = "m"  # what Dash tells a file's version by
Callbacks = Mapping[str, Sequence[tuple[str, str]]]
# What may be shown in a frame of other pages, where an installation says so.
FRAMED = "embed/"
# A host as a policy names it: an origin, or a name with a port; `*.` before it for all names below it.
_LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_HOST = re.compile(rf"(https?://)?(\*\.)?{_LABEL}(\.{_LABEL})*(:\d{{1,5}})?", re.IGNORECASE)
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
    "Server": "dateline",
}


def content_policy(hashes: Sequence[str]) -> str:
    """The content security policy: everything from here, scripts only from files or known by hash."""
    scripts = " ".join(["'self'", *hashes])
    return (
        f"default-src 'self'; script-src {scripts}; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'none'; "
        "frame-src 'none'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"
    )


def framed_policy(hosts: Sequence[str]) -> str:
    """The policy of a chart in a frame: letters, looks, a script from here; the hosts named may show it."""
    return (
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; "
        f"connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors {' '.join(hosts)}"
    )


def is_host(told: str) -> bool:
    """Whether a text names a host as `frame-ancestors` takes it: `example.org`, `https://*.example.org:8443`."""
    return bool(_HOST.fullmatch(told))


def guard(server: Flask, config: Config, hashes: Sequence[str], callbacks: Callbacks, pages: str) -> None:
    """Put the guard before every request and the headers on every answer.

    Args:
        server: The application.
        config: Hosts, prefix, the largest body, and who may frame a chart.
        hashes: Hashes of Dash's inline scripts.
        callbacks: The page's callbacks, each by its outputs as requests name them, with its inputs.
        pages: A pattern of the paths the page serves besides Dash's own.
    """
    server.config["MAX_CONTENT_LENGTH"] = config.max_body
    server.config["SEND_FILE_MAX_AGE_DEFAULT"] = _HOUR
    policy, framed = content_policy(hashes), framed_policy(config.embed_from)
    own = re.compile(pages)

    @server.before_request
    def check() -> Response | None:
        return _check_caller(config) or _check_path(config, callbacks, own)

    @server.after_request
    def dress(response: Response) -> Response:
        for name, value in HEADERS.items():
            response.headers[name] = value
        response.headers["Content-Security-Policy"] = policy
        if config.embed_from and request.path.startswith(config.prefix + FRAMED):
            response.headers["Content-Security-Policy"] = framed
            # A host page that isolates itself asks for this; the older header knows no list of hosts.
            response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
            del response.headers["X-Frame-Options"]
        if not _lasting(request.path):
            response.headers["Cache-Control"] = "no-store"
        elif response.status_code == _FOUND and _versioned():
            response.headers["Cache-Control"] = f"public, max-age={_YEAR}, immutable"
        return response

    @server.errorhandler(Exception)
    def explain(error: Exception) -> Response:
        if isinstance(error, DependencyException):  # a file that Dash does not have
            return refuse(404, labels.NOT_FOUND)
        if isinstance(error, HTTPException):
            words = {404: labels.NOT_FOUND, 405: labels.WRONG_METHOD, 413: labels.TOO_LARGE}
            return refuse(error.code or 500, words.get(error.code or 500, labels.BAD_REQUEST))
        server.logger.error("unanswered request", exc_info=error)
        return refuse(500, labels.BROKEN)


def _check_caller(config: Config) -> Response | None:
    """Who asks, and how."""
    if request.method not in METHODS:
        return refuse(405, labels.WRONG_METHOD)
    if not _known_host(request.host, config.hosts):
        return refuse(400, labels.WRONG_HOST)
    foreign = _foreign(request.headers.get("Origin"), request.host)
    elsewhere = request.method == "POST" and request.headers.get("Sec-Fetch-Site") == "cross-site"
    return refuse(403, labels.WRONG_ORIGIN) if foreign or elsewhere else None


def _check_path(config: Config, callbacks: Callbacks, own: re.Pattern[str]) -> Response | None:
    """What is asked for."""
    path = request.path.removeprefix(config.prefix) if request.path.startswith(config.prefix) else None
    if path == CALLBACK:
        return _check_body(config.max_body, callbacks)
    if path is None or not (_DASH.fullmatch(path) or own.fullmatch(path)):
        return refuse(404, labels.NOT_FOUND)
    return refuse(405, labels.WRONG_METHOD) if request.method == "POST" else None


def _versioned() -> bool:
    """Whether the address of a file changes with what it holds: Dash's own tell it by their names."""
    _, stamped = check_fingerprint(request.path)  # type: ignore[no-untyped-call]
    return bool(request.args.get(_VERSION) or stamped)


def _lasting(path: str) -> bool:
    """Files that never hold data of the store."""
    return "/_dash-component-suites/" in path or "/assets/" in path


def refuse(status: int, words: str) -> Response:
    """An answer of a few words: a small page to a person's browser, plain text to everything else."""
    if request.accept_mimetypes.accept_html and request.headers.get("Sec-Fetch-Dest") == "document":
        page = _PAGE.format(words=escape(words), home=labels.BACK)
        return Response(page, status=status, content_type="text/html; charset=utf-8")
    return Response(words + "\n", status=status, content_type="text/plain; charset=utf-8")


_PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{words}</title>
<style>body{{font:18px/1.6 system-ui,sans-serif;margin:18vh auto;max-width:32em}}</style></head>
<body><main><h1>{words}</h1><p><a href="/">{home}</a></p></main></body></html>
"""


def _known_host(host: str, hosts: Sequence[str]) -> bool:
    if "*" in hosts:
        return True
    name = host.rsplit(":", 1)[0] if re.search(r":\d+$", host) else host
    return name.lower() in hosts


def _foreign(origin: str | None, host: str) -> bool:
    return origin is not None and (urlsplit(origin).netloc if "://" in origin else origin) != host


def _check_body(most: int, callbacks: Callbacks) -> Response | None:
    """Refuse what is no request of this page's own script, before Dash stumbles over it."""
    if request.method != "POST":
        return refuse(405, labels.WRONG_METHOD)
    if (request.content_length or 0) > most:
        abort(413)
    try:
        body = json.loads(request.get_data(cache=True))
    except (ValueError, RecursionError):
        return refuse(400, labels.BAD_REQUEST)
    return None if is_callback_body(body, callbacks) else refuse(400, labels.BAD_REQUEST)


def is_callback_body(body: object, callbacks: Callbacks) -> bool:
    """Whether a body is what Dash's own script sends for one of the page's callbacks."""
    if not isinstance(body, dict) or set(body) - _KEYS or not _shallow(body):
        return False
    output = body.get("output")
    if not isinstance(output, str) or output not in callbacks or body.get("outputs") != outputs_of(output):
        return False
    changed, inputs = body.get("changedPropIds", []), body.get("inputs")
    if not isinstance(changed, list) or not all(isinstance(one, str) for one in changed):
        return False
    if not isinstance(inputs, list) or not all(isinstance(one, dict) for one in inputs):
        return False
    given = [(one.get("id"), one.get("property")) for one in inputs]
    return given == list(callbacks[output]) and not body.get("state")


def outputs_of(output: str) -> list[dict[str, str]] | dict[str, str]:
    """The outputs a request names beside their joined name."""
    names = output.removeprefix("..").removesuffix("..").split("...")
    found = [dict(zip(("id", "property"), name.rsplit(".", 1), strict=True)) for name in names]
    return found if output.startswith("..") else found[0]


_KEYS = {"output", "outputs", "inputs", "state", "changedPropIds", "parsedChangedPropsIds"}


def _shallow(value: object, depth: int = 0) -> bool:
    if depth > _DEEP:
        return False
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return all(_shallow(one, depth + 1) for one in inner)
