"""Plans on the wire: what to make one from, and what it is."""

from datetime import date, timedelta
from typing import Any

from marshmallow import ValidationError, fields, validate, validates_schema

from backend import clock
from backend.schemas.base import Strict
from backend.schemas.envelope import UUID
from backend.schemas.fields import RULE
from backend.schemas.records.person import ProfileSchema
from backend.schemas.shares import DAY

# A plan begins near today; one of long ago or far ahead is a mistake.
DAYS_AROUND = 60


class WantedSchema(Strict):
    """When a plan begins, how long it is, and maybe which week it is made from."""

    start_on = fields.String(required=True, validate=DAY)
    weeks = fields.Integer(load_default=2, strict=True, validate=validate.Range(1, 4))
    template = fields.String(load_default=None, allow_none=True, validate=validate.Regexp(RULE))

    @validates_schema
    def _near(self, data: dict[str, Any], **_: Any) -> None:
        try:
            away = abs(date.fromisoformat(data["start_on"]) - clock.now().date())
        except ValueError:  # written like a date, and none
            raise ValidationError("There is no such day.", "start_on") from None
        if away > timedelta(days=DAYS_AROUND):
            raise ValidationError("Choose a day near today.", "start_on")


class MakeSchema(WantedSchema):
    """A plan to be stored under an id of the device."""

    id = fields.String(required=True, validate=validate.Regexp(UUID))


class PreviewSchema(WantedSchema):
    """A plan to look at, for answers that are given with it."""

    profile = fields.Nested(ProfileSchema, required=True)


class PlanSchema(Strict):
    """A plan that was stored."""

    id = fields.String(required=True)
    template = fields.String(required=True)
    started_on = fields.String(required=True)
    ended_on = fields.String()
    weeks = fields.Integer(required=True)
    reason = fields.List(fields.String(), required=True)
    generated_by = fields.String()
    content_version = fields.String()


class ItemSchema(Strict):
    """One movement of one day, as a plan item has it."""

    on = fields.String(required=True)
    order = fields.Integer(required=True)
    lengths = fields.List(fields.Integer(), required=True)
    dose = fields.Dict(required=True)
    gentle = fields.Dict(required=True, allow_none=True)
    helper = fields.String(required=True)
    why = fields.List(fields.String(), required=True)


class PreviewedSchema(Strict):
    """A plan that was only looked at: with what was left out, why, and what stands in."""

    template = fields.String(required=True)
    started_on = fields.String(required=True)
    weeks = fields.Integer(required=True)
    reason = fields.List(fields.String(), required=True)
    items = fields.List(fields.Nested(ItemSchema), required=True)
    left_out = fields.Dict(required=True)
    uncovered = fields.Dict(required=True)
    instead = fields.Dict(required=True)
