"""The log of acts: sign-ins, shares, ended devices. Who, what, when; never a word of a diary."""

from backend import clock
from backend.extensions import db
from backend.models import Audit


def note(account_id: str | None, event: str, about: str | None = None) -> None:
    """Add one line to the transaction under way."""
    db.session.add(Audit(at=clock.now(), account_id=account_id, event=event, about=about))
