"""Is the process alive, and can it do its work. No detail for strangers."""

from flask import Blueprint, Response, jsonify

from backend.services import health

bp = Blueprint("health", __name__)


@bp.get("/livez")
def livez() -> Response:
    """The process answers."""
    return jsonify({"ok": True})


@bp.get("/readyz")
def readyz() -> Response:
    """The database can be written and has the tables this code knows."""
    ready = health.ready()
    response = jsonify({"ok": ready})
    response.status_code = 200 if ready else 503
    return response
