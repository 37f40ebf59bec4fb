"""Whether the database can be written and is of the version this code knows."""

import sqlalchemy as sa
import sqlalchemy.exc
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import current_app

from backend.extensions import db
from backend.services.transaction import writing


def ready() -> bool:
    """True when a write transaction can begin and the schema is current."""
    try:
        with writing():
            here = MigrationContext.configure(db.session.connection()).get_current_revision()
            db.session.execute(sa.text("DELETE FROM attempt WHERE window_at < 0"))
    except sqlalchemy.exc.SQLAlchemyError:
        return False
    return here == newest_revision()


def newest_revision() -> str | None:
    """The newest migration this code carries."""
    folder = current_app.extensions["migrate"].directory
    return ScriptDirectory(folder).get_current_head()
