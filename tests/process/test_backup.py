"""The drill: a backup while people write, a lost database, and everything back. Real processes throughout."""

import time
from pathlib import Path
from typing import Any

import pytest

from tests.factories import make_op
from tests.process.device import Device
from tests.process.server import Server
from tests.process.writers import Books, everything_is_as_written, somebody_got_an_answer, writers

Op = dict[str, Any]


def back_up(server: Server, folder: Path) -> Path:
    done = server.flask("backup", str(folder))
    assert done.returncode == 0, done.stderr
    [path] = folder.glob("limber-*.backup")
    return path


def restore(server: Server, path: Path, *more: str) -> str:
    done = server.flask("restore", "--yes", str(path), *more)
    assert done.returncode == 0, done.stderr + done.stdout
    return done.stdout


def lose_everything(server: Server) -> None:
    """The database is empty, as on a new machine with the same settings."""
    if server.database_url:
        books = Books(server)
        with books.engine.begin() as connection:
            connection.exec_driver_sql("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
    else:
        for path in server.folder.glob("limber.db*"):
            path.unlink()


def test_r10_r11_r12_a_backup_taken_while_people_write_brings_everything_back(
    server: Server, tmp_path: Path
) -> None:
    folder = tmp_path / "elsewhere"
    # All they wrote is sent once more in the end, so the more they write the longer this takes.
    with writers(server, pause_s=0.03) as busy:
        somebody_got_an_answer(busy)
        began = time.monotonic()
        acknowledged = {op for writer in busy for op in list(writer.acknowledged)}
        answered = sum(writer.answered for writer in busy)
        path = back_up(server, folder)
        rate = 3 * (sum(writer.answered for writer in busy) - answered) / (time.monotonic() - began)
    assert rate > 0, "people went on writing"
    assert path.stat().st_mode & 0o777 == 0o600 and server.folder.name.encode() not in path.read_bytes()
    later = {op for writer in busy for op in writer.acknowledged} - acknowledged
    server.kill()
    lose_everything(server)

    began = time.monotonic()
    restore(server, path)
    server.start()
    print(
        f"{rate:.0f} writes a second went on; restored and answering after {time.monotonic() - began:.1f} s"
    )
    there = Books(server).ops()
    assert acknowledged <= there, "all that was acknowledged before the backup began is back"
    # Devices send again what the server lost; nothing comes twice.
    for writer in busy:
        for batch in writer.batches:
            assert set(writer.device.push_until_answered(*batch)) <= {"ok", "dup"}
    assert later <= Books(server).ops()
    everything_is_as_written(server, Books(server), busy)
    checked = server.flask("check")
    assert checked.returncode == 1 and checked.stdout.strip() == "There is no backup yet: limber backup"


def test_a_backup_says_nothing_to_those_without_its_key(sqlite_server: Server, tmp_path: Path) -> None:
    rosa = Device(sqlite_server.port).register()
    op = make_op(rosa.space, note="a canary in the cellar")
    assert rosa.push_until_answered(op) == ["ok"]
    path = back_up(sqlite_server, tmp_path / "b")
    assert b"canary" not in path.read_bytes()
    sqlite_server.kill()
    (sqlite_server.folder / "backup_key").rename(tmp_path / "kept_key")
    refused = sqlite_server.flask("restore", "--yes", str(path))
    assert refused.returncode == 1 and "key does not fit" in refused.stderr
    assert Books(sqlite_server).ops() == {op["op"]}, "nothing was changed"
    restore(sqlite_server, path, "--key", str(tmp_path / "kept_key"))


@pytest.mark.parametrize("where", [0.3, 0.6, 1.0])
def test_a_damaged_or_cut_backup_is_refused_and_changes_nothing(
    sqlite_server: Server, tmp_path: Path, where: float
) -> None:
    rosa = Device(sqlite_server.port).register()
    path = back_up(sqlite_server, tmp_path / "b")
    assert rosa.push_until_answered(make_op(rosa.space)) == ["ok"]
    sqlite_server.kill()
    before = Books(sqlite_server).ops()
    whole = path.read_bytes()
    at = min(int(len(whole) * where), len(whole) - 1)
    for broken in (whole[:at], whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]):
        path.write_bytes(broken)
        refused = sqlite_server.flask("restore", "--yes", str(path))
        assert refused.returncode == 1 and "Traceback" not in refused.stderr, refused.stderr
    assert Books(sqlite_server).ops() == before


def test_nothing_is_restored_under_a_running_server(sqlite_server: Server, tmp_path: Path) -> None:
    rosa = Device(sqlite_server.port).register()
    path = back_up(sqlite_server, tmp_path / "b")
    refused = sqlite_server.flask("restore", "--yes", str(path))
    assert refused.returncode == 1 and "Stop it first" in refused.stderr
    assert rosa.push_until_answered(make_op(rosa.space)) == ["ok"]


def test_f24_after_a_restore_nobody_looks_on_until_the_owner_says_so(
    sqlite_server: Server, tmp_path: Path
) -> None:
    rosa, daniel = Device(sqlite_server.port).register(), Device(sqlite_server.port).register()
    offered = rosa.send("shares", {"label": "Daniel"}).body
    daniel.send("shares/accept", {"code": offered["code"]})
    assert rosa.send(f"shares/{offered['id']}/confirm", {}).status == 200
    assert rosa.space in daniel.pull().body["mine"]
    path = back_up(sqlite_server, tmp_path / "b")
    sqlite_server.kill()
    assert "1 shares are paused" in restore(sqlite_server, path)
    sqlite_server.start()
    assert rosa.space not in daniel.pull().body["mine"]


def test_an_account_that_was_deleted_does_not_come_back(sqlite_server: Server, tmp_path: Path) -> None:
    rosa, gone = Device(sqlite_server.port).register(), Device(sqlite_server.port).register()
    path = back_up(sqlite_server, tmp_path / "b")
    sqlite_server.kill()
    (sqlite_server.folder / "deleted_accounts").write_text(f"{gone.account}\n")
    assert "1 accounts" in restore(sqlite_server, path)
    sqlite_server.start()
    assert gone.pull().status == 401 and rosa.pull().status == 200


def test_r21_the_check_tells_of_every_kind_of_trouble(sqlite_server: Server, tmp_path: Path) -> None:
    rosa = Device(sqlite_server.port).register()
    assert rosa.push_until_answered(make_op(rosa.space), make_op(rosa.space)) == ["ok", "ok"]
    back_up(sqlite_server, sqlite_server.folder / "backups")
    assert sqlite_server.flask("check").stdout.strip() == "All is well."
    with Books(sqlite_server).engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM change WHERE seq = 2")
        connection.exec_driver_sql(
            "UPDATE record SET author_account_id = author_account_id, seq = 7 WHERE seq = 1"
        )
    checked = sqlite_server.flask("check")
    assert checked.returncode == 1
    assert "counts 2 changes and holds 1" in checked.stdout and "2 records of space" in checked.stdout
