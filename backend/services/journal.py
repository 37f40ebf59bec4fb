"""Writing to a space: one transaction, the space's row locked first, every stored op numbered.

Whoever sees number N can never later see a new change at or below N, since numbers are given out under the
lock and the lock is held to the commit.
"""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import orjson
import sqlalchemy as sa

from backend.domain import merge, sharing
from backend.domain.records import check_body
from backend.prepared import Prepared
from backend.services import access, as_seen, merging, shares_by_sync
from backend.services.ledger import SPACES, Ledger, Sender, Wire
from backend.services.transaction import writing

FINGERPRINTED = ("space", "id", "kind", "sv", "t", "was", "set", "base", "ops", "made_at", "made_tz")
# Words of an ended share that nobody has looked at yet; more than that is no accident.
HELD_MOST = 50


_LOCK = Prepared(
    sa.select(SPACES.c.id, SPACES.c.owner_account_id, SPACES.c.head)
    .where(SPACES.c.id == sa.bindparam("space"))
    .with_for_update()
)


@dataclass(frozen=True)
class Applied:
    """One answer per op in their order, and the newest number with its tag among what counts as accepted."""

    answers: list[dict[str, Any]]
    newest: tuple[int, str] | None = None


def push_ops(
    space_id: str, account_id: str, device_id: str | None, ops: Sequence[Wire]
) -> list[dict[str, Any]]:
    """Apply validated ops of one account in order; the answers are in the same order."""
    return apply(space_id, Sender(account_id, device_id), ops).answers


def apply(
    space_id: str, sender: Sender, ops: Sequence[Wire], also: Callable[[], None] = lambda: None
) -> Applied:
    """Apply validated ops in one transaction.

    ops: wire ops (sync.md) whose `set` was validated for their kind. also: what belongs to the same act.
    Answers are ok, dup, conflict with the lost fields, held, or rejected with a code; or later, for what
    comes behind a rejected one on the same record.
    """
    with writing():
        also()
        return apply_here(space_id, sender, ops)


def apply_here(space_id: str, sender: Sender, ops: Sequence[Wire]) -> Applied:
    """As apply(), inside a transaction that already writes."""
    space = lock(space_id)
    if space is None:
        return Applied([_rejected(op, "no_right") for op in ops])
    ledger = Ledger(space.id, space.owner_account_id, space.head, sender)
    rights = access.rights_in(space_id, space.owner_account_id, sender.account_id)
    ledger.read(ops)
    by_id = {op["op"]: op for op in ops}
    answers = []
    for op in ops:
        answers.append(_apply_one(ledger, rights, op, by_id))
        if answers[-1]["s"] == "rejected":
            ledger.refused.add(op["id"])
    ledger.flush()
    taken = {answer["op"] for answer in answers if answer["s"] in ("ok", "dup", "conflict", "held")}
    numbers = [(known.seq, known.tag) for op, known in ledger.known.items() if op in taken]
    return Applied(answers, max(numbers, default=None))


def record_share(space_id: str, owner_id: str, op: Wire) -> None:
    """Write the server's own word about a share into the owner's feed, in a transaction that writes."""
    accept(space_id, Sender(owner_id), op)


def accept(
    space_id: str, sender: Sender, op: Wire, as_op: str | None = None, n: int | None = None
) -> merge.Outcome:
    """Take one op whoever sent it, in a transaction that writes. Raises merge.Impossible.

    as_op: the id under which fields remember it, where that is not the op's own. n: its place in the outbox
    of the sender's device, as it came.
    """
    space = lock(space_id)
    assert space is not None
    ledger = Ledger(space.id, space.owner_account_id, space.head, sender)
    ledger.read([op])
    outcome = merging.merged(ledger, {**op, "op": as_op or op["op"], "n": n}, {})
    ledger.write(op, outcome, fingerprint(op))
    ledger.flush()
    return outcome


class Locked(NamedTuple):
    """A space under its lock."""

    id: str
    owner_account_id: str
    head: int


def lock(space_id: str) -> Locked | None:
    """The space, with its row locked until the transaction ends, or None."""
    found = _LOCK.rows({"space": space_id})
    return Locked(*found[0]) if found else None


def fingerprint(op: Wire) -> str:
    """SHA-256 of what an op says; its number in the outbox may change when it is sent again."""
    said = {name: op[name] for name in FINGERPRINTED if op.get(name) is not None}
    # That nothing was seen is said by leaving it out, or by null; both say the same.
    if "was" in said:
        said["was"] = {name: seen for name, seen in said["was"].items() if seen is not None}
        if not said["was"]:
            del said["was"]
    return hashlib.sha256(orjson.dumps(said, option=orjson.OPT_SORT_KEYS)).hexdigest()


def earlier_fingerprints(op: Wire) -> set[str]:
    """As earlier builds of the server took it; what they stored may still be sent again."""
    named = {**op, "was": dict.fromkeys(op.get("set") or (), None) | (op.get("was") or {})}
    said = {name: named[name] for name in FINGERPRINTED if named.get(name) is not None}
    second = hashlib.sha256(orjson.dumps(said, option=orjson.OPT_SORT_KEYS)).hexdigest()
    return {second, _first_fingerprint(op), _first_fingerprint(named)}


def _first_fingerprint(op: Wire) -> str:
    said = {name: op.get(name) for name in FINGERPRINTED if name != "ops"}
    return hashlib.sha256(json.dumps(said, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def _apply_one(
    ledger: Ledger, rights: sharing.Access | None, op: Wire, by_id: Mapping[str, Wire]
) -> dict[str, Any]:
    sha256 = op.get("sha256") or fingerprint(op)
    known = ledger.known.get(op["op"])
    if known is not None:
        same = known.sha256 == sha256 or known.sha256 in earlier_fingerprints(op)
        if same and known.account_id == ledger.sender.account_id:
            return {"op": op["op"], "s": "dup"}
        return _rejected(op, "op_reused")
    code = _refusal(rights, op, ledger) if rights else "no_right"
    if code == "no_right" and _had_right(ledger, op):
        code = "held_full" if ledger.held_by_sender() >= HELD_MOST else None
        if code is None:
            ledger.hold(op, sha256)
            return {"op": op["op"], "s": "held"}
    if code:
        return _rejected(op, code)
    try:
        seen = as_seen.with_base(ledger.space_id, rights, op, ledger.records.get(op["id"]))
        outcome = merging.merged(ledger, seen, by_id)
    except merge.Impossible as impossible:
        return _rejected(op, impossible.code)
    if op["id"] in ledger.refused and op["kind"] != "share":
        # It was said on top of what stays behind on the phone. What ends a share waits for nothing.
        return {"op": op["op"], "s": "later", "code": "waits_for_earlier"}
    if op["kind"] == "share":
        shares_by_sync.carry_out(op)
    ledger.write(op, outcome, sha256)
    if outcome.status == merge.CONFLICT:
        return {"op": op["op"], "s": "conflict", "lost": sorted(outcome.lost)}
    return {"op": op["op"], "s": "ok"}


def _refusal(rights: sharing.Access, op: Wire, ledger: Ledger) -> str | None:
    """A code when the op may not be made or does not make sense, else None."""
    row = ledger.records.get(op["id"])
    code = access.refusal(rights, op, row)
    if code is None and op["kind"] == "share":
        code = shares_by_sync.refusal(ledger.space_id, op, row is not None)
    if code is None and op.get("set"):
        code = check_body(op["kind"], {**(row["body"] if row else {}), **op["set"]})
    return code


def _had_right(ledger: Ledger, op: Wire) -> bool:
    """Whether the op was made under a right that has ended since: its owner then decides on it."""
    former = access.former_access(ledger.space_id, ledger.sender.account_id, op["made_at"])
    return former is not None and _refusal(former, op, ledger) is None


def _rejected(op: Wire, code: str) -> dict[str, Any]:
    return {"op": op["op"], "s": "rejected", "code": code}
