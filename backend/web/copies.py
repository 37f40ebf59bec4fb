"""Copies of the served files in the instance folder, packed beforehand.

Each file is copied once under a name that holds its hash, with a brotli and a gzip copy beside it
where that is smaller. So the tree stays as it was checked out, a file changed on disk cannot slip
into a version that was hashed before, and several processes can share the copies.
"""

import gzip
import os
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

import brotli  # type: ignore[import-untyped]

from backend.web.files import ServedFile

PACKED = frozenset({".html", ".js", ".mjs", ".css", ".json", ".svg", ".webmanifest"})
FORGET_AFTER_S = 7 * 24 * 60 * 60
# Where files are edited each edit is a version, and nobody else serves an older one.
FORGET_EDITED_AFTER_S = 60 * 60


class Copies:
    """A folder of copies; thorough ones are some hundredths smaller and take seconds to make."""

    def __init__(self, folder: Path, thorough: bool) -> None:
        self.folder = folder / ("thorough" if thorough else "quick")
        self.forget_after_s = FORGET_AFTER_S if thorough else FORGET_EDITED_AFTER_S
        self.effort = {"quality": 10} if thorough else {"quality": 9}

    def of(self, served: Iterable[ServedFile]) -> dict[str, Path]:
        """The copy of every file, by address; what is not there yet is made, what is old goes."""
        self.folder.mkdir(parents=True, exist_ok=True)
        copies = {file.url: self._copy(file) for file in served}
        self._forget({copy.name for copy in copies.values()})
        return copies

    def _copy(self, file: ServedFile) -> Path:
        suffix = Path(file.url).suffix
        copy = self.folder / f"{file.sha256[:32]}{suffix}"
        if copy.exists():
            return copy
        if suffix in PACKED:
            for ending, packed in (
                (".br", brotli.compress(file.data, mode=brotli.MODE_TEXT, **self.effort)),
                (".gz", gzip.compress(file.data, 9, mtime=0)),
            ):
                if len(packed) < len(file.data):
                    _write(copy.with_name(copy.name + ending), packed)
        # Last, since its being there says that the packed ones are.
        _write(copy, file.data)
        return copy

    def _forget(self, used: set[str]) -> None:
        """Remove copies long out of use; a process started earlier may still serve younger ones."""
        before = time.time() - self.forget_after_s
        for path in self.folder.iterdir():
            name = path.name.removesuffix(".br").removesuffix(".gz")
            if name not in used and path.stat().st_mtime < before:
                path.unlink(missing_ok=True)


def _write(path: Path, data: bytes) -> None:
    """Put the bytes there whole, so that another process never reads half of them."""
    handle, name = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(handle, "wb") as out:
        out.write(data)
    os.replace(name, path)
