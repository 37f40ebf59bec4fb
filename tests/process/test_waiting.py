"""Locks that are held, clients that dawdle and a database that hangs: nobody waits without end."""

import runpy
import socket
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
import sqlalchemy as sa

from backend.extensions import sqlite_module
from tests.e2e.server import ROOT
from tests.factories import make_op
from tests.process.device import Device
from tests.process.server import Server
from tests.process.writers import Books

THREADS = int(runpy.run_path(str(ROOT / "gunicorn.conf.py"))["threads"])


@contextmanager
def held_lock(server: Server, space: str) -> Iterator[None]:
    """Somebody else writes to this diary and does not come to an end."""
    if not server.database_url:
        holder = sqlite_module().connect(server.folder / "limber.db", isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        yield
        holder.execute("ROLLBACK")
        holder.close()
        return
    with Books(server).engine.begin() as connection:
        connection.execute(sa.text("SELECT * FROM space WHERE id = :id FOR UPDATE"), {"id": space})
        yield


def test_r09_a_lock_held_for_ten_seconds_is_answered_with_wait_and_never_an_error(server: Server) -> None:
    rosa = Device(server.port).register()
    first, op = make_op(rosa.space), make_op(rosa.space)
    rosa.push_until_answered(first)
    with held_lock(server, rosa.space):
        began = time.monotonic()
        answers = []
        while time.monotonic() - began < 10:
            answers.append(rosa.push(op))
            assert set(rosa.rows()) == {first["id"]}, "reading goes on"
    assert len(answers) >= 1
    assert {answer.status for answer in answers} == {503}, server.log
    assert all(1 <= int(answer.headers["retry-after"]) <= 60 for answer in answers)
    assert rosa.push_until_answered(op) == ["ok"]


def test_r09_r15_while_a_lock_is_held_many_writers_are_told_to_wait_and_it_is_not_ready(
    sqlite_server: Server,
) -> None:
    rosa = Device(sqlite_server.port).register()
    ops = [make_op(rosa.space) for _ in range(2 * THREADS)]
    with held_lock(sqlite_server, rosa.space), ThreadPoolExecutor(len(ops) + 1) as pool:
        asked = pool.submit(sqlite_server.get, "/readyz", 40)
        answers = list(pool.map(rosa.push, ops))
        assert asked.result() == (503, '{"ok":false}\n')
    assert {answer.status for answer in answers} == {503}, sqlite_server.log
    assert rosa.push_until_answered(*ops) == ["ok"] * len(ops)


def patient(server: Server, seconds: float) -> Path:
    """The real configuration with less patience."""
    path = server.folder / "gunicorn.conf.py"
    path.write_text(f"exec(open({str(ROOT / 'gunicorn.conf.py')!r}).read())\nSLOWEST_S = {seconds}\n")
    return path


def dawdle(port: int, cookie: str, stop: threading.Event) -> None:
    """Send a request a byte at a time and never end it, as often as one is let in."""
    origin = f"Origin: http://127.0.0.1:{port}\r\nContent-Type: application/json"
    head = f"POST /api/v1/sync/push HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n{cookie}{origin}\r\n"
    while not stop.is_set():
        with suppress(OSError), socket.create_connection(("127.0.0.1", port)) as line:
            line.sendall(f"{head}Content-Length: 9000\r\n\r\n".encode())
            while not stop.is_set():
                line.sendall(b" ")
                time.sleep(0.2)


@pytest.mark.parametrize("known", [False, True])
def test_r20_clients_that_send_a_byte_at_a_time_cannot_keep_every_thread(
    known: bool, make_server: Callable[..., Server]
) -> None:
    server = make_server()
    server.start("-c", str(patient(server, 3)))
    rosa = Device(server.port).register()
    stop, cookie = threading.Event(), f"Cookie: {rosa.cookie}\r\n" if known else ""
    slow = [threading.Thread(target=dawdle, args=(server.port, cookie, stop)) for _ in range(THREADS)]
    for one in slow:
        one.start()
    try:
        time.sleep(1)
        began = time.monotonic()
        assert rosa.push_until_answered(make_op(rosa.space), patience=60) == ["ok"]
        assert time.monotonic() - began < 12
    finally:
        stop.set()
        for one in slow:
            one.join()


HANGING = """
CREATE FUNCTION hang() RETURNS trigger AS 'BEGIN PERFORM pg_sleep(25); RETURN NEW; END' LANGUAGE plpgsql;
CREATE TRIGGER hang BEFORE INSERT ON device FOR EACH ROW EXECUTE FUNCTION hang();
"""


@pytest.mark.postgres
def test_r20_a_database_that_hangs_costs_a_worker_and_not_the_server(
    make_server: Callable[..., Server], postgres_server: Server
) -> None:
    rosa = Device(postgres_server.port).register()
    told, late = make_op(rosa.space), make_op(rosa.space)
    rosa.push_until_answered(told)
    postgres_server.kill()
    server = make_server(postgres_server.database_url)
    server.start("-c", str(patient(server, 1.5)))
    before = set(server.workers)
    with Books(server).engine.begin() as connection:
        connection.exec_driver_sql(HANGING)
    others = [Device(server.port, timeout=4) for _ in range(4 * THREADS)]
    for other in others:
        other.cookie, other.account, other.space = rosa.cookie, rosa.account, rosa.space
    with ThreadPoolExecutor(len(others)) as pool:
        statuses = {answer.status for answer in pool.map(lambda other: other.push(), others)}
    assert statuses <= {None, 503}
    rosa.port = server.port
    assert rosa.push_until_answered(late, patience=40) == ["ok"]
    assert before - set(server.workers), "the workers that hung are still there"
    assert "Every thread hangs" in server.log
    assert {told["id"], late["id"]} <= set(rosa.rows())
