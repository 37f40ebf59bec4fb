"""Phones that run the app's own JavaScript core, in one Node process beside the tests."""

import json
import os
import subprocess
import sys
from pathlib import Path
from random import Random
from typing import Any

from tests.sync.shapes import Look
from tests.sync.world import Failed, World

ROOT = Path(__file__).resolve().parents[2]
NOWHERE = "the core has come to its end"


class Node:
    """The process; each line out is answered by a line in."""

    def __init__(self) -> None:
        places = os.pathsep.join((os.environ.get("PATH", ""), str(Path(sys.executable).parent)))
        self.process = subprocess.Popen(
            ["node", str(Path(__file__).with_name("device.mjs"))],
            cwd=ROOT,
            env={**os.environ, "PATH": places, "TZ": "UTC"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.world: World | None = None

    def __call__(self, act: str, **words: Any) -> Any:
        """Let something happen there; gives what it tells."""
        assert self.process.stdin and self.process.stdout and self.world
        now = int(self.world.now.timestamp() * 1000)
        self.process.stdin.write(json.dumps({"act": act, "now": now, **words}) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        said = json.loads(line) if line else {"broke": "the process has ended"}
        if "broke" in said:
            raise Failed(f"{act}: {said['broke']}")
        return said["told"]

    def end(self) -> None:
        """Stop the process."""
        self.process.kill()
        self.process.communicate()


class CorePhone:
    """One phone with the real core; to the machine it is like any other, but what it asks it decides."""

    made = 0

    def __init__(self, node: Node, account: str, own_space: str, space: str) -> None:
        CorePhone.made += 1
        self.node, self.name = node, str(CorePhone.made)
        self.unknown: frozenset[str] = frozenset()
        node("make", phone=self.name, account=account, own=own_space, space=space)

    def save(self, edit: dict[str, Any], _at: str) -> dict[str, Any] | None:
        """Store one edit."""
        kept = {name: value for name, value in edit.items() if value is not None}
        op: dict[str, Any] | None = self.node("save", phone=self.name, edit=kept)
        return op

    def retry(self) -> None:
        """Try once more what the server would not take."""
        self.node("retry", phone=self.name)

    def older(self, kind: str) -> None:
        """A build that does not know a kind."""
        self.unknown = frozenset({kind})
        self.node("kinds", phone=self.name, without=[kind])

    def upgrade(self) -> None:
        """A build that knows every kind; it starts."""
        self.unknown = frozenset()
        self.node("kinds", phone=self.name, without=[])
        self.node("unpark", phone=self.name)

    def look(self) -> Look:
        """All that is on this phone."""
        told = self.node("look", phone=self.name)
        losers: dict[str, list[Any]] = {}
        for one in told["losers"]:
            losers.setdefault(one["id"], []).append(one)
        screen = {}
        for rec in told["screen"]:
            author = rec["author"]["account"] if rec["author"] else None
            screen[rec["id"]] = {**rec, "author": author, "lost": losers.get(rec["id"], [])}
        return Look(
            screen=screen,
            rows={row["id"]: row for row in told["rows"]},
            parked={row["id"]: row for row in told["parked"]},
            ops=told["ops"],
            losers={(one["op"], one["id"]) for one in told["losers"]},
            here=told["here"],
        )

    def begin(self, _what: str, chain: bool = False) -> Any:
        """A page of the app begins to sync; its first request, if it has any."""
        return self._request(self.node("begin", phone=self.name))

    def take(self, asked: int, answer: Any) -> Any:
        """An answer; the next request of the same page."""
        return self._request(self.node("answer", call=asked, answer=answer))

    def fail(self, asked: int) -> None:
        """No answer came."""
        self._request(self.node("fail", call=asked))

    def _request(self, event: dict[str, Any]) -> Any:
        if "broke" in event:
            raise Failed(event["broke"])
        call = event.get("call")
        return (call["path"], call["body"], call["no"]) if call else None


def core_phones(node: Node, world: World, which: frozenset[int], make_other: Any) -> Any:
    """Makes the phones of a run: those in `which` with the real core, the others modelled."""
    node.world = world
    node("end")

    def make(device: int, account: str, space: str, own: bool, chance: Random, bug: str | None) -> Any:
        if device not in which:
            return make_other(account, space, own, chance, bug)
        return CorePhone(node, account, space if own else world.caregiver.space, space)

    return make
