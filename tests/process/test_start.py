"""What the server says when it starts, whom it tells, and what it refuses to start on."""

import json
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa

from tests.factories import make_op
from tests.process.device import Device
from tests.process.server import PATIENCE_S, Server
from tests.process.writers import Books


def older_sqlite(folder: Path) -> str:
    """A pysqlite3 that says it is SQLite 3.40.1, for the path Python looks its modules up in."""
    package = folder / "older" / "pysqlite3"
    package.mkdir(parents=True)
    (package / "__init__.py").touch()
    older = "from sqlite3.dbapi2 import *\nsqlite_version = '3.40.1'\nsqlite_version_info = (3, 40, 1)\n"
    (package / "dbapi2.py").write_text(older)
    return str(package.parent)


def test_r08_with_an_sqlite_that_is_unsafe_in_wal_another_journal_is_kept(
    make_server: Callable[..., Server], tmp_path: Path
) -> None:
    server = make_server(PYTHONPATH=older_sqlite(tmp_path)).start()
    assert "database: SQLite 3.40.1, TRUNCATE, synchronous=FULL" in server.log
    rosa = Device(server.port).register()
    op = make_op(rosa.space)
    assert rosa.push_until_answered(op) == ["ok"]
    assert Books(server).read("PRAGMA journal_mode") != [("wal",)]
    assert not (server.folder / "limber.db-wal").exists()
    server.kill()
    server.start()
    assert set(rosa.rows()) == {op["id"]}


def test_r08_r15_the_operator_is_told_what_a_stranger_is_not(sqlite_server: Server) -> None:
    said = json.loads(sqlite_server.flask("status").stdout)
    assert said["database"].startswith("SQLite 3.") and "WAL, synchronous=FULL" in said["database"]
    assert said["ready"] is True and said["tables"] == [said["needs"]]
    assert said["database"] in sqlite_server.log
    for path in ("/livez", "/readyz"):
        assert sqlite_server.get(path) == (200, '{"ok":true}\n')


def test_r15_without_its_database_the_process_lives_and_is_not_ready(
    make_server: Callable[..., Server],
) -> None:
    server = make_server("postgresql+psycopg://nobody@/nothing?host=/nowhere").start()
    assert server.get("/livez") == (200, '{"ok":true}\n')
    assert server.get("/readyz") == (503, '{"ok":false}\n')
    assert server.get("/", Accept="text/html")[0] == 200
    assert Device(server.port).send("auth/login", {"email": "a@b.org", "password": "x" * 12}).status == 503


def test_r13_tables_of_a_newer_version_are_refused_in_one_line(make_server: Callable[..., Server]) -> None:
    server = make_server()
    engine = sa.create_engine(f"sqlite:///{server.folder / 'limber.db'}")
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    engine.dispose()
    before = (server.folder / "limber.db").read_bytes()
    server.begin()
    assert server.master.wait(PATIENCE_S) == 1
    assert "The database belongs to a newer Limber." in server.log and "Traceback" not in server.log
    upgrade = server.flask("db", "upgrade")
    assert upgrade.returncode == 1
    assert "The database belongs to a newer Limber." in upgrade.stdout + upgrade.stderr
    assert "Traceback" not in upgrade.stderr
    assert (server.folder / "limber.db").read_bytes() == before


def test_r13_tables_that_were_not_brought_up_to_date_are_refused_in_one_line(
    make_server: Callable[..., Server],
) -> None:
    server = make_server()
    (server.folder / "limber.db").unlink()
    server.begin()
    assert server.master.wait(PATIENCE_S) == 1
    assert "flask --app wsgi db upgrade" in server.log and "Traceback" not in server.log
    assert server.flask("db", "upgrade").returncode == 0
    server.start()


@pytest.mark.postgres
def test_f26_a_database_that_only_reads_answers_503_and_never_a_false_reset(postgres_server: Server) -> None:
    rosa = Device(postgres_server.port).register()
    op = make_op(rosa.space)
    assert rosa.push_until_answered(op) == ["ok"]
    cursor = rosa.pull().body["spaces"][rosa.space]["cursor"]
    books = Books(postgres_server)
    name = sa.make_url(postgres_server.database_url).database
    with books.engine.connect() as connection:
        connection.exec_driver_sql(f'ALTER DATABASE "{name}" SET default_transaction_read_only = on')
        connection.commit()
    postgres_server.kill_workers()
    postgres_server.wait()
    assert rosa.pull(cursor).status == 503
    assert rosa.push(make_op(rosa.space)).status == 503
    with books.engine.connect() as connection:
        connection.exec_driver_sql("SET transaction_read_only = off")
        connection.exec_driver_sql(f'ALTER DATABASE "{name}" RESET default_transaction_read_only')
        connection.commit()
    page = rosa.pull(cursor).body["spaces"][rosa.space]
    assert "reset" not in page and page["rows"] == []


def test_an_answer_leaves_in_one_piece(sqlite_server: Server) -> None:
    """Two pieces wake the phone, and everything on the way to it, twice."""
    with socket.create_connection(("127.0.0.1", sqlite_server.port), timeout=PATIENCE_S) as line:
        for _ in range(40):
            line.sendall(b"GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n")
            assert line.recv(65_536).endswith(b'{"ok":true}\n')
