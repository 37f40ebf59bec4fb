"""Putting a database aside and back: between two runs, and when a server is restored from its backup."""

import importlib
from typing import Any, Protocol

import sqlalchemy as sa
from flask import Flask

from backend.extensions import db, sqlite_module

# Acts and counted tries: nothing in sync reads them, and one has an id the database counts up by itself.
LEFT_ALONE = frozenset({"audit", "attempt"})


class Keeper(Protocol):
    """Copies of the whole database, by name."""

    def save(self, name: str) -> None:
        """Put the present state aside."""

    def put_back(self, name: str) -> None:
        """Make it the present state again."""


class SqliteKeeper:
    """SQLite's own backup, page by page, into a database in memory."""

    def __init__(self, app: Flask, path: str) -> None:
        self.module, self.path = sqlite_module(), path
        self.live = self.module.connect(path, isolation_level=None)
        self.copies: dict[str, Any] = {}
        with app.app_context():
            sa.event.listen(db.engine, "connect", _no_waiting_for_the_disk)
            db.engine.dispose()

    def save(self, name: str) -> None:
        copy = self.copies.get(name) or self.copies.setdefault(name, self.module.connect(":memory:"))
        self.live.backup(copy)

    def put_back(self, name: str) -> None:
        self.copies[name].backup(self.live)


def _no_waiting_for_the_disk(connection: Any, _record: Any) -> None:
    """The power stays on in a simulation; what happens when it fails has tests of its own."""
    connection.execute("PRAGMA synchronous=OFF")


class PostgresKeeper:
    """Copies of every table beside the tables, made and put back by the server in one go."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        self.known: set[str] = set()
        with app.app_context():
            self.tables = [t for t in db.metadata.sorted_tables if t.name not in LEFT_ALONE]
            self.url = db.engine.url.set(drivername="postgresql").render_as_string(hide_password=False)
        self.live = importlib.import_module("psycopg").connect(self.url, autocommit=True)

    def save(self, name: str) -> None:
        if name not in self.known:
            self.known.add(name)
            made = [f'CREATE TABLE "{name}_{t.name}" (LIKE "{t.name}");' for t in self.tables]
            self.live.execute("".join(made))
        self._run(
            *(f'DELETE FROM "{name}_{t.name}"' for t in self.tables),
            *(f'INSERT INTO "{name}_{t.name}" SELECT * FROM "{t.name}"' for t in self.tables),
        )

    def put_back(self, name: str) -> None:
        self._run(
            *(f'DELETE FROM "{t.name}"' for t in reversed(self.tables)),
            *(f'INSERT INTO "{t.name}" SELECT * FROM "{name}_{t.name}"' for t in self.tables),
        )

    def _run(self, *statements: str) -> None:
        self.live.execute("; ".join(("BEGIN", *statements, "COMMIT")))
