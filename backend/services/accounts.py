"""Making an account and proving whose it is."""

import secrets
import unicodedata
import uuid
from dataclasses import dataclass

import sqlalchemy as sa
import sqlalchemy.exc
from flask import current_app

from backend import clock
from backend.domain.ids import uuid7
from backend.errors import EmailTaken, Invalid, RegistrationClosed, SpaceTaken, WrongCredentials
from backend.extensions import db
from backend.models import Account, Space
from backend.services import audit, invitations, limits, passwords
from backend.services.transaction import writing


@dataclass(frozen=True)
class Registered:
    """The new account and the space it owns."""

    id: str
    email: str
    display_name: str
    space_id: str


def new_id() -> str:
    """A fresh time-ordered id."""
    return uuid7(int(clock.now().timestamp() * 1000), secrets.token_bytes(10))


def fold_email(email: str) -> str:
    """The form in which addresses are compared."""
    return unicodedata.normalize("NFKC", email.strip()).casefold()


def register(
    email: str,
    password: str,
    display_name: str,
    time_zone: str,
    space: str | None = None,
    invitation: str | None = None,
) -> Registered:
    """Make an account and its space; a device may bring the id of the diary it already keeps.

    invitation: the code or token of a share, which a server that takes accounts by invitation asks for.
    Raises Invalid (weak password), EmailTaken, SpaceTaken or RegistrationClosed; then nothing is stored.
    """
    mode = current_app.config["LIMBER_REGISTRATION"]
    if mode == "closed" or (mode == "invite" and not invitations.usable(invitation)):
        raise RegistrationClosed
    address = fold_email(email)
    refuse_weak(password, own_words(display_name, address))
    hashed = passwords.hash_password(password)
    now, account_id, space_id = clock.now(), new_id(), space or str(uuid.uuid4())
    try:
        with writing():
            if db.session.scalar(sa.select(Account.id).where(Account.email == address)):
                raise EmailTaken
            if db.session.get(Space, space_id):
                raise SpaceTaken
            db.session.add(
                Account(
                    id=account_id,
                    email=address,
                    display_name=display_name,
                    time_zone=time_zone,
                    password_hash=hashed,
                    created_at=now,
                )
            )
            db.session.flush()
            db.session.add(Space(id=space_id, owner_account_id=account_id, head=0, created_at=now))
            audit.note(account_id, "account.registered")
    except sqlalchemy.exc.IntegrityError:
        raise EmailTaken from None  # somebody else took it between our look and our write
    return Registered(account_id, address, display_name, space_id)


def authenticate(email: str, password: str, address: str | None) -> Account:
    """The account these belong to. address: the network address, for the limits.

    Raises WrongCredentials, taking as long for an unknown address as for a wrong password; TooMany.
    """
    folded = fold_email(email)
    keys = (
        (limits.key("login", folded), limits.WRONG_PASSWORDS_PER_ACCOUNT),
        (limits.key("login-net", limits.network(address)), limits.WRONG_PASSWORDS_PER_NETWORK),
    )
    for name, limit in keys:
        limits.check(name, limit)
    account = db.session.scalar(sa.select(Account).where(Account.email == folded))
    stored = account.password_hash if account else passwords.stand_in()
    known = account.id if account else None
    db.session.rollback()  # hashing takes a while; no transaction stays open over it
    if not passwords.matches(stored, password) or account is None:
        refused(keys, known, "session.refused")
        raise WrongCredentials
    if passwords.needs_rehash(stored):
        renewed = passwords.hash_password(password)
        with writing():
            account.password_hash = renewed
    return account


def own_words(display_name: str, email: str) -> tuple[str, ...]:
    """What others would try first as this person's password."""
    return (display_name, email, email.split("@")[0])


def refuse_weak(password: str, words: tuple[str, ...]) -> None:
    """Raise Invalid, saying why, for a password that is not taken."""
    weak = passwords.weakness(password, words)
    if weak:
        raise Invalid({"fields": {"json": {"password": [weak]}}})


def refused(keys: limits.Keys, account_id: str | None, event: str) -> None:
    """Count a try that failed and note it; for an unknown address alike, so that both take as long."""
    with writing():
        for name, limit in keys:
            limits.add(name, limit)
        audit.note(account_id, event)
        audit.forget_unknown()


def space_of(account_id: str) -> str:
    """The space this account owns."""
    return db.session.scalars(sa.select(Space.id).where(Space.owner_account_id == account_id)).one()
