"""Whether the time of an answer tells a caregiver what its bytes do not: 200 pairs, asked in turns."""

import json
import time
import urllib.error
import uuid
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from scripts.bench import page
from tests.e2e.api import Api
from tests.e2e.server import Server, migrated

PAIRS, PRIVATE, WITHIN_MS, WITHIN = 200, 500, 5.0, 0.1
ABOUT = f"""
A caregiver asks {PAIRS} times each, in turns: for a diary whose sharing has ended and for one that never
was; and for two diaries with the same 50 open entries, of which one has {PRIVATE} private ones besides. The
medians may differ by {WITHIN_MS:.0f} ms or a tenth, whichever is more.
"""


def measure() -> None:
    """Measure, print, and write the section."""
    with TemporaryDirectory() as folder:
        server = Server(Path(folder) / "instance")
        server.instance.mkdir(parents=True, exist_ok=True)
        server.start()
        server.refill(migrated() / "limber.db")
        try:
            rows = [told(what, *_pairs(*asked)) for what, asked in questions(server.url).items()]
        finally:
            server.stop()
    titles = ("question", "the one", "the other", "they may differ by", "verdict")
    page.write("Alike in time", ABOUT, page.table(titles, rows))


def questions(url: str) -> dict[str, tuple[Callable[[], object], Callable[[], object]]]:
    """By its words: the two ways to ask."""
    daniel = Api.register(url, "Daniel", "daniel@example.org")
    ended, bare, full = (shared(url, daniel, name) for name in ("ended", "bare", "full"))
    for api in (bare, full):
        write(api, 50, private=False)
    write(full, PRIVATE, private=True)
    [share] = ended.call("GET", "shares")["shares"]
    ended.call("DELETE", f"shares/{share['id']}")
    unknown = str(uuid.uuid4())

    def records(space: str) -> Callable[[], object]:
        return lambda: asked_for(daniel, "GET", f"people/{space}/records")

    def pulled(space: str) -> Callable[[], object]:
        body = {"proto": 1, "account": daniel.account, "device": daniel.space}
        body |= {"spaces": {space: {"cursor": None, "marks": []}}}
        return lambda: asked_for(daniel, "POST", "sync/pull", body)

    return {
        "ended, or never shared: its records": (records(ended.space), records(unknown)),
        "ended, or never shared: a reading": (pulled(ended.space), pulled(unknown)),
        "without or with private entries: its records": (records(bare.space), records(full.space)),
        "without or with private entries: a reading": (pulled(bare.space), pulled(full.space)),
    }


def shared(url: str, daniel: Api, name: str) -> Api:
    """Somebody who has let him in."""
    api = Api.register(url, name, f"{name}@example.org")
    offered = api.call("POST", "shares", {"label": "Daniel"})
    daniel.call("POST", "shares/accept", {"code": offered["code"]})
    api.call("POST", f"shares/{offered['id']}/confirm")
    return api


def write(api: Api, count: int, private: bool) -> None:
    """So many entries."""
    at = {"at": "2026-11-20T08:00:00+00:00", "on": "2026-11-20", "tz": "UTC"}
    said = {**at, "symptom": "pain", "severity_nrs": 5, "private": private}
    fixed = {
        "space": api.space,
        "kind": "symptom",
        "sv": 1,
        "t": "put",
        "made_at": at["at"],
        "made_tz": "UTC",
    }
    ops = [
        {**fixed, "op": str(uuid.uuid4()), "id": str(uuid.uuid4()), "set": said, "was": {}}
        for _ in range(count)
    ]
    body = {"proto": 1, "account": api.account, "device": api.space, "ops": ops, "marks": {}}
    answer = api.call("POST", "sync/push", body)
    assert {one["s"] for one in answer["results"]} == {"ok"}, json.dumps(answer)[:400]


def asked_for(api: Api, method: str, path: str, body: dict[str, Any] | None = None) -> object:
    """The answer, a refusal included."""
    try:
        return api.call(method, path, body)
    except urllib.error.HTTPError as refused:
        return refused.code


def _pairs(one: Callable[[], object], other: Callable[[], object]) -> tuple[float, float]:
    """The median of each in milliseconds; which of the two is asked first takes turns."""
    waits: tuple[list[float], list[float]] = ([], [])
    for number in range(PAIRS + 10):
        for which in (0, 1) if number % 2 else (1, 0):
            began = time.perf_counter()
            (one, other)[which]()
            if number >= 10:  # the first ones warm both up
                waits[which].append((time.perf_counter() - began) * 1000)
    return median(waits[0]), median(waits[1])


def told(what: str, one: float, other: float) -> tuple[str, ...]:
    """A row of the table."""
    bar = max(WITHIN_MS, WITHIN * max(one, other))
    holds = "holds" if abs(one - other) <= bar else "**does not hold**"
    return what, f"{one:.1f} ms", f"{other:.1f} ms", f"{bar:.1f} ms", holds
