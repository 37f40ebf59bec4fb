"""Writing to a space: one transaction, the space's row locked first, every stored op numbered.

Whoever sees number N can never later see a new change at or below N, since numbers are given out under the
lock and the lock is held to the commit.
"""

import hashlib
import json
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from backend.domain import merge, sharing
from backend.domain.records import check_body
from backend.extensions import db
from backend.models import Change, Record, Space
from backend.services import access, ledger, shares_by_sync
from backend.services.ledger import Sender, Wire
from backend.services.transaction import writing


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
    ledger.write(space, Sender(owner_id), op, record, outcome, fingerprint(op))


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
    ledger.write(space, sender, op, record, outcome, sha256)
    if outcome.status == merge.CONFLICT:
        return {"op": op["op"], "s": "conflict", "lost": sorted(outcome.lost)}
    return {"op": op["op"], "s": "ok"}


def _refusal(rights: sharing.Access, op: Wire, record: Record | None) -> str | None:
    """A code when the op may not be made or does not make sense, else None."""
    if record is None and not sharing.may_name(rights, op["id"]):
        return "no_right"
    if record is not None and sharing.hidden(rights, record.kind, record.body, record.author_account_id):
        return "no_right"
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


def _rejected(op: Wire, code: str) -> dict[str, Any]:
    return {"op": op["op"], "s": "rejected", "code": code}
