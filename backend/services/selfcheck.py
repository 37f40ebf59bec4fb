"""Is everything that was stored still whole? For a daily look by whoever runs the server."""

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import sqlalchemy as sa
from flask import current_app

from backend import clock
from backend.extensions import db
from backend.models import Account, Change, Record, Share, Space
from backend.services import backup, health

STALE = timedelta(hours=26)
FREE_AT_LEAST = 200_000_000


def problems() -> list[str]:
    """Everything that is wrong, one plain line each; nothing when all is well."""
    return [*_of_database(), *_of_spaces(), *_of_shares(), *_of_surroundings()]


def _of_database() -> Iterator[str]:
    said = health.status()
    if not said["ready"]:
        yield f"The database cannot be written, or its tables {said['tables']} are not {said['needs']}."
    if db.engine.dialect.name != "sqlite":
        return
    for line in db.session.execute(sa.text("PRAGMA integrity_check")).scalars():
        if line != "ok":
            yield f"The database file is damaged: {line}"
    for row in db.session.execute(sa.text("PRAGMA foreign_key_check")):
        yield f"A row of {row[0]} belongs to nothing in {row[2]}."


def _of_spaces() -> Iterator[str]:
    """Numbers without gaps up to the head, and every record resting on a change."""
    found = db.session.execute(
        sa.select(Space.id, Space.head, sa.func.count(Change.seq), sa.func.max(Change.seq))
        .outerjoin(Change, Change.space_id == Space.id)
        .group_by(Space.id, Space.head)
    )
    for space, head, count, newest in found:
        if count != head or (newest or 0) != head:
            yield f"Space {space} counts {head} changes and holds {count}, the newest being {newest}."
    orphans = db.session.execute(
        sa.select(Record.space_id, sa.func.count())
        .outerjoin(Change, sa.and_(Change.space_id == Record.space_id, Change.seq == Record.seq))
        .where(sa.or_(Change.seq.is_(None), Change.record_id != Record.id))
        .group_by(Record.space_id)
    )
    for space, count in orphans:
        yield f"{count} records of space {space} rest on no change."


def _of_shares() -> Iterator[str]:
    open_ones = sa.select(sa.func.count()).select_from(Share).where(Share.state == "active")
    nobody = Share.caregiver_account_id.not_in(sa.select(Account.id)) | Share.caregiver_account_id.is_(None)
    count = db.session.scalars(open_ones.where(nobody)).one()
    if count:
        yield f"{count} open shares belong to nobody."


def _of_surroundings() -> Iterator[str]:
    folder: Path = current_app.config["LIMBER_BACKUPS"]
    newest = backup.newest(folder)
    if newest is None:
        yield "There is no backup yet: limber backup"
    elif clock.now() - newest > STALE:
        yield f"The newest backup is of {newest:%Y-%m-%d %H:%M} UTC."
    if shutil.disk_usage(current_app.config["LIMBER_INSTANCE"]).free < FREE_AT_LEAST:
        yield "The disk is nearly full."
