"""Records as the wire shows them to a view: with what it is granted, and what waits to be reviewed."""

from collections.abc import Iterable
from typing import Any, NamedTuple

import orjson
import sqlalchemy as sa

from backend.domain import origin, sharing
from backend.extensions import db
from backend.models import Account, Change, Record
from backend.prepared import AnyOf
from backend.services import as_seen
from backend.services.views import View

_OP: Any = Change.__table__.c.op_id


class Plain(NamedTuple):
    """A row of the owner's feed as the database puts it together; `special` ones say more than it can."""

    at: int
    id: str
    author: str
    special: int
    text: str


def of_owner(view: View, found: Iterable[tuple[Any, ...]]) -> list[bytes]:
    """Rows of the owner's feed as JSON; only those that say more than usual are put together here."""
    plain = [Plain(*row) for row in found]
    authors = {row.author for row in plain}
    names = {view.access.account_id: view.name} if authors <= {view.access.account_id} else _names(authors)
    signed = {one: orjson.dumps({"account": one, "name": names.get(one, "")}) + b"}" for one in authors}
    special = [row.id for row in plain if row.special]
    whole = {row["id"]: orjson.dumps(row) for row in as_rows(view, records_of(view.space_id, special))}
    return [whole[row.id] if row.special else row.text.encode() + signed[row.author] for row in plain]


def records_of(space_id: str, ids: list[str]) -> Iterable[Record]:
    """Some records of a space, in no order."""
    if not ids:
        return []
    return db.session.scalars(sa.select(Record).where(Record.space_id == space_id, Record.id.in_(ids)))


def of_caregiver(view: View, found: Iterable[tuple[int, Record]]) -> list[bytes]:
    """Rows of a caregiver's feed as JSON, with what the view is granted."""
    return [orjson.dumps(row) for row in as_rows(view, [record for _, record in found])]


def as_rows(view: View, records: Iterable[Record]) -> list[dict[str, Any]]:
    """Records as the wire shows them to this view."""
    records = list(records)
    # A caregiver sees what became of their own words alone, and is answered by the same statements whatever
    # else was said of them.
    told = [one for one in records if view.is_owner or one.author_account_id == view.access.account_id]
    reviewed = _losers(view.space_id, [op for record in told for op in record.conf], told)
    newest = {} if view.is_owner else as_seen.newest(view.space_id, view.access, told)
    names = _names({r.author_account_id for r in records} | {c.account_id for c in reviewed.values()})
    return [_row(view, record, reviewed, names, newest) for record in records]


def _row(
    view: View, record: Record, reviewed: dict[str, Change], names: dict[str, str], newest: dict[str, str]
) -> dict[str, Any]:
    author = {"account": record.author_account_id, "name": names.get(record.author_account_id, "")}
    row: dict[str, Any] = {"id": record.id, "kind": record.kind, "sv": record.sv, "deleted": record.deleted}
    if record.erased and (view.is_owner or record.author_account_id == view.access.account_id):
        row["erased"] = True
    if view.is_owner:
        lost = [_lost(reviewed[op], names, reviewed[op].lost or {}) for op in record.conf if op in reviewed]
        return row | {
            "body": record.body,
            "fop": record.fop,
            "cur_op": record.cur_op,
            "conf": record.conf,
            "lost": lost,
            "author": author,
        }
    empty: dict[str, Any] = {"body": {}, "fop": {}, "cur_op": None, "conf": [], "lost": []}
    if record.deleted or record.private or record.scope not in view.access.read:
        return row | empty | {"deleted": True, "author": {"account": None, "name": ""}}
    body = sharing.visible_body(record.kind, record.body, view.access.read)
    if record.author_account_id != view.access.account_id:
        return row | empty | {"body": body, "author": author}
    lost = [_lost(reviewed[op], names, {}) for op in record.conf if op in reviewed]
    for one in lost:
        given = reviewed[one["op"]].lost or {}
        one["set"] = sharing.visible_body(record.kind, given, view.access.read)
    # What was said of a field they are not shown is no question to them.
    lost = [one for one in lost if one["set"] or "t" in one]
    cur_op = newest[record.id]
    fop = origin.short(origin.whole(body, record.fop, record.cur_op), cur_op)
    return row | {
        "body": body,
        "fop": {name: op for name, op in fop.items() if name in body},
        "cur_op": cur_op,
        "conf": [one["op"] for one in lost],
        "lost": lost,
        "author": author,
    }


def _lost(change: Change, names: dict[str, str], values: dict[str, Any]) -> dict[str, Any]:
    by = {"account": change.account_id, "name": names.get(change.account_id, "")}
    deleting = {"t": change.t} if change.t == "del" else {}
    return {"op": change.op_id, "by": by, "made_at": change.made_at, "set": values} | deleting


def _losers(space_id: str, ops: list[str], told: list[Record]) -> dict[str, Change]:
    if not told:
        return {}
    found = db.session.scalars(
        sa.select(Change).where(Change.space_id == space_id, AnyOf(_OP, "ops")), {"ops": ops}
    )
    return {change.op_id: change for change in found}


def _names(accounts: set[str]) -> dict[str, str]:
    if not accounts:
        return {}
    rows = db.session.execute(sa.select(Account.id, Account.display_name).where(Account.id.in_(accounts)))
    return dict(rows.all())
