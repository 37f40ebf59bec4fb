"""Worlds on either database, ready to be played in."""

import contextlib
import logging
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from flask import Flask

from backend import clock, create_app
from backend.extensions import db
from tests.conftest import SETTINGS, migrated
from tests.postgres import Cluster
from tests.sync.keep import PostgresKeeper, SqliteKeeper
from tests.sync.world import World

MEMORY = Path("/dev/shm")


@contextlib.contextmanager
def sqlite_world() -> Iterator[World]:
    """A world in a file, kept in memory where the system has room for that."""
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder:
        migrated("", Path(folder))
        with _opened(folder, "") as app:
            yield World(app, SqliteKeeper(app, f"{folder}/limber.db"))


@contextlib.contextmanager
def postgres_world(cluster: Cluster, template: Callable[[], None] | None = None) -> Iterator[World]:
    """A world on a PostgreSQL server that has the database `limber_template`; template: makes it."""
    if template:
        template()
    with (
        tempfile.TemporaryDirectory() as folder,
        cluster.copy_of("limber_template") as url,
        _opened(folder, url) as app,
    ):
        keeper = PostgresKeeper(app)
        yield World(app, keeper)
        keeper.live.close()


@contextlib.contextmanager
def _opened(folder: str, url: str) -> Iterator[Flask]:
    app = create_app({**SETTINGS, "LIMBER_INSTANCE": folder, "LIMBER_DATABASE_URL": url})
    log = logging.getLogger("limber")
    before = log.level
    log.setLevel(logging.CRITICAL)  # a line for each of some ten thousand requests
    try:
        yield app
    finally:
        log.setLevel(before)
        clock.set_reader(None)
        with app.app_context():
            db.session.remove()
            db.engine.dispose()
