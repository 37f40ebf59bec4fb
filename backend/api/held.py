"""What came in after its share had ended, for the owner to take or to leave."""

from typing import Any
from uuid import UUID

from flask import Response
from flask_login import current_user, login_required

from backend.api.empty import done
from backend.api.openapi import Blueprint
from backend.schemas.held import DecisionSchema, HeldSchema
from backend.services import held

blp = Blueprint("held", __name__, description="Late entries of ended shares")


@blp.get("/held")
@login_required
@blp.response(200, HeldSchema)
def list_held() -> dict[str, Any]:
    """Everything that waits for my word."""
    return {"held": held.waiting(current_user.id)}


@blp.post("/held/<uuid:op_id>")
@login_required
@blp.arguments(DecisionSchema)
@blp.response(204)
def decide(form: dict[str, Any], op_id: UUID) -> Response:
    """Take a late entry, or leave it out."""
    held.decide(current_user.id, str(op_id), form["accept"])
    return done()
