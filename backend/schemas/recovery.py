"""Ways back in, the log of acts and the reset on the wire."""

from typing import Any

from marshmallow import ValidationError, fields, validate, validates_schema

from backend.schemas.base import SECRET, Strict

KEY = validate.Length(min=1, max=64)


class PasswordSchema(Strict):
    """A new password."""

    password = fields.String(required=True, validate=SECRET)


class RecoverSchema(Strict):
    """A new password with address and code, or with the token of the operator's link."""

    email = fields.String(validate=validate.Length(max=254))
    code = fields.String(validate=KEY)
    token = fields.String(validate=KEY)
    password = fields.String(required=True, validate=SECRET)

    @validates_schema
    def _one_way(self, data: dict[str, Any], **_: Any) -> None:
        if set(data) - {"password"} not in ({"email", "code"}, {"token"}):
            raise ValidationError("Send address and code, or a token.")


class CodesSchema(Strict):
    """New codes: the only time they are told."""

    codes = fields.List(fields.String(), required=True)


class CodesStateSchema(Strict):
    """When the codes were made, and how many of them are left."""

    made_at = fields.AwareDateTime(required=True, allow_none=True)
    made = fields.Integer(required=True)
    left = fields.Integer(required=True)


class ResetSchema(Strict):
    """What the reset ended: devices signed out, invitations withdrawn, shares paused."""

    devices = fields.Integer(required=True)
    invitations = fields.Integer(required=True)
    shares = fields.Integer(required=True)


class ActSchema(Strict):
    """One line of the log. by: you, the operator, a person who shares, or unknown."""

    at = fields.AwareDateTime(required=True)
    event = fields.String(required=True)
    by = fields.String(required=True, validate=validate.OneOf(("you", "operator", "person", "unknown")))
    device = fields.String(required=True, allow_none=True)
    name = fields.String(required=True, allow_none=True)


class ActsSchema(Strict):
    """The acts of the last year, newest first; at most 500."""

    acts = fields.List(fields.Nested(ActSchema), required=True)
