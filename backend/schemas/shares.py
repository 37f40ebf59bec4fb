"""Shares on the wire."""

from typing import Any

from marshmallow import ValidationError, fields, validate, validates_schema

from backend.domain.sharing import SCOPES
from backend.schemas.base import NAME, Line, Strict

SCOPE = fields.String(validate=validate.OneOf(SCOPES))
DAY = validate.Regexp(r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$", error="Write a date as 2026-11-21.")


def _scopes(**kwargs: Any) -> fields.List[str]:
    return fields.List(SCOPE, validate=validate.Length(max=len(SCOPES)), **kwargs)


class OfferSchema(Strict):
    """An invitation to be made."""

    label = Line(required=True, validate=NAME)
    read = _scopes()
    write = _scopes()
    until = fields.String(allow_none=True, validate=DAY)


class ShareChangeSchema(Strict):
    """What to change of a share."""

    label = Line(validate=NAME)
    read = _scopes()
    write = _scopes()
    until = fields.String(allow_none=True, validate=DAY)
    paused = fields.Boolean(truthy={True}, falsy={False})

    @validates_schema
    def _something(self, data: dict[str, Any], **_: Any) -> None:
        if not data:
            raise ValidationError("Say what to change.")


class PictureSchema(Strict):
    """The link as a square code: modules a side with its margin, and the dark ones as an SVG path."""

    size = fields.Integer(required=True)
    path = fields.String(required=True)


class OfferedSchema(Strict):
    """An invitation just made: the only time its code is told."""

    id = fields.String(required=True)
    code = fields.String(required=True)
    url = fields.String(required=True)
    qr = fields.Nested(PictureSchema, required=True)
    expires_at = fields.AwareDateTime(required=True)
    state = fields.String(required=True)


class AcceptSchema(Strict):
    """The typed code, or the token of the link."""

    code = fields.String(required=True, validate=validate.Length(min=1, max=64))


class AcceptedSchema(Strict):
    """The invitation was used; nothing can be seen yet."""

    id = fields.String(required=True)
    state = fields.String(required=True)


class CaregiverSchema(Strict):
    """Who used the invitation."""

    id = fields.String(required=True)
    display_name = fields.String(required=True)


class ShareSchema(Strict):
    """A share as its owner sees it."""

    id = fields.String(required=True)
    label = fields.String(required=True)
    caregiver = fields.Nested(CaregiverSchema, required=True, allow_none=True)
    read = fields.List(fields.String(), required=True)
    write = fields.List(fields.String(), required=True)
    until = fields.String(required=True, allow_none=True)
    state = fields.String(
        required=True, validate=validate.OneOf(("offered", "accepted", "active", "paused", "ended"))
    )
    offered_at = fields.AwareDateTime(required=True)
    expires_at = fields.AwareDateTime(required=True)


class SharesSchema(Strict):
    """Every share of the person."""

    shares = fields.List(fields.Nested(ShareSchema), required=True)


class LookSchema(Strict):
    """Somebody looked, in this hour, and could see this; read is null where that was not kept yet."""

    who = fields.String(required=True)
    share = fields.String(required=True)
    channel = fields.String(required=True)
    at_hour = fields.AwareDateTime(required=True)
    read = fields.List(fields.String(), required=True, allow_none=True)


class LooksSchema(Strict):
    """Who looked."""

    looks = fields.List(fields.Nested(LookSchema), required=True)
