"""Every signed-in device, and taking one away."""

from typing import Any
from uuid import UUID

from flask import Response
from flask_login import current_user, login_required

from backend.api.empty import done
from backend.api.openapi import Blueprint
from backend.schemas.accounts import DevicesSchema
from backend.services import sessions

blp = Blueprint("devices", __name__, description="Signed-in devices")


@blp.get("/devices")
@login_required
@blp.response(200, DevicesSchema)
def list_devices() -> dict[str, Any]:
    """Every signed-in device, and those removed within 90 days."""
    return {"devices": sessions.devices(current_user)}


@blp.delete("/devices/<uuid:device_id>")
@login_required
@blp.response(204)
def end_device(device_id: UUID) -> Response:
    """Remove a device: it is signed out, and empties its copy when it next connects."""
    sessions.end_device(current_user.id, str(device_id))
    return done()
