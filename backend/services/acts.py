"""The person's own log: what was done with their account, when, and by whom."""

from datetime import timedelta
from typing import Any

import sqlalchemy as sa

from backend import clock
from backend.extensions import db
from backend.models import Account, Audit, Session, Share, Space
from backend.services import audit
from backend.services.sessions import SignedIn

SHOWN = timedelta(days=366)
AT_MOST = 500
# Nobody proved who they were.
UNPROVEN = frozenset({"session.refused", "recovery.refused"})


def of(signed_in: SignedIn) -> list[dict[str, Any]]:
    """The acts of the last year, newest first, with those of the operator that concern everybody."""
    since = db.session.scalars(sa.select(Account.created_at).where(Account.id == signed_in.id)).one()
    everybody = sa.and_(Audit.account_id.is_(None), Audit.by == audit.OPERATOR, Audit.at >= since)
    mine = sa.select(Share.id).where(Share.space_id == signed_in.space_id)
    accepted = sa.and_(Audit.event == "share.accepted", Audit.about.in_(mine))
    rows = db.session.scalars(
        sa.select(Audit)
        .where(
            Audit.at > clock.now() - SHOWN,
            sa.or_(Audit.account_id == signed_in.id, everybody, accepted),
        )
        .order_by(Audit.at.desc(), Audit.id.desc())
        .limit(AT_MOST)
    ).all()
    devices, names = _devices(signed_in, rows), _names(signed_in, rows)
    return [
        {
            "at": row.at,
            "event": row.event,
            "by": _by(row, signed_in),
            "device": devices.get(row.about or ""),
            "name": names.get(row.about or ""),
        }
        for row in rows
    ]


def _by(row: Audit, signed_in: SignedIn) -> str:
    """`you`, `operator`, `person` for somebody who shares, or `unknown`."""
    if row.by is not None:
        return row.by
    if row.event in UNPROVEN:
        return "unknown"
    return "you" if row.account_id == signed_in.id else audit.PERSON


def _devices(signed_in: SignedIn, rows: Any) -> dict[str, str]:
    """What the list of devices calls the sessions that are named."""
    named = {row.about for row in rows if row.about}
    found = db.session.execute(
        sa.select(Session.id, Session.label).where(Session.account_id == signed_in.id, Session.id.in_(named))
    )
    return {row.id: row.label for row in found}


def _names(signed_in: SignedIn, rows: Any) -> dict[str, str]:
    """Who is on the other side of each share: in the person's own word, or the name of whom they help."""
    named = {row.about for row in rows if row.about}
    found = db.session.execute(
        sa.select(Share.id, Share.space_id, Share.label, Account.display_name)
        .join(Space, Space.id == Share.space_id)
        .join(Account, Account.id == Space.owner_account_id)
        # Whoever has used a code learns no name before the person has said yes.
        .where(
            Share.id.in_(named),
            sa.or_(Share.space_id == signed_in.space_id, Share.confirmed_at.is_not(None)),
        )
    )
    said = {share: label if space == signed_in.space_id else owner for share, space, label, owner in found}
    # Of an account that is gone no name is left.
    return {share: name for share, name in said.items() if name}
