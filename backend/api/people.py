"""The people I may see."""

from typing import Any
from uuid import UUID

from flask_login import current_user, login_required

from backend.api.openapi import Blueprint
from backend.schemas.people import (
    HistorySchema,
    OverviewSchema,
    PeopleSchema,
    RecordsQuerySchema,
    RecordsSchema,
)
from backend.services import people

blp = Blueprint("people", __name__, description="People who share with me")


@blp.get("/people")
@login_required
@blp.response(200, PeopleSchema)
def list_people() -> dict[str, Any]:
    """Everyone who shares with me."""
    return {"people": people.of(current_user)}


@blp.get("/people/<uuid:space>/records")
@login_required
@blp.arguments(RecordsQuerySchema, location="query")
@blp.response(200, RecordsSchema)
def list_records(query: dict[str, Any], space: UUID) -> dict[str, Any]:
    """Records of one person, as far as they are shared."""
    return {
        "records": people.records(
            current_user, str(space), query.get("kind"), query.get("from_"), query.get("to")
        )
    }


@blp.get("/people/<uuid:space>/overview")
@login_required
@blp.response(200, OverviewSchema)
def overview(space: UUID) -> dict[str, Any]:
    """One person's day, as far as it is shared."""
    return people.overview(current_user, str(space))


@blp.get("/people/<uuid:space>/records/<uuid:record>/history")
@login_required
@blp.response(200, HistorySchema)
def history(space: UUID, record: UUID) -> dict[str, Any]:
    """Every change of one of my records."""
    return {"changes": people.history(current_user, str(space), str(record))}
