"""The one place that reads the time. Tests set it; nothing else may."""

from collections.abc import Callable
from datetime import UTC, datetime


def _system() -> datetime:
    return datetime.now(UTC)


_read: Callable[[], datetime] = _system


def now() -> datetime:
    """The present instant, aware, in UTC."""
    return _read()


def set_reader(reader: Callable[[], datetime] | None) -> None:
    """Let a test decide what the time is; None gives the system's clock back."""
    global _read
    _read = reader or _system
