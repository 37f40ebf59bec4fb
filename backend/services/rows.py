"""Records as the wire shows them to a view: with what it is granted, and what waits to be reviewed."""

from collections.abc import Iterable
from typing import Any, NamedTuple

import orjson
import sqlalchemy as sa

from backend.domain import sharing
from backend.extensions import db
from backend.models import Account, Change, Record
from backend.services.views import View


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
    reviewed = _losers(view.space_id, [op for record in records for op in record.conf])
    names = _names({r.author_account_id for r in records} | {c.account_id for c in reviewed.values()})
    return [_row(view, record, reviewed, names) for record in records]


def _row(view: View, record: Record, reviewed: dict[str, Change], names: dict[str, str]) -> dict[str, Any]:
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
    lost = [
        _lost(
            reviewed[op], names, sharing.visible_body(record.kind, reviewed[op].lost or {}, view.access.read)
        )
        for op in record.conf
        if op in reviewed
    ]
    fop = {name: op for name, op in record.fop.items() if name in body}
    return row | {
        "body": body,
        "fop": fop,
        "cur_op": record.cur_op,
        "conf": record.conf,
        "lost": lost,
        "author": author,
    }


def _lost(change: Change, names: dict[str, str], values: dict[str, Any]) -> dict[str, Any]:
    by = {"account": change.account_id, "name": names.get(change.account_id, "")}
    deleting = {"t": change.t} if change.t == "del" else {}
    return {"op": change.op_id, "by": by, "made_at": change.made_at, "set": values} | deleting


def _losers(space_id: str, ops: list[str]) -> dict[str, Change]:
    if not ops:
        return {}
    found = db.session.scalars(sa.select(Change).where(Change.space_id == space_id, Change.op_id.in_(ops)))
    return {change.op_id: change for change in found}


def _names(accounts: set[str]) -> dict[str, str]:
    if not accounts:
        return {}
    rows = db.session.execute(sa.select(Account.id, Account.display_name).where(Account.id.in_(accounts)))
    return dict(rows.all())
