"""Ways back in without e-mail: ten codes the person keeps, and a link the operator can make. Each works once.

Neither is ever a password, and nobody but the person learns the one they choose.
"""

import hashlib
import secrets
from datetime import timedelta
from typing import Any

import sqlalchemy as sa

from backend import clock
from backend.errors import NotFound, RecoveryRefused
from backend.extensions import db
from backend.models import Account, Recovery
from backend.services import accounts, audit, invitations, limits, passwords, sessions
from backend.services.transaction import writing

CODES = 10
# 25 letters and digits of 31 are 123 bits; in groups of five they can be read aloud and written down.
GROUPS, GROUP = 5, 5
LINK_LASTS = timedelta(hours=1)


def make_codes(account_id: str) -> list[str]:
    """Ten new codes, told this once; those of before are worth nothing any more."""
    codes = [_new_code() for _ in range(CODES)]
    with writing():
        _forget(account_id, "code")
        for code in codes:
            _keep(account_id, "code", _digest(_plain(code), account_id))
        audit.note(account_id, "codes.made")
    return codes


def state(account_id: str) -> dict[str, Any]:
    """When the codes were made, and how many are left."""
    made_at, left = db.session.execute(
        sa.select(sa.func.max(Recovery.made_at), sa.func.count().filter(Recovery.used_at.is_(None))).where(
            Recovery.account_id == account_id, Recovery.kind == "code"
        )
    ).one()
    return {"made_at": made_at, "left": left, "made": CODES if made_at else 0}


def make_link(email: str) -> str:
    """The token of a link for whoever forgot everything; the one before ends. Raises NotFound.

    It sets no password and shows none, and the person finds it in their own log.
    """
    token = secrets.token_urlsafe(32)
    with writing(), audit.by_operator():
        folded = accounts.fold_email(email)
        account_id = db.session.scalar(sa.select(Account.id).where(Account.email == folded))
        if account_id is None:
            raise NotFound
        _forget(account_id, "link")
        _keep(account_id, "link", _digest(token), clock.now() + LINK_LASTS)
        audit.note(account_id, "operator.account_link")
    return token


def forget_links(account_id: str) -> None:
    """Open links end, in a transaction that writes."""
    _forget(account_id, "link")


def recover_by_code(email: str, code: str, password: str, address: str | None) -> Account:
    """Set a new password with one of the ten codes. address: the network address, for the limits.

    Raises RecoveryRefused alike for an unknown address, a wrong code and a used one; Invalid; TooMany.
    """
    folded = accounts.fold_email(email)
    keys = (
        (limits.key("recover", folded), limits.RECOVERIES_PER_ACCOUNT),
        (limits.key("recover-net", limits.network(address)), limits.RECOVERIES_PER_NETWORK),
    )
    _check(keys, password, (folded, folded.split("@")[0]))
    account_id = db.session.scalar(sa.select(Account.id).where(Account.email == folded))
    return _recover(_digest(_plain(code), account_id or ""), password, keys, account_id)


def recover_by_link(token: str, password: str, address: str | None) -> Account:
    """Set a new password with the operator's link. Raises RecoveryRefused, Invalid, TooMany."""
    keys = ((limits.key("recover-net", limits.network(address)), limits.RECOVERIES_PER_NETWORK),)
    _check(keys, password, ())
    return _recover(_digest(token), password, keys, None)


def _check(keys: limits.Keys, password: str, words: tuple[str, ...]) -> None:
    """What is refused before anything of the account is looked at."""
    for name, limit in keys:
        limits.check(name, limit)
    accounts.refuse_weak(password, words)


def _recover(digest: str, password: str, keys: limits.Keys, account_id: str | None) -> Account:
    """Use a secret up: the password is another one, and every session of the account ends."""
    # Hashed before it is known whether the secret is good, so that both take as long.
    db.session.rollback()
    hashed, now = passwords.hash_password(password), clock.now()
    with writing():
        row = db.session.execute(
            sa.update(Recovery)
            .where(
                Recovery.secret_hash == digest,
                Recovery.used_at.is_(None),
                sa.or_(Recovery.expires_at.is_(None), Recovery.expires_at > now),
            )
            .values(used_at=now)
            .returning(Recovery.account_id, Recovery.kind)
        ).one_or_none()
        if row is not None:
            account = db.session.get_one(Account, row.account_id)
            accounts.refuse_weak(password, accounts.own_words(account.display_name, account.email))
            account.password_hash = hashed
            sessions.end_all(account.id)
            forget_links(account.id)
            audit.note(account.id, "account.recovered", row.kind)
            return account
    accounts.refused(keys, account_id, "recovery.refused")
    raise RecoveryRefused


def _new_code() -> str:
    chance = (secrets.choice(invitations.CODE_ALPHABET) for _ in range(GROUPS * GROUP))
    letters = "".join(chance)
    return "-".join(letters[at : at + GROUP] for at in range(0, len(letters), GROUP))


def _plain(code: str) -> str:
    """As it was made, however it was typed."""
    return "".join(ch for ch in code.upper() if ch.isalnum())


def _digest(secret: str, salt: str = "") -> str:
    return hashlib.sha256(f"limber recovery\0{salt}\0{secret}".encode()).hexdigest()


def _keep(account_id: str, kind: str, digest: str, expires_at: Any = None) -> None:
    db.session.add(
        Recovery(
            id=accounts.new_id(),
            account_id=account_id,
            kind=kind,
            secret_hash=digest,
            made_at=clock.now(),
            expires_at=expires_at,
        )
    )


def _forget(account_id: str, kind: str) -> None:
    db.session.execute(sa.delete(Recovery).where(Recovery.account_id == account_id, Recovery.kind == kind))
