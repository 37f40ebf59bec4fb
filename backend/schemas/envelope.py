"""The envelope of one op: what it must carry, whatever its body (docs/sync.md)."""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

UUID = re.compile(r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")
TWO_UUIDS = re.compile(r"([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}){2}")
OP_NAMES = frozenset(
    {"n", "op", "space", "id", "kind", "sv", "t", "was", "set", "base", "ops", "made_at", "made_tz"}
)
# What each type of op carries of these; `set` of a resolve may be missing, and `base` where there is a `was`.
CARRIES: Mapping[str, frozenset[str]] = {
    "put": frozenset({"set", "was", "base"}),
    "resolve": frozenset({"set", "was", "ops", "base"}),
    "del": frozenset({"base"}),
    "restore": frozenset({"base"}),
    "erase": frozenset(),
}
REVIEWED_MOST = 50


def is_usual(op: Mapping[str, Any]) -> bool:
    """Whether this is a new entry as phones send them, certain to hold; False says nothing."""
    space, record, kind, said, zone = (
        op.get("space"),
        op.get("id"),
        op.get("kind"),
        op.get("set"),
        op.get("made_tz"),
    )
    return (
        op.get("t") == "put"
        and (op.get("was") is None or op["was"] == {})
        and op.get("base") is None
        and op.get("ops") is None
        and type(said) is dict
        and len(said) > 0
        and type(space) is str
        and type(record) is str
        and TWO_UUIDS.fullmatch(space + record) is not None
        and len(record) == 36
        and type(kind) is str
        and len(kind) <= 40
        and _is_int(op.get("sv"), 1, 10_000)
        and _is_int(op.get("n"), 0, 2**53)
        and type(zone) is str
        and 0 < len(zone) <= 64
        and _is_instant(op.get("made_at"))
        and op.keys() <= OP_NAMES
    )


def problem_of(op: Mapping[str, Any]) -> str | None:
    """The first name of the envelope that does not hold what it must, else None."""
    unknown = set(op) - OP_NAMES
    if unknown:
        return sorted(unknown)[0][:40]
    for name in ("space", "id"):
        if not is_uuid(op.get(name)):
            return name
    if not isinstance(op.get("kind"), str) or len(op["kind"]) > 40:
        return "kind"
    if not _is_int(op.get("sv"), 1, 10_000):
        return "sv"
    if not isinstance(op.get("t"), str) or len(op["t"]) > 20:
        return "t"
    if op.get("n") is not None and not _is_int(op["n"], 0, 2**53):
        return "n"
    if not _is_instant(op.get("made_at")):
        return "made_at"
    if op.get("made_tz") is not None and not (
        isinstance(op["made_tz"], str) and 0 < len(op["made_tz"]) <= 64
    ):
        return "made_tz"
    return _change_problem(op) if op["t"] in CARRIES else None


def _change_problem(op: Mapping[str, Any]) -> str | None:
    carried = CARRIES[op["t"]]
    for name in ("set", "was", "base", "ops"):
        if op.get(name) is not None and name not in carried:
            return name
    said = op.get("set")
    said_base = op.get("base") is not None or "was" not in carried
    if "base" in carried and said_base and not is_uuid(op.get("base")):
        return "base"
    if "set" in carried and not (isinstance(said, dict) and said) and not (said is None and "ops" in carried):
        return "set"
    if "ops" in carried and not _are_reviewed(op.get("ops")):
        return "ops"
    return "was" if "was" in carried and not _are_seen(op.get("was"), said) else None


def _are_reviewed(ops: Any) -> bool:
    return isinstance(ops, list) and 0 < len(ops) <= REVIEWED_MOST and all(is_uuid(op) for op in ops)


def _are_seen(was: Any, said: Any) -> bool:
    """Whether `was` names, for some of the fields that are set, the op that set the value seen."""
    return was is None or (
        isinstance(was, dict)
        and all(value is None or is_uuid(value) for value in was.values())
        and set(was) <= set(said or {})
    )


def is_uuid(value: Any) -> bool:
    """Whether a value is an id as devices make them."""
    return isinstance(value, str) and UUID.fullmatch(value) is not None


def _is_int(value: Any, low: int, high: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and low <= value <= high


def _is_instant(value: Any) -> bool:
    if not isinstance(value, str) or len(value) > 40 or "T" not in value:
        return False
    try:
        return datetime.fromisoformat(value).tzinfo is not None
    except ValueError:
        return False
