"""Series and patterns on the wire."""

from marshmallow import fields, validate

from backend.schemas.base import Strict

DAYS = (7, 3660)


class InsightsQuerySchema(Strict):
    """How many days the series go back."""

    days = fields.Integer(load_default=90, validate=validate.Range(*DAYS))


class UsualBandSchema(Strict):
    """Half of the days lie between low and high, by their middle."""

    low_nrs = fields.Integer(required=True)
    median_nrs = fields.Integer(required=True)
    high_nrs = fields.Integer(required=True)


class SeriesSchema(Strict):
    """What one chart is drawn from, and the same in a sentence."""

    rules = fields.List(fields.String(), required=True)
    sentence = fields.String(required=True)
    rows = fields.List(fields.Dict(), required=True)
    of = fields.Integer(required=True)


class PatternSchema(Strict):
    """A difference that chance alone would hardly make. n of so many weeks or times go its way."""

    rule = fields.String(required=True)
    comparison = fields.String(required=True)
    sentence = fields.String(required=True)
    note = fields.String(required=True)
    points = fields.Integer(required=True)
    range = fields.List(fields.Integer(), required=True)
    n = fields.Integer(required=True)
    of = fields.Integer(required=True)
    marked = fields.Integer(required=True)
    others = fields.Integer(required=True)
    p = fields.Float(required=True)
    from_ = fields.String(required=True, data_key="from", attribute="from")
    to = fields.String(required=True)
    sources = fields.List(fields.String(), required=True)


class WeighedSchema(Strict):
    """The time patterns were looked for in, and when that is done anew."""

    from_ = fields.String(required=True, data_key="from", attribute="from")
    to = fields.String(required=True)
    next_on = fields.String(required=True)


class InsightsSchema(Strict):
    """What a diary shows over time."""

    space = fields.String(required=True)
    name = fields.String(required=True)
    on = fields.String(required=True)
    days = fields.Integer(required=True)
    logged = fields.Integer(required=True)
    usual = fields.Nested(UsualBandSchema, required=True, allow_none=True)
    series = fields.Dict(fields.String(), fields.Nested(SeriesSchema), required=True)
    patterns = fields.List(fields.Nested(PatternSchema), required=True)
    none = fields.String(required=True, allow_none=True)
    weighed = fields.Nested(WeighedSchema, required=True)
