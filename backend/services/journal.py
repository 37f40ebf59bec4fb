"""Writing to a space: one transaction, the space's row locked first, every stored op numbered.

Whoever sees number N can never later see a new change at or below N, since numbers are given out under the
lock and the lock is held to the commit.
"""

import hashlib
import json
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from backend import clock
from backend.domain import merge, sharing
from backend.domain.records import check_body
from backend.extensions import db
from backend.models import Change, Record, Space
from backend.services import access, shares_by_sync
from backend.services.transaction import writing

Wire = Mapping[str, Any]


@dataclass(frozen=True)
class Sender:
    """Who sends ops, from which device, and how far that device's clock is off."""

    account_id: str
    device_id: str | None = None
    skew_ms: int | None = None
    app_version: str | None = None


def push_ops(
    space_id: str, account_id: str, device_id: str | None, ops: Sequence[Wire]
) -> list[dict[str, Any]]:
    """Apply validated ops of one account in order; the answers are in the same order."""
    return apply(space_id, Sender(account_id, device_id), ops)


def apply(space_id: str, sender: Sender, ops: Sequence[Wire]) -> list[dict[str, Any]]:
    """Apply validated ops in one transaction.

    ops: wire ops (sync.md) whose `set` was validated for their kind.
    Returns one answer per op: ok, dup, conflict with the lost fields, or rejected with a code.
    """
    with writing():
        return apply_here(space_id, sender, ops)


def apply_here(space_id: str, sender: Sender, ops: Sequence[Wire]) -> list[dict[str, Any]]:
    """As apply(), inside a transaction that already writes."""
    space = lock(space_id)
    rights = access.access_to(space_id, sender.account_id) if space else None
    if space is None or rights is None:
        return [_rejected(op, "no_right") for op in ops]
    return [_apply_one(space, rights, sender, op) for op in ops]


def record_share(space_id: str, owner_id: str, op: Wire) -> None:
    """Write the server's own word about a share into the owner's feed, in a transaction that writes."""
    space = lock(space_id)
    assert space is not None
    record = db.session.get(Record, (space_id, op["id"]))
    outcome = merge.merge(_state(record), merge.Op(op["op"], "put", "share", op["set"], op["was"]))
    _store(space, Sender(owner_id), op, record, outcome, fingerprint(op))


def lock(space_id: str) -> Space | None:
    """The space with its row locked until the transaction ends, or None."""
    return db.session.scalar(
        sa.select(Space)
        .where(Space.id == space_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )


def fingerprint(op: Wire) -> str:
    """SHA-256 of what an op says; its number in the outbox may change when it is sent again."""
    kept = {
        name: op.get(name)
        for name in ("space", "id", "kind", "sv", "t", "was", "set", "base", "made_at", "made_tz")
    }
    return hashlib.sha256(json.dumps(kept, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def _apply_one(space: Space, rights: sharing.Access, sender: Sender, op: Wire) -> dict[str, Any]:
    sha256 = op.get("sha256") or fingerprint(op)
    known = db.session.get(Change, (space.id, op["op"]))
    if known is not None:
        if known.sha256 == sha256 and known.account_id == sender.account_id:
            return {"op": op["op"], "s": "dup"}
        return _rejected(op, "op_reused")
    record = db.session.get(Record, (space.id, op["id"]))
    code = _refusal(rights, op, record)
    if code is None and op["kind"] == "share":
        code = shares_by_sync.refusal(space.id, op, record is not None)
    if code:
        return _rejected(op, code)
    state = _state(record)
    try:
        outcome = merge.merge(
            state,
            merge.Op(op["op"], op["t"], op["kind"], op.get("set") or {}, op.get("was") or {}, op.get("base")),
        )
    except merge.Impossible as impossible:
        return _rejected(op, impossible.code)
    if op["kind"] == "share":
        shares_by_sync.carry_out(op)
    _store(space, sender, op, record, outcome, sha256)
    if outcome.status == merge.CONFLICT:
        return {"op": op["op"], "s": "conflict", "lost": sorted(outcome.lost)}
    return {"op": op["op"], "s": "ok"}


def _refusal(rights: sharing.Access, op: Wire, record: Record | None) -> str | None:
    """A code when the op may not be made or does not make sense, else None."""
    if record is not None and record.kind != op["kind"]:
        return "kind_differs"
    body = dict(record.body) if record is not None else {}
    merged = {**body, **(op.get("set") or {})}
    author = record.author_account_id if record is not None else None
    for scope in {sharing.scope_of(op["kind"], merged), sharing.scope_of(op["kind"], body or merged)}:
        code = sharing.refusal(rights, op["t"], op["kind"], scope, author)
        if code:
            return code
    return check_body(op["kind"], merged) if op["t"] == "put" else None


def _state(record: Record | None) -> merge.State | None:
    if record is None:
        return None
    return merge.State(record.body, record.fop, record.cur_op, record.deleted, tuple(record.conf))


def _store(
    space: Space, sender: Sender, op: Wire, record: Record | None, outcome: merge.Outcome, sha256: str
) -> None:
    """The change and the record's new state under the next number."""
    space.head += 1
    db.session.add(
        Change(
            space_id=space.id,
            op_id=op["op"],
            seq=space.head,
            tag=secrets.token_hex(8),
            record_id=op["id"],
            kind=op["kind"],
            t=op["t"],
            was=op.get("was"),
            set=op.get("set"),
            base=op.get("base"),
            lost=dict(outcome.lost) or None,
            status=outcome.status,
            account_id=sender.account_id,
            device_id=sender.device_id,
            n=op.get("n"),
            made_at=op["made_at"],
            made_tz=op.get("made_tz"),
            skew_ms=sender.skew_ms,
            received_at=clock.now(),
            app_version=sender.app_version,
            sha256=sha256,
        )
    )
    if record is None:
        record = Record(
            space_id=space.id,
            id=op["id"],
            kind=op["kind"],
            sv=op["sv"],
            rev=0,
            seq_base=0,
            seq_notes=0,
            seq_names=0,
            seq_intimate=0,
            private=False,
            former_scopes="",
            scope=None,
            body={},
            author_account_id=sender.account_id,
            deleted=False,
        )
        db.session.add(record)
    _move_feeds(record, outcome, space.head)
    record.body, record.fop = dict(outcome.state.body), dict(outcome.state.fop)
    record.cur_op, record.conf = outcome.state.cur_op, list(outcome.state.conf)
    record.deleted, record.sv = outcome.state.deleted, max(record.sv, op["sv"])
    record.seq, record.rev = space.head, record.rev + 1
    record.occurred_at, record.occurred_on, record.tz = _when(record.body)
    db.session.flush()


def _move_feeds(record: Record, outcome: merge.Outcome, seq: int) -> None:
    """Move the numbers a caregiver's feed follows, and only where a caregiver may notice the change."""
    body = outcome.state.body
    was_private, was_scope = record.private, record.scope
    record.private = body.get("private") is True
    record.scope = sharing.scope_of(record.kind, body)
    if was_scope is not None and was_scope != record.scope and not was_private:
        kept = {*record.former_scopes.split(","), was_scope} - {""}
        record.former_scopes = f",{','.join(sorted(kept))},"
    if (was_private and record.private) or (record.private and record.rev == 0):
        return
    whole = outcome.came_or_went or was_private != record.private or was_scope != record.scope
    moved = (
        {"base", "notes", "names", "intimate"}
        if whole
        else {sharing.group_of(record.kind, name) for name in outcome.changed}
    )
    for group in ("base", "notes", "names", "intimate"):
        if group in moved:
            setattr(record, f"seq_{group}", seq)


def _when(body: Mapping[str, Any]) -> tuple[datetime | None, str | None, str | None]:
    """The instant, the person's date and the zone a body speaks of."""
    at = body.get("at")
    moment = datetime.fromisoformat(at) if isinstance(at, str) else None
    on = body.get("on") or (at[:10] if isinstance(at, str) else None)
    return moment, on, body.get("tz")


def _rejected(op: Wire, code: str) -> dict[str, Any]:
    return {"op": op["op"], "s": "rejected", "code": code}
