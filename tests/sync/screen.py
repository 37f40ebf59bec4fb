"""What a phone shows of a record, and the op an edit of it becomes: the client's half of it, modelled."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import Any

Op = dict[str, Any]
# What each type carries on the wire beside what all of them carry.
CARRIES = {
    "put": ("base", "was", "set"),
    "del": ("base",),
    "restore": ("base",),
    "resolve": ("base", "ops", "was", "set"),
    "erase": (),
}
ENVELOPE = ("n", "op", "space", "id", "kind", "sv", "t", "made_at", "made_tz")


def set_by(row: Mapping[str, Any]) -> dict[str, str]:
    """Which op set each field: what `fop` does not name was set by the op of the newest state."""
    return {**dict.fromkeys(row["body"] if row["cur_op"] else (), row["cur_op"]), **row["fop"]}


def shown(row: Mapping[str, Any] | None, ops: Sequence[Op]) -> dict[str, Any] | None:
    """The server's last row with this phone's own ops laid over it, in order; None when there is neither."""
    if row is None and not ops:
        return None
    rec: dict[str, Any] = {
        "kind": row["kind"] if row else ops[0]["kind"],
        "body": dict(row["body"]) if row else {},
        "fop": set_by(row) if row else {},
        "cur_op": row["cur_op"] if row else None,
        "deleted": bool(row and row["deleted"]),
        "erased": bool(row and row.get("erased")),
        "conf": list(row["conf"]) if row else [],
        "lost": list(row["lost"]) if row else [],
        "author": row["author"]["account"] if row else None,
    }
    mine: set[str] = set()
    for op in ops:
        _lay(rec, op, mine)
        mine |= {op["op"]} if op.get("resent") else set()
    if row is None and not rec["body"]:
        rec["deleted"] = True  # nothing is known of it that could be seen
    return rec


def _lay(rec: dict[str, Any], op: Op, mine: set[str]) -> None:
    said = _still_new(rec, op, mine) if op.get("resent") else op.get("set") or {}
    if said is None:
        return
    rec["deleted"] = op["t"] in ("del", "erase") or (op["t"] == "resolve" and rec["deleted"] and not said)
    rec["cur_op"] = op["op"]
    rec["body"].update(said)
    rec["fop"].update(dict.fromkeys(said, op["op"]))
    rec["conf"] = [one for one in rec["conf"] if one not in op.get("ops", ())]
    if op["t"] == "erase":
        rec.update(body={}, fop={}, erased=True, conf=[])


def _still_new(rec: Mapping[str, Any], op: Op, mine: set[str]) -> dict[str, Any] | None:
    """What an op that is sent a second time still says; the row may have moved on from it long ago.

    mine: ops before it that this phone sends again, too; it had seen those.
    """
    if op["t"] in ("del", "restore"):
        return {} if op["base"] == rec["cur_op"] else None
    if op["t"] == "erase" or not op.get("set"):
        return {}
    was = op.get("was") or {}
    left = {
        name: value
        for name, value in (op.get("set") or {}).items()
        if not rec["fop"].get(name) or rec["fop"][name] in (was.get(name), *mine)
    }
    return left or None


def formed(rec: Mapping[str, Any] | None, edit: Mapping[str, Any]) -> Op | None:
    """The op of an edit made on what is shown, or None when it changes nothing."""
    t, wanted = edit["t"], edit.get("set")
    op = {name: edit[name] for name in ("id", "kind", "t")}
    if rec is not None and rec["erased"]:
        return None
    news = dict(wanted or {}) if rec is None or rec["deleted"] else _differing(rec, wanted or {})
    if t == "put":
        return op | {"set": news, "was": _seen(rec, news), **_on(rec)} if news else None
    if rec is None:
        return None
    if t in ("del", "restore"):
        return None if rec["deleted"] == (t == "del") else op | {"base": rec["cur_op"]}
    if t == "resolve":
        named = op | {"ops": list(edit["ops"]), **_on(rec)}
        return named | ({"set": news, "was": _seen(rec, news)} if news else {})
    return op


def _on(rec: Mapping[str, Any] | None) -> dict[str, str]:
    """The state an edit was made on, where it has a name for this device."""
    return {"base": rec["cur_op"]} if rec is not None and rec["cur_op"] else {}


def wire(op: Op) -> Op:
    """An op as it travels."""
    named = (*ENVELOPE, *CARRIES[op["t"]])
    return deepcopy({name: op[name] for name in named if name in op})


def _seen(rec: Mapping[str, Any] | None, names: Mapping[str, Any]) -> dict[str, str | None]:
    return {name: rec["fop"].get(name) if rec else None for name in names}


def _differing(rec: Mapping[str, Any], wanted: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in wanted.items() if rec["body"].get(name) != value}
