"""The line breaks after byte N, either way, for many N: each entry arrives once, and nothing by halves."""

from collections.abc import Iterator

import pytest

from tests.factories import make_op
from tests.process.app_phone import AppPhone
from tests.process.device import Device
from tests.process.proxy import DOWN, UP, Line, line_to
from tests.process.server import Server
from tests.process.writers import Books

CUTS = 50


@pytest.fixture
def rosa(sqlite_server: Server) -> Device:
    return Device(sqlite_server.port).register()


@pytest.fixture
def line(sqlite_server: Server) -> Iterator[Line]:
    with line_to(sqlite_server.port) as made:
        yield made


@pytest.fixture
def phone(rosa: Device, line: Line) -> Iterator[AppPhone]:
    made = AppPhone(rosa, line.port)
    yield made
    made.end()


def places(length: int) -> list[int]:
    """Where to cut: the first and last bytes, and evenly in between."""
    step = max(1, length // CUTS)
    return sorted({1, 2, *range(1, length, step), *range(max(1, length - 4), length)})


def length_of(line: Line, phone: AppPhone, way: str) -> int:
    """How many bytes a sync of one new entry takes that way."""
    phone("log", set={"symptom": "pain", "severity_nrs": 5})
    assert phone("sync")["ok"]
    return line.seen[way]


@pytest.mark.parametrize("way", [UP, DOWN])
def test_f01_f02_f03_f04_cut_anywhere_in_a_push_each_entry_arrives_once_and_whole(
    way: str, sqlite_server: Server, rosa: Device, line: Line, phone: AppPhone
) -> None:
    books, expected = Books(sqlite_server), 1
    for place in places(length_of(line, phone, way)):
        entry = phone("log", set={"symptom": "pain", "severity_nrs": 1, "own_words": "as by knives"})
        phone("log", id=entry, set={"severity_nrs": 7})
        line.break_after(way, place)
        broken = phone("sync")
        assert broken["trouble"] == "offline", (place, broken)
        [(there, changes)] = books.read(
            f"SELECT count(DISTINCT r.id), count(c.op_id) FROM change c "
            f"LEFT JOIN record r ON r.id = c.record_id WHERE c.record_id = '{entry}'"
        )
        assert (there, changes) in {(0, 0), (1, 2)}, "half of it was taken"
        screen = phone("screen")
        assert screen["recs"][entry]["severity_nrs"] == 7, "gone from the screen"
        line.mend()
        assert phone("sync")["ok"]
        expected += 1
        assert phone("screen")["waiting"] == []
    assert line.cuts >= CUTS
    rows = rosa.rows()
    assert len(rows) == expected and phone("screen")["recs"] == {
        one: row["body"] for one, row in rows.items()
    }
    assert not any(row["conf"] for row in rows.values())
    assert books.read("SELECT count(*) - max(seq) FROM change") == [(0,)]


def test_f05_killed_before_an_answer_was_kept_each_entry_is_there_once(
    sqlite_server: Server, rosa: Device, phone: AppPhone
) -> None:
    for number in range(10):
        entry = phone("log", set={"symptom": "pain", "severity_nrs": number})
        assert phone("sync", dies=True)["trouble"] == "offline"
        assert entry in rosa.rows()
        assert phone("sync")["ok"]
    assert phone("screen")["waiting"] == []
    assert Books(sqlite_server).read("SELECT count(*) FROM change") == [(10,)]


def test_f08_cut_anywhere_in_a_paged_pull_reading_goes_on_and_misses_nothing(
    rosa: Device, line: Line, phone: AppPhone
) -> None:
    written = [make_op(rosa.space, note=f"entry {number}") for number in range(40)]
    rosa.push_until_answered(*written)
    assert phone("sync", pages=10)["ok"]
    page = line.seen[DOWN]
    assert len(phone("screen")["recs"]) == 40
    for place in places(page)[::2]:
        phone("forget")
        line.break_after(DOWN, place)
        assert phone("sync", pages=10)["trouble"] == "offline"
        assert phone("screen")["rows"] % 10 == 0, "half a page was kept"
        line.mend()
        assert phone("sync", pages=10)["ok"]
        assert set(phone("screen")["recs"]) == {op["id"] for op in written}
