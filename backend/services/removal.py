"""Taking an account away with its space and everything that hangs on them."""

import sqlalchemy as sa

from backend.extensions import db
from backend.models import Account
from backend.services.transaction import writing


def remove(account_id: str) -> None:
    """Delete an account, its diary, sessions and shares; an unknown id changes nothing."""
    with writing():
        db.session.execute(sa.delete(Account).where(Account.id == account_id))
