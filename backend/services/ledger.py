"""A push written down: each accepted op under the next number of its space, and the records it leaves.

What is needed of the database is read once before the first op and written once after the last, all inside
the transaction that holds the space's lock.
"""

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, cast

import sqlalchemy as sa

from backend import clock
from backend.domain import merge, origin
from backend.extensions import db
from backend.models import Change, Record, Space
from backend.prepared import AnyOf, Prepared
from backend.services import record
from backend.services.record import Row

Wire = Mapping[str, Any]

CHANGES = cast(sa.Table, Change.__table__)
RECORDS = cast(sa.Table, Record.__table__)
SPACES = cast(sa.Table, Space.__table__)
HELD = "held"
_KEY = ("space_id", "id")


@dataclass(frozen=True)
class Sender:
    """Who sends ops, from which device, and how far that device's clock is off."""

    account_id: str
    device_id: str | None = None
    skew_ms: int | None = None
    app_version: str | None = None


@dataclass(frozen=True)
class Written:
    """An op that was stored: the hash of what it said, whose it was, its number and that number's tag."""

    sha256: str
    account_id: str
    seq: int
    tag: str


@dataclass
class Ledger:
    """One push into one space. head: the number of its newest change. refused: records with a rejected op."""

    space_id: str
    owner_id: str
    head: int
    sender: Sender
    now: datetime = field(default_factory=lambda: clock.now())
    known: dict[str, Written] = field(default_factory=dict)
    records: dict[str, Row] = field(default_factory=dict)
    refused: set[str] = field(default_factory=set)
    _changes: list[Row] = field(default_factory=list)
    _new: set[str] = field(default_factory=set)
    _touched: dict[str, None] = field(default_factory=dict)
    _erased: set[str] = field(default_factory=set)

    def read(self, ops: Iterable[Wire]) -> None:
        """Look up which of these ops are known already, and the records they are about."""
        ops = list(ops)
        asked = {"space": self.space_id, "some": [op["op"] for op in ops]}
        self.known.update((op_id, Written(*said)) for op_id, *said in _KNOWN.rows(asked))
        about = {"space": self.space_id, "some": list({op["id"] for op in ops})}
        for found in _ABOUT.rows(about):
            row = dict(zip(_RECORD_NAMES, found, strict=True))
            self.records[row["id"]] = row

    def state(self, record_id: str) -> merge.State | None:
        """A record as it stands after the ops so far, or None."""
        row = self.records.get(record_id)
        if row is None:
            return None
        fop = origin.whole(row["body"], row["fop"], row["cur_op"])
        return merge.State(row["body"], fop, row["cur_op"], row["deleted"], tuple(row["conf"]), row["erased"])

    def held_by_sender(self) -> int:
        """How many ops of this sender wait for the owner's review, those of this push included."""
        stored: int = db.session.scalars(
            sa.select(sa.func.count())
            .select_from(CHANGES)
            .where(
                CHANGES.c.space_id == self.space_id,
                CHANGES.c.status == HELD,
                CHANGES.c.account_id == self.sender.account_id,
            )
        ).one()
        return stored + len([change for change in self._changes if change["status"] == HELD])

    def lost_by(self, op_id: str) -> Row:
        """What an op of this push said and was not taken."""
        its = next((change["lost"] for change in reversed(self._changes) if change["op_id"] == op_id), None)
        return its or {}

    def hold(self, op: Wire, sha256: str) -> None:
        """Keep an op for the owner's review: under a number, and in nobody's feed."""
        self._change(op, HELD, None, sha256)

    def write(self, op: Wire, outcome: merge.Outcome, sha256: str) -> None:
        """The change and the record's new state under the next number."""
        self._change(op, outcome.status, dict(outcome.lost) or None, sha256)
        if outcome.state.erased:
            self._blank_changes(op["id"])
        row = self.records.get(op["id"])
        if row is None:
            row = self.records[op["id"]] = record.blank(self.space_id, self.sender.account_id, op)
            self._new.add(op["id"])
        self._touched[op["id"]] = None
        record.turn(row, outcome, op, self.head)

    def flush(self) -> None:
        """Bring everything into the database."""
        if not self._changes:
            return
        _HEAD.run({"space": self.space_id, "new_head": self.head})
        if self._erased:
            _BLANK.run({"space": self.space_id, "some": list(self._erased)})
        _INSERT_CHANGES.run_many(self._changes)
        new = [self.records[one] for one in self._touched if one in self._new]
        old = [self.records[one] for one in self._touched if one not in self._new]
        if new:
            _INSERT_RECORDS.run_many(new)
        if old:
            _UPDATE.run_many({**row, "the_space_id": row["space_id"], "the_id": row["id"]} for row in old)
        self._changes, self._new, self._touched, self._erased = [], set(), {}, set()

    def _change(self, op: Wire, status: str, lost: Row | None, sha256: str) -> None:
        self.head += 1
        tag = secrets.token_hex(8)
        sender = self.sender
        seen = {name: one for name, one in (op.get("was") or {}).items() if one is not None}
        self._changes.append(
            {
                "space_id": self.space_id,
                "op_id": op["op"],
                "seq": self.head,
                "tag": tag,
                "record_id": op["id"],
                "kind": op["kind"],
                "t": op["t"],
                "was": seen or None,
                "set": op.get("set"),
                "base": op.get("base"),
                "lost": lost,
                "status": status,
                "account_id": sender.account_id,
                "device_id": sender.device_id,
                "n": op.get("n"),
                "made_at": op["made_at"],
                "made_tz": op.get("made_tz"),
                "skew_ms": sender.skew_ms,
                "received_at": self.now,
                "app_version": sender.app_version,
                "sha256": sha256,
            }
        )
        self.known[op["op"]] = Written(sha256, sender.account_id, self.head, tag)

    def _blank_changes(self, record_id: str) -> None:
        """Take the words out of everything that was said of a record; that it was said stays."""
        self._erased.add(record_id)
        for change in self._changes:
            if change["record_id"] == record_id:
                change.update(was=None, set=None, lost=None)


_KNOWN = Prepared(
    sa.select(CHANGES.c.op_id, CHANGES.c.sha256, CHANGES.c.account_id, CHANGES.c.seq, CHANGES.c.tag).where(
        CHANGES.c.space_id == sa.bindparam("space"), AnyOf(CHANGES.c.op_id, "some")
    )
)
_ABOUT = Prepared(
    sa.select(RECORDS).where(RECORDS.c.space_id == sa.bindparam("space"), AnyOf(RECORDS.c.id, "some"))
)
_RECORD_NAMES = tuple(RECORDS.c.keys())
_HEAD = Prepared(
    sa.update(SPACES)
    .where(SPACES.c.id == sa.bindparam("space"))
    .values(head=sa.bindparam("new_head", type_=SPACES.c.head.type))
)
_BLANK = Prepared(
    sa.update(CHANGES)
    .where(CHANGES.c.space_id == sa.bindparam("space"), AnyOf(CHANGES.c.record_id, "some"))
    .values(was=sa.null(), set=sa.null(), lost=sa.null())
)
_INSERT_CHANGES = Prepared(sa.insert(CHANGES), CHANGES.c.keys())
_INSERT_RECORDS = Prepared(sa.insert(RECORDS), _RECORD_NAMES)
# Every column of a record but what it is and its author, who never changes.
_UPDATED = tuple(name for name in _RECORD_NAMES if name not in (*_KEY, "kind", "author_account_id"))
_UPDATE = Prepared(
    sa.update(RECORDS)
    .where(*(RECORDS.c[name] == sa.bindparam(f"the_{name}") for name in _KEY))
    .values({name: sa.bindparam(name, type_=RECORDS.c[name].type) for name in _UPDATED})
)
