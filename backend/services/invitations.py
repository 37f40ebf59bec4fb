"""The codes and tokens of invitations: how they are made, kept and recognised."""

import hashlib
import secrets
from datetime import timedelta

import sqlalchemy as sa

from backend import clock
from backend.extensions import db
from backend.models import Share

# Without letters and digits that look alike; ten of these are 49 bits, behind ten tries an hour.
CODE_ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
CODE_LENGTH = 10
LASTS = timedelta(hours=48)


def new_code() -> str:
    """A code to be typed."""
    return "".join(secrets.choice(CODE_ALPHABET) for _ in range(CODE_LENGTH))


def new_token() -> str:
    """A token for a link: 128 random bits."""
    return secrets.token_urlsafe(16)


def digest(code: str) -> str:
    """How a code or token is kept."""
    return hashlib.sha256(b"limber invitation\0" + code.encode()).hexdigest()


def matching(code: str) -> sa.Select[Share]:
    """The offered share a typed code (any case and grouping) or a link's token belongs to."""
    typed = "".join(ch for ch in code.upper() if ch.isalnum())
    hashes = [digest(code.strip()), digest(typed)]
    return sa.select(Share).where(
        sa.or_(Share.code_hash.in_(hashes), Share.token_hash.in_(hashes)), Share.state == "offered"
    )


def usable(code: str | None) -> bool:
    """Whether somebody waits for the bearer of this code."""
    share = db.session.scalar(matching(code)) if code else None
    return share is not None and share.expires_at > clock.now()
