"""The server as it is run: many connections that say nothing keep nobody out."""

from __future__ import annotations

import socket
import threading
from contextlib import ExitStack
from urllib.request import urlopen

import waitress

from dashboard import create_app
from dashboard.server import _CONNECTIONS
from data_model import Store
from tests.dashboard.sample import Register

IDLE = 150


def test_idle_connections_lock_nobody_out(store: Store) -> None:
    app = create_app(store, register=Register())
    server = waitress.create_server(app.server, host="127.0.0.1", port=0, threads=4, **_CONNECTIONS)
    threading.Thread(target=server.run, daemon=True).start()
    address = ("127.0.0.1", server.effective_port)
    with ExitStack() as stack:
        for _ in range(IDLE):
            stack.enter_context(socket.create_connection(address, timeout=30))
        for _ in range(5):
            with urlopen(f"http://127.0.0.1:{address[1]}/healthz", timeout=30) as answer:
                assert answer.read() == b"ok\n"
    server.close()
