"""Temporary files in memory, for checks that write whole browsers' folders and databases by the hundred."""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

# Making and removing so many files on a disk took half the time of the tests of the API.
MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of our own is made in it
ROOM = 4 << 30


@contextlib.contextmanager
def in_memory(keep: Callable[[], bool]) -> Iterator[None]:
    """Let temporary files be in memory for as long as the block runs, where there is room.

    A place that somebody chose stays. keep: whether to leave them there in the end, to be looked at.
    """
    if "TMPDIR" in os.environ or not MEMORY.is_dir() or shutil.disk_usage(MEMORY).free < ROOM:
        yield
        return
    folder = Path(tempfile.mkdtemp(prefix="limber-", dir=MEMORY))
    folder.chmod(0o1777)  # as /tmp: PostgreSQL runs as somebody else where this is root
    os.environ["TMPDIR"] = str(folder)
    try:
        yield
    finally:
        del os.environ["TMPDIR"]
        if any(folder.iterdir()) and keep():
            print(f"\nWhat the tests wrote that failed is in {folder}. It takes memory until it is removed.")
        else:
            shutil.rmtree(folder, ignore_errors=True)
