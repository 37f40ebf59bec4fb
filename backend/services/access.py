"""Who stands before a space: its owner, a caregiver with a live share, or nobody."""

from datetime import datetime
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from backend import clock
from backend.domain.sharing import Access, may
from backend.errors import NotFound
from backend.extensions import db
from backend.models import Account, Share, Space


def access_to(space_id: str, account_id: str) -> Access | None:
    """What this account may do in this space right now, or None."""
    space = db.session.get(Space, space_id)
    if space is None:
        return None
    if space.owner_account_id == account_id:
        return Access("owner", account_id)
    share = live_share(space_id, account_id)
    return Access("caregiver", account_id, frozenset(share.read), frozenset(share.write)) if share else None


def require(action: str, space_id: str, account_id: str) -> Access:
    """The access, if it holds this action. Raises NotFound alike for unknown, foreign and ended spaces."""
    access = access_to(space_id, account_id)
    if access is None or not may(action, access):
        raise NotFound
    return access


def live_share(space_id: str, account_id: str) -> Share | None:
    """The confirmed, unpaused, unexpired share of this space with this account, or None."""
    rows = db.session.scalars(
        sa.select(Share)
        .where(Share.space_id == space_id, Share.caregiver_account_id == account_id, Share.state == "active")
        .order_by(Share.confirmed_at.desc())
    )
    return next((share for share in rows if not expired(share)), None)


def live_shares(account_id: str) -> list[Share]:
    """Every live share this account holds as a caregiver, one per space."""
    rows = db.session.scalars(
        sa.select(Share)
        .where(Share.caregiver_account_id == account_id, Share.state == "active")
        .order_by(Share.confirmed_at.desc())
    )
    first: dict[str, Share] = {}
    for share in rows:
        if not expired(share):
            first.setdefault(share.space_id, share)
    return list(first.values())


def expired(share: Share) -> bool:
    """Whether the share's last day has passed where its owner lives."""
    if share.until is None:
        return False
    return share.until < today_in(share.space_id).isoformat()[:10]


def today_in(space_id: str) -> datetime:
    """The present moment where the owner of a space lives."""
    zone = db.session.scalars(
        sa.select(Account.time_zone)
        .join(Space, Space.owner_account_id == Account.id)
        .where(Space.id == space_id)
    ).one()
    return clock.now().astimezone(ZoneInfo(zone))
