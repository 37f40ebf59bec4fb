"""A person's report: as a PDF, as data for a page, as text, as tables, and for other programs."""

from typing import Any
from uuid import UUID

from flask import Response, jsonify
from flask_login import current_user, login_required

from backend.api.openapi import Blueprint
from backend.schemas.report import (
    BundleQuerySchema,
    BundleSchema,
    PdfQuerySchema,
    ReportQuerySchema,
    ReportSchema,
    TableQuerySchema,
)
from backend.schemas.rules import rules
from backend.services import report
from backend.services.report import Asked

blp = Blueprint("report", __name__, description="The report for a visit")
BYTES = {"type": "string", "format": "binary"}


@blp.get("/people/<uuid:space>/report.json")
@login_required
@blp.arguments(ReportQuerySchema, location="query")
@blp.response(200, ReportSchema)
def as_data(query: dict[str, Any], space: UUID) -> Response:
    """The report as data, for a page."""
    return _kept_by_nobody(jsonify(report.report(current_user, str(space), _asked(query))))


@blp.get("/people/<uuid:space>/report.txt")
@login_required
@blp.arguments(ReportQuerySchema, location="query")
@blp.response(200, {"type": "string"}, content_type="text/plain")
def as_text(query: dict[str, Any], space: UUID) -> Response:
    """Every word of the report."""
    text = report.as_text(current_user, str(space), _asked(query))
    return _file(text.encode(), "text/plain; charset=utf-8", "txt")


@blp.get("/people/<uuid:space>/report.pdf")
@login_required
@blp.arguments(PdfQuerySchema, location="query")
@blp.response(200, BYTES, content_type="application/pdf")
@blp.alt_response(
    503, description="Not made just now, or one is being made already"
)
def as_pdf(query: dict[str, Any], space: UUID) -> Response:
    """The report on paper: a tagged PDF (PDF/UA-1)."""
    made = report.as_pdf(current_user, str(space), _asked(query), query.get("paper", "a4"))
    return _file(made, "application/pdf", "pdf")


@blp.get("/people/<uuid:space>/report.csv")
@login_required
@blp.arguments(TableQuerySchema, location="query")
@blp.response(200, {"type": "string"}, content_type="text/csv")
def as_table(query: dict[str, Any], space: UUID) -> Response:
    """The records of one kind as a table for spreadsheets."""
    kind = query.get("kind", "symptom")
    made = report.as_table(current_user, str(space), _asked(query), kind, rules()[kind])
    return _file(made.encode(), "text/csv; charset=utf-8", "csv")


@blp.get("/people/<uuid:space>/report.fhir.json")
@login_required
@blp.arguments(BundleQuerySchema, location="query")
@blp.response(200, BundleSchema)
def as_bundle(query: dict[str, Any], space: UUID) -> Response:
    """The period as a FHIR R4 bundle; for the owner alone."""
    notes = bool(query.get("notes"))
    return _kept_by_nobody(jsonify(report.as_bundle(current_user, str(space), _asked(query), notes=notes)))


def _asked(query: dict[str, Any]) -> Asked:
    parts = query.get("parts")
    return Asked(
        query.get("from_"),
        query.get("to"),
        None if parts is None else tuple(parts),
        frozenset(query.get("leave_out") or ()),
        bool(query.get("private")),
    )


def _file(made: bytes, kind: str, ending: str) -> Response:
    """Bytes to look at or to save. The name of the file tells nothing of anybody."""
    answer = Response(made, content_type=kind)
    answer.headers["Content-Disposition"] = f'inline; filename="report.{ending}"'
    return _kept_by_nobody(answer)


def _kept_by_nobody(answer: Response) -> Response:
    answer.headers["Cache-Control"] = "no-store"
    return answer
