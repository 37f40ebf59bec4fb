"""The one way to write: a transaction that holds its lock from the first statement."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from flask import current_app

from backend.errors import Busy
from backend.extensions import BUSY_MS, WRITE, db


@contextmanager
def writing() -> Iterator[None]:
    """Commit what happens inside, or nothing of it.

    What was read before is let go first, so that every decision inside rests on what the lock protects.
    On SQLite the threads of a process take turns, and the transaction begins with BEGIN IMMEDIATE; waiting
    longer than the busy timeout raises Busy or OperationalError, answered as 503.
    """
    db.session.rollback()
    with _turn():
        db.session.connection(execution_options={WRITE: True})
        try:
            yield
            db.session.commit()
        except BaseException:
            db.session.rollback()
            raise


@contextmanager
def _turn() -> Iterator[None]:
    """This thread's turn to write, where there is one writer at a time."""
    lock: threading.Lock | None = current_app.extensions["limber_writer"]
    if lock is None:
        yield
        return
    if not lock.acquire(timeout=BUSY_MS / 1000):
        raise Busy(retry_after=5)
    try:
        yield
    finally:
        lock.release()
