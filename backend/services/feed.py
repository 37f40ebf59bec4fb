"""Reading a space: the rows of a view after a cursor, filtered by what the view is granted."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, cast

import orjson
import sqlalchemy as sa

from backend.domain import sharing
from backend.extensions import db
from backend.models import Change, Record, Space
from backend.prepared import AnyOf, Prepared
from backend.services import owner_rows, rows, seal
from backend.services.owner_rows import Rows
from backend.services.views import View

RECORDS = cast(sa.Table, Record.__table__)
SEQ = {group: Record.__table__.c[f"seq_{group}"] for group in ("base", "notes", "names", "intimate")}
MAX_ROWS, MAX_BYTES = 1000, 1_000_000
NO_ROWS = orjson.Fragment(b"[]")
_TAGS = Prepared(
    sa.select(Change.__table__.c.seq, Change.__table__.c.tag).where(
        Change.__table__.c.space_id == sa.bindparam("space"), AnyOf(Change.__table__.c.seq, "numbers")
    )
)
_HEAD = Prepared(sa.select(Space.head).where(Space.id == sa.bindparam("space")))


@dataclass(frozen=True)
class Page:
    """Some rows, the cursor after them, and the newest mark; or the word that reading must start anew.

    rows: a JSON list. count: how many it has.
    """

    rows: orjson.Fragment
    count: int
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


def page(
    view: View,
    sealed: str | None,
    limit: int = MAX_ROWS,
    max_bytes: int = MAX_BYTES,
    tags: Mapping[int, str] | None = None,
) -> Page:
    """The rows after a cursor, by number; at most `limit` rows or `max_bytes` of them.

    tags: those already looked up, by number.
    A row that changes while somebody pages moves to a later page: it can come twice, never not at all. Where
    a restore moves it back below what was read, the reading starts anew.
    """
    cursor = _start(view) if sealed is None else seal.open_cursor(view.space_id, sealed)
    if cursor is None or cursor.view != view.id or (sealed and not _holds(view.space_id, cursor, tags or {})):
        return Page(NO_ROWS, 0, None, False, None, reset=True)
    known = {cursor.seq: cursor.tag, **(tags or {})}
    asked = {"space": view.space_id, "after": cursor.seq, "floor": cursor.floor, "most": limit + 1}
    asked["account"] = view.access.account_id
    found = (owner_rows.at_once(view, asked, limit, max_bytes) if view.is_owner else None) or _one_by_one(
        view, asked, limit, max_bytes
    )
    more, seq = found.more, found.last or cursor.seq
    tag = (known.get(seq) or tag_at(view.space_id, seq)) if seq else ""
    floor = cursor.floor if more else 0
    began = (cursor.floor_tag or tag_at(view.space_id, floor)) if floor else ""
    after = seal.Cursor(view.id, seq, tag, floor, began, *(_newest(view) if more else ()))
    mark = seal.seal_mark(view.space_id, seal.Mark(seq, tag)) if seq else None
    return Page(orjson.Fragment(found.text), found.many, seal.seal_cursor(view.space_id, after), more, mark)


def _start(view: View) -> seal.Cursor:
    """The beginning. A first reading needs no word of what was deleted before it began, except of days."""
    return seal.Cursor(view.id, 0, "", _head(view))


def _head(view: View) -> int:
    """The newest number of a view.

    For a caregiver that is where their own view stands: the space's head would tell of what they never see.
    """
    if view.is_owner:
        [(head,)] = _HEAD.rows({"space": view.space_id})
        return int(head)
    its = sa.select(sa.func.max(position(view))).where(Record.space_id == view.space_id, in_reach(view))
    return db.session.scalar(its) or 0


def _newest(view: View) -> tuple[int, str]:
    """The newest number of a view, and its tag."""
    head = _head(view)
    return head, tag_at(view.space_id, head) if head else ""


def _holds(space_id: str, cursor: seal.Cursor, tags: Mapping[int, str]) -> bool:
    """Whether what was read, where the reading began and what was there meanwhile are of this timeline.

    A floor of another one would hide what was deleted here meanwhile, and stood on a page that was read. What
    had moved to a later page, and is back where it was, would be on none.
    """

    def holds(seq: int, tag: str) -> bool:
        known = tags.get(seq)
        return known == tag if known is not None else on_timeline(space_id, seq, tag)

    places = ((cursor.seq, cursor.tag), (cursor.floor, cursor.floor_tag), (cursor.newest, cursor.newest_tag))
    return all(holds(seq, tag) for seq, tag in places)


def _one_by_one(view: View, asked: Mapping[str, Any], limit: int, max_bytes: int) -> Rows:
    """Each row looked at: of a caregiver's feed, and of an owner's where one says more than usual."""
    if view.is_owner:
        found: list[Any] = owner_rows.rows(asked)
        texts = rows.of_owner(view, found[:limit])
    else:
        found = list(db.session.execute(_caregiver_rows(view), asked))
        texts = rows.of_caregiver(view, found[:limit])
    reached = _fitting(texts, max_bytes)
    last = found[reached - 1][0] if reached else 0
    return Rows(b"[" + b",".join(texts[:reached]) + b"]", reached, last, len(found) > reached)


def _fitting(texts: list[bytes], max_bytes: int) -> int:
    """How many of the rows fit, at least one."""
    used = 0
    for count, text in enumerate(texts):
        used += len(text) + 1
        if used > max_bytes and count:
            return count
    return len(texts)


def _caregiver_rows(view: View) -> sa.Select[int, Record]:
    at = position(view)
    return (
        sa.select(at.label("at"), Record)
        .where(
            Record.space_id == sa.bindparam("space"),
            at > sa.bindparam("after"),
            in_reach(view),
            sa.or_(visible(view), at > sa.bindparam("floor")),
        )
        .order_by(at)
        .limit(sa.bindparam("most"))
    )


def on_timeline(space_id: str, seq: int, tag: str) -> bool:
    """Whether this number still carries this tag; a server restored from a backup draws others."""
    return seq == 0 or tag_at(space_id, seq) == tag


def tags_at(space_id: str, numbers: Iterable[int]) -> dict[int, str]:
    """The tags drawn for some numbers; 0, where nothing was written yet, has the empty one."""
    return {0: "", **dict(_TAGS.rows({"space": space_id, "numbers": list(numbers)}))}


def tag_at(space_id: str, seq: int) -> str:
    """The tag drawn for a number, or the empty string where there is none."""
    return tags_at(space_id, [seq]).get(seq, "")
