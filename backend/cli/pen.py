"""Writes operations the way a phone does, from a seeded chance instead of its own."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from backend.domain.ids import record_uuid7, uuid7

TIME_ZONE = "Europe/Berlin"


@dataclass
class Pen:
    """One operation for each act; every act says when it was made."""

    space: str
    chance: Random
    ops: list[dict[str, Any]] = field(default_factory=list)

    def put(self, kind: str, body: Mapping[str, Any], made: datetime, record_id: str | None = None) -> str:
        """A new record; its id is returned."""
        record_id = record_id or record_uuid7(_ms(made), self.chance.randbytes(10))
        self._op(kind, record_id, made, t="put", was={}, set=dict(body))
        return record_id

    def entry(self, body: Mapping[str, Any], at: datetime, made: datetime | None = None) -> str:
        """A symptom that was felt at `at` and written down at `made`, or a minute later."""
        when = {"at": at.isoformat(), "on": at.date().isoformat(), "tz": TIME_ZONE}
        return self.put("symptom", {**when, **body}, made or at + timedelta(minutes=1))

    def change(self, record_id: str, body: Mapping[str, Any], made: datetime) -> None:
        """New values of some fields, made by somebody who had seen the old ones."""
        kind, set_by = self._kind(record_id), self._set_by(record_id)
        was = {name: set_by.get(name) for name in body}
        self._op(kind, record_id, made, t="put", was=was, set=dict(body))

    def delete(self, record_id: str, made: datetime) -> None:
        """Take a record away as it stands."""
        last = [op["op"] for op in self.ops if op["id"] == record_id][-1]
        self._op(self._kind(record_id), record_id, made, t="del", base=last)

    def _kind(self, record_id: str) -> str:
        return str(next(op["kind"] for op in self.ops if op["id"] == record_id))

    def _set_by(self, record_id: str) -> dict[str, str]:
        """Which operation last set each field."""
        ours = [op for op in self.ops if op["id"] == record_id]
        return {name: op["op"] for op in ours for name in op.get("set", {})}

    def _op(self, kind: str, record_id: str, made: datetime, **rest: Any) -> None:
        op = uuid7(_ms(made), self.chance.randbytes(10))
        self.ops.append({"op": op, "space": self.space, "id": record_id, "kind": kind, "sv": 1, **rest,
                         "made_at": made.isoformat(), "made_tz": TIME_ZONE})


def local(on: date, hour: int, minute: int) -> datetime:
    """A moment of the day as the demo person's clock shows it."""
    return datetime.combine(on, time(hour, minute), ZoneInfo(TIME_ZONE))


def _ms(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)
