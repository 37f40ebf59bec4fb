"""What a diary shows over time."""

from typing import Any
from uuid import UUID

from flask_login import current_user, login_required

from backend.api.openapi import Blueprint
from backend.schemas.insights import InsightsQuerySchema, InsightsSchema
from backend.services import insights as service

blp = Blueprint("insights", __name__, description="Series and patterns")


@blp.get("/people/<uuid:space>/insights")
@login_required
@blp.arguments(InsightsQuerySchema, location="query")
@blp.response(200, InsightsSchema)
def insights(query: dict[str, Any], space: UUID) -> dict[str, Any]:
    """Series of the last days and patterns of the last half year, as far as they are shared."""
    return service.of(current_user, str(space), query["days"])
