"""The people somebody may see, read without a device: for scripts, reports and a first look."""

from typing import Any

import sqlalchemy as sa

from backend.domain import overview as day
from backend.domain.confirmed import is_counted
from backend.errors import NotFound
from backend.extensions import db
from backend.models import Account, Change, Record, Space
from backend.services import access, feed, looks, rows, views
from backend.services.sessions import SignedIn

MAX_RECORDS = 5000


def of(who: SignedIn) -> list[dict[str, Any]]:
    """Everyone who shares with this account right now."""
    entries = views.views_of(who)
    return [
        {
            "space": space,
            "name": name,
            "read": sorted(view.access.read),
            "write": sorted(view.access.write),
            "until": until,
            "state": "active",
        }
        for space, (view, name, until) in entries.items()
        if not view.is_owner
    ]


def records(
    who: SignedIn, space_id: str, kind: str | None, first_on: str | None, last_on: str | None
) -> list[dict[str, Any]]:
    """The visible records of one person, oldest first. Raises NotFound."""
    view, _ = _view(who, space_id)
    query = sa.select(Record).where(Record.space_id == space_id, feed.visible(view))
    if kind:
        query = query.where(Record.kind == kind)
    if first_on:
        query = query.where(Record.occurred_on >= first_on)
    if last_on:
        query = query.where(Record.occurred_on <= last_on)
    found = db.session.scalars(query.order_by(Record.occurred_on, Record.id).limit(MAX_RECORDS))
    shown = rows.as_rows(view, found)
    if shown and not view.is_owner:
        looks.note(space_id, who.id, "records")
    return shown


def overview(who: SignedIn, space_id: str) -> dict[str, Any]:
    """One person's day by what is shared. Raises NotFound."""
    view, name = _view(who, space_id)
    today = access.today_in(space_id).date()
    found = db.session.scalars(
        sa.select(Record).where(
            Record.space_id == space_id,
            feed.visible(view),
            Record.kind.in_(("symptom", "daily")),
            Record.occurred_on >= today.fromordinal(today.toordinal() - day.USUAL_DAYS).isoformat(),
        )
    )
    owner = db.session.get_one(Space, space_id).owner_account_id
    # A score somebody gave for the person is none of theirs before they said so.
    counted = [one for one in found if is_counted(one.kind, one.body, one.author_account_id, owner)]
    bodies = [(row["kind"], row["body"]) for row in rows.as_rows(view, counted)]
    if not view.is_owner:
        looks.note(space_id, who.id, "overview")
    return {"space": space_id, "name": name, **day.overview(bodies, today)}


def history(who: SignedIn, space_id: str, record_id: str) -> list[dict[str, Any]]:
    """Every change of one record, oldest first; for its owner alone. Raises NotFound."""
    access.require("history.read", space_id, who.id)
    found = db.session.execute(
        sa.select(Change, Account.display_name)
        .outerjoin(Account, Account.id == Change.account_id)
        .where(Change.space_id == space_id, Change.record_id == record_id)
        .order_by(Change.seq)
    ).all()
    if not found:
        raise NotFound
    return [
        {
            "op": c.op_id,
            "t": c.t,
            "set": c.set or {},
            "lost": c.lost or {},
            "made_at": c.made_at,
            "received_at": c.received_at,
            "by": {"account": c.account_id, "name": name or ""},
        }
        for c, name in found
    ]


def _view(who: SignedIn, space_id: str) -> tuple[views.View, str]:
    entry = views.views_of(who).get(space_id)
    if entry is None:
        raise NotFound
    return entry[0], entry[1]
