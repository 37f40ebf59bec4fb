"""One consistent copy of the database while it is in use, and putting such a copy in its place.

SQLite is copied by its own backup interface, in one step: writers go on, and the copy is of one moment.
PostgreSQL is copied by pg_dump, which reads one snapshot. Neither ever copies a file in use.
"""

import os
import secrets
import shutil
import subprocess
import time
from pathlib import Path
from typing import Any

import sqlalchemy as sa
import sqlalchemy.exc
from flask import current_app

from backend.extensions import db, sqlite_module
from backend.services.backup.sealed_file import BadFile

RESTORING = ("pg_restore", "--no-owner", "--single-transaction", "--exit-on-error")


def is_sqlite() -> bool:
    """Whether this installation keeps its data in a file."""
    return db.engine.dialect.name == "sqlite"


def copy_to(path: Path) -> None:
    """Write a copy of the database as it is at one moment."""
    if is_sqlite():
        _copy_sqlite(_file(), path)
    else:
        _run("pg_dump", "--format=custom", "--no-owner", "--file", str(path), _plain(db.engine.url))


def put_in_place(path: Path) -> Path | None:
    """Replace the database by a copy. The file that was there is kept beside it; its new name, or None.

    Raises BadFile where somebody still has the database open: the server has to be stopped first.
    """
    if not is_sqlite():
        db.session.remove()
        _run(*RESTORING, "--clean", "--if-exists", "--dbname", _plain(db.engine.url), str(path))
        return None
    there = _file()
    db.session.remove()
    db.engine.dispose()
    new, aside = there.with_name(f"{there.name}.restoring"), None
    shutil.copyfile(path, new)
    os.chmod(new, 0o600)
    _sync(new)
    if there.exists():
        _refuse_if_open(there)
        aside = there.with_name(f"{there.name}.before-{time.strftime('%Y%m%dT%H%M%SZ', time.gmtime())}")
        # A second name, so that at no moment there is no database: a server would begin an empty one.
        os.link(there, aside)
    for rest in ("-wal", "-shm", "-journal"):
        there.with_name(there.name + rest).unlink(missing_ok=True)
    os.replace(new, there)
    _sync(there)
    return aside


def look_over(path: Path) -> dict[str, Any]:
    """What a copy holds, by restoring it: its tables' rows. Raises BadFile where it is not whole."""
    if is_sqlite():
        return _look_over_sqlite(path)
    return _look_over_postgres(path)


def counts(connection: sa.Connection) -> dict[str, int]:
    """How many rows each table has."""
    names = sa.inspect(connection).get_table_names()
    return {
        name: connection.execute(sa.select(sa.func.count()).select_from(sa.table(name))).scalar_one()
        for name in sorted(names)
    }


def _look_over_sqlite(path: Path) -> dict[str, Any]:
    engine = sa.create_engine(f"sqlite:///{path}", module=sqlite_module(), poolclass=sa.NullPool)
    with engine.connect() as connection:
        trouble = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
        if trouble != ["ok"] or connection.exec_driver_sql("PRAGMA foreign_key_check").first():
            raise BadFile("The copy is damaged.")
        return counts(connection)


def _look_over_postgres(path: Path) -> dict[str, Any]:
    """Restore into a database made for this alone; the account needs the right to make one."""
    name = f"limber_check_{secrets.token_hex(6)}"
    url = db.engine.url.set(database=name)
    try:
        _on_server(f'CREATE DATABASE "{name}" TEMPLATE template0')
    except sqlalchemy.exc.ProgrammingError:
        raise BadFile(
            "A backup is tried out in a database of its own. Allow that: ALTER ROLE ... CREATEDB"
        ) from None
    try:
        _run(*RESTORING, "--dbname", _plain(url), str(path))
        engine = sa.create_engine(url, poolclass=sa.NullPool)
        with engine.connect() as connection:
            return counts(connection)
    finally:
        _on_server(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def _on_server(statement: str) -> None:
    engine = sa.create_engine(db.engine.url, isolation_level="AUTOCOMMIT", poolclass=sa.NullPool)
    with engine.connect() as connection:
        connection.exec_driver_sql(statement)


def _copy_sqlite(source: Path, target: Path) -> None:
    module = sqlite_module()
    target.touch(mode=0o600)
    reading, writing = module.connect(str(source)), module.connect(str(target))
    try:
        reading.execute("PRAGMA busy_timeout=10000")
        reading.backup(writing, pages=-1)
        # A copy is one file: without this it would ask for a -wal file beside it.
        writing.execute("PRAGMA journal_mode=DELETE")
    finally:
        reading.close()
        writing.close()
    _sync(target)


def _refuse_if_open(path: Path) -> None:
    """Raise BadFile where another process has the file open."""
    module = sqlite_module()
    connection = module.connect(str(path), timeout=1)
    try:
        connection.execute("PRAGMA locking_mode=EXCLUSIVE")
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")
    except module.OperationalError:
        raise BadFile("The server is still running. Stop it first, then restore.") from None
    finally:
        connection.close()


def _file() -> Path:
    return Path(str(db.engine.url.database))


def _plain(url: sa.URL) -> str:
    """An address as PostgreSQL's own programs read it."""
    return url.set(drivername="postgresql").render_as_string(hide_password=False)


def _run(program: str, *words: str) -> str:
    found = shutil.which(program, path=os.pathsep.join([os.environ.get("PATH", ""), *_folders()]))
    if found is None:
        raise BadFile(f"{program} is not here. Install PostgreSQL's client programs.")
    done = subprocess.run([found, *words], capture_output=True, text=True)  # noqa: S603 - no shell, own words
    if done.returncode:
        raise BadFile(f"{program} ended with: {done.stderr.strip().splitlines()[-1:]}")
    return done.stdout


def _folders() -> list[str]:
    """Where PostgreSQL's programs are when they are not on the path, the newest first."""
    given = current_app.config.get("LIMBER_POSTGRES_PROGRAMS")
    usual = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return [*([given] if given else []), *map(str, usual)]


def _sync(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
