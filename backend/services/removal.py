"""Taking an account away with its space and everything that hangs on them."""

import os
from pathlib import Path

import sqlalchemy as sa
from flask import current_app

from backend.extensions import db
from backend.models import Account, Look, Share, Space
from backend.services import audit, looks, shares
from backend.services.transaction import writing


def remove(account_id: str) -> None:
    """Delete an account, its diary, sessions and shares; an unknown id changes nothing.

    Those whom it helped are told first, each in their own space, that this share has ended. What it wrote
    into their diaries is theirs and stays, and so does when it looked. The log keeps that an account
    went, and nothing of what it held.
    """
    for owner_id, share_id in _helped(account_id):
        with audit.by(audit.PERSON):
            shares.end(owner_id, share_id)
    with writing():
        _unname_looks(account_id)
        gone = db.session.execute(sa.delete(Account).where(Account.id == account_id).returning(Account.id))
        known = gone.scalar() is not None
        if known:
            audit.note(account_id, "account.deleted")
    # Only now: an account whose deletion did not go through must never be deleted by a later restore.
    if known:
        _remember(account_id)


def _unname_looks(account_id: str) -> None:
    """That it looked, and when, stays in the other people's logs, without whose account it was."""
    helped = sa.update(Share).where(Share.caregiver_account_id == account_id)
    db.session.execute(helped.values(caregiver_account_id=None, label=""))
    db.session.execute(sa.update(Look).where(Look.account_id == account_id).values(account_id=looks.GONE))


def remove_again() -> int:
    """After a restore: delete the accounts that were deleted since the backup; how many there were."""
    wanted = _list().read_text(encoding="ascii").split() if _list().exists() else []
    back = [one for one in dict.fromkeys(wanted) if db.session.get(Account, one)]
    for account_id in back:
        remove(account_id)
    return len(back)


def _remember(account_id: str) -> None:
    """Note the id beside the database, so that a backup cannot bring the account back."""
    with _list().open("a", encoding="ascii") as file:
        file.write(f"{account_id}\n")
        file.flush()
        os.fsync(file.fileno())


def _list() -> Path:
    folder: Path = current_app.config["LIMBER_INSTANCE"]
    return folder / "deleted_accounts"


def _helped(account_id: str) -> list[tuple[str, str]]:
    found = db.session.execute(
        sa.select(Space.owner_account_id, Share.id)
        .join(Space, Space.id == Share.space_id)
        .where(Share.caregiver_account_id == account_id, Share.state != "ended")
    )
    return [(owner_id, share_id) for owner_id, share_id in found]
