"""How gunicorn serves Limber. It reads the settings the app reads, so there is one place to set them."""

import contextlib
import gc
import os
import socket
import sys
import time
from collections.abc import Iterator

from gunicorn.workers import gthread
from sqlalchemy.engine import make_url

# A phone gives up after 30 s, so whoever takes longer than this has nobody waiting for the answer.
SLOWEST_S = 40.0
# Browsers open connections ahead of need; one that says nothing must not keep a thread for long.
gthread.DEFAULT_WORKER_DATA_TIMEOUT = 0.2

_database = os.environ.get("LIMBER_DATABASE_URL") or "sqlite://"
_sqlite = make_url(_database).get_backend_name() == "sqlite"
_port = os.environ.get("LIMBER_PORT", "8000")


def _part(sock: socket.socket) -> None:
    """End a connection in its own thread; the loop that serves everybody would wait two seconds for it."""
    until = time.monotonic() + 0.5
    with contextlib.suppress(OSError):
        sock.shutdown(socket.SHUT_WR)
        sock.settimeout(0.5)
        while time.monotonic() < until and sock.recv(65536):
            pass
    with contextlib.suppress(OSError):
        sock.shutdown(socket.SHUT_RD)


@contextlib.contextmanager
def _in_one_go(sock: socket.socket) -> Iterator[None]:
    """Head and body of an answer leave together; sent one by one, each wakes everybody on the way."""
    cork = getattr(socket, "TCP_CORK", None)  # Linux has it
    if cork is None or sock.family == socket.AF_UNIX:
        yield
        return
    with contextlib.suppress(OSError):  # it may be gone
        sock.setsockopt(socket.IPPROTO_TCP, cork, 1)
    try:
        yield
    finally:
        with contextlib.suppress(OSError):
            sock.setsockopt(socket.IPPROTO_TCP, cork, 0)


class Worker(gthread.ThreadWorker):
    """Threads that nobody can keep for ever: no phone that vanished half-way, and no database that hangs."""

    def __init__(self, *args: object, **more: object) -> None:
        super().__init__(*args, **more)
        self._since: dict[gthread.TConn, float] = {}

    def handle(self, conn: gthread.TConn) -> object:
        """Answer one request, and note how long it takes."""
        self._since[conn] = time.monotonic()
        try:
            with _in_one_go(conn.sock):
                goes_on = super().handle(conn)
            if not goes_on:
                _part(conn.sock)
            return goes_on
        finally:
            self._since.pop(conn, None)

    def murder_pending(self) -> None:
        """Called every second: hang up on requests that take too long."""
        super().murder_pending()
        now = time.monotonic()
        late = {conn: now - since for conn, since in list(self._since.items()) if now - since > SLOWEST_S}
        for conn in late:
            with contextlib.suppress(OSError):
                conn.sock.shutdown(socket.SHUT_RDWR)
        # Threads that go on even so wait for something that will not come; a new process has all of them.
        if sum(waited > 2 * SLOWEST_S for waited in late.values()) >= self.cfg.threads:
            self.log.error("Every thread hangs; the worker starts anew.")
            os._exit(1)


bind = f"127.0.0.1:{_port}"
worker_class = Worker
# SQLite has one writer at a time, so one process with threads serves it best and never waits for another.
workers = 1 if _sqlite else 2
# Eight answers at once in all. More of them in one process only take turns with each other: sixteen people
# who wrote at once to two processes of eight waited longer than with four.
threads = 8 // workers
# Well below the 1,024 files a process may commonly open; further connections wait to be accepted.
worker_connections = 200
keepalive = 10
graceful_timeout = 30
loglevel = "warning"
control_socket_disable = True
# Loaded once, before the workers: one that dies is followed by the next within a tenth of a second.
# A new version is therefore loaded by a restart, not by SIGHUP.
preload_app = True


def post_fork(_server: object, _worker: object) -> None:
    """What was loaded stays, so the collector need not look through it again for every page of entries."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


def on_starting(server: object) -> None:
    """Refuse tables that this version does not know, before anybody is served."""
    from backend.services import health

    trouble = health.wrong_tables(server.app.wsgi())  # type: ignore[attr-defined]
    if trouble:
        sys.exit(trouble)


def when_ready(_server: object) -> None:
    """Say where it is, once it listens."""
    address = os.environ.get("LIMBER_BASE_URL") or f"http://127.0.0.1:{_port}"
    print(f"Limber is at {address}", flush=True)
