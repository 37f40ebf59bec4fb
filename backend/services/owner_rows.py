"""The owner's feed as the database puts it together: row by row, or a whole page as one text."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple, cast

import orjson
import sqlalchemy as sa
from sqlalchemy.ext.compiler import compiles

from backend.models import Record
from backend.prepared import Prepared
from backend.services.views import View

TABLE = cast(sa.Table, Record.__table__)
# From here on SQLite has concat(), which writes a text once and not once for every part.
CONCAT = (3, 44)


class Rows(NamedTuple):
    """A page: a JSON list of rows, how many, the number of the last (0: none), whether more follow."""

    text: bytes
    many: int
    last: int
    more: bool


class Written(sa.ColumnElement[str]):
    """Parts of a text in one go, none of them null."""

    inherit_cache = False
    type: sa.types.TypeEngine[str] = sa.Text()

    def __init__(self, *parts: sa.ColumnElement[Any]) -> None:
        self.parts = parts


@compiles(Written)
def _written(element: Written, compiler: Any, **words: Any) -> str:
    parts = [compiler.process(part, **words) for part in element.parts]
    module = compiler.dialect.dbapi
    by_hand = compiler.dialect.name == "sqlite" and module and module.sqlite_version_info < CONCAT
    return f"({' || '.join(parts)})" if by_hand else f"concat({', '.join(parts)})"


class Joined(sa.ColumnElement[str]):
    """One text of all rows, with a comma between."""

    inherit_cache = False
    type: sa.types.TypeEngine[str] = sa.Text()

    def __init__(self, text: sa.ColumnElement[Any]) -> None:
        self.text = text


@compiles(Joined, "sqlite")
def _joined_sqlite(element: Joined, compiler: Any, **words: Any) -> str:
    return f"group_concat({compiler.process(element.text, **words)})"


@compiles(Joined)
def _joined(element: Joined, compiler: Any, **words: Any) -> str:
    return f"string_agg({compiler.process(element.text, **words)}, ',')"


def rows(asked: Mapping[str, Any]) -> list[tuple[Any, ...]]:
    """Row by row: number, id, author, whether it says more than its text, text without its author."""
    return _each().rows(asked)


def at_once(view: View, asked: Mapping[str, Any], limit: int, max_bytes: int) -> Rows | None:
    """A page of plain rows the owner wrote, as one text; None where one is more than that, or all too long.

    asked: space, account, after, floor, most: `limit` and one more.
    """
    author = orjson.dumps({"account": view.access.account_id, "name": view.name}).decode() + "}"
    [(count, last, other, joined)] = _page().rows({**asked, "most": limit, "by": author})
    text = (joined or "").encode()
    if other or len(text) > max_bytes:
        return None
    more = count == limit and bool(_follows().rows({**asked, "after": last}))
    return Rows(b"[" + text + b"]", count, last or 0, more)


@lru_cache(maxsize=1)
def _each() -> Prepared:
    shown = _shown().subquery()
    return Prepared(
        sa.select(*(shown.c[name] for name in ("at", "id", "author", "special", "text"))).order_by(shown.c.at)
    )


@lru_cache(maxsize=1)
def _page() -> Prepared:
    shown = _shown().subquery()
    other = sa.or_(shown.c.special == 1, shown.c.author != sa.bindparam("account"))
    return Prepared(
        sa.select(
            sa.func.count(),
            sa.func.max(shown.c.at),
            sa.func.coalesce(sa.func.sum(sa.case((other, 1), else_=0)), 0),
            # As the rows come, which is in order; nothing rests on that inside a page.
            Joined(Written(shown.c.text, sa.bindparam("by", type_=sa.Text))),
        )
    )


@lru_cache(maxsize=1)
def _follows() -> Prepared:
    return Prepared(sa.select(TABLE.c.seq).where(_asked_for()).limit(1))


def _shown() -> sa.Select[Any]:
    """What the owner has not read yet, in order; a row as JSON up to its author, as plain rows have it."""
    table = TABLE.c
    words = (
        *('{"id":"', table.id, '","kind":"', table.kind, '","sv":', sa.cast(table.sv, sa.Text)),
        *(',"deleted":', sa.case((table.deleted, "true"), else_="false")),
        *(',"body":', sa.cast(table.body, sa.Text), ',"fop":', sa.cast(table.fop, sa.Text)),
        *(',"cur_op":"', table.cur_op, '","conf":[],"lost":[],"author":'),
    )
    text = Written(*(sa.literal(word, sa.Text) if isinstance(word, str) else word for word in words))
    special = sa.or_(sa.cast(table.conf, sa.Text) != "[]", table.erased)
    return (
        sa.select(
            table.seq.label("at"),
            table.id,
            table.author_account_id.label("author"),
            sa.case((special, 1), else_=0).label("special"),
            text.label("text"),
        )
        .where(_asked_for())
        .order_by(table.seq)
        .limit(sa.bindparam("most"))
    )


def _asked_for() -> sa.ColumnElement[bool]:
    return sa.and_(
        TABLE.c.space_id == sa.bindparam("space"),
        TABLE.c.seq > sa.bindparam("after"),
        sa.or_(TABLE.c.deleted.is_(False), TABLE.c.seq > sa.bindparam("floor"), _any_phone_makes(TABLE.c.id)),
    )


def _any_phone_makes(record_id: sa.ColumnElement[str]) -> sa.ColumnElement[bool]:
    """Whether every phone makes this id by itself, as of a day (`domain.ids.shared_id`): a UUIDv5 says so.

    A phone that did not know that such a record was deleted would begin it against what it said before.
    """
    return sa.func.substr(record_id, 15, 1) == "5"
