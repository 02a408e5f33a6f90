"""Serving the page: where it listens, who is let in, where documents of a moment are kept."""

from __future__ import annotations

import gc
import hashlib
import ipaddress
import os
import socket
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from data_model import Store

_THREADS = 8
# A connection that says nothing is let go soon, and many of them lock nobody out.
_CONNECTIONS = {"connection_limit": 800, "channel_timeout": 20, "cleanup_interval": 5}


def listen(host: str, port: int, *, allow_remote: bool) -> socket.socket:
    """A socket that listens.

    Raises:
        ClickException: If the address would let other machines in without leave, or is taken.
    """
    if not allow_remote and not is_loopback(host):
        msg = (
            f"{host} lets other machines in, and there is no password: whoever reaches the port reads"
            " everything in the store. Put a server with a password and TLS in front of it, or say"
            " --allow-remote."
        )
        raise click.ClickException(msg)
    opened = None
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        opened = socket.socket(family, kind, protocol)
        if os.name == "posix":  # elsewhere it would let two servers have one port
            opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        opened.bind(address)
        opened.listen(64)
    except OSError as error:
        if opened is not None:
            opened.close()
        msg = f"cannot listen on {host}:{port}: {(error.strerror or str(error)).lower()}; try another --port"
        raise click.ClickException(msg) from error
    return opened


def is_loopback(host: str) -> bool:
    """Whether an address is reached from this machine alone."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def run(
    store: Store,
    listening: socket.socket,
    host: str,
    names: Sequence[str],
    embed_from: Sequence[str] = (),
) -> None:
    """Serve the page over a store until interrupted.

    Args:
        store: The open store.
        listening: Where it is served.
        host: The address of that.
        names: Further names it answers to.
        embed_from: Hosts whose pages may show its charts in frames.
    """
    import waitress

    from dashboard import create_app
    from dashboard.config import Config

    store.prepare()
    own = () if is_loopback(host) else (host, socket.gethostname(), socket.getfqdn())
    hosts = tuple(dict.fromkeys((*Config().hosts, *own, *names)))
    app = create_app(store, Config(hosts, address=_address(), embed_from=tuple(embed_from)))
    # Names and words are read now, not by the first visitor.
    threading.Thread(target=app.server.test_client().get, args=("/view?q=a",), daemon=True).start()
    port = listening.getsockname()[1]
    shown = f"[{host}]" if ":" in host else host
    click.echo(f"Dateline is at http://{shown}:{port}/ (Ctrl-C stops it)")
    sys.stdout.flush()
    # What stands now stays: looking through it for waste would hold up an answer now and then.
    gc.collect()
    gc.freeze()
    waitress.serve(app.server, sockets=[listening], threads=_THREADS, ident="", _quiet=True, **_CONNECTIONS)


def _address() -> str:
    """What readers know the page by, as the machine's settings say: it ends with a slash."""
    told = os.environ.get("DATELINE_ADDRESS", "")
    return told.rstrip("/") + "/" if told else ""


def cache_folder(paths: Sequence[str]) -> Path:
    """Where documents that were only to be looked at are kept: one store a choice of paths and a format."""
    from data_model import Store

    chosen = "\n".join((str(Store.FORMAT), *sorted(str(Path(one).resolve()) for one in paths)))
    name = hashlib.blake2b(chosen.encode("utf-8", "surrogateescape"), digest_size=8).hexdigest()
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home())
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return base / "dateline" / f"store-{name}"
