"""Reading a space: the rows of a view after a cursor, filtered by what the view is granted."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from backend.domain import sharing
from backend.extensions import db
from backend.models import Account, Change, Record, Space
from backend.services import seal

SEQ = {group: Record.__table__.c[f"seq_{group}"] for group in ("base", "notes", "names", "intimate")}
MAX_ROWS, MAX_BYTES = 1000, 1_000_000


@dataclass(frozen=True)
class View:
    """What one account reads of one space. id is new whenever the scopes change."""

    space_id: str
    id: str
    access: sharing.Access

    @property
    def is_owner(self) -> bool:
        """Whether this is the person's own view."""
        return self.access.role == "owner"


@dataclass(frozen=True)
class Page:
    """Some rows, the cursor after them, and the newest mark; or the word that reading must start anew."""

    rows: list[dict[str, Any]]
    cursor: str | None
    more: bool
    mark: str | None
    reset: bool = False


def position(view: View) -> sa.ColumnElement[int]:
    """The number a view's feed is ordered by: the newest change of what it is granted."""
    if view.is_owner:
        return Record.__table__.c.seq
    columns = [SEQ[group] for group in sharing.groups_granted(view.access.read)]
    newest: sa.ColumnElement[int] = columns[0]
    for column in columns[1:]:
        newest = sa.case((newest < column, column), else_=newest)
    return newest


def visible(view: View) -> sa.ColumnElement[bool]:
    """Records this view shows as they are."""
    shown = Record.deleted.is_(False)
    if view.is_owner:
        return shown
    return sa.and_(shown, Record.private.is_(False), Record.scope.in_(sorted(view.access.read)))


def in_reach(view: View) -> sa.ColumnElement[bool]:
    """Records this view shows, or showed once and must take back."""
    if view.is_owner:
        return sa.true()
    read = sorted(view.access.read)
    return sa.and_(
        Record.seq_base > 0,
        sa.or_(
            Record.scope.in_(read),
            *(Record.former_scopes.contains(f",{scope},", autoescape=True) for scope in read),
        ),
    )


def page(view: View, sealed: str | None, limit: int = MAX_ROWS, max_bytes: int = MAX_BYTES) -> Page:
    """The rows after a cursor, by number; at most `limit` rows or `max_bytes` of them.

    A row that changes while somebody pages moves to a later page: it can come twice, never not at all.
    """
    cursor = _start(view) if sealed is None else seal.open_cursor(view.space_id, sealed)
    if cursor is None or cursor.view != view.id or not on_timeline(view.space_id, cursor.seq, cursor.tag):
        return Page([], None, False, None, reset=True)
    at = position(view)
    found = db.session.execute(
        sa.select(Record, at.label("at"))
        .where(
            Record.space_id == view.space_id,
            at > cursor.seq,
            in_reach(view),
            sa.or_(visible(view), at > cursor.floor),
        )
        .order_by(at)
        .limit(limit + 1)
    ).all()
    rows, reached = _fill(view, [row[0] for row in found[:limit]], max_bytes)
    more = len(found) > len(rows)
    seq = found[reached - 1][1] if reached else cursor.seq
    tag = tag_at(view.space_id, seq) if seq else ""
    after = seal.Cursor(view.id, seq, tag, cursor.floor if more else 0)
    mark = seal.seal_mark(view.space_id, seal.Mark(seq, tag)) if seq else None
    return Page(rows, seal.seal_cursor(view.space_id, after), more, mark)


def _start(view: View) -> seal.Cursor:
    """The beginning. A first reading needs no word of what was deleted before it began."""
    head = db.session.scalars(sa.select(Space.head).where(Space.id == view.space_id)).one()
    return seal.Cursor(view.id, 0, "", head)


def _fill(view: View, records: Sequence[Record], max_bytes: int) -> tuple[list[dict[str, Any]], int]:
    """As many rows as fit, at least one; with how many records they came from."""
    rows, used = as_rows(view, records), 0
    for count, row in enumerate(rows):
        used += len(json.dumps(row, separators=(",", ":")))
        if used > max_bytes and count:
            return rows[:count], count
    return rows, len(rows)


def on_timeline(space_id: str, seq: int, tag: str) -> bool:
    """Whether this number still carries this tag; a server restored from a backup draws others."""
    return seq == 0 or tag_at(space_id, seq) == tag


def tags_at(space_id: str, numbers: Iterable[int]) -> dict[int, str]:
    """The tags drawn for some numbers; 0, where nothing was written yet, has the empty one."""
    rows = db.session.execute(
        sa.select(Change.seq, Change.tag).where(Change.space_id == space_id, Change.seq.in_(list(numbers)))
    )
    return {0: "", **dict(rows.all())}


def tag_at(space_id: str, seq: int) -> str:
    """The tag drawn for a number, or the empty string where there is none."""
    return (
        db.session.scalar(sa.select(Change.tag).where(Change.space_id == space_id, Change.seq == seq)) or ""
    )


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
