"""Who looked: one row per share, channel and hour, so the person can see it."""

from contextlib import suppress
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from backend import clock
from backend.extensions import db
from backend.models import Account, Look
from backend.services import access
from backend.services.transaction import writing

# Stands for every account that was deleted.
GONE = "00000000-0000-0000-0000-000000000000"
WHO_IS_GONE = "Somebody whose account is gone"


def note(space_id: str, account_id: str, channel: str) -> None:
    """Remember that a caregiver was shown something; its own transaction, and once an hour."""
    share = access.live_share(space_id, account_id)
    if share is None:
        return
    hour = clock.now().replace(minute=0, second=0, microsecond=0)
    key, read = (share.id, channel, hour), set(share.read)
    look = db.session.get(Look, key)
    if look and read <= set(look.read or ()):
        return
    # Another phone of theirs may write the same at the same moment; one of the two is enough.
    with suppress(IntegrityError), writing():
        look = db.session.get(Look, key)
        if look:
            look.read = sorted(read | set(look.read or ()))
            return
        db.session.add(
            Look(
                share_id=key[0],
                channel=channel,
                at_hour=hour,
                space_id=space_id,
                account_id=account_id,
                read=sorted(read),
            )
        )


def of_space(space_id: str) -> list[dict[str, Any]]:
    """The looks of the last year, newest first."""
    rows = db.session.execute(
        sa.select(Account.display_name, Look.share_id, Look.channel, Look.at_hour, Look.read)
        .outerjoin(Account, Account.id == Look.account_id)
        .where(Look.space_id == space_id)
        .order_by(Look.at_hour.desc(), Look.share_id, Look.channel)
        .limit(500)
    )
    return [
        {"who": name or WHO_IS_GONE, "share": share, "channel": channel, "at_hour": hour, "read": read}
        for name, share, channel, hour, read in rows
    ]
