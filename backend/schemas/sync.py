"""The sync protocol on the wire (docs/sync.md): envelopes here, bodies by the schema of their kind."""

from collections.abc import Mapping, Sequence
from typing import Any

import orjson
from marshmallow import ValidationError, fields, validate

from backend.domain.records import KINDS
from backend.schemas.base import Strict
from backend.schemas.envelope import CARRIES, UUID, is_usual, is_uuid, problem_of
from backend.schemas.records import load_set

MAX_OPS, MAX_RECORD_BYTES, MAX_MARKS = 500, 64 * 1024, 200


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
        if type(value) is list and all(type(op) is dict and is_uuid(op.get("op")) for op in value):
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
    problem = None if is_usual(op) else problem_of(op)
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
