"""Words that came in after the right to write them had ended; their owner takes or leaves them."""

import uuid
from typing import Any

import sqlalchemy as sa

from backend.domain import merge
from backend.domain.records import check_body
from backend.errors import NotFound, WrongState
from backend.extensions import db
from backend.models import Account, Change
from backend.services import journal
from backend.services.accounts import space_of
from backend.services.ledger import HELD, Sender
from backend.services.transaction import writing

ACCEPTED, DROPPED = "accepted", "dropped"


def waiting(owner_id: str) -> list[dict[str, Any]]:
    """What waits in the owner's own space, the oldest first."""
    rows = db.session.execute(
        sa.select(Change, Account.display_name)
        .outerjoin(Account, Account.id == Change.account_id)
        .where(Change.space_id == space_of(owner_id), Change.status == HELD)
        .order_by(Change.seq)
    )
    return [
        {
            "op": change.op_id,
            "record": change.record_id,
            "kind": change.kind,
            "t": change.t,
            "set": change.set or {},
            "by": {"account": change.account_id, "name": name or ""},
            "made_at": change.made_at,
            "received_at": change.received_at,
        }
        for change, name in rows
    ]


def decide(owner_id: str, op_id: str, accept: bool) -> None:
    """Take a held op under its author's name, or leave it out. Deciding the same twice changes nothing.

    Raises NotFound for an op that is not held here, WrongState where it was decided the other way or no
    longer fits the record it is about.
    """
    space_id, wanted = space_of(owner_id), ACCEPTED if accept else DROPPED
    with writing():
        journal.lock(space_id)
        change = db.session.get(Change, (space_id, op_id))
        if change is None or change.status not in (HELD, ACCEPTED, DROPPED):
            raise NotFound
        if change.status == wanted:
            return
        if change.status != HELD:
            raise WrongState
        change.status = wanted
        if accept:
            _take(change)


def _take(change: Change) -> None:
    """Apply what was held as a change of its own, since the held one keeps its number."""
    op = {
        "op": str(uuid.uuid5(uuid.UUID(change.op_id), ACCEPTED)),
        "id": change.record_id,
        "kind": change.kind,
        "sv": 1,
        "t": change.t,
        "set": change.set,
        "was": change.was,
        "base": change.base,
        "made_at": change.made_at,
        "made_tz": change.made_tz,
    }
    sender = Sender(change.account_id, change.device_id, change.skew_ms, change.app_version)
    try:
        # Later words of the same author name this op as the one they saw.
        outcome = journal.accept(change.space_id, sender, op, as_op=change.op_id, n=change.n)
    except merge.Impossible:
        raise WrongState from None
    if change.set and check_body(change.kind, outcome.state.body):
        raise WrongState
    change.lost = dict(outcome.lost) or None
