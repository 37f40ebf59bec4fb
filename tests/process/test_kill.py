"""Nothing that was acknowledged is lost, however often the server is killed while people write."""

import random
import time

from tests.postgres import Cluster
from tests.process.server import Server
from tests.process.writers import (
    Books,
    everything_is_as_written,
    nothing_is_lost,
    somebody_got_an_answer,
    writers,
)


def kill_again_and_again(server: Server, rounds: int, restarts: int) -> None:
    """Kill what answers at random moments; `restarts` times the master too, as a power cut would."""
    chance = random.Random(20261121)
    books = Books(server)
    with writers(server) as busy:
        for number in range(rounds):
            somebody_got_an_answer(busy)
            nothing_is_lost(books, busy)
            time.sleep(chance.uniform(0, 0.04))
            if restarts and number % (rounds // restarts) == rounds // restarts - 1:
                server.kill()
                server.start()
            else:
                server.kill_workers()
        somebody_got_an_answer(busy)
    everything_is_as_written(server, books, busy)
    statuses = {status for writer in busy for status in writer.device.statuses}
    assert statuses <= {200, 201, 503, None}, "a kill is no error of the server's"
    assert None in statuses, "no request was ever cut off"


def test_r01_f28_acknowledged_entries_outlive_two_hundred_kills(sqlite_server: Server) -> None:
    kill_again_and_again(sqlite_server, rounds=200, restarts=3)


def test_r01_f28_acknowledged_entries_outlive_kills_on_postgresql(postgres_server: Server) -> None:
    kill_again_and_again(postgres_server, rounds=24, restarts=2)


def test_r19_postgresql_crashes_under_load_and_nothing_acknowledged_is_lost(
    postgres_server: Server, own_cluster: Cluster
) -> None:
    books = Books(postgres_server)
    with writers(postgres_server) as busy:
        for _ in range(3):
            somebody_got_an_answer(busy)
            time.sleep(0.3)
            own_cluster.crash_and_restart()
            somebody_got_an_answer(busy)
            nothing_is_lost(books, busy)
        assert postgres_server.status("/readyz") == 200
    everything_is_as_written(postgres_server, books, busy)
    statuses = {status for writer in busy for status in writer.device.statuses}
    assert statuses <= {200, 201, 503}, f"{statuses}\n{postgres_server.log}"
    assert 503 in statuses, "no request met the crash"
