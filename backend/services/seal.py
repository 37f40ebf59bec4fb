"""Cursors and marks: what a device holds of the server's timeline, sealed so that no number is on the wire.

AES-SIV is deterministic, so equal state gives equal bytes, and authenticated, so nothing can be forged.
The key is derived from the server's secret.
"""

import base64
import hashlib
import json
from dataclasses import dataclass
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESSIV
from flask import current_app

# What a cursor and a mark with any numbers fit into: each has one length for ever.
PADDED = {"cursor": 128, "mark": 32}


@dataclass(frozen=True)
class Mark:
    """A numbered change the device has seen: its number and the tag drawn for it."""

    seq: int
    tag: str


@dataclass(frozen=True)
class Cursor:
    """How far a view was read.

    floor: head when a first reading began, with its tag; 0 when it has ended. newest: the view's newest
    number when a page was made that others follow, with its tag; 0 after the last page.
    """

    view: str
    seq: int
    tag: str
    floor: int = 0
    floor_tag: str = ""
    newest: int = 0
    newest_tag: str = ""


def seal_mark(space_id: str, mark: Mark) -> str:
    """The mark as an opaque string."""
    return _seal("mark", space_id, [mark.seq, mark.tag])


def open_mark(space_id: str, text: str) -> Mark | None:
    """The mark, or None when it was not sealed here for this space."""
    values = _open("mark", space_id, text)
    return Mark(int(values[0]), str(values[1])) if values and len(values) == 2 else None


def seal_cursor(space_id: str, cursor: Cursor) -> str:
    """The cursor as an opaque string."""
    goes_on = bool(cursor.newest)
    began: list[str | int] = [cursor.floor, cursor.floor_tag] if cursor.floor or goes_on else [0]
    ahead: list[str | int] = [cursor.newest, cursor.newest_tag] if goes_on else []
    return _seal("cursor", space_id, [cursor.view, cursor.seq, cursor.tag, *began, *ahead])


def open_cursor(space_id: str, text: str) -> Cursor | None:
    """The cursor, or None when it was not sealed here for this space."""
    values = _open("cursor", space_id, text)
    if not values or len(values) not in (4, 5, 7):
        return None
    view, seq, tag, floor, floor_tag, newest, newest_tag = (*values, *("", 0, "")[len(values) - 4 :])
    return Cursor(str(view), int(seq), str(tag), int(floor), str(floor_tag), int(newest), str(newest_tag))


@lru_cache(maxsize=4)
def _cipher(secret: str) -> AESSIV:
    return AESSIV(hashlib.sha512(b"limber timeline seal v1\0" + secret.encode()).digest())


def _seal(what: str, space_id: str, values: list[str | int]) -> str:
    plain = json.dumps(values, separators=(",", ":")).encode()
    # Padded, so that the length tells nothing of how long the numbers are.
    plain += b" " * (-len(plain) % PADDED[what])
    sealed = _cipher(current_app.config["SECRET_KEY"]).encrypt(plain, [what.encode(), space_id.encode()])
    return base64.urlsafe_b64encode(sealed).rstrip(b"=").decode()


def _open(what: str, space_id: str, text: str) -> tuple[str | int, ...] | None:
    return _opened(current_app.config["SECRET_KEY"], what, space_id, text)


@lru_cache(maxsize=1024)  # one exchange looks at the same seal several times, and so may the next
def _opened(secret: str, what: str, space_id: str, text: str) -> tuple[str | int, ...] | None:
    try:
        sealed = base64.urlsafe_b64decode(text.encode("ascii") + b"=" * (-len(text) % 4))
        plain = _cipher(secret).decrypt(sealed, [what.encode(), space_id.encode()])
    except (ValueError, UnicodeEncodeError, InvalidTag):
        return None
    values = json.loads(plain)
    return tuple(values) if isinstance(values, list) else None
