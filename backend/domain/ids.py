"""Identifiers: time-ordered ones made anywhere, and shared ones two offline phones must agree on."""

import uuid

QUARTER_HOUR_MS = 15 * 60 * 1000


def uuid7(ms: int, chance: bytes) -> str:
    """A UUID of version 7 (RFC 9562).

    ms: milliseconds since 1970 UTC, 48 bits. chance: at least 10 random bytes.
    """
    if len(chance) < 10:
        raise ValueError("a UUIDv7 needs 10 random bytes")
    a = int.from_bytes(chance[:2], "big") & 0xFFF
    b = int.from_bytes(chance[2:10], "big") & ((1 << 62) - 1)
    return str(uuid.UUID(int=(ms & ((1 << 48) - 1)) << 80 | 7 << 76 | a << 64 | 2 << 62 | b))


def record_uuid7(ms: int, chance: bytes) -> str:
    """The id of a new record: its time is cut to the quarter hour, since caregivers see ids."""
    return uuid7(ms - ms % QUARTER_HOUR_MS, chance)


def shared_id(space_id: str, name: str) -> str:
    """The id of a one-per-something record: `daily:2026-11-21`, `profile`, ... (UUIDv5 in the space)."""
    return str(uuid.uuid5(uuid.UUID(space_id), name))
