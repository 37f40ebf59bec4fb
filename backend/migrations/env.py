"""Alembic's environment: the app's own engine and tables."""

from typing import Any, Literal

from alembic import context
from flask import current_app

from backend.extensions import WRITE
from backend.models import Base
from backend.models.base import UtcDateTime


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
    """Run each migration in one transaction that holds the write lock from its start."""
    engine = migrate.db.engine
    with engine.connect().execution_options(**{WRITE: True}) as connection:
        context.configure(
            connection=connection,
            target_metadata=Base.metadata,
            render_as_batch=True,
            compare_type=True,
            render_item=_render,
        )
        with context.begin_transaction():
            context.run_migrations()


if context.is_offline_mode():
    run_migrations_offline()
else:
    run_migrations_online()
