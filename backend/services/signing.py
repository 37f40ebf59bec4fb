"""What a person does about signing in: proof, another password, and an end to everything but this browser."""

from contextlib import suppress

import sqlalchemy as sa

from backend.errors import WrongPassword, WrongState
from backend.extensions import db
from backend.models import Account
from backend.services import accounts, audit, limits, passwords, recovery, sessions, shares
from backend.services.sessions import SignedIn
from backend.services.transaction import writing


def confirm(signed_in: SignedIn, password: str) -> str:
    """Fresh proof for ten minutes, under the new token returned. Raises WrongPassword, TooMany."""
    keys = ((limits.key("confirm", signed_in.id), limits.WRONG_PASSWORDS_PER_ACCOUNT),)
    for name, limit in keys:
        limits.check(name, limit)
    stored = db.session.scalars(sa.select(Account.password_hash).where(Account.id == signed_in.id)).one()
    db.session.rollback()
    if not passwords.matches(stored, password):
        accounts.refused(keys, signed_in.id, "session.refused")
        raise WrongPassword
    with writing():
        token = sessions.promise(signed_in)
        audit.note(signed_in.id, "session.confirmed", signed_in.session_id)
    return token


def change_password(signed_in: SignedIn, password: str) -> str:
    """Another password. Every other session ends, and this one goes on under the token returned.

    Raises Invalid for a weak one.
    """
    accounts.refuse_weak(password, accounts.own_words(signed_in.display_name, signed_in.email))
    hashed = passwords.hash_password(password)
    with writing():
        db.session.execute(sa.update(Account).where(Account.id == signed_in.id).values(password_hash=hashed))
        sessions.end_all(signed_in.id, but=signed_in.session_id)
        recovery.forget_links(signed_in.id)
        token = sessions.renew(signed_in)
        audit.note(signed_in.id, "password.changed", signed_in.session_id)
    return token


def reset(signed_in: SignedIn) -> dict[str, int]:
    """One act after which only this browser can reach the diary; how much of each it was.

    Other devices are removed, and empty themselves. Invitations end and shares pause: nothing is sent to
    anybody, and a share can be opened again.
    """
    with writing():
        devices = sessions.end_all(signed_in.id, but=signed_in.session_id, removed=True)
        recovery.forget_links(signed_in.id)
        audit.note(signed_in.id, "access.reset", signed_in.session_id)
    done = {"devices": devices, "invitations": 0, "shares": 0}
    for share in shares.of_owner(signed_in.id):
        with suppress(WrongState):  # somebody else ended it meanwhile
            if share["state"] in ("offered", "accepted"):
                shares.end(signed_in.id, share["id"])
                done["invitations"] += 1
            elif share["state"] == "active":
                shares.change(signed_in.id, share["id"], {"paused": True})
                done["shares"] += 1
    return done
