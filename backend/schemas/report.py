"""The report on the wire."""

from typing import Any

from marshmallow import ValidationError, fields, validate

from backend.domain.sharing import KIND_SCOPE
from backend.schemas.base import Strict
from backend.schemas.shares import DAY

PAPERS = ("a4", "letter")
# A preference and a share are nobody's to hand on.
KINDS = tuple(kind for kind, scope in KIND_SCOPE.items() if scope)
ID = validate.Regexp(r"^[A-Za-z0-9_.\-]{1,120}\Z")


class Ids(fields.String):
    """Some ids in one text, with commas between them."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> list[str]:  # type: ignore[override]
        text = super()._deserialize(value, attr, data, **kwargs)
        if text is None or len(text) > 8000:
            raise ValidationError("Name fewer.")
        named = [one for one in text.split(",") if one]
        for one in named:
            ID(one)
        return named


class ReportQuerySchema(Strict):
    """Which days and parts. leave_out: ids of records, blocks or rows that stay out."""

    from_ = fields.String(data_key="from", validate=DAY)
    to = fields.String(validate=DAY)
    parts = Ids(metadata={"description": "Ids of parts, with commas; the usual ones where nothing is said"})
    leave_out = Ids(metadata={"description": "Ids of records, blocks and rows to leave out, with commas"})
    private = fields.Boolean(metadata={"description": "Put private entries in; for the owner alone"})


class PdfQuerySchema(ReportQuerySchema):
    """As for the report, and on which paper."""

    paper = fields.String(validate=validate.OneOf(PAPERS))


class BundleQuerySchema(ReportQuerySchema):
    """As for the report, and whether own words go along."""

    notes = fields.Boolean(metadata={"description": "Put notes and own words in"})


class TableQuerySchema(Strict):
    """Which records; entries of symptoms where nothing is said."""

    kind = fields.String(validate=validate.OneOf(KINDS))
    from_ = fields.String(data_key="from", validate=DAY)
    to = fields.String(validate=DAY)
    leave_out = Ids(metadata={"description": "Ids of records to leave out, with commas"})
    private = fields.Boolean(metadata={"description": "Put private entries in; for the owner alone"})


class ReportRowSchema(Strict):
    """One line of a block."""

    id = fields.String(required=True)
    cells = fields.List(fields.String(), required=True)


class BlockSchema(Strict):
    """One thing to read: text, facts, list, table, chart or body."""

    t = fields.String(
        required=True, validate=validate.OneOf(("text", "facts", "list", "table", "chart", "body"))
    )
    id = fields.String(required=True)
    title = fields.String(required=True)
    text = fields.String()
    columns = fields.List(fields.String())
    rows = fields.List(fields.Nested(ReportRowSchema))
    empty = fields.String()
    summary = fields.String()
    data = fields.Dict()


class SectionSchema(Strict):
    """One part."""

    id = fields.String(required=True)
    title = fields.String(required=True)
    blocks = fields.List(fields.Nested(BlockSchema), required=True)


class PartSchema(Strict):
    """A part that may be chosen."""

    id = fields.String(required=True)
    title = fields.String(required=True)


class ReportSchema(Strict):
    """The whole report."""

    version = fields.Integer(required=True)
    title = fields.String(required=True)
    language = fields.String(required=True)
    name = fields.String(required=True)
    from_ = fields.String(data_key="from", required=True)
    to = fields.String(required=True)
    made_on = fields.String(required=True)
    period = fields.String(required=True)
    lead = fields.String(required=True)
    parts = fields.List(fields.Nested(PartSchema), required=True)
    sections = fields.List(fields.Nested(SectionSchema), required=True)


class BundleSchema(Strict):
    """A FHIR R4 bundle of the type `collection`."""

    resourceType = fields.String(required=True)
    type = fields.String(required=True)
    entry = fields.List(fields.Dict(), required=True)
