"""Sixteen people at once, each sending one entry at a time to an own account: how long one waits.

Limber runs as production starts it, with everything on: signed-in sessions, validation, idempotency, history,
and a database that waits for the disk. Each entry goes the way a phone sends it, with the reading in the same
request.
"""

import gzip
import http.client
import json
import threading
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from typing import Any

from tests.e2e.acts import PASSWORD
from tests.e2e.server import Server
from tests.postgres import start_cluster

WRITERS, WARM_S, SECONDS = 16, 1.0, 5.0
NOTE = (
    "Started after breakfast and eased slowly once I lay down with a cold pack on my neck, felt dizzy for "
    "an hour then better, walked to the shop and back without trouble."
)


class Told(Server):
    """A server with settings of its own: another database, a number of processes."""

    def __init__(self, instance: Path, **settings: str) -> None:
        super().__init__(instance)
        self.settings = settings

    @property
    def environment(self) -> dict[str, str]:
        return {**super().environment, **self.settings}


class Writer:
    """One person's phone, as far as sending goes."""

    def __init__(self, server: Server, name: str) -> None:
        self.origin = server.url
        self.http = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
        self.cookie = ""
        self.device = uuid7()
        self.cursor: str | None = None
        self.marks: list[str] = []
        self.waits: list[float] = []
        self.refused = 0
        form = {"email": f"{name}@example.org", "password": PASSWORD}
        made = self.call("auth/register", form | {"display_name": name, "time_zone": "Europe/Zurich"})
        self.account, self.space = made["account"]["id"], made["space"]

    def call(self, path: str, body: dict[str, Any]) -> Any:
        """One request; the answer's JSON."""
        data = json.dumps(body, separators=(",", ":")).encode()
        headers = {"Origin": self.origin, "Content-Type": "application/json", "Accept-Encoding": "gzip"}
        self.http.request("POST", f"/api/v1/{path}", data, headers | {"Cookie": self.cookie})
        try:
            answer = self.http.getresponse()
        except http.client.RemoteDisconnected:  # an idle connection was ended; a browser asks again too
            self.http.close()
            return self.call(path, body)
        text = answer.read()
        if answer.headers.get("Content-Encoding") == "gzip":
            text = gzip.decompress(text)
        if answer.status == 503:  # the same op again: it is stored once however often it comes
            self.refused += 1
            return self.call(path, body)
        if answer.status >= 400:
            raise RuntimeError(f"{path}: {answer.status} {text[:300]!r}")
        if "Set-Cookie" in answer.headers:
            self.cookie = answer.headers["Set-Cookie"].split(";")[0]
        return json.loads(text)

    def write(self, number: int) -> None:
        """Send one entry and take what comes back."""
        now = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        greeting = {"proto": 1, "account": self.account, "device": self.device, "sent_at": now}
        pull = {"spaces": {self.space: {"cursor": self.cursor, "marks": self.marks}}}
        op = entry(self.space, number)
        said = self.call(
            "sync/push", greeting | {"marks": {self.space: self.marks}, "ops": [op], "pull": pull}
        )
        assert said["results"][0]["s"] in ("ok", "dup"), said
        self.cursor = said["pull"]["spaces"][self.space]["cursor"]
        self.marks = [said["marks"][self.space]]

    def keep_writing(self, begin: threading.Barrier) -> None:
        """Write until the time is over; what is waited for while warming up does not count."""
        begin.wait()
        began = time.perf_counter()
        for number in range(1_000_000):
            sent = time.perf_counter()
            if sent - began > WARM_S + SECONDS:
                return
            self.write(number)
            if sent - began > WARM_S:
                self.waits.append((time.perf_counter() - sent) * 1000)


def uuid7() -> str:
    """An id as the app makes them."""
    chance = uuid.uuid4().int & ((1 << 80) - 1)
    number = (time.time_ns() // 1_000_000) << 80 | chance
    return str(uuid.UUID(int=number & ~(0xF << 76) & ~(0x3 << 62) | 0x7 << 76 | 0x2 << 62))


def entry(space: str, number: int) -> dict[str, Any]:
    """The op of an entry of usual size."""
    body = {
        "at": "2026-11-21T09:02:11+01:00",
        "on": "2026-11-21",
        "tz": "Europe/Zurich",
        "symptom": "pain",
        "severity_nrs": number % 11,
        "regions": [{"region": "knee", "side": "left"}],
        "words": ["burning", "stabbing"],
        "triggers": ["poor_sleep"],
        "note": f"{NOTE} {number}",
        "minutes_long": 45,
    }
    envelope = {"n": number + 1, "op": uuid7(), "space": space, "id": uuid7(), "kind": "symptom", "sv": 1}
    made = {"made_at": body["at"], "made_tz": body["tz"]}
    return envelope | made | {"t": "put", "was": dict.fromkeys(body), "set": body}


@dataclass(frozen=True)
class Waiting:
    """How long sixteen writers waited, in milliseconds; how many entries a second; how often 503 was said."""

    where: str
    p50: float
    p99: float
    rate: float
    refused: int


def waiting(where: str, server: Server) -> Waiting:
    """Let sixteen write at once."""
    writers = [Writer(server, f"writer{number}") for number in range(WRITERS)]
    begin = threading.Barrier(WRITERS)
    threads = [threading.Thread(target=writer.keep_writing, args=(begin,)) for writer in writers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    waits = [wait for writer in writers for wait in writer.waits]
    refused = sum(writer.refused for writer in writers)
    return Waiting(where, median(waits), quantiles(waits, n=100)[-1], len(waits) / SECONDS, refused)


@contextmanager
def on_sqlite() -> Iterator[Server]:
    """Limber on SQLite: one process, as its settings say."""
    with TemporaryDirectory(prefix="limber-writers-") as folder:
        server = Told(Path(folder))
        yield from running(server)


@contextmanager
def on_postgres(processes: int) -> Iterator[Server]:
    """Limber on a PostgreSQL that waits for the disk."""
    with (
        TemporaryDirectory(prefix="limber-writers-") as folder,
        start_cluster(own=True, durable=True) as cluster,
    ):
        settings = {"LIMBER_DATABASE_URL": cluster.create("limber")}
        server = Told(Path(folder), GUNICORN_CMD_ARGS=f"--workers {processes}", **settings)
        server.command("db", "upgrade")
        yield from running(server)


def running(server: Server) -> Iterator[Server]:
    """The server until the block ends."""
    server.start()
    try:
        yield server
    finally:
        server.stop()


def measured() -> Iterator[Waiting]:
    """One run on each database, and for PostgreSQL one on a single process beside it."""
    with on_sqlite() as server:
        yield waiting("SQLite, one process", server)
    for processes, name in ((1, "one process"), (2, "two processes")):
        with on_postgres(processes) as server:
            yield waiting(f"PostgreSQL, {name}", server)


if __name__ == "__main__":
    for one in measured():
        print(one, flush=True)
