"""Rate limits in the database, so that they hold for every worker: counted tries in a fixed window.

A limit answers 429 with Retry-After; it never sleeps and never ends a session that is already live.
"""

import hashlib
import ipaddress

import sqlalchemy as sa

from backend import clock
from backend.errors import TooMany
from backend.extensions import db
from backend.models import Attempt
from backend.services.transaction import writing

HOUR = 3600
WRONG_PASSWORDS_PER_ACCOUNT = (10, HOUR // 4)
WRONG_PASSWORDS_PER_NETWORK = (60, HOUR // 4)
REGISTRATIONS_PER_NETWORK = (40, HOUR)
CODES_PER_ACCOUNT = (10, HOUR)
CODES_PER_NETWORK = (60, HOUR)
RECOVERIES_PER_ACCOUNT = (10, HOUR)
RECOVERIES_PER_NETWORK = (60, HOUR)
REPORTS_PER_NETWORK = (120, HOUR)
PREVIEWS_PER_NETWORK = (240, HOUR)

Keys = tuple[tuple[str, tuple[int, int]], ...]

# Both databases understand this; two workers counting at once both count.
UPSERT = sa.text(
    "INSERT INTO attempt (key, window_at, count) VALUES (:key, :window_at, 1) "
    "ON CONFLICT (key, window_at) DO UPDATE SET count = attempt.count + 1"
)


def network(address: str | None) -> str:
    """The /24 or /64 an address belongs to: one household, not one phone."""
    try:
        ip = ipaddress.ip_address(address or "")
    except ValueError:
        return "unknown"
    return str(ipaddress.ip_network((ip, 24 if ip.version == 4 else 64), strict=False))


def key(what: str, who: str) -> str:
    """A counter's name; who is hashed, so the table names nobody."""
    return f"{what}:{hashlib.sha256(who.encode()).hexdigest()[:32]}"


def check(name: str, limit: tuple[int, int]) -> None:
    """Raise TooMany when the counter is full."""
    most, seconds = limit
    now = int(clock.now().timestamp())
    window = now - now % seconds
    count = (
        db.session.scalar(sa.select(Attempt.count).where(Attempt.key == name, Attempt.window_at == window))
        or 0
    )
    if count >= most:
        raise TooMany(retry_after=window + seconds - now)


def count(name: str, limit: tuple[int, int]) -> None:
    """Count one try, and let old windows of the same counter go."""
    with writing():
        add(name, limit)


def add(name: str, limit: tuple[int, int]) -> None:
    """As count(), in a transaction that writes already."""
    seconds = limit[1]
    now = int(clock.now().timestamp())
    window = now - now % seconds
    db.session.execute(sa.delete(Attempt).where(Attempt.key == name, Attempt.window_at < window))
    db.session.execute(UPSERT, {"key": name, "window_at": window})


def take(name: str, limit: tuple[int, int]) -> None:
    """Check, then count."""
    check(name, limit)
    count(name, limit)
