"""How gunicorn serves Limber. It reads the settings the app reads, so there is one place to set them."""

import os

from sqlalchemy.engine import make_url

_database = os.environ.get("LIMBER_DATABASE_URL") or "sqlite://"
_sqlite = make_url(_database).get_backend_name() == "sqlite"
_port = os.environ.get("LIMBER_PORT", "8000")

bind = f"127.0.0.1:{_port}"
worker_class = "gthread"
# SQLite has one writer at a time, so one process with threads serves it best and never waits for another.
workers = 1 if _sqlite else 2
threads = 8
keepalive = 10
loglevel = "warning"
control_socket_disable = True
# Loaded once, before the workers: one that dies is followed by the next within a tenth of a second.
# A new version is therefore loaded by a restart, not by SIGHUP.
preload_app = True


def when_ready(_server: object) -> None:
    """Say where it is, once it listens."""
    address = os.environ.get("LIMBER_BASE_URL") or f"http://127.0.0.1:{_port}"
    print(f"Limber is at {address}", flush=True)
