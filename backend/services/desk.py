"""Where PDFs are made: one at a time for each person, and few at once, so that nobody uses up the server."""

import hashlib
import os
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from fcntl import LOCK_EX, LOCK_NB, LOCK_UN, lockf
from pathlib import Path

from flask import current_app

from backend.errors import ReportBusy

# At once, over every process of this machine.
PLACES = 2
RETRY_AFTER_S = 3
_guard = threading.Lock()
# The kernel's locks belong to a whole process; this says which of its threads' are taken.
_taken: set[tuple[str, int]] = set()
_files: dict[str, int] = {}


@contextmanager
def place_for(account_id: str) -> Iterator[None]:
    """A place for this person while inside. Raises ReportBusy."""
    folder = Path(current_app.config["LIMBER_INSTANCE"])
    with ExitStack() as held:
        if not held.enter_context(_taking(folder, [_own(account_id)])):
            raise ReportBusy(retry_after=RETRY_AFTER_S)
        if not held.enter_context(_taking(folder, range(PLACES))):
            raise ReportBusy(retry_after=RETRY_AFTER_S)
        yield


def _own(account_id: str) -> int:
    """A number for each person, after those of the places."""
    return PLACES + int.from_bytes(hashlib.sha256(account_id.encode()).digest()[:7])


@contextmanager
def _taking(folder: Path, numbers: "range | list[int]") -> Iterator[bool]:
    """Take the first free one of some numbers; whether one was free."""
    number = next((one for one in numbers if _take(folder, one)), None)
    try:
        yield number is not None
    finally:
        if number is not None:
            _leave(folder, number)


def _take(folder: Path, number: int) -> bool:
    key = (str(folder), number)
    with _guard:
        if key in _taken:
            return False
        try:
            lockf(_file(folder), LOCK_EX | LOCK_NB, 1, number)
        except OSError:
            return False
        _taken.add(key)
        return True


def _leave(folder: Path, number: int) -> None:
    with _guard, suppress(OSError):
        _taken.discard((str(folder), number))
        lockf(_file(folder), LOCK_UN, 1, number)


def _file(folder: Path) -> int:
    """The file whose bytes stand for the numbers; kept open, since closing it would free all of them."""
    name = str(folder)
    if name not in _files:
        _files[name] = os.open(folder / "reports.lock", os.O_RDWR | os.O_CREAT, 0o600)
    return _files[name]
