"""A full or read-only disk, and no more files to open: the server reads on, refuses writes, and recovers."""

import contextlib
import os
import resource
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.factories import make_op
from tests.process.device import Answer, Device
from tests.process.server import Server
from tests.process.writers import Books

SMALL_MB = 8


def _may_mount() -> bool:
    return (
        os.geteuid() == 0 and subprocess.run(["unshare", "-m", "true"], capture_output=True).returncode == 0
    )


@contextlib.contextmanager
def small_disk(folder: Path) -> Iterator[Path]:
    """A disk of a few megabytes."""
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SMALL_MB}m", "limber", folder], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", folder], check=True)


def fill(folder: Path) -> Path:
    """A file that takes all the room there is."""
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while True:
            file.write(b"x" * 4096)
    return filler


def limit(server: Server, what: int, soft: int) -> None:
    """Set a limit on the processes that answer, as the system's own settings would."""
    for pid in server.workers:
        _, hard = resource.prlimit(pid, what)
        resource.prlimit(pid, what, (soft if soft >= 0 else hard, hard))


@contextlib.contextmanager
def full_disk(server: Server) -> Iterator[None]:
    """No byte can be written any more, on a disk that is really full."""
    filler = fill(server.folder)
    yield
    filler.unlink()


@contextlib.contextmanager
def no_file_may_grow(server: Server) -> Iterator[None]:
    """No byte can be written any more: the system's limit for the size of a file, which needs no rights."""
    limit(server, resource.RLIMIT_FSIZE, 0)
    yield
    limit(server, resource.RLIMIT_FSIZE, -1)


FAULTS = [no_file_may_grow, *([full_disk] if _may_mount() else [])]


def refused(answer: Answer) -> bool:
    """Refused for now, in the one shape of errors."""
    return (
        answer.status == 503
        and answer.body["error"]["code"] == "busy"
        and int(answer.headers["retry-after"]) > 0
    )


@pytest.mark.parametrize("fault", FAULTS)
def test_f27_r18_without_room_it_reads_refuses_and_recovers_by_itself(
    fault: Callable[[Server], contextlib.AbstractContextManager[None]],
    make_server: Callable[..., Server],
    tmp_path: Path,
) -> None:
    with contextlib.ExitStack() as stack:
        folder = tmp_path / "disk"
        if fault is not no_file_may_grow:
            stack.enter_context(small_disk(folder))
        server = make_server(folder=folder).start()
        rosa = Device(server.port).register()
        told = [make_op(rosa.space, note="n" * 500) for _ in range(20)]
        assert rosa.push_until_answered(*told) == ["ok"] * 20
        untold = [make_op(rosa.space, note="n" * 1500) for _ in range(40)]
        with fault(server):
            for _ in range(3):
                assert refused(rosa.push(*untold)), server.log
                assert set(rosa.rows()) == {op["id"] for op in told}
            assert server.lives()
            assert server.get("/readyz") == (503, '{"ok":false}\n')
        time.sleep(1.1)  # what was found is remembered for a second
        assert server.get("/readyz") == (200, '{"ok":true}\n')
        assert rosa.push_until_answered(*untold) == ["ok"] * 40
        assert set(rosa.rows()) == {op["id"] for op in told + untold}
        assert Books(server).read("PRAGMA integrity_check") == [("ok",)]
        server.kill()


@contextlib.contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Nothing in the folder lets itself be written."""
    if _may_mount():
        remount = ["mount", folder, "-o"]
        while subprocess.run([*remount, "remount,ro"], capture_output=True).returncode:
            time.sleep(0.05)  # the kernel closes the files of a dead process a moment later
        yield
        subprocess.run([*remount, "remount,rw"], check=True)
        return
    modes = {path: path.stat().st_mode for path in [*folder.iterdir(), folder]}
    for path, mode in modes.items():
        path.chmod(mode & 0o555)
    yield
    for path, mode in modes.items():
        path.chmod(mode)


def test_r18_a_disk_that_came_up_read_only_breaks_nothing(
    make_server: Callable[..., Server], tmp_path: Path
) -> None:
    with contextlib.ExitStack() as stack:
        folder = tmp_path / "disk"
        if _may_mount():
            stack.enter_context(small_disk(folder))
        server = make_server(folder=folder).start()
        rosa = Device(server.port).register()
        told, late = make_op(rosa.space), make_op(rosa.space)
        assert rosa.push_until_answered(told) == ["ok"]
        server.kill()
        server.log_path = tmp_path / "server.log"
        with read_only(folder):
            server.start()
            assert refused(rosa.push(late)), server.log
            assert set(rosa.rows()) == {told["id"]}
            assert server.status("/readyz") == 503
        assert rosa.push_until_answered(late) == ["ok"]
        assert set(rosa.rows()) == {told["id"], late["id"]}
        server.kill()


@pytest.mark.postgres
def test_r18_postgresql_that_only_reads_for_a_while_is_read_and_refuses_writes(
    postgres_server: Server,
) -> None:
    rosa = Device(postgres_server.port).register()
    told, late = make_op(rosa.space), make_op(rosa.space)
    assert rosa.push_until_answered(told) == ["ok"]
    cluster = Books(postgres_server).engine.execution_options(isolation_level="AUTOCOMMIT")
    with cluster.connect() as connection:
        connection.exec_driver_sql("ALTER SYSTEM SET default_transaction_read_only = on")
        connection.exec_driver_sql("SELECT pg_reload_conf()")
        time.sleep(0.5)
        answers = [rosa.push(late), rosa.push(late), rosa.pull()]
        connection.exec_driver_sql("SET default_transaction_read_only = off")
        connection.exec_driver_sql("ALTER SYSTEM RESET default_transaction_read_only")
        connection.exec_driver_sql("SELECT pg_reload_conf()")
    assert all(refused(answer) for answer in answers[:2]), postgres_server.log
    assert answers[2].status in (200, 503)  # a new connection is not even made
    assert rosa.push_until_answered(late) == ["ok"]
    assert set(rosa.rows()) == {told["id"], late["id"]}


def test_r18_without_free_file_descriptors_it_recovers_by_itself(sqlite_server: Server) -> None:
    rosa = Device(sqlite_server.port).register()
    [worker] = sqlite_server.workers
    op, late = make_op(rosa.space), make_op(rosa.space)
    assert rosa.push_until_answered(op) == ["ok"]
    in_use = len(os.listdir(f"/proc/{worker}/fd"))
    limit(sqlite_server, resource.RLIMIT_NOFILE, in_use + 4)
    with contextlib.ExitStack() as stack:
        for _ in range(30):
            stack.enter_context(socket.create_connection(("127.0.0.1", sqlite_server.port)))
        answers = [rosa.push(late, timeout=2) for _ in range(3)]
        assert all(answer.status in (None, 200, 503) for answer in answers)
    limit(sqlite_server, resource.RLIMIT_NOFILE, -1)
    sqlite_server.wait()
    assert rosa.push_until_answered(late)[0] in ("ok", "dup")
    assert set(rosa.rows()) == {op["id"], late["id"]}


def test_r18_idle_connections_use_up_neither_threads_nor_files(sqlite_server: Server) -> None:
    rosa = Device(sqlite_server.port).register()
    [worker] = sqlite_server.workers
    limit(sqlite_server, resource.RLIMIT_NOFILE, 256)
    with contextlib.ExitStack() as stack:
        for _ in range(190):
            stack.enter_context(socket.create_connection(("127.0.0.1", sqlite_server.port)))
        assert rosa.push_until_answered(make_op(rosa.space), patience=20) == ["ok"]
    assert sqlite_server.workers == [worker]
