"""Entries of ended shares that wait for their owner's word."""

from marshmallow import fields

from backend.schemas.answers import BySchema
from backend.schemas.base import Strict


class HeldOneSchema(Strict):
    """One op that was held back."""

    op = fields.String(required=True)
    record = fields.String(required=True)
    kind = fields.String(required=True)
    t = fields.String(required=True)
    set = fields.Dict(required=True)
    by = fields.Nested(BySchema, required=True)
    made_at = fields.String(required=True)
    received_at = fields.AwareDateTime(required=True)


class HeldSchema(Strict):
    """All that waits, the oldest first."""

    held = fields.List(fields.Nested(HeldOneSchema), required=True)


class DecisionSchema(Strict):
    """Take it, or leave it out."""

    accept = fields.Boolean(required=True, truthy={True}, falsy={False})
