"""People, their records and their day on the wire."""

from marshmallow import fields, validate

from backend.schemas.answers import BySchema, RowSchema
from backend.schemas.base import Strict
from backend.schemas.shares import DAY


class PersonSchema(Strict):
    """Somebody who shares with me."""

    space = fields.String(required=True)
    name = fields.String(required=True)
    read = fields.List(fields.String(), required=True)
    write = fields.List(fields.String(), required=True)
    until = fields.String(required=True, allow_none=True)
    state = fields.String(required=True)


class PeopleSchema(Strict):
    """Everyone who shares with me."""

    people = fields.List(fields.Nested(PersonSchema), required=True)


class RecordsQuerySchema(Strict):
    """Which records."""

    kind = fields.String(validate=validate.Length(max=40))
    from_ = fields.String(data_key="from", validate=DAY)
    to = fields.String(validate=DAY)


class RecordsSchema(Strict):
    """Records as far as they are shared."""

    records = fields.List(fields.Nested(RowSchema), required=True)


class TodaySchema(Strict):
    """Today in numbers and ids."""

    entries = fields.Integer(required=True)
    latest_nrs = fields.Integer(required=True, allow_none=True)
    worst_nrs = fields.Integer(required=True, allow_none=True)
    hard_day = fields.Boolean(required=True)
    regions = fields.List(fields.Dict(), required=True)
    energy = fields.String(required=True, allow_none=True)


class UsualSchema(Strict):
    """The person's own usual, of the last 28 days."""

    median_nrs = fields.Integer(required=True, allow_none=True)
    days = fields.Integer(required=True)


class OverviewSchema(Strict):
    """One person's day."""

    space = fields.String(required=True)
    name = fields.String(required=True)
    on = fields.String(required=True)
    today = fields.Nested(TodaySchema, required=True)
    usual = fields.Nested(UsualSchema, required=True)


class ChangeSchema(Strict):
    """One change of a record's history."""

    op = fields.String(required=True)
    t = fields.String(required=True)
    set = fields.Dict(required=True)
    lost = fields.Dict(required=True)
    made_at = fields.String(required=True)
    received_at = fields.AwareDateTime(required=True)
    by = fields.Nested(BySchema, required=True)


class HistorySchema(Strict):
    """Every change of one record, oldest first."""

    changes = fields.List(fields.Nested(ChangeSchema), required=True)


class SeenQuerySchema(Strict):
    """Where the page before ended."""

    cursor = fields.String(validate=validate.Length(max=400))


class SeenSchema(Strict):
    """What a share shows: its terms, and a page of rows, or the word to read it anew."""

    name = fields.String(required=True)
    label = fields.String(required=True)
    caregiver = fields.String(required=True, allow_none=True)
    state = fields.String(required=True)
    read = fields.List(fields.String(), required=True)
    write = fields.List(fields.String(), required=True)
    until = fields.String(required=True, allow_none=True)
    rows = fields.List(fields.Nested(RowSchema))
    cursor = fields.String()
    more = fields.Boolean()
    reset = fields.Boolean()
