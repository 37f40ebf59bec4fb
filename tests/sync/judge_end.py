"""What must hold when a run is over: late answers are in, everything that can be sent is sent."""

from typing import Any

from tests.sync.broken import Broken
from tests.sync.judge_journal import accepted_id, judge_journal
from tests.sync.judge_step import NO_ROWS
from tests.sync.machine import Machine
from tests.sync.shapes import Look
from tests.sync.words import CAREGIVER, DEVICES, OWNER, opened

KEPT = "every op saved on a device that was not evicted is in `change`"
ONCE = "each op is there once"
EQUAL = "all devices equal the server's filtered rows"
STILL = "a second sync moves nothing"
ROUNDS = 8


def settle(m: Machine) -> None:
    """Late answers are delivered; then everybody syncs and tries again what was refused, until nothing moves.

    The last round is the second sync that has to move nothing: one request a device, and all stays as it was.
    """
    for _ in range(400):
        if not m.net:
            break
        m.carry(m.net[0])
    everybody = DEVICES if m.story.shared else OWNER
    before: Any = None
    for _ in range(ROUNDS):
        requests = 0
        for device in everybody:
            m.world.tick()
            m.phones[device].retry()
            requests += m.exchange(device)
        after = _all_that_is(m)
        if before == after:
            if requests != len(everybody):
                raise Broken(STILL, f"nothing moved, and it took {requests} requests")
            return
        before = after
    raise Broken(STILL, f"something still moves after {ROUNDS} rounds")


def _all_that_is(m: Machine) -> Any:
    phones = [m.phones[device].look() for device in DEVICES]
    return m.world.head(), [(look.rows, look.parked, look.ops) for look in map(_copied, phones)]


def _copied(look: Look) -> Look:
    ops = [{name: op.get(name) for name in ("op", "state", "code")} for op in look.ops]
    return Look(rows=dict(look.rows), parked=dict(look.parked), ops=ops)


def judge_end(m: Machine) -> None:
    """Every invariant of a finished run."""
    settle(m)
    looks = [m.phones[device].look() for device in DEVICES]
    records = [one for one in m.world.records() if one["kind"] != "share"]
    changes = m.world.changes()
    _judge_kept(m, looks, changes)
    for device in OWNER:
        _judge_owner(device, looks[device], records, changes)
    for device in CAREGIVER:
        _judge_caregiver(m, device, looks[device], records)
    judge_journal(m.story, records, changes)


def _judge_kept(m: Machine, looks: list[Look], changes: list[dict[str, Any]]) -> None:
    """An op may be missing only where a person was told: it is in the outbox, refused, or waits behind one.

    The one exemption: what a caregiver's device had sent, was told was taken, and can no longer prove, since
    afterwards it was told that the share had ended, and the server was put back to a copy without it.
    """
    there = {change["op_id"] for change in changes}
    for op, saved in m.story.saved.items():
        if op in there or saved.op["id"] in m.story.erased or (saved.device, saved.life) in m.story.evicted:
            continue
        mine = {one["op"]: one for one in looks[saved.device].ops}
        if op in mine and _told(mine[op], looks[saved.device].ops):
            continue
        both = min(m.story.wiped.get(saved.device, -1), m.story.went_back)
        if saved.device in CAREGIVER and op not in mine and saved.step <= both:
            continue
        raise Broken(KEPT, f"{saved.op} of device {saved.device}; in its outbox: {mine.get(op)}")
    known = {*m.story.saved, *map(accepted_id, m.story.saved)}
    strangers = [c for c in changes if c["kind"] != "share" and c["op_id"] not in known]
    if strangers:
        raise Broken(ONCE, f"nobody saved {strangers}")
    said = [(c["record_id"], c["device_id"], c["n"], c["sha256"]) for c in changes if c["device_id"]]
    if len(said) != len(set(said)):
        raise Broken(ONCE, "one op was stored under two ids")


def _told(op: dict[str, Any], ops: list[dict[str, Any]]) -> bool:
    if op["state"] == "blocked":
        return True
    earlier = [one for one in ops if one["id"] == op["id"] and one["n"] < op["n"]]
    return any(one["state"] == "blocked" for one in earlier)


def _judge_owner(
    device: int, look: Look, records: list[dict[str, Any]], changes: list[dict[str, Any]]
) -> None:
    by_op = {change["op_id"]: change for change in changes}
    here = {one: row for one, row in {**look.rows, **look.parked}.items() if row["kind"] != "share"}
    shown = {one: row for one, row in here.items() if not row["deleted"]}
    there = {record["id"]: record for record in records}
    alive = {one for one, record in there.items() if not record["deleted"]}
    if set(shown) != alive:
        raise Broken(EQUAL, f"device {device}: {sorted(set(shown) ^ alive)} of {len(alive)}")
    for one, row in here.items():
        if one not in there or row["deleted"] != there[one]["deleted"]:
            raise Broken(EQUAL, f"device {device} has {row} and the server {there.get(one)}")
    for one, row in shown.items():
        for name in ("kind", "body", "fop", "cur_op", "conf"):
            if row[name] != there[one][name]:
                raise Broken(EQUAL, f"device {device}, {name} of {one}: {row[name]} and {there[one][name]}")
        lost = {item["op"]: item["set"] for item in row["lost"]}
        for op in row["conf"]:
            if (by_op[op]["lost"] or {}) != lost.get(op, {}):
                raise Broken(EQUAL, f"device {device}: {op} lost {by_op[op]['lost']}, told as {lost.get(op)}")
    losers = {(item["op"], one) for one, row in look.rows.items() for item in row["lost"]}
    if look.losers != losers:
        raise Broken(EQUAL, f"device {device} keeps {look.losers} for review, its rows name {losers}")


def _judge_caregiver(m: Machine, device: int, look: Look, records: list[dict[str, Any]]) -> None:
    rights = m.world.rights()
    here = {**look.rows, **look.parked}
    if rights is None:
        if here or look.losers:
            raise Broken(NO_ROWS, f"device {device} still has {sorted(here)}")
        return
    open_to = {r["id"]: opened(r["kind"], r["body"], rights[0]) for r in records if not r["deleted"]}
    wanted = {one: body for one, body in open_to.items() if body is not None}
    if {one: row["body"] for one, row in here.items()} != wanted:
        raise Broken(EQUAL, f"device {device} has {here} and should have {wanted}")
