"""Signed-in browsers: a random token in a cookie, its hash in the table, and the list a person can end."""

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from backend import clock
from backend.errors import FreshProofRequired, NotFound, WrongPassword
from backend.extensions import db
from backend.models import Account, Device, Session
from backend.services import accounts, audit, limits, passwords
from backend.services.transaction import writing

__all__ = ["Account", "Session"]  # what the gate speaks of

LIFETIME = timedelta(days=400)
FRESH = timedelta(minutes=10)
SEEN_EVERY = timedelta(hours=1)
REMOVED_LISTED = timedelta(days=90)


def digest(token: str) -> str:
    """How a token is kept."""
    return hashlib.sha256(token.encode()).hexdigest()


def start(account_id: str, label: str, old_token: str | None = None) -> str:
    """A new session, never an old one continued; returns the token for the cookie (256 random bits)."""
    token, now = secrets.token_urlsafe(32), clock.now()
    with writing():
        if old_token:
            db.session.execute(
                sa.update(Session)
                .where(Session.token_hash == digest(old_token), Session.ended_at.is_(None))
                .values(ended_at=now)
            )
        db.session.add(
            Session(
                id=accounts.new_id(),
                account_id=account_id,
                token_hash=digest(token),
                label=label[:80],
                signed_in_at=now,
                last_seen_at=now,
                fresh_until=now + FRESH,
                expires_at=now + LIFETIME,
            )
        )
        audit.note(account_id, "session.started")
    return token


def find(token: str) -> Session | None:
    """The live session of a token. Its last use is noted at most once an hour."""
    now = clock.now()
    session = db.session.scalar(sa.select(Session).where(Session.token_hash == digest(token)))
    if session is None or session.ended_at is not None or session.expires_at <= now:
        return None
    if now - session.last_seen_at >= SEEN_EVERY:
        with writing():
            session.last_seen_at = now
            session.expires_at = now + LIFETIME
    return session


def find_removed(token: str) -> Session | None:
    """The session of a token that was taken away from another device, told or not."""
    session = db.session.scalar(sa.select(Session).where(Session.token_hash == digest(token)))
    return session if session is not None and session.removed_at is not None else None


def note_wiped(session: Session) -> None:
    """A removed browser says that it has emptied its copy; the first time counts."""
    with writing():
        found = db.session.get(Session, session.id)
        if found is not None and found.wiped_at is None:
            found.wiped_at = clock.now()
            audit.note(found.account_id, "device.wiped", found.id)


def account_of(session: Session) -> Account:
    """Whose session it is."""
    account = db.session.get(Account, session.account_id)
    if account is None:
        raise NotFound
    return account


def end(session: Session) -> None:
    """Sign this browser out."""
    with writing():
        session.ended_at = clock.now()
        audit.note(session.account_id, "session.ended")


def devices(account_id: str, current: Session) -> list[dict[str, Any]]:
    """Every signed-in browser of the account, the newest use first, and those lately taken away."""
    now = clock.now()
    live = sa.and_(Session.ended_at.is_(None), Session.expires_at > now)
    rows = db.session.execute(
        sa.select(Session, Device)
        .outerjoin(Device, Device.id == Session.device_id)
        .where(
            Session.account_id == account_id,
            sa.or_(live, Session.removed_at > now - REMOVED_LISTED),
        )
        .order_by(Session.last_seen_at.desc())
    ).all()
    return [
        {
            "id": s.id,
            "label": s.label,
            "app_version": d.app_version if d else None,
            "last_seen_at": max(s.last_seen_at, d.last_seen_at) if d else s.last_seen_at,
            "signed_in_at": s.signed_in_at,
            "current": s.id == current.id,
            "removed_at": s.removed_at,
            "wiped_at": s.wiped_at,
        }
        for s, d in rows
    ]


def end_device(account_id: str, session_id: str) -> None:
    """Take another browser of the account away: it empties its copy when it next asks. Raises NotFound."""
    with writing():
        session = db.session.scalar(
            sa.select(Session).where(
                Session.id == session_id, Session.account_id == account_id, Session.ended_at.is_(None)
            )
        )
        if session is None:
            raise NotFound
        session.ended_at = session.removed_at = clock.now()
        audit.note(account_id, "device.removed", session_id)


def confirm(session: Session, password: str) -> datetime:
    """Fresh proof for ten minutes. Raises WrongPassword, TooMany."""
    name = limits.key("confirm", session.account_id)
    limits.check(name, limits.WRONG_PASSWORDS_PER_ACCOUNT)
    stored = account_of(session).password_hash
    db.session.rollback()
    if not passwords.matches(stored, password):
        limits.count(name, limits.WRONG_PASSWORDS_PER_ACCOUNT)
        raise WrongPassword
    until = clock.now() + FRESH
    with writing():
        session.fresh_until = until
        audit.note(session.account_id, "session.confirmed")
    return until


def require_fresh(session: Session) -> None:
    """Raise FreshProofRequired unless the password was given within the last ten minutes."""
    if session.fresh_until is None or session.fresh_until <= clock.now():
        raise FreshProofRequired
