"""Whether the database can be written and is of the version this code knows."""

import functools
import threading
import time
from typing import Any

import flask_migrate
import sqlalchemy as sa
import sqlalchemy.exc
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Flask, current_app

from backend.errors import Busy
from backend.extensions import db
from backend.services.transaction import writing

KEPT_S = 1.0
NEWER = "The database belongs to a newer Limber. Install that version, or restore the copy from before it."
OLDER = "The database needs to be brought up to date first: flask --app wsgi db upgrade"
WRITE = sa.text(
    "INSERT INTO attempt (key, window_at, count) VALUES ('ready', 0, 1) "
    "ON CONFLICT (key, window_at) DO UPDATE SET count = 1 - attempt.count"
)


class _Last:
    """The last answer, so that asking often costs no writes."""

    def __init__(self) -> None:
        self.lock, self.at, self.ready = threading.Lock(), float("-inf"), False


def ready() -> bool:
    """True when a row can be written and the tables are of this version; looked up once a second at most."""
    last: _Last = current_app.extensions.setdefault("limber_ready", _Last())
    with last.lock:
        if time.monotonic() - last.at >= KEPT_S:
            last.ready, last.at = _ready(), time.monotonic()
        return last.ready


def status() -> dict[str, Any]:
    """For the operator alone: which database, at which version of its tables, and whether it works."""
    try:
        here = sorted(_revisions_here())
    except sqlalchemy.exc.SQLAlchemyError:
        here = []
    database = current_app.config["LIMBER_DATABASE"]
    return {"ready": _ready(), "database": database, "tables": here, "needs": newest_revision()}


def _ready() -> bool:
    try:
        with writing():
            here = _revisions_here()
            db.session.execute(WRITE)
    except (sqlalchemy.exc.SQLAlchemyError, Busy):
        return False
    return here == {newest_revision()}


def _revisions_here() -> set[str]:
    return set(MigrationContext.configure(db.session.connection()).get_current_heads())


def newest_revision() -> str | None:
    """The newest migration this code carries."""
    return _scripts().get_current_head()


def knows(revision: str) -> bool:
    """Whether this code has the migration that made such tables."""
    return revision in {script.revision for script in _scripts().walk_revisions()}


def bring_up_to_date() -> None:
    """Run the migrations that these tables have not seen."""
    flask_migrate.upgrade()


@functools.cache
def _folder_of(directory: str) -> ScriptDirectory:
    return ScriptDirectory(directory)


def _scripts() -> ScriptDirectory:
    return _folder_of(current_app.extensions["migrate"].directory)


def wrong_tables(app: Flask) -> str | None:
    """Why this version cannot serve these tables, in one sentence; None where it can or nobody can tell yet.

    Leaves no connection open, so that processes may be forked afterwards.
    """
    with app.app_context():
        try:
            here = _revisions_here()
        except sqlalchemy.exc.SQLAlchemyError:
            return None  # a database that is not there yet may come
        finally:
            db.session.remove()
            db.engine.dispose()
        if here == {newest_revision()}:
            return None
        return OLDER if all(map(knows, here)) else NEWER
