"""Making an account, signing in and out, fresh proof, who am I."""

from typing import Any

from flask import Response, current_app, jsonify, request
from flask_login import current_user, login_required

from backend import clock
from backend.api.empty import done
from backend.api.gate import cookie_name, removed_session
from backend.api.openapi import Blueprint
from backend.errors import NotSignedIn
from backend.schemas.accounts import ConfirmSchema, LoginSchema, MeSchema, RegisterSchema, SignedInSchema
from backend.services import accounts, limits, removal, sessions

HERE = "limber-here"

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
    return _signed_in(made.id, made.email, made.display_name, made.space_id, 201)


@blp.post("/auth/login")
@blp.arguments(LoginSchema)
@blp.response(200, SignedInSchema)
def login(form: dict[str, Any]) -> Response:
    """Sign in."""
    account = accounts.authenticate(form["email"], form["password"], request.remote_addr)
    return _signed_in(account.id, account.email, account.display_name, accounts.space_of(account.id), 200)


@blp.post("/auth/logout")
@login_required
@blp.response(204)
def logout() -> Response:
    """Sign this device out."""
    sessions.end(current_user)
    return _forgotten()


@blp.post("/auth/wiped")
@blp.response(204)
def wiped() -> Response:
    """Say that this removed device has emptied its copy."""
    session = removed_session()
    if session is None:
        raise NotSignedIn
    sessions.note_wiped(session)
    return _forgotten()


@blp.post("/auth/confirm")
@login_required
@blp.arguments(ConfirmSchema)
@blp.response(204)
def confirm(form: dict[str, Any]) -> Response:
    """Give the password once more; it counts for ten minutes."""
    sessions.confirm(current_user, form["password"])
    return done()


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
    return _forgotten()


def _forgotten() -> Response:
    """Done, and the browser lets its token go."""
    response = done()
    response.delete_cookie(cookie_name(), **_cookie())
    response.delete_cookie(HERE, **{**_cookie(), "httponly": False})
    return response


def _signed_in(account_id: str, email: str, name: str, space: str, status: int) -> Response:
    """Start a session, never continuing one, and put its token into the cookie."""
    token = sessions.start(account_id, _label(), request.cookies.get(cookie_name()))
    response = jsonify({"account": {"id": account_id, "email": email, "display_name": name}, "space": space})
    response.status_code = status
    response.set_cookie(
        cookie_name(),
        token,
        expires=clock.now() + sessions.LIFETIME,
        max_age=int(sessions.LIFETIME.total_seconds()),
        **_cookie(),
    )
    # Says no more than that there is a session. A page whose storage was cleared reads it and asks whose.
    response.set_cookie(
        HERE, "1", max_age=int(sessions.LIFETIME.total_seconds()), **{**_cookie(), "httponly": False}
    )
    return response


def _cookie() -> dict[str, Any]:
    return {"path": "/", "httponly": True, "samesite": "Lax", "secure": current_app.config["LIMBER_SECURE"]}


def _label() -> str:
    """What the device list calls this browser; no more of it is kept than this."""
    agent = request.user_agent.string
    system = next(
        (
            name
            for mark, name in (
                ("iPhone", "iPhone"),
                ("iPad", "iPad"),
                ("Android", "Android"),
                ("Windows", "Windows"),
                ("Mac OS", "Mac"),
                ("Linux", "Linux"),
            )
            if mark in agent
        ),
        "a device",
    )
    browser = next(
        (
            name
            for mark, name in (
                ("Firefox/", "Firefox"),
                ("Edg/", "Edge"),
                ("Chrome/", "Chrome"),
                ("Safari/", "Safari"),
            )
            if mark in agent
        ),
        "A browser",
    )
    return f"{browser} on {system}"
