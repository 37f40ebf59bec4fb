"""The log of acts: sign-ins, shares, ended devices. Who, what, when; never a word of a diary."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar
from datetime import timedelta

import sqlalchemy as sa

from backend import clock
from backend.extensions import db
from backend.models import Audit

# Whose act it was, where it was not the person's whom it concerns.
OPERATOR, PERSON = "operator", "person"
UNKNOWN_KEPT = timedelta(days=30)
_by: ContextVar[str | None] = ContextVar("limber_by", default=None)


def note(account_id: str | None, event: str, about: str | None = None) -> None:
    """Add one line to the transaction under way. account_id: whom it concerns; None: everybody."""
    db.session.add(Audit(at=clock.now(), account_id=account_id, event=event, about=about, by=_by.get()))


def forget_unknown() -> None:
    """Let old tries with addresses nobody has go: they concern nobody, and anybody can make any number."""
    nobody = sa.and_(Audit.account_id.is_(None), Audit.by.is_(None))
    db.session.execute(sa.delete(Audit).where(nobody, Audit.at < clock.now() - UNKNOWN_KEPT))


@contextmanager
def by(whom: str) -> Iterator[None]:
    """Every act inside is noted as that of somebody else, and never as the person's own."""
    before = _by.set(whom)
    try:
        yield
    finally:
        _by.reset(before)


def by_operator() -> AbstractContextManager[None]:
    """Every act inside is one of whoever runs the server."""
    return by(OPERATOR)
