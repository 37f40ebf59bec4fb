"""Many writers and a reader at once, over the wire and between processes: nothing is missed or doubled."""

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from tests.factories import make_op
from tests.process.device import Device
from tests.process.server import Server
from tests.process.writers import Books

WRITERS, EACH = 8, 8

# Each change takes its time inside the transaction, after its number was taken.
SLOW = {
    "sqlite": "CREATE TRIGGER slow AFTER INSERT ON change BEGIN SELECT count(*) FROM "
    "(WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) SELECT i FROM n); END",
    "postgres": "CREATE FUNCTION slow() RETURNS trigger AS "
    "'BEGIN PERFORM pg_sleep(random() * 0.02); RETURN NEW; END' LANGUAGE plpgsql; "
    "CREATE TRIGGER slow AFTER INSERT ON change FOR EACH ROW EXECUTE FUNCTION slow()",
}
BROKEN = {
    "sqlite": "CREATE TRIGGER broken AFTER INSERT ON change "
    "WHEN json_extract(NEW.[set], '$.severity_nrs') = 9 BEGIN SELECT RAISE(ABORT, 'broken off'); END",
    "postgres": "CREATE FUNCTION broken() RETURNS trigger AS "
    "$$BEGIN RAISE SQLSTATE '40001' USING MESSAGE = 'broken off'; END$$ LANGUAGE plpgsql; "
    "CREATE TRIGGER broken AFTER INSERT ON change FOR EACH ROW "
    "WHEN (NEW.set ->> 'severity_nrs' = '9') EXECUTE FUNCTION broken()",
}


def arrange(server: Server, statements: dict[str, str]) -> None:
    """Change how the database behaves."""
    books = Books(server)
    with books.engine.begin() as connection:
        connection.exec_driver_sql(statements["sqlite" if books.sqlite else "postgres"])


@pytest.fixture
def rosa(server: Server) -> Device:
    return Device(server.port).register()


def devices_of(rosa: Device, count: int) -> list[Device]:
    """More devices of the same person, in the same session."""
    made = [Device(rosa.port) for _ in range(count)]
    for device in made:
        device.cookie, device.account, device.space = rosa.cookie, rosa.account, rosa.space
    return made


class Follower(threading.Thread):
    """A device that reads from its cursor on, in small pages, without pause."""

    def __init__(self, device: Device) -> None:
        super().__init__(daemon=True)
        self.device, self.last, self.seen = device, threading.Event(), []
        self.trouble: Any = None

    def run(self) -> None:
        cursor, more = None, True
        while more or not self.last.is_set():
            last = self.last.is_set()
            answer = self.device.pull(cursor, limit=5)
            page = answer.body.get("spaces", {}).get(self.device.space)
            if answer.status == 503:
                continue
            if not page or "reset" in page:
                self.trouble = answer
                return
            self.seen += [row["id"] for row in page["rows"]]
            cursor, more = page["cursor"], page["more"] or not last


def test_f17_r06_eight_slow_writers_and_a_reader_who_misses_nothing(server: Server, rosa: Device) -> None:
    arrange(server, SLOW)

    def write(device: Device) -> list[str]:
        ops = [make_op(rosa.space) for _ in range(EACH)]
        for op in ops:
            assert device.push_until_answered(op)[0] in ("ok", "dup")
        return [op["id"] for op in ops]

    follower = Follower(devices_of(rosa, 1)[0])
    follower.start()
    with ThreadPoolExecutor(WRITERS) as pool:
        written = [one for ids in pool.map(write, devices_of(rosa, WRITERS)) for one in ids]
    follower.last.set()
    follower.join(60)
    assert follower.trouble is None and not follower.is_alive()
    assert sorted(follower.seen) == sorted(written)


def test_f18_r04_a_push_that_breaks_off_leaves_nothing_and_no_gap(server: Server, rosa: Device) -> None:
    arrange(server, BROKEN)
    first, second = make_op(rosa.space), make_op(rosa.space)
    assert rosa.push_until_answered(first) == ["ok"]
    bad = rosa.push(make_op(rosa.space), make_op(rosa.space, severity_nrs=9), make_op(rosa.space))
    assert bad.status == 503 and bad.body["error"]["code"] == "busy"
    assert rosa.push_until_answered(second) == ["ok"]
    assert set(rosa.rows()) == {first["id"], second["id"]}
    assert Books(server).read("SELECT seq FROM change ORDER BY seq") == [(1,), (2,)]


def test_r03_f29_one_op_sent_twenty_times_is_one_change_and_another_body_is_refused(
    server: Server, rosa: Device
) -> None:
    op = make_op(rosa.space)
    with ThreadPoolExecutor(10) as pool:
        said = list(pool.map(lambda device: device.push_until_answered(op)[0], devices_of(rosa, 10)))
    said += [rosa.push_until_answered(op)[0] for _ in range(10)]
    assert sorted(said) == ["dup"] * 19 + ["ok"]
    other = {**op, "set": {**op["set"], "severity_nrs": 1}}
    [answer] = rosa.push(other).body["results"]
    assert (answer["s"], answer["code"]) == ("rejected", "op_reused")
    assert rosa.rows()[op["id"]]["body"]["severity_nrs"] == 5
    assert Books(server).read("SELECT count(*) FROM change") == [(1,)]
