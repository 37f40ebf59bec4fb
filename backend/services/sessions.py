"""Signed-in browsers: a random token in a cookie, its hash in the table, and the list a person can end."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from backend import clock
from backend.errors import FreshProofRequired, NotFound
from backend.extensions import db
from backend.models import Account, Device, Session, Space
from backend.prepared import Prepared
from backend.services import accounts, audit
from backend.services.transaction import writing

__all__ = ["Session"]  # what the gate speaks of

LIFETIME = timedelta(days=400)
FRESH = timedelta(minutes=10)
SEEN_EVERY = timedelta(hours=1)
REMOVED_LISTED = timedelta(days=90)


@dataclass(frozen=True)
class SignedIn:
    """Who asks: a live session with its account and space, as one question found them.

    device_id: the copy this session last synced from; device_app and device_seen_at: what was noted of it.
    """

    session_id: str
    last_seen_at: datetime
    fresh_until: datetime | None
    device_id: str | None
    device_app: str | None
    device_seen_at: datetime | None
    id: str
    email: str
    display_name: str
    time_zone: str
    space_id: str

    # Flask-Login asks these of a user; the session was looked at before this was made.
    is_active = True
    is_authenticated = True
    is_anonymous = False

    def get_id(self) -> str:
        """The account's id, as Flask-Login asks for it."""
        return self.id


_FIND = Prepared(
    sa.select(
        *(Session.id, Session.last_seen_at, Session.fresh_until),
        *(Device.id, Device.app_version, Device.last_seen_at),
        *(Account.id, Account.email, Account.display_name, Account.time_zone, Space.id),
    )
    .join(Account, Account.id == Session.account_id)
    .join(Space, Space.owner_account_id == Account.id)
    .outerjoin(Device, sa.and_(Device.id == Session.device_id, Device.account_id == Account.id))
    .where(
        Session.token_hash == sa.bindparam("token_hash"),
        Session.ended_at.is_(None),
        Session.expires_at > sa.bindparam("now", type_=Session.expires_at.type),
    )
)


_NOTHING_NEXT: dict[str, Any] = {"next_token_hash": None, "next_fresh_until": None}


def digest(token: str) -> str:
    """How a token is kept."""
    return hashlib.sha256(token.encode()).hexdigest()


def start(account_id: str, label: str, old_token: str | None = None) -> str:
    """A new session, never an old one continued; returns the token for the cookie (256 random bits)."""
    token, now, session_id = secrets.token_urlsafe(32), clock.now(), accounts.new_id()
    with writing():
        if old_token:
            db.session.execute(
                sa.update(Session)
                .where(Session.token_hash == digest(old_token), Session.ended_at.is_(None))
                .values(ended_at=now)
            )
        db.session.add(
            Session(
                id=session_id,
                account_id=account_id,
                token_hash=digest(token),
                label=label[:80],
                signed_in_at=now,
                last_seen_at=now,
                fresh_until=now + FRESH,
                expires_at=now + LIFETIME,
            )
        )
        audit.note(account_id, "session.started", session_id)
    return token


def find(token: str) -> SignedIn | None:
    """Whose live session a token is. Its last use is noted at most once an hour."""
    now = clock.now()
    known: dict[str, Any] = {"token_hash": digest(token), "now": now}
    found = _FIND.rows(known)
    if not found:
        _take_over(known["token_hash"])
        found = _FIND.rows(known)
    if not found:
        return None
    signed_in = SignedIn(*found[0])
    if now - signed_in.last_seen_at >= SEEN_EVERY:
        with writing():
            note(signed_in.session_id, last_seen_at=now, expires_at=now + LIFETIME)
    return signed_in


def _take_over(token_hash: str) -> None:
    """The first word with the token of a step-up: it becomes the session's only one, and brings its proof.

    Until then the old token goes on without it, so an answer lost on its way signs nobody out.
    """
    db.session.rollback()  # two may come at once; what the other one has done is to be seen
    waiting = sa.and_(Session.next_token_hash == token_hash, Session.ended_at.is_(None))
    if db.session.scalar(sa.select(Session.id).where(waiting)) is None:
        return
    with writing():
        db.session.execute(
            sa.update(Session)
            .where(waiting)
            .values(token_hash=token_hash, fresh_until=Session.next_fresh_until, **_NOTHING_NEXT)
        )


def note(session_id: str, **news: Any) -> None:
    """Bring a session up to date, in a transaction that writes."""
    db.session.execute(sa.update(Session).where(Session.id == session_id).values(**news))


def find_removed(token: str) -> Session | None:
    """The session of a token that was taken away from another device, told or not."""
    hashed = digest(token)
    session = db.session.scalar(
        sa.select(Session).where(sa.or_(Session.token_hash == hashed, Session.next_token_hash == hashed))
    )
    return session if session is not None and session.removed_at is not None else None


def note_wiped(session: Session) -> None:
    """A removed browser says that it has emptied its copy; the first time counts."""
    with writing():
        found = db.session.get(Session, session.id)
        if found is not None and found.wiped_at is None:
            found.wiped_at = clock.now()
            audit.note(found.account_id, "device.wiped", found.id)


def end(signed_in: SignedIn) -> None:
    """Sign this browser out."""
    with writing():
        note(signed_in.session_id, ended_at=clock.now())
        audit.note(signed_in.id, "session.ended", signed_in.session_id)


def devices(signed_in: SignedIn) -> list[dict[str, Any]]:
    """Every signed-in browser of the account, the newest use first, and those lately taken away."""
    now = clock.now()
    live = sa.and_(Session.ended_at.is_(None), Session.expires_at > now)
    rows = db.session.execute(
        sa.select(Session, Device)
        .outerjoin(Device, Device.id == Session.device_id)
        .where(
            Session.account_id == signed_in.id,
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
            "current": s.id == signed_in.session_id,
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


def end_all(account_id: str, but: str = "", removed: bool = False) -> int:
    """End every live session, in a transaction that writes; how many. but: the one that goes on.

    removed: those browsers are to empty their copies; else they keep them, and ask for the password.
    """
    now = clock.now()
    gone = db.session.execute(
        sa.update(Session)
        .where(
            Session.account_id == account_id,
            Session.id != but,
            Session.ended_at.is_(None),
            Session.expires_at > now,
        )
        .values(ended_at=now, **({"removed_at": now} if removed else {}))
        .returning(Session.id)
    )
    return len(gone.all())


def renew(signed_in: SignedIn) -> str:
    """Another token for this session, at once, in a transaction that writes; the old one is worth nothing."""
    token = secrets.token_urlsafe(32)
    note(signed_in.session_id, token_hash=digest(token), **_NOTHING_NEXT)
    return token


def promise(signed_in: SignedIn) -> str:
    """A token that takes over with fresh proof once the browser sends it; in a transaction that writes."""
    token = secrets.token_urlsafe(32)
    note(signed_in.session_id, next_token_hash=digest(token), next_fresh_until=clock.now() + FRESH)
    return token


def require_fresh(signed_in: SignedIn) -> None:
    """Raise FreshProofRequired unless the password was given within the last ten minutes."""
    if signed_in.fresh_until is None or signed_in.fresh_until <= clock.now():
        raise FreshProofRequired
