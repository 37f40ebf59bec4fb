"""Reading a space: the rows of a view after a cursor, filtered by what the view is granted."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, cast

import orjson
import sqlalchemy as sa

from backend.domain import sharing
from backend.extensions import db
from backend.models import Change, Record, Space
from backend.prepared import AnyOf, Prepared
from backend.services import rows, seal
from backend.services.views import View

RECORDS = cast(sa.Table, Record.__table__)
SEQ = {group: Record.__table__.c[f"seq_{group}"] for group in ("base", "notes", "names", "intimate")}
MAX_ROWS, MAX_BYTES = 1000, 1_000_000
_TAGS = Prepared(
    sa.select(Change.__table__.c.seq, Change.__table__.c.tag).where(
        Change.__table__.c.space_id == sa.bindparam("space"), AnyOf(Change.__table__.c.seq, "numbers")
    )
)
_HEAD = Prepared(sa.select(Space.head).where(Space.id == sa.bindparam("space")))


@dataclass(frozen=True)
class Page:
    """Some rows, the cursor after them, and the newest mark; or the word that reading must start anew."""

    rows: list[orjson.Fragment]
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

    tags: those already looked up, by number. Rows come as JSON fragments.
    A row that changes while somebody pages moves to a later page: it can come twice, never not at all.
    """
    cursor = _start(view) if sealed is None else seal.open_cursor(view.space_id, sealed)
    if cursor is None or cursor.view != view.id or not _holds(view.space_id, cursor, tags or {}):
        return Page([], None, False, None, reset=True)
    known = {cursor.seq: cursor.tag, **(tags or {})}
    asked = {"space": view.space_id, "after": cursor.seq, "floor": cursor.floor, "most": limit + 1}
    if view.is_owner:
        found: list[Any] = _owner_rows().rows(asked)
        texts = rows.of_owner(view, found[:limit])
    else:
        found = list(db.session.execute(_caregiver_rows(view), asked))
        texts = rows.of_caregiver(view, found[:limit])
    reached = _fitting(texts, max_bytes)
    more = len(found) > reached
    seq = found[reached - 1][0] if reached else cursor.seq
    tag = (known.get(seq) or tag_at(view.space_id, seq)) if seq else ""
    after = seal.Cursor(view.id, seq, tag, cursor.floor if more else 0)
    mark = seal.seal_mark(view.space_id, seal.Mark(seq, tag)) if seq else None
    fragments = [orjson.Fragment(text) for text in texts[:reached]]
    return Page(fragments, seal.seal_cursor(view.space_id, after), more, mark)


def _start(view: View) -> seal.Cursor:
    """The beginning. A first reading needs no word of what was deleted before it began."""
    [(head,)] = _HEAD.rows({"space": view.space_id})
    return seal.Cursor(view.id, 0, "", head)


def _holds(space_id: str, cursor: seal.Cursor, tags: Mapping[int, str]) -> bool:
    known = tags.get(cursor.seq)
    return known == cursor.tag if known is not None else on_timeline(space_id, cursor.seq, cursor.tag)


def _fitting(texts: list[bytes], max_bytes: int) -> int:
    """How many of the rows fit, at least one."""
    used = 0
    for count, text in enumerate(texts):
        used += len(text) + 1
        if used > max_bytes and count:
            return count
    return len(texts)


@lru_cache(maxsize=1)
def _owner_rows() -> Prepared:
    """What the owner has not read yet; plain rows as text the database puts together, which is quicker."""
    table = RECORDS.c
    words = (
        *('{"id":"', table.id, '","kind":"', table.kind, '","sv":', sa.cast(table.sv, sa.Text)),
        *(',"deleted":', sa.case((table.deleted, "true"), else_="false")),
        *(',"body":', sa.cast(table.body, sa.Text), ',"fop":', sa.cast(table.fop, sa.Text)),
        *(',"cur_op":"', table.cur_op, '","conf":[],"lost":[],"author":'),
    )
    text: Any = sa.literal(words[0], sa.Text)
    for word in words[1:]:
        text = text.concat(sa.literal(word, sa.Text) if isinstance(word, str) else word)
    return Prepared(
        sa.select(
            table.seq.label("at"),
            table.id,
            table.author_account_id.label("author"),
            sa.or_(sa.cast(table.conf, sa.Text) != "[]", table.erased).label("special"),
            text.label("text"),
        )
        .where(
            table.space_id == sa.bindparam("space"),
            table.seq > sa.bindparam("after"),
            sa.or_(table.deleted.is_(False), table.seq > sa.bindparam("floor")),
        )
        .order_by(table.seq)
        .limit(sa.bindparam("most"))
    )


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
