"""Shares: offered, accepted, confirmed, changed, ended; and who looked."""

from typing import Any
from uuid import UUID

import orjson
from flask import Response, current_app, request
from flask_login import current_user, login_required

from backend.api.empty import done
from backend.api.gate import signed_in
from backend.api.openapi import Blueprint
from backend.schemas.people import SeenQuerySchema, SeenSchema
from backend.schemas.shares import (
    AcceptedSchema,
    AcceptSchema,
    LooksSchema,
    OfferedSchema,
    OfferSchema,
    ShareChangeSchema,
    ShareSchema,
    SharesSchema,
)
from backend.services import invitations, looks, seen, sessions, shares

blp = Blueprint("shares", __name__, description="Sharing with a caregiver")


@blp.post("/shares")
@login_required
@blp.arguments(OfferSchema)
@blp.response(201, OfferedSchema)
def offer(form: dict[str, Any]) -> dict[str, Any]:
    """Invite somebody; needs fresh proof."""
    sessions.require_fresh(current_user)
    share, code, token = shares.offer(
        current_user.id, form["label"], form.get("read"), form.get("write"), form.get("until")
    )
    # The token rides in the fragment, which no browser sends to any server.
    url = f"{current_app.config['LIMBER_BASE_URL']}/join#{token}"
    return {
        "id": share.id,
        "code": code,
        "url": url,
        "qr": invitations.picture(url),
        "expires_at": share.expires_at,
        "state": share.state,
    }


@blp.post("/shares/accept")
@login_required
@blp.arguments(AcceptSchema)
@blp.response(200, AcceptedSchema)
def accept(form: dict[str, Any]) -> dict[str, Any]:
    """Use an invitation."""
    share = shares.accept(current_user.id, form["code"], request.remote_addr)
    return {"id": share.id, "state": share.state}


@blp.post("/shares/<uuid:share_id>/confirm")
@login_required
@blp.response(200, ShareSchema)
def confirm(share_id: UUID) -> dict[str, Any]:
    """Let the caregiver in; needs fresh proof."""
    sessions.require_fresh(current_user)
    return shares.shown(shares.confirm(current_user.id, str(share_id)))


@blp.get("/shares")
@login_required
@blp.response(200, SharesSchema)
def list_shares() -> dict[str, Any]:
    """Every share of mine."""
    return {"shares": shares.of_owner(current_user.id)}


@blp.patch("/shares/<uuid:share_id>")
@login_required
@blp.arguments(ShareChangeSchema)
@blp.response(200, ShareSchema)
def change(form: dict[str, Any], share_id: UUID) -> dict[str, Any]:
    """Change a share; giving more needs fresh proof, taking away never does."""
    if shares.widens(current_user.id, str(share_id), form):
        sessions.require_fresh(current_user)
    return shares.shown(shares.change(current_user.id, str(share_id), form))


@blp.delete("/shares/<uuid:share_id>")
@login_required
@blp.response(204)
def end(share_id: UUID) -> Response:
    """End a share: one act, no reason, no message."""
    shares.end(current_user.id, str(share_id))
    return done()


@blp.get("/shares/<uuid:share_id>/seen")
@login_required
@blp.arguments(SeenQuerySchema, location="query")
@blp.response(200, SeenSchema)
def see(query: dict[str, Any], share_id: UUID) -> Response:
    """What the caregiver of a share is given, for its owner to look at."""
    answer = seen.through(signed_in(), str(share_id), query.get("cursor"))
    # Its rows are JSON already, the same bytes the caregiver gets.
    return Response(orjson.dumps(answer), mimetype="application/json")


@blp.get("/access-log")
@login_required
@blp.response(200, LooksSchema)
def access_log() -> dict[str, Any]:
    """Who looked."""
    return {"looks": looks.of_space(current_user.space_id)}
