"""Alembic's environment: the app's own engine and tables."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Literal

import sqlalchemy as sa
from alembic import context
from alembic.util.exc import CommandError
from flask import current_app

from backend.extensions import WRITE
from backend.models import Base
from backend.models.base import UtcDateTime
from backend.services.health import NEWER

# Any number will do that nothing else in the database uses.
MIGRATING = 1_818_846_562


def _render(kind: str, item: Any, _context: Any) -> str | Literal[False]:
    """Write our own column type by its short name."""
    return "UtcDateTime(timezone=True)" if kind == "type" and isinstance(item, UtcDateTime) else False


migrate = current_app.extensions["migrate"]


def run_migrations_offline() -> None:
    """Write the SQL instead of running it."""
    context.configure(
        url=current_app.config["SQLALCHEMY_DATABASE_URI"], target_metadata=Base.metadata, literal_binds=True
    )
    with context.begin_transaction():
        context.run_migrations()


def run_migrations_online() -> None:
    """Run all migrations in one transaction, which holds the write lock from its start."""
    engine = migrate.db.engine
    with engine.connect().execution_options(**{WRITE: True}) as connection, _rules(connection):
        context.configure(
            connection=connection,
            target_metadata=Base.metadata,
            render_as_batch=True,
            compare_type=True,
            render_item=_render,
            # Otherwise each step is committed by itself on SQLite, and a kill leaves tables of no release.
            transactional_ddl=True,
        )
        with context.begin_transaction():
            _wait_for_others(connection)
            _refuse_newer()
            context.run_migrations()
            _keep_every_reference(connection)


@contextmanager
def _rules(connection: sa.Connection) -> Iterator[None]:
    """On SQLite a table that is made anew is dropped, and dropping it must not delete what refers to it."""
    if connection.dialect.name != "sqlite":
        yield
        return
    raw = connection.connection.dbapi_connection
    assert raw is not None
    raw.execute("PRAGMA foreign_keys=OFF")
    raw.execute("PRAGMA busy_timeout=30000")
    try:
        yield
    finally:
        connection.invalidate()  # its rules are for this alone


def _wait_for_others(connection: sa.Connection) -> None:
    """One migration at a time. It may take long itself, and waits only briefly for a table that is in use."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("SET LOCAL lock_timeout = 0")
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({MIGRATING})")
        connection.exec_driver_sql("SET LOCAL lock_timeout = '5s'")
        connection.exec_driver_sql("SET LOCAL statement_timeout = 0")


def _refuse_newer() -> None:
    known = {script.revision for script in context.script.walk_revisions()}
    if not set(context.get_context().get_current_heads()) <= known:
        raise CommandError(NEWER)


def _keep_every_reference(connection: sa.Connection) -> None:
    if connection.dialect.name == "sqlite" and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise CommandError("The migration would have lost something. Nothing was changed.")


if context.is_offline_mode():
    run_migrations_offline()
else:
    run_migrations_online()
