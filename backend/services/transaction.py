"""The one way to write: a transaction that holds its lock from the first statement."""

from collections.abc import Iterator
from contextlib import contextmanager

from backend.extensions import WRITE, db


@contextmanager
def writing() -> Iterator[None]:
    """Commit what happens inside, or nothing of it.

    What was read before is let go first, so that every decision inside rests on what the lock protects.
    On SQLite the transaction begins with BEGIN IMMEDIATE; waiting longer than the busy timeout raises
    OperationalError, answered as 503.
    """
    db.session.rollback()
    db.session.connection(execution_options={WRITE: True})
    try:
        yield
        db.session.commit()
    except BaseException:
        db.session.rollback()
        raise
