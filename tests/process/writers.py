"""People who write without pause, what they were told, and the books it is checked against."""

import random
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa

from backend.extensions import sqlite_module
from tests.factories import make_op
from tests.process.device import Device
from tests.process.server import Server

Op = dict[str, Any]


class Writer(threading.Thread):
    """A device that writes three ops at a time, and remembers what it was told. pause_s: between them."""

    def __init__(self, device: Device, pause_s: float) -> None:
        super().__init__(daemon=True)
        self.device, self.stopping, self.trouble = device, threading.Event(), ""
        self.pause_s = pause_s
        self.acknowledged: dict[str, Op] = {}
        self.batches: list[tuple[Op, ...]] = []
        self.answered = 0

    def run(self) -> None:
        try:
            while not self.stopping.wait(self.pause_s):
                self._write()
        except Exception as error:
            self.trouble = repr(error)

    def _write(self) -> None:
        ops = self._three()
        self.batches.append(ops)
        said = self.device.push_until_answered(*ops)
        if not set(said) <= {"ok", "dup"}:
            self.trouble = f"{said} for {ops}"
        self.acknowledged |= {op["op"]: op for op in ops}
        self.answered += 1

    def _three(self) -> tuple[Op, ...]:
        """Two new entries and an edit of the first."""
        first, second = make_op(self.device.space), make_op(self.device.space)
        edit = make_op(self.device.space, record=first["id"], severity_nrs=random.randrange(11))
        edit["was"] = {"severity_nrs": first["op"]}
        return first, second, edit


class Books:
    """What the database holds, read past the server."""

    def __init__(self, server: Server) -> None:
        self.sqlite = not server.database_url
        url = server.database_url or f"sqlite:///{server.folder / 'limber.db'}"
        options = {"module": sqlite_module()} if self.sqlite else {}
        self.engine = sa.create_engine(url, poolclass=sa.NullPool, **options)

    def read(self, statement: str) -> list[Any]:
        with self.engine.connect() as connection:
            return list(connection.execute(sa.text(statement)))

    def ops(self) -> set[str]:
        return {row.op_id for row in self.read("SELECT op_id FROM change")}


@contextmanager
def writers(server: Server, count: int = 4, pause_s: float = 0) -> Iterator[list[Writer]]:
    """Devices of two people, writing as long as the block runs, without a pause or with one."""
    first, second = Device(server.port).register(), Device(server.port).register()
    others = [Device(server.port).sign_in((first, second)[i % 2]) for i in range(count - 2)]
    devices = [first, second, *others]
    busy = [Writer(device, pause_s) for device in devices]
    for writer in busy:
        writer.start()
    yield busy
    for writer in busy:
        writer.stopping.set()
    for writer in busy:
        writer.join(60)
        assert not writer.trouble, writer.trouble
        assert not writer.is_alive()


def somebody_got_an_answer(busy: list[Writer], patience: float = 60) -> None:
    """Until some device was answered anew, which proves that the server works again."""
    before, until = sum(writer.answered for writer in busy), time.monotonic() + patience
    while sum(writer.answered for writer in busy) == before:
        assert time.monotonic() < until, [writer.trouble for writer in busy]
        time.sleep(0.002)


def nothing_is_lost(books: Books, busy: list[Writer]) -> None:
    """Every op that was acknowledged is there; what was not is there wholly or not at all."""
    told = {op for writer in busy for op in list(writer.acknowledged)}
    batches = [batch for writer in busy for batch in list(writer.batches)]
    there = books.ops()
    assert told <= there, f"{len(told - there)} acknowledged ops are gone"
    torn = [batch for batch in batches if len({op["op"] for op in batch} & there) not in (0, len(batch))]
    assert not torn


def everything_is_as_written(server: Server, books: Books, busy: list[Writer]) -> None:
    """In the end: no number twice or left out, every record as its writer left it, and the file is sound."""
    nothing_is_lost(books, busy)
    for row in books.read(
        "SELECT s.head, count(c.seq) AS changes, count(DISTINCT c.seq) AS seqs, max(c.seq) AS newest "
        "FROM space s JOIN change c ON c.space_id = s.id GROUP BY s.id, s.head"
    ):
        assert row.head == row.changes == row.seqs == row.newest
    for space in {writer.device.space for writer in busy}:
        mine = [writer for writer in busy if writer.device.space == space]
        expected: dict[str, Any] = {}
        for op in (op for writer in mine for op in writer.acknowledged.values()):
            expected.setdefault(op["id"], {}).update(op["set"])
        assert {one: row["body"] for one, row in mine[0].device.rows().items()} == expected
        again = [op for op in mine[0].acknowledged.values() if op["space"] == space][-100:]
        assert set(mine[0].device.push_until_answered(*again)) == {"dup"}
    if books.sqlite:
        assert books.read("PRAGMA integrity_check") == [("ok",)]
        assert books.read("PRAGMA foreign_key_check") == []
