"""The codes and tokens of invitations: how they are made, kept and recognised."""

import hashlib
import secrets
from datetime import timedelta
from itertools import groupby
from typing import NamedTuple

import segno
import sqlalchemy as sa

from backend import clock
from backend.extensions import db
from backend.models import Share

# Without letters and digits that look alike; ten of these are 49 bits, behind ten tries an hour.
CODE_ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
CODE_LENGTH = 10
LASTS = timedelta(hours=48)
# A camera finds a square code by the empty margin around it; four modules are the least.
QUIET = 4


class Picture(NamedTuple):
    """A square code: how many modules a side has, margin included, and the dark ones as an SVG path."""

    size: int
    path: str


def new_code() -> str:
    """A code to be typed."""
    return "".join(secrets.choice(CODE_ALPHABET) for _ in range(CODE_LENGTH))


def new_token() -> str:
    """A token for a link: 128 random bits."""
    return secrets.token_urlsafe(16)


def picture(url: str) -> Picture:
    """The link of an invitation as a square code that a camera reads."""
    rows = segno.make(url, micro=False, error="m").matrix
    runs = []
    for y, row in enumerate(rows, start=QUIET):
        x = QUIET
        for dark, modules in groupby(row):
            long = len(list(modules))
            if dark:
                runs.append(f"M{x} {y}h{long}v1h-{long}z")
            x += long
    return Picture(len(rows) + 2 * QUIET, "".join(runs))


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
