"""Sync, measured: beside PouchDB, with many writers at once, and into an empty browser."""

import os
from collections.abc import Callable
from statistics import median

from scripts.bench import first_sync, page, peer_table, writers
from scripts.bench.peer_table import verdict
from scripts.bench.phone import bench_bed

ENTRIES, ROUNDS, ARRIVALS = 10_000, 3, 3
# What a person waited for who was one of sixteen elsewhere, in milliseconds; ours may take these parts of it.
WRITERS_PEER = {"SQLite": 1133.0, "PostgreSQL": 505.0}
WRITERS_MUST, WRITERS_AIM = 0.25, 0.05
STORED_MUST_MS, STORED_AIM_MS, SLOW_MUST_MS = 1500.0, 400.0, 5000.0
BARS = ("must", "aim", "verdict")

PEERS_TEXT = """
Client and server share the machine, whose load was {load:.1f} when this began.

The same diary of {entries:,} entries, 385 bytes of JSON each, goes through PouchDB 9 with PouchDB Server
4.2 and through Limber, each fresh, turn by turn, in {rounds} rounds. A ratio is the median of the rounds'
own ratios; lower is better. PouchDB's client keeps its store in memory; its server keeps LevelDB, which
does not wait for the disk, and has no account and no validation. Limber runs as in production (SQLite
with `synchronous=FULL`, gunicorn) with sign-in, validation, idempotency, history and marks; its client is
the protocol in Node in batches and gzip like the app's, and keeps what it has in memory. A single entry
is also shown beside PouchDB's quickest way, a replication that stays open. Bytes are TCP payload with
headers.
"""
WRITERS_TEXT = """
{count} people at once, each sending one entry at a time to an own account for {seconds:.0f} seconds, with
the reading in the same request. The bars are {must:g} and {aim:g} of {sqlite:,.0f} ms (SQLite) and
{postgres:,.0f} ms (PostgreSQL), and the p99 is held against them. PostgreSQL waits for the disk too.
Production starts one process on SQLite and two on PostgreSQL. The machine's load was {load:.1f} when this
began.
"""
FIRST_TEXT = """
The real app in Chromium signs in on an empty phone: from its first sync request until the last of
{entries:,} entries is stored, the median of {times}. The browser's switch slows the page down and not the
storage process. A task of the main thread over {task} ms would keep a tap waiting. The machine's load was
{load:.1f} when this began.
"""


def measure() -> None:
    """Measure all three, each into a section of its own."""
    load = os.getloadavg()[0]
    rows = peer_table.table(list(peer_table.played(ENTRIES, ROUNDS)), ENTRIES)
    text = PEERS_TEXT.format(load=load, entries=ENTRIES, rounds=ROUNDS)
    page.write("Sync beside PouchDB", text, page.table(peer_table.TITLES, rows))
    page.write("Sixteen writers at once", *many())
    page.write("First sync into an empty browser", *arrivals())


def many() -> tuple[str, str]:
    """What sixteen writers wait for: a text and a table."""
    titles = ("written to", "p50", "p99", "entries a second", "told to come again", *BARS)
    rows: list[tuple[str, ...]] = []
    load = os.getloadavg()[0]
    for one in writers.measured():
        peer = WRITERS_PEER[one.where.partition(",")[0]]
        bars = _judged(one.p99, WRITERS_MUST * peer, WRITERS_AIM * peer, _ms)
        rows.append((one.where, _ms(one.p50), _ms(one.p99), f"{one.rate:.0f}", f"{one.refused}", *bars))
    text = WRITERS_TEXT.format(
        load=load,
        count=writers.WRITERS,
        seconds=writers.SECONDS,
        must=WRITERS_MUST,
        aim=WRITERS_AIM,
        sqlite=WRITERS_PEER["SQLite"],
        postgres=WRITERS_PEER["PostgreSQL"],
    )
    return text, page.table(titles, rows)


def arrivals() -> tuple[str, str]:
    """What an empty browser waits for: a text and a table."""
    load, slower = os.getloadavg()[0], first_sync.SLOWER
    with bench_bed() as (playwright, server, folder):
        first_sync.seeded(server, folder, ENTRIES)
        usual, slow = (
            [
                first_sync.arrival(playwright, server, folder / f"{speed}-{number}", speed, ENTRIES)
                for number in range(ARRIVALS)
            ]
            for speed in (1, slower)
        )
    stored, slowly = (median(one.stored_ms for one in list_) for list_ in (usual, slow))
    longest = median(one.longest for one in slow)
    task = _ms(longest) if longest else f"none over {first_sync.LONG_MS} ms"
    rows = [
        ("stored", _s(stored), *_judged(stored, STORED_MUST_MS, STORED_AIM_MS, _s)),
        (f"stored, {slower} times slower", _s(slowly), *_judged(slowly, SLOW_MUST_MS, None, _s)),
        (f"longest task, {slower} times slower", task, *_judged(longest, first_sync.LONG_MS, None, _ms)),
    ]
    text = FIRST_TEXT.format(load=load, entries=ENTRIES, times=ARRIVALS, task=first_sync.LONG_MS)
    return text, page.table(("first sync", "figure", *BARS), rows)


def _judged(
    value: float, must: float, aim: float | None, said: Callable[[float], str]
) -> tuple[str, str, str]:
    return said(must), "" if aim is None else said(aim), verdict(value, must, aim)


def _ms(value: float) -> str:
    return f"{value:.0f} ms"


def _s(value: float) -> str:
    return f"{value / 1000:.2f} s"
