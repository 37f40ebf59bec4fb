"""What sync answers: rows, results, and where a device stands now."""

from marshmallow import fields, validate

from backend.schemas.base import Strict


class BySchema(Strict):
    """Who wrote something; null where it is not told."""

    account = fields.String(required=True, allow_none=True)
    name = fields.String(required=True)


class LostSchema(Strict):
    """A value, or a deletion, that lost and waits to be looked at."""

    op = fields.String(required=True)
    by = fields.Nested(BySchema, required=True)
    made_at = fields.String(required=True)
    set = fields.Dict(required=True)
    t = fields.String(validate=validate.Equal("del"))


class RowSchema(Strict):
    """One record as a view shows it."""

    id = fields.String(required=True)
    kind = fields.String(required=True)
    sv = fields.Integer(required=True)
    body = fields.Dict(required=True)
    fop = fields.Dict(keys=fields.String(), values=fields.String(), required=True)
    cur_op = fields.String(required=True, allow_none=True)
    deleted = fields.Boolean(required=True)
    erased = fields.Boolean()
    conf = fields.List(fields.String(), required=True)
    lost = fields.List(fields.Nested(LostSchema), required=True)
    author = fields.Nested(BySchema, required=True)


class ResultSchema(Strict):
    """What became of one op."""

    op = fields.String(required=True)
    s = fields.String(
        required=True, validate=validate.OneOf(("ok", "dup", "conflict", "held", "rejected", "later"))
    )
    code = fields.String()
    details = fields.Dict()
    lost = fields.List(fields.String())


class MineSchema(Strict):
    """One space the account may read, and how."""

    role = fields.String(required=True, validate=validate.OneOf(("owner", "caregiver")))
    name = fields.String(required=True)
    view = fields.String(required=True)
    read = fields.List(fields.String(), required=True)
    write = fields.List(fields.String(), required=True)
    until = fields.String(required=True, allow_none=True)


class SpaceAnswerSchema(Strict):
    """The rows of one space, or the word to read it anew."""

    view = fields.String(required=True)
    rows = fields.List(fields.Nested(RowSchema))
    cursor = fields.String()
    more = fields.Boolean()
    reset = fields.Boolean()


class PreviousSchema(Strict):
    """The device this session was tied to before, and when its entries last arrived."""

    device = fields.String(required=True)
    last_received_at = fields.String(required=True, allow_none=True)


class FrameSchema(Strict):
    """What every answer says: the time, what this server takes, and the proof of the past."""

    server_time = fields.String(required=True)
    min_proto = fields.Integer(required=True)
    kinds = fields.Dict(keys=fields.String(), values=fields.Integer(), required=True)
    lost = fields.List(fields.String(), required=True)
    marks = fields.Dict(keys=fields.String(), values=fields.String(), required=True)
    confirmed = fields.Dict(keys=fields.String(), values=fields.String(), required=True)
    previous = fields.Nested(PreviousSchema)


class PullAnswerSchema(FrameSchema):
    """What is new."""

    mine = fields.Dict(keys=fields.String(), values=fields.Nested(MineSchema), required=True)
    spaces = fields.Dict(keys=fields.String(), values=fields.Nested(SpaceAnswerSchema), required=True)


class PushAnswerSchema(FrameSchema):
    """What became of each op; with what is new where that was asked for."""

    results = fields.List(fields.Nested(ResultSchema), required=True)
    pull = fields.Nested(PullAnswerSchema)


class PackSchema(Strict):
    """One content pack."""

    name = fields.String(required=True)
    version = fields.String(required=True)
    bytes = fields.Integer(required=True)


class PacksSchema(Strict):
    """Every content pack."""

    packs = fields.List(fields.Nested(PackSchema), required=True)
