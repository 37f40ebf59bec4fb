"""The sync protocol on the wire (docs/sync.md): envelopes here, bodies by the schema of their kind."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import orjson
from marshmallow import ValidationError, fields, validate

from backend.domain.records import KINDS
from backend.schemas.base import Strict
from backend.schemas.records import load_set

MAX_OPS, MAX_RECORD_BYTES, MAX_MARKS = 500, 64 * 1024, 200
UUID = re.compile(r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")
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


class OpSchema(Strict):
    """One op. Only its id must be sound for the request to be taken; the rest is answered per op."""

    class Meta:
        unknown = "include"

    op = fields.String(required=True, validate=validate.Regexp(UUID))


class Ops(fields.List[dict[str, Any]]):
    """A list of ops, each an object with a sound id; OpSchema says the same, one by one and slower."""

    def __init__(self) -> None:
        super().__init__(fields.Nested(OpSchema), required=True, validate=validate.Length(max=MAX_OPS))

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> list[Any]:
        if type(value) is list and all(type(op) is dict and _is_uuid(op.get("op")) for op in value):
            return value
        return super()._deserialize(value, attr, data, **kwargs)


class SpaceCursorSchema(Strict):
    """Where a device stands in one space."""

    cursor = fields.String(load_default=None, allow_none=True, validate=validate.Length(max=400))
    marks = fields.List(
        fields.String(validate=validate.Length(max=200)),
        load_default=list,
        validate=validate.Length(max=MAX_MARKS),
    )


def _uuid_key() -> fields.String:
    return fields.String(validate=validate.Regexp(UUID))


class PullBodySchema(Strict):
    """What to read."""

    limit = fields.Integer(strict=True, validate=validate.Range(1, 1000))
    max_bytes = fields.Integer(strict=True, validate=validate.Range(1000, 1_000_000))
    spaces = fields.Dict(
        keys=_uuid_key(),
        values=fields.Nested(SpaceCursorSchema),
        required=True,
        validate=validate.Length(max=100),
    )


class GreetingSchema(Strict):
    """What every request says of itself."""

    proto = fields.Integer(required=True, strict=True, validate=validate.Range(0, 1000))
    account = fields.String(required=True, validate=validate.Regexp(UUID))
    device = fields.String(required=True, validate=validate.Regexp(UUID))
    sent_at = fields.AwareDateTime(load_default=None, allow_none=True)
    app_version = fields.String(
        load_default=None, allow_none=True, validate=validate.Regexp(r"^[\w.+-]{1,40}$")
    )


class PushSchema(GreetingSchema):
    """Ops from a device, and what it wants to read in the same go."""

    marks = fields.Dict(
        keys=_uuid_key(),
        load_default=dict,
        validate=validate.Length(max=100),
        values=fields.List(
            fields.String(validate=validate.Length(max=200)), validate=validate.Length(max=MAX_MARKS)
        ),
    )
    ops = Ops()
    pull = fields.Nested(PullBodySchema, load_default=None, allow_none=True)


class PullSchema(GreetingSchema, PullBodySchema):
    """A reading alone."""


def parse_ops(ops: Sequence[Mapping[str, Any]]) -> tuple[list[dict[str, Any]], dict[str, dict[str, Any]]]:
    """Valid ops in their order, and the answer for each of the others by op id.

    One bad op never blocks the rest, but a later op on the same record waits with it.
    """
    valid: list[dict[str, Any]] = []
    refused: dict[str, dict[str, Any]] = {}
    stuck: set[Any] = set()
    for op in ops:
        answer = _refusal(op)
        if answer is None and (op["space"], op["id"]) in stuck:
            answer = {"op": op["op"], "s": "later", "code": "waits_for_earlier"}
        if answer is None:
            try:
                valid.append(_loaded(op))
                continue
            except ValidationError as error:
                answer = {
                    "op": op["op"],
                    "s": "rejected",
                    "code": "validation",
                    "details": {"fields": error.messages},
                }
        refused[op["op"]] = answer
        stuck.add((str(op.get("space")), str(op.get("id"))))
    return valid, refused


def _loaded(op: Mapping[str, Any]) -> dict[str, Any]:
    if not op.get("set"):
        return dict(op)
    return {**op, "set": load_set(op["kind"], op["set"])}


def _refusal(op: Mapping[str, Any]) -> dict[str, Any] | None:
    """The answer for an op whose envelope cannot be taken, else None."""
    problem = _envelope_problem(op)
    if problem:
        return {
            "op": op["op"],
            "s": "rejected",
            "code": "malformed",
            "details": {"fields": {problem: ["not usable"]}},
        }
    if op["t"] not in CARRIES:
        return {"op": op["op"], "s": "later", "code": "unknown_type"}
    if op["kind"] not in KINDS or op["sv"] > KINDS[op["kind"]].sv:
        return {"op": op["op"], "s": "later", "code": "unknown_kind"}
    if len(orjson.dumps(op)) > MAX_RECORD_BYTES:
        return {"op": op["op"], "s": "rejected", "code": "too_large"}
    return None


def _envelope_problem(op: Mapping[str, Any]) -> str | None:
    """The first name of the envelope that does not hold what it must, else None."""
    unknown = set(op) - OP_NAMES
    if unknown:
        return sorted(unknown)[0][:40]
    for name in ("space", "id"):
        if not _is_uuid(op.get(name)):
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
    if "base" in carried and said_base and not _is_uuid(op.get("base")):
        return "base"
    if "set" in carried and not (isinstance(said, dict) and said) and not (said is None and "ops" in carried):
        return "set"
    if "ops" in carried and not _are_reviewed(op.get("ops")):
        return "ops"
    return "was" if "was" in carried and not _are_seen(op.get("was"), said) else None


def _are_reviewed(ops: Any) -> bool:
    return isinstance(ops, list) and 0 < len(ops) <= REVIEWED_MOST and all(_is_uuid(op) for op in ops)


def _are_seen(was: Any, said: Any) -> bool:
    """Whether `was` names, for some of the fields that are set, the op that set the value seen."""
    return was is None or (
        isinstance(was, dict)
        and all(value is None or _is_uuid(value) for value in was.values())
        and set(was) <= set(said or {})
    )


def _is_uuid(value: Any) -> bool:
    return isinstance(value, str) and bool(UUID.match(value))


def _is_int(value: Any, low: int, high: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and low <= value <= high


def _is_instant(value: Any) -> bool:
    if not isinstance(value, str) or len(value) > 40 or "T" not in value:
        return False
    try:
        return datetime.fromisoformat(value).tzinfo is not None
    except ValueError:
        return False
