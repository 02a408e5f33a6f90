"""The server as it is run: many connections that say nothing keep nobody out."""

from __future__ import annotations

import socket
import threading
import time
from contextlib import ExitStack
from urllib.request import urlopen

import waitress

from dashboard import create_app
from dashboard.server import _CONNECTIONS
from data_model import Store
from tests.dashboard.sample import Register

IDLE, PATIENCE = 150, 30


def test_idle_connections_lock_nobody_out(store: Store) -> None:
    app = create_app(store, register=Register())
    server = waitress.create_server(app.server, host="127.0.0.1", port=0, threads=4, **_CONNECTIONS)
    running = threading.Thread(target=server.run, daemon=True)
    running.start()
    address = ("127.0.0.1", server.effective_port)
    with ExitStack() as stack:
        for _ in range(IDLE):
            stack.enter_context(socket.create_connection(address, timeout=30))
        for _ in range(5):
            with urlopen(f"http://127.0.0.1:{address[1]}/healthz", timeout=30) as answer:
                assert answer.read() == b"ok\n"
    # Its ends of the connections are let go of before it is, not by the garbage collector in another test.
    give_up = time.monotonic() + PATIENCE
    while server.active_channels and time.monotonic() < give_up:
        time.sleep(0.05)
    server.close()
    server.task_dispatcher.shutdown()
    running.join(PATIENCE)
