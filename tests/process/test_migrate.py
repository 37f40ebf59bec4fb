"""Bringing the database up to date: killed at any moment, twice at once, and while people write."""

import multiprocessing
import os
import random
import shutil
import signal
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import flask_migrate
import pytest
import sqlalchemy as sa
from flask import Flask

from backend import create_app
from backend.extensions import db, sqlite_module
from tests.conftest import SETTINGS
from tests.factories import make_account, make_entry, make_op
from tests.postgres import Cluster
from tests.process.device import Device
from tests.process.server import PATIENCE_S, Server
from tests.process.writers import Books

FIRST, ROUNDS = "0001", 20
FORK = multiprocessing.get_context("fork")


def app_on(folder: Path, url: str = "") -> Flask:
    """An app on this database. Nothing is connected yet, so processes may be forked."""
    return create_app({**SETTINGS, "LIMBER_INSTANCE": str(folder), "LIMBER_DATABASE_URL": url})


def let_go(app: Flask) -> None:
    """Close every connection."""
    with app.app_context():
        db.session.remove()
        db.engine.dispose()


def migrate(app: Flask, revision: str = "head") -> None:
    """What `flask db upgrade` does, without the two seconds in which Python starts."""
    with app.app_context():
        flask_migrate.upgrade(revision=revision)
    let_go(app)


def in_a_process(app: Flask) -> Any:
    """A migration in a process of its own."""
    process = FORK.Process(target=migrate, args=(app,))
    process.start()
    return process


def shape(engine: sa.Engine) -> dict[str, Any]:
    """The tables, their columns and indexes, and how much lies in them."""
    look = sa.inspect(engine)
    with engine.connect() as connection:
        return {
            table: (
                [column["name"] for column in look.get_columns(table)],
                sorted(str(index["name"]) for index in look.get_indexes(table)),
                connection.exec_driver_sql(f'SELECT count(*) FROM "{table}"').scalar(),
            )
            for table in sorted(look.get_table_names())
        }


def kill_migrations(make_copy: Callable[[], tuple[Flask, sa.Engine]], rounds: int) -> None:
    """Kill a migration at moments spread over its whole length; the next try must always succeed."""
    app, engine = make_copy()
    began = time.monotonic()
    in_a_process(app).join(PATIENCE_S)
    length = time.monotonic() - began
    whole, chance, killed = shape(engine), random.Random(20261121), 0
    for _ in range(rounds):
        app, engine = make_copy()
        process = in_a_process(app)
        time.sleep(chance.uniform(0, length))
        os.kill(process.pid, signal.SIGKILL)
        process.join()
        if process.exitcode == -signal.SIGKILL:
            killed += 1
        else:
            length *= 0.7  # the first had the machine less to itself
        with engine.connect() as connection:
            here = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
        assert here == FIRST or shape(engine) == whole, "half a migration was kept"
        again = in_a_process(app)
        again.join(PATIENCE_S)
        assert again.exitcode == 0 and shape(engine) == whole
        engine.dispose()
    assert killed > rounds // 4, "it was over before it could be killed"


@pytest.fixture
def first_version(tmp_path: Path) -> Path:
    """A SQLite file as the first release left it, with a diary in it."""
    app = app_on(tmp_path / "old")
    migrate(app, FIRST)
    raw = sqlite_module().connect(tmp_path / "old" / "limber.db")
    fill_old_tables(raw.execute)
    raw.commit()
    raw.close()
    return tmp_path / "old" / "limber.db"


def fill_old_tables(execute: Callable[[str], Any]) -> None:
    """A person with 300 entries and their changes, in the words of the first tables."""
    now = "'2026-11-21 09:00:00'"
    execute(
        f"INSERT INTO account (id, email, password_hash, display_name, time_zone, created_at) "
        f"VALUES ('a', 'rosa@example.org', 'x', 'Rosa', 'UTC', {now})"
    )
    execute(f"INSERT INTO space (id, owner_account_id, head, created_at) VALUES ('s', 'a', 300, {now})")
    record = (
        "INSERT INTO record (space_id, id, kind, sv, body, fop, cur_op, conf, seq, seq_base, seq_notes, "
        "seq_names, seq_intimate, rev, deleted, private, former_scopes, author_account_id) VALUES "
    )
    change = (
        "INSERT INTO change (space_id, op_id, seq, tag, record_id, kind, t, status, account_id, made_at, "
        "received_at, sha256) VALUES "
    )
    for n in range(1, 301):
        states = f"'{{}}', '{{}}', 'o{n}', '[]', {n}, {n}, 0, 0, 0, 1, false, false, '', 'a'"
        execute(f"{record} ('s', 'r{n}', 'symptom', 1, {states})")
        execute(f"{change} ('s', 'o{n}', {n}, 't', 'r{n}', 'symptom', 'put', 'ok', 'a', 'then', {now}, 'x')")


def test_r13_killed_at_any_moment_a_migration_is_done_by_the_next_try(
    first_version: Path, tmp_path: Path
) -> None:
    copies = iter(range(1000))

    def make_copy() -> tuple[Flask, sa.Engine]:
        folder = tmp_path / f"copy{next(copies)}"
        folder.mkdir()
        shutil.copy(first_version, folder)
        url = f"sqlite:///{folder / 'limber.db'}"
        return app_on(folder), sa.create_engine(url, module=sqlite_module(), poolclass=sa.NullPool)

    kill_migrations(make_copy, ROUNDS)


@pytest.mark.postgres
def test_r13_killed_at_any_moment_on_postgresql(own_cluster: Cluster, tmp_path: Path) -> None:
    copies, name = iter(range(1000)), tmp_path.name[-30:].replace("-", "_")
    url = own_cluster.create(f"old_{name}")
    migrate(app_on(tmp_path, url), FIRST)
    engine = sa.create_engine(url, poolclass=sa.NullPool)
    with engine.begin() as connection:
        fill_old_tables(connection.exec_driver_sql)

    def make_copy() -> tuple[Flask, sa.Engine]:
        copy = own_cluster.create(f"copy{next(copies)}_{name}", f"old_{name}")
        return app_on(tmp_path, copy), sa.create_engine(copy, poolclass=sa.NullPool)

    kill_migrations(make_copy, 5)


@pytest.mark.postgres
def test_r13_two_migrations_at_once_are_one_after_the_other(own_cluster: Cluster, tmp_path: Path) -> None:
    url = own_cluster.create(f"twice_{tmp_path.name[-30:].replace('-', '_')}")
    both = [in_a_process(app_on(tmp_path, url)) for _ in range(2)]
    for process in both:
        process.join(PATIENCE_S)
    assert [process.exitcode for process in both] == [0, 0]


def test_r13_a_table_that_is_made_anew_keeps_what_refers_to_it(tmp_path: Path) -> None:
    folder = tmp_path / "migrations"
    source = Path(__file__).parents[2] / "backend" / "migrations"
    shutil.copytree(source, folder, ignore=shutil.ignore_patterns("__pycache__"))
    app = app_on(tmp_path)
    migrate(app)
    rosa = make_account(app)
    entry = make_entry(app, rosa)
    newest = max(path.name[:4] for path in (source / "versions").glob("0*.py"))
    (folder / "versions" / "9000_anew.py").write_text(
        "from alembic import op\nimport sqlalchemy as sa\n"
        f"revision = '9000'\ndown_revision = '{newest}'\n"
        "def upgrade():\n"
        "    with op.batch_alter_table('space', recreate='always') as space:\n"
        "        space.add_column(sa.Column('more', sa.Integer()))\n"
    )
    with app.app_context():
        flask_migrate.upgrade(directory=str(folder))
        assert [row.id for row in db.session.execute(sa.text("SELECT id FROM record"))] == [entry]
        assert db.session.execute(sa.text("PRAGMA foreign_keys")).scalar() == 1
    let_go(app)


def test_f80_who_syncs_while_the_database_migrates_is_told_to_wait_and_goes_on(server: Server) -> None:
    rosa = Device(server.port).register()
    op, books = make_op(rosa.space), Books(server)
    ended = threading.Event()

    def long_migration() -> None:
        with books.engine.connect() as connection:
            if books.sqlite:
                connection.connection.dbapi_connection.isolation_level = None  # type: ignore[union-attr]
                connection.exec_driver_sql("BEGIN IMMEDIATE")
            connection.exec_driver_sql("ALTER TABLE record ADD COLUMN not_yet_known INTEGER")
            ended.wait(30)
            connection.commit()

    migration = threading.Thread(target=long_migration)
    migration.start()
    time.sleep(0.3)
    answer = rosa.push(op)
    assert answer.status == 503 and int(answer.headers["retry-after"]) > 0
    assert server.lives()
    ended.set()
    migration.join()
    assert rosa.push_until_answered(op) == ["ok"]
    assert set(rosa.rows()) == {op["id"]}
