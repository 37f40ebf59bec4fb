"""Who looked: one row per share, channel and hour, so the person can see it."""

from typing import Any

import sqlalchemy as sa

from backend import clock
from backend.extensions import db
from backend.models import Account, Look
from backend.services import access
from backend.services.transaction import writing


def note(space_id: str, account_id: str, channel: str) -> None:
    """Remember that a caregiver was shown something; its own transaction, and once an hour."""
    share = access.live_share(space_id, account_id)
    if share is None:
        return
    hour = clock.now().replace(minute=0, second=0, microsecond=0)
    share_id = share.id
    if db.session.get(Look, (share_id, channel, hour)):
        return
    with writing():
        if not db.session.get(Look, (share_id, channel, hour)):
            db.session.add(
                Look(
                    share_id=share_id, channel=channel, at_hour=hour, space_id=space_id, account_id=account_id
                )
            )


def of_space(space_id: str) -> list[dict[str, Any]]:
    """The looks of the last year, newest first."""
    rows = db.session.execute(
        sa.select(Account.display_name, Look.channel, Look.at_hour)
        .join(Account, Account.id == Look.account_id)
        .where(Look.space_id == space_id)
        .order_by(Look.at_hour.desc())
        .limit(500)
    )
    return [{"who": name, "channel": channel, "at_hour": hour} for name, channel, hour in rows]
