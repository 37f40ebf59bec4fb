"""Backups: taken while the server runs, sealed, and believed only after they were restored once."""

import hashlib
import json
import os
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Any, cast

import sqlalchemy.exc
from flask import current_app

from backend import clock, logs
from backend.errors import Busy
from backend.services import audit, health, removal, shares
from backend.services.backup import database
from backend.services.backup.sealed_file import BadFile, SealedReader, SealedWriter, key_in, read_key
from backend.services.transaction import writing

__all__ = ["BadFile", "Restored", "newest", "restore", "take"]

PREFIX, SUFFIX = "limber-", ".backup"
MANIFEST, DATABASE, SECRET = "manifest.json", "database", "secret_key"


@dataclass(frozen=True)
class Restored:
    """What a restore did.

    made_at: of the backup. paused: shares that wait for their owners. aside: the database that was here.
    """

    made_at: str
    paused: int
    removed: int
    aside: Path | None


def take(folder: Path) -> tuple[Path, dict[str, Any]]:
    """Copy everything into a new sealed file of the folder, restore that to look it over, and answer both.

    Raises BadFile; then no file is left behind that looks like a backup.
    """
    _noted("operator.backup")
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    key = key_in(current_app.config["LIMBER_INSTANCE"])
    made_at = clock.now()
    path = folder / f"{PREFIX}{made_at:%Y%m%dT%H%M%SZ}{SUFFIX}"
    part = path.with_suffix(".part")
    try:
        with tempfile.TemporaryDirectory(dir=folder) as scratch:
            copy = Path(scratch) / DATABASE
            database.copy_to(copy)
            manifest = _manifest(made_at, copy)
            _seal(part, key, manifest, copy)
        with _opened(part, key) as (found, restored):
            if found != manifest or database.look_over(restored) != manifest["rows"]:
                raise BadFile("What was written is not what can be read back.")
        os.replace(part, path)
    finally:
        part.unlink(missing_ok=True)
    return path, manifest


def restore(path: Path, key_file: Path | None = None, keep_shares: bool = False) -> Restored:
    """Put a backup in the place of the database.

    Shares are paused unless told otherwise, since one that was ended after the backup would be open again.
    Accounts that were deleted since are deleted again.
    """
    instance: Path = current_app.config["LIMBER_INSTANCE"]
    key = read_key(key_file) if key_file else key_in(instance)
    with _opened(path, key) as (manifest, copy):
        if database.look_over(copy) != manifest["rows"]:
            raise BadFile("The backup does not hold what it says.")
        if not health.knows(manifest["tables"]):
            raise BadFile("The backup was made by a newer Limber. Install that version first.")
        aside = database.put_in_place(copy)
    health.bring_up_to_date()
    with audit.by_operator():
        removed = removal.remove_again()
        paused = 0 if keep_shares else shares.pause_all()
    _noted("operator.restored")
    return Restored(manifest["made_at"], paused, removed, aside)


def _noted(event: str) -> None:
    """Tell everybody whose diary is here. A copy is made of a database that cannot be written, too."""
    try:
        with writing(), audit.by_operator():
            audit.note(None, event)
    except (sqlalchemy.exc.SQLAlchemyError, Busy):
        logs.log.warning("%s could not be noted", event)


def newest(folder: Path) -> datetime | None:
    """When the newest backup of a folder was finished, or None."""
    times = [path.stat().st_mtime for path in folder.glob(f"{PREFIX}*{SUFFIX}")]
    return datetime.fromtimestamp(max(times), clock.now().tzinfo) if times else None


def _manifest(made_at: datetime, copy: Path) -> dict[str, Any]:
    return {
        "format": 1,
        "made_at": made_at.isoformat(timespec="seconds"),
        "database": "sqlite" if database.is_sqlite() else "postgresql",
        "tables": health.newest_revision(),
        "rows": database.look_over(copy),
        "sha256": _digest(copy),
    }


def _seal(path: Path, key: bytes, manifest: dict[str, Any], copy: Path) -> None:
    instance: Path = current_app.config["LIMBER_INSTANCE"]
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        writer = SealedWriter(file, key)
        with tarfile.open(fileobj=cast(IO[bytes], writer), mode="w|") as tar:
            said = copy.with_name(MANIFEST)
            said.write_text(json.dumps(manifest), encoding="utf-8")
            tar.add(said, MANIFEST)
            tar.add(copy, DATABASE)
            if (instance / SECRET).exists():
                tar.add(instance / SECRET, SECRET)
        writer.close()
        file.flush()
        os.fsync(file.fileno())


@contextmanager
def _opened(path: Path, key: bytes) -> Iterator[tuple[dict[str, Any], Path]]:
    """The manifest and the database of a sealed file, unpacked for as long as the block runs."""
    with tempfile.TemporaryDirectory(dir=path.parent) as scratch, path.open("rb") as file:
        with tarfile.open(fileobj=cast(IO[bytes], SealedReader(file, key)), mode="r|") as tar:
            for member in tar:
                if member.name in (MANIFEST, DATABASE) and member.isfile():
                    tar.extract(member, scratch, filter="data")
        manifest = json.loads((Path(scratch) / MANIFEST).read_text(encoding="utf-8"))
        copy = Path(scratch) / DATABASE
        if _digest(copy) != manifest["sha256"]:
            raise BadFile("The backup is damaged.")
        if manifest["database"] != ("sqlite" if database.is_sqlite() else "postgresql"):
            raise BadFile(f"This is a backup of {manifest['database']}; this server uses the other.")
        yield manifest, copy


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
