"""Ways back in, a new password, the end of everything but this browser, and the log of acts."""

from typing import Any

from flask import Response, request
from flask_login import current_user, login_required

from backend.api import accounts as signing_in
from backend.api import browser, gate
from backend.api.empty import done
from backend.api.openapi import Blueprint
from backend.schemas.accounts import SignedInSchema
from backend.schemas.recovery import (
    ActsSchema,
    CodesSchema,
    CodesStateSchema,
    PasswordSchema,
    RecoverSchema,
    ResetSchema,
)
from backend.services import accounts, acts, recovery, sessions, signing

blp = Blueprint("recovery", __name__, description="Ways back in, and who did what")


@blp.get("/auth/recovery-codes")
@login_required
@blp.response(200, CodesStateSchema)
def codes_state() -> dict[str, Any]:
    """When the recovery codes were made, and how many are left."""
    return recovery.state(current_user.id)


@blp.post("/auth/recovery-codes")
@login_required
@blp.response(201, CodesSchema)
def make_codes() -> dict[str, Any]:
    """Make ten recovery codes, told this once; the older ones end. Needs fresh proof."""
    sessions.require_fresh(current_user)
    return {"codes": recovery.make_codes(current_user.id)}


@blp.post("/auth/recover")
@blp.arguments(RecoverSchema)
@blp.response(200, SignedInSchema)
def recover(form: dict[str, Any]) -> Response:
    """Set a new password with a recovery code or the operator's link, and sign in; every session ends."""
    if "token" in form:
        account = recovery.recover_by_link(form["token"], form["password"], request.remote_addr)
    else:
        account = recovery.recover_by_code(form["email"], form["code"], form["password"], request.remote_addr)
    space = accounts.space_of(account.id)
    return signing_in.signed_in(account.id, account.email, account.display_name, space, 200)


@blp.post("/auth/password")
@login_required
@blp.arguments(PasswordSchema)
@blp.response(204)
def change_password(form: dict[str, Any]) -> Response:
    """Set a new password; every other session ends at once. Needs fresh proof."""
    sessions.require_fresh(current_user)
    return browser.give_token(done(), signing.change_password(gate.signed_in(), form["password"]))


@blp.post("/access/reset")
@login_required
@blp.response(200, ResetSchema)
def reset() -> dict[str, int]:
    """Remove every other device, withdraw invitations and pause shares. Needs fresh proof."""
    sessions.require_fresh(current_user)
    return signing.reset(gate.signed_in())


@blp.get("/acts")
@login_required
@blp.response(200, ActsSchema)
def list_acts() -> dict[str, Any]:
    """What was done with my account, when and by whom."""
    return {"acts": acts.of(gate.signed_in())}
