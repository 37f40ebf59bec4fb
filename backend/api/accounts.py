"""Making an account, signing in and out, fresh proof, who am I."""

from typing import Any

from flask import Response, jsonify, request
from flask_login import current_user, login_required

from backend.api import browser, gate
from backend.api.empty import done
from backend.api.gate import cookie_name, removed_session
from backend.api.openapi import Blueprint
from backend.errors import NotSignedIn
from backend.schemas.accounts import ConfirmSchema, LoginSchema, MeSchema, RegisterSchema, SignedInSchema
from backend.services import accounts, limits, removal, sessions, signing

blp = Blueprint("accounts", __name__, description="Accounts and signing in")


@blp.post("/auth/register")
@blp.arguments(RegisterSchema)
@blp.response(201, SignedInSchema)
def register(form: dict[str, Any]) -> Response:
    """Make an account; a diary kept on the device may come along by its id."""
    limits.take(limits.key("register", limits.network(request.remote_addr)), limits.REGISTRATIONS_PER_NETWORK)
    space = str(form["space"]) if form["space"] else None
    made = accounts.register(
        form["email"], form["password"], form["display_name"], form["time_zone"], space, form["invitation"]
    )
    return signed_in(made.id, made.email, made.display_name, made.space_id, 201)


@blp.post("/auth/login")
@blp.arguments(LoginSchema)
@blp.response(200, SignedInSchema)
def login(form: dict[str, Any]) -> Response:
    """Sign in."""
    account = accounts.authenticate(form["email"], form["password"], request.remote_addr)
    return signed_in(account.id, account.email, account.display_name, accounts.space_of(account.id), 200)


@blp.post("/auth/logout")
@login_required
@blp.response(204)
def logout() -> Response:
    """Sign this device out."""
    sessions.end(current_user)
    return browser.forgotten()


@blp.post("/auth/wiped")
@blp.response(204)
def wiped() -> Response:
    """Say that this removed device has emptied its copy."""
    session = removed_session()
    if session is None:
        raise NotSignedIn
    sessions.note_wiped(session)
    return browser.forgotten()


@blp.post("/auth/confirm")
@login_required
@blp.arguments(ConfirmSchema)
@blp.response(204)
def confirm(form: dict[str, Any]) -> Response:
    """Give the password once more; it counts for ten minutes, and the session has a new token."""
    return browser.give_token(done(), signing.confirm(gate.signed_in(), form["password"]))


@blp.get("/me")
@login_required
@blp.response(200, MeSchema)
def me() -> dict[str, Any]:
    """Who am I."""
    return {
        "account": current_user,
        "space": current_user.space_id,
        "time_zone": current_user.time_zone,
        "device": current_user.device_id,
        "fresh_until": current_user.fresh_until,
    }


@blp.delete("/me")
@login_required
@blp.response(204)
def delete_me() -> Response:
    """Delete the account with its diary, devices and shares; asks for fresh proof."""
    sessions.require_fresh(current_user)
    removal.remove(current_user.id)
    return browser.forgotten()


def signed_in(account_id: str, email: str, name: str, space: str, status: int) -> Response:
    """Start a session, never continuing one, and put its token into the cookie."""
    token = sessions.start(account_id, browser.label(), request.cookies.get(cookie_name()))
    response = jsonify({"account": {"id": account_id, "email": email, "display_name": name}, "space": space})
    response.status_code = status
    return browser.give_token(response, token)
