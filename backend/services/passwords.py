"""Passwords: argon2id, a blocklist, at least eight characters and no other rule."""

import threading
from functools import lru_cache
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

MIN_LENGTH, MAX_LENGTH = 8, 256
BLOCKLIST = Path(__file__).with_name("common_passwords.txt")
APP_WORDS = frozenset(
    {
        "limberlimber",
        "limber123",
        "limber1234",
        "limberapp",
        "multiplesclerosis",
        "paindiary",
        "pain-diary",
        "mypaindiary",
    }
)

# OWASP's second choice of parameters: 19 MiB, 2 passes, 1 lane. Two at a time bound memory and load.
_hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
_at_once = threading.BoundedSemaphore(2)


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    return frozenset(BLOCKLIST.read_text(encoding="utf-8").split())


def weakness(password: str, own_words: tuple[str, ...] = ()) -> str | None:
    """Why this password is not taken, in words, or None when it is.

    own_words: the person's name and address, which others try first.
    """
    folded = password.casefold()
    if len(password) < MIN_LENGTH:
        return f"Use at least {MIN_LENGTH} characters."
    if len(password) > MAX_LENGTH:
        return f"Use at most {MAX_LENGTH} characters."
    if folded in _common() or folded in APP_WORDS or len(set(folded)) < 3:
        return "Many people use this one. Choose another."
    if folded in {word.casefold() for word in own_words if word}:
        return "This is too easy to guess. Choose another."
    return None


def hash_password(password: str) -> str:
    """The argon2id hash with its parameters."""
    with _at_once:
        return _hasher.hash(password)


def matches(stored: str, password: str) -> bool:
    """Whether the password belongs to the hash."""
    with _at_once:
        try:
            return _hasher.verify(stored, password)
        except (VerificationError, InvalidHashError):
            return False


def needs_rehash(stored: str) -> bool:
    """Whether the hash was made with smaller parameters than today's."""
    return _hasher.check_needs_rehash(stored)


@lru_cache(maxsize=1)
def stand_in() -> str:
    """A hash that nothing matches, so that an unknown address takes as long as a known one."""
    return hash_password("no account has this password")
