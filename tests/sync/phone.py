"""A phone, modelled from the protocol: outbox, marks, pages, resets, late answers. One storage, many tabs."""

from copy import deepcopy
from dataclasses import replace
from random import Random
from typing import Any

from backend.domain.ids import uuid7
from tests.sync.screen import Op, formed, shown, wire
from tests.sync.shapes import Asked, Look, Place, Request

TAKEN = frozenset({"ok", "dup", "conflict", "held"})


class Phone:
    """One phone of one person. bug: the name of a fault put in on purpose, or None."""

    def __init__(self, account: str, space: str, own: bool, chance: Random, bug: str | None) -> None:
        self.account, self.space, self.own, self.chance, self.bug = account, space, own, chance, bug
        self.device = uuid7(0, chance.randbytes(10))
        self.unknown: frozenset[str] = frozenset()
        self.rows: dict[str, tuple[int, dict[str, Any]]] = {}
        self.parked: dict[str, tuple[int, dict[str, Any]]] = {}
        self.losers: dict[str, list[str]] = {}
        self.ops: list[Op] = []
        self.sent: dict[str, Op] = {}
        self.marks: dict[str, bool] = {}
        self.place = Place() if own else None
        self.turn = self.n = 0

    # What a person does.

    def save(self, edit: dict[str, Any], at: str) -> Op | None:
        """Store one edit; the op it became, or None when it changed nothing."""
        op = formed(self.shown(edit["id"]), edit)
        if op is None:
            return None
        if op["t"] == "erase":
            self._forget(op["id"], {"queued", "blocked", "acked"})
        self.n += 1
        ms = self.n  # only its chance tells ids apart
        whole = op | {"op": uuid7(ms, self.chance.randbytes(10)), "n": self.n, "space": self.space, "sv": 1}
        self.ops.append(whole | {"made_at": at, "made_tz": "UTC", "state": "queued"})
        return deepcopy(self.ops[-1])

    def retry(self) -> None:
        """Try once more what the server would not take."""
        self.ops = [op | {"state": "queued"} if op["state"] == "blocked" else op for op in self.ops]

    def older(self, kind: str) -> None:
        """A build that does not know a kind."""
        self.unknown = frozenset({kind})

    def upgrade(self) -> None:
        """A build that knows every kind: what was parked comes in."""
        self.unknown = frozenset()
        for gen, row in list(self.parked.values()):
            self._keep(row, gen)

    def shown(self, record: str) -> dict[str, Any] | None:
        """What the screen shows of one record."""
        row = self.rows.get(record)
        return shown(row[1] if row else None, [op for op in self.ops if op["id"] == record])

    def look(self) -> Look:
        """All that is on this phone."""
        ids = dict.fromkeys([*self.rows, *(op["id"] for op in self.ops)])
        return Look(
            screen={one: rec for one in ids if (rec := self.shown(one))},
            rows={one: row for one, (_, row) in self.rows.items()},
            parked={one: row for one, (_, row) in self.parked.items()},
            ops=self.ops,
            losers={(op, record) for record, ops in self.losers.items() for op in ops},
            here=self.place is not None,
        )

    # Asking.

    def begin(self, what: str, chain: bool = False) -> Request | None:
        """A request: `push`, `pull`, or `both` in one; None when there is nothing to push.

        chain: whether its answer is followed by a next request, as long as there is more to do.
        """
        asked = Asked(
            self.turn,
            (self.place.cursor, self.place.gen) if self.place else None,
            tuple(self.marks),
            frozenset(op["op"] for op in self.ops if op["state"] == "acked"),
            chain,
        )
        body: dict[str, Any] = {"proto": 1, "account": self.account, "device": self.device}
        wanted = {"cursor": self.place.cursor, "marks": list(asked.marks)} if self.place else None
        pull = {"spaces": {self.space: wanted} if wanted else {}}
        batch = self._batch() if what != "pull" else []
        if not batch:
            return None if what == "push" else ("pull", body | pull, asked)
        body |= {
            "marks": {self.space: list(asked.marks)} if asked.marks else {},
            "ops": [wire(op) for op in batch],
        }
        body |= {"pull": pull} if what == "both" else {}
        return "push", body, replace(asked, batch=tuple(op["op"] for op in batch))

    def _batch(self) -> list[Op]:
        """A refused op holds back only later ones on the same record."""
        stuck = {op["id"] for op in self.ops if op["state"] == "blocked"}
        first = {
            one: min(op["n"] for op in self.ops if op["id"] == one and op["state"] == "blocked")
            for one in stuck
        }
        return [
            op for op in self.ops if op["state"] == "queued" and op["n"] < first.get(op["id"], self.n + 1)
        ]

    # Taking an answer.

    def fail(self, asked: Asked) -> None:
        """No answer came: nothing is known, nothing changes."""

    def take(self, asked: Asked, answer: dict[str, Any]) -> Request | None:
        """Take in an answer, or drop what came too late; gives the next request of a chain."""
        again = self._take(asked, answer)
        return self.begin("both", chain=True) if again and asked.chain else None

    def _take(self, asked: Asked, answer: dict[str, Any]) -> bool:
        """True when there is more to do."""
        if "results" not in answer:
            return self._take_pull(asked, answer)
        self._take_results(asked, answer["results"])
        self._settle(asked.marks, answer)
        if answer["lost"] or not answer.get("pull"):
            return bool(answer["lost"])
        # The reading began after these were acknowledged, so it covers them.
        now = {op["op"] for op in self.ops if op["state"] == "acked"}
        covered = frozenset(now & (asked.acked | set(asked.batch)))
        return self._take_pull(replace(asked, acked=covered), answer["pull"])

    def _take_results(self, asked: Asked, results: list[dict[str, Any]]) -> None:
        said = {one["op"]: one for one in results if one["op"] in asked.batch}
        for op in self.ops:
            result = said.get(op["op"])
            if result is None or op["state"] == "acked":
                continue
            if result["s"] == "rejected":
                op.update(state="blocked", code=result["code"])
            elif result["s"] in TAKEN:
                op["state"] = "acked"
                self.sent[op["op"]] = deepcopy(op)
        if self.bug == "acked_leaves_early":
            self.ops = [op for op in self.ops if op["state"] != "acked"]

    def _settle(self, sent: tuple[str, ...], answer: dict[str, Any]) -> None:
        """Marks go only once the server has confirmed a newer one; a lost space starts over."""
        confirmed, fresh = answer["confirmed"].get(self.space), answer["marks"].get(self.space)
        if confirmed:
            self.marks = {
                mark: sure for mark, sure in self.marks.items() if mark not in sent or mark == confirmed
            }
            self.marks |= {confirmed: True} if confirmed in self.marks else {}
        if fresh and fresh not in self.marks:
            self.marks = {} if self.bug == "highest_mark_only" else self.marks
            self.marks[fresh] = False
        if self.space in answer["lost"]:
            self.marks = {mark: sure for mark, sure in self.marks.items() if mark not in sent}
            again = {op["op"]: op for op in (*self.sent.values(), *self.ops)}
            again = {
                one: op | {"state": "queued", "resent": True} if op["state"] == "acked" else op
                for one, op in again.items()
            }
            self.ops = sorted(again.values(), key=lambda op: op["n"])

    def _take_pull(self, asked: Asked, answer: dict[str, Any]) -> bool:
        guarded = self.bug != "late_answers_taken"
        if guarded and self.turn != asked.turn:
            return True
        self.turn += 1
        if self.space not in answer["mine"]:
            self._wipe(asked)
            return False
        self._settle(asked.marks, answer)
        page = answer["spaces"].get(self.space)
        here = (self.place.cursor, self.place.gen) if self.place else None
        self.place = self.place or Place()
        if page is None or (guarded and here != asked.place):
            return True
        if page.get("reset"):
            self.place = Place(None, self.place.gen + 1, resetting=True)
            return True
        for row in page["rows"]:
            self._keep(row, self.place.gen)
        self.place.cursor = page["cursor"]
        if not page["more"]:
            self._end_of_reading(asked)
        return bool(page["more"])

    def _end_of_reading(self, asked: Asked) -> None:
        assert self.place
        if self.place.resetting:
            here = self.place.gen
            self.parked = {one: it for one, it in self.parked.items() if it[0] >= here}
            for one in [one for one, (gen, _) in self.rows.items() if gen < here]:
                self._drop(one)
            self.place.resetting = False
        # What a first reading does not name, since it is deleted, stays until all that came later is read.
        later = [op for op in self.ops if op["state"] != "acked" or op["op"] not in asked.acked]
        waited = {op["id"] for op in later} - {*self.rows, *self.parked}
        self.ops = [op for op in self.ops if op in later or op["id"] in waited]

    def _keep(self, row: dict[str, Any], gen: int) -> None:
        record = row["id"]
        self._drop(record)
        if row["deleted"] and not self.own:
            return
        if row.get("erased"):
            self._forget(record, {"acked"})
        if row["kind"] in self.unknown:
            self.parked[record] = (gen, row)
            return
        self.rows[record] = (gen, row)
        self.losers[record] = [one["op"] for one in row["lost"]]

    def _drop(self, record: str) -> None:
        for kept in (self.rows, self.parked, self.losers):
            kept.pop(record, None)

    def _forget(self, record: str, states: set[str]) -> None:
        """Let go of what was typed into a record that is erased for good, but never of the erasing itself."""
        gone = {
            op["op"] for op in self.ops if op["id"] == record and op["state"] in states and op["t"] != "erase"
        }
        self.ops = [op for op in self.ops if op["op"] not in gone]
        self.sent = {one: op for one, op in self.sent.items() if op["id"] != record or op["t"] == "erase"}

    def _wipe(self, asked: Asked) -> None:
        self.rows, self.parked, self.losers, self.marks, self.place = {}, {}, {}, {}, None
        self.ops = [op for op in self.ops if op["state"] != "acked" or op["op"] not in asked.acked]
