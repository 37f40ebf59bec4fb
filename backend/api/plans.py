"""Plans of one to four weeks."""

from typing import Any

from flask import request
from flask_login import login_required

from backend.api.gate import signed_in
from backend.api.openapi import Blueprint
from backend.schemas.plans import MakeSchema, PlanSchema, PreviewedSchema, PreviewSchema
from backend.services import plans

blp = Blueprint("plans", __name__, description="Plans that listen")


@blp.post("/plans")
@login_required
@blp.arguments(MakeSchema)
@blp.response(200, PlanSchema)
def make(form: dict[str, Any]) -> dict[str, Any]:
    """Make a plan from my diary and keep it in my space."""
    return plans.make(signed_in(), form)


@blp.post("/plans/preview")
@blp.arguments(PreviewSchema)
@blp.response(200, PreviewedSchema)
def preview(form: dict[str, Any]) -> dict[str, Any]:
    """A plan for some answers, without an account; nothing is kept."""
    return plans.preview(form, request.remote_addr)
