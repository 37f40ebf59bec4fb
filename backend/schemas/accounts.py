"""Accounts, sessions and devices on the wire."""

from marshmallow import fields, validate

from backend.schemas.base import NAME, SECRET, Line, Strict, check_email, check_zone


class RegisterSchema(Strict):
    """A new account; `space` is the id of the diary the device keeps, `invitation` a code or token."""

    email = Line(required=True, validate=check_email)
    password = fields.String(required=True, validate=SECRET)
    display_name = Line(required=True, validate=NAME)
    time_zone = fields.String(required=True, validate=check_zone)
    space = fields.UUID(load_default=None, allow_none=True)
    invitation = fields.String(load_default=None, allow_none=True, validate=validate.Length(max=64))


class LoginSchema(Strict):
    """Signing in."""

    email = fields.String(required=True, validate=validate.Length(max=254))
    password = fields.String(required=True, validate=SECRET)


class ConfirmSchema(Strict):
    """Fresh proof."""

    password = fields.String(required=True, validate=SECRET)


class AccountSchema(Strict):
    """An account as its own person sees it."""

    id = fields.String(required=True)
    email = fields.String(required=True)
    display_name = fields.String(required=True)


class SignedInSchema(Strict):
    """Who is signed in, and the id of their space."""

    account = fields.Nested(AccountSchema, required=True)
    space = fields.String(required=True)


class MeSchema(SignedInSchema):
    """Who am I, on which device, and until when the last proof counts."""

    time_zone = fields.String(required=True)
    device = fields.String(required=True, allow_none=True)
    fresh_until = fields.AwareDateTime(required=True, allow_none=True)


class DeviceSchema(Strict):
    """One browser: signed in, or removed and then perhaps emptied."""

    id = fields.String(required=True)
    label = fields.String(required=True)
    app_version = fields.String(required=True, allow_none=True)
    last_seen_at = fields.AwareDateTime(required=True)
    signed_in_at = fields.AwareDateTime(required=True)
    current = fields.Boolean(required=True)
    removed_at = fields.AwareDateTime(required=True, allow_none=True)
    wiped_at = fields.AwareDateTime(required=True, allow_none=True)


class DevicesSchema(Strict):
    """Every signed-in browser of the account, and those removed lately."""

    devices = fields.List(fields.Nested(DeviceSchema), required=True)
