"""Taking an account away with its space and everything that hangs on them."""

import sqlalchemy as sa

from backend.extensions import db
from backend.models import Account, Share, Space
from backend.services import audit, shares
from backend.services.transaction import writing


def remove(account_id: str) -> None:
    """Delete an account, its diary, sessions and shares; an unknown id changes nothing.

    Those whom it helped are told first, each in their own space, that this share has ended. What it wrote
    into their diaries is theirs and stays. The log keeps that an account went, and nothing of what it held.
    """
    for owner_id, share_id in _helped(account_id):
        shares.end(owner_id, share_id)
    with writing():
        gone = db.session.execute(sa.delete(Account).where(Account.id == account_id).returning(Account.id))
        if gone.scalar() is not None:
            audit.note(account_id, "account.deleted")


def _helped(account_id: str) -> list[tuple[str, str]]:
    found = db.session.execute(
        sa.select(Space.owner_account_id, Share.id)
        .join(Space, Space.id == Share.space_id)
        .where(Share.caregiver_account_id == account_id, Share.state != "ended")
    )
    return [(owner_id, share_id) for owner_id, share_id in found]
