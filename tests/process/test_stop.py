"""Stopping and replacing what answers, while people use it: whoever tries again loses nothing."""

import signal
import threading
import time
from concurrent.futures import ThreadPoolExecutor

from backend.extensions import sqlite_module
from tests.factories import make_op
from tests.process.device import Device
from tests.process.server import PATIENCE_S, Server

REQUESTS = 200


def send_all(device: Device, stop: threading.Event) -> list[str]:
    """Send entries one by one, and again where the connection broke, until told to stop."""
    sent = []
    while not stop.is_set() or len(sent) < REQUESTS // 4:
        op = make_op(device.space)
        assert device.push_until_answered(op)[0] in ("ok", "dup")
        sent.append(op["id"])
    return sent


def test_r16_two_hundred_requests_during_reloads_and_a_restart_lose_nothing(sqlite_server: Server) -> None:
    rosa = Device(sqlite_server.port).register()
    devices = [rosa, *(Device(sqlite_server.port).sign_in(rosa) for _ in range(3))]
    stop = threading.Event()
    with ThreadPoolExecutor(4) as pool:
        running = [pool.submit(send_all, device, stop) for device in devices]
        for _ in range(3):
            before = sqlite_server.workers
            sqlite_server.signal(signal.SIGHUP)
            until = time.monotonic() + PATIENCE_S
            while set(before) & set(sqlite_server.workers) or not sqlite_server.workers:
                assert time.monotonic() < until, sqlite_server.log
                time.sleep(0.02)
        broken = {status for device in devices for status in device.statuses} - {200, 201}
        assert broken <= {None, 503}, "a reload ends no request with an error"
        sqlite_server.signal(signal.SIGTERM)
        assert sqlite_server.master.wait(PATIENCE_S) == 0
        sqlite_server.start()
        stop.set()
        sent = [one for future in running for one in future.result(PATIENCE_S)]
    assert len(sent) >= REQUESTS
    assert sorted(rosa.rows()) == sorted(sent)


def test_r16_a_stop_waits_for_requests_under_way(sqlite_server: Server) -> None:
    rosa = Device(sqlite_server.port).register()
    rosa.push_until_answered(make_op(rosa.space))
    holder = sqlite_module().connect(sqlite_server.folder / "limber.db", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    late = make_op(rosa.space)
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(rosa.push, late)
        time.sleep(0.5)
        sqlite_server.signal(signal.SIGTERM)
        time.sleep(0.5)
        assert not waiting.done() and sqlite_server.master.poll() is None
        holder.execute("ROLLBACK")
        holder.close()
        answer = waiting.result(PATIENCE_S)
    assert answer.status == 200 and answer.body["results"][0]["s"] == "ok"
    assert sqlite_server.master.wait(PATIENCE_S) == 0
    sqlite_server.start()
    assert late["id"] in rosa.rows()
