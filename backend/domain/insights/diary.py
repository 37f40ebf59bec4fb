"""A diary as patterns and charts read it: by day, with nothing filled in where nobody wrote."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property, lru_cache
from typing import Any

from backend.domain.history import is_pain

Body = Mapping[str, Any]
# One entry for "bad since": it stands on each of its days, but not for longer than this.
SPAN_DAYS = 92


@dataclass(frozen=True)
class Entry:
    """One entry of pain on one day. number: the day's ordinal."""

    number: int
    body: Body

    @property
    def nrs(self) -> int | None:
        """Its strength, where one was given."""
        strength: int | None = self.body.get("severity_nrs")
        return strength


@dataclass(frozen=True)
class Words:
    """What ids are called. families: of the words for pain."""

    labels: Mapping[str, str] = field(default_factory=dict)
    families: Mapping[str, str] = field(default_factory=dict)

    def of(self, name: str) -> str:
        """The label in the middle of a sentence."""
        label = self.labels.get(name, "something of your own")
        return label[:1].lower() + label[1:]


@dataclass(frozen=True)
class Diary:
    """What somebody may see of a diary. records: bodies by kind; medicines by id."""

    records: Mapping[str, Sequence[Body]]
    medicines: Mapping[str, Body]
    today: date
    words: Words = field(default_factory=Words)

    def bodies(self, kind: str) -> Sequence[Body]:
        """Every body of a kind."""
        return self.records.get(kind, ())

    @cached_property
    def entries(self) -> dict[int, list[Entry]]:
        """Entries of pain by day, up to today."""
        found: dict[int, list[Entry]] = {}
        last = self.today.toordinal()
        for on, body in self.pains:
            until = min(max(on, ordinal(body.get("until_on")) or on), on + SPAN_DAYS, last)
            for number in range(on, until + 1):
                found.setdefault(number, []).append(Entry(number, body))
        return found

    @cached_property
    def strengths(self) -> dict[int, list[int]]:
        """The numbers given for a day, the smallest first; days without one are not there."""
        found = {
            number: sorted(entry.nrs for entry in entries if entry.nrs is not None)
            for number, entries in self.entries.items()
        }
        return {number: row for number, row in found.items() if row}

    @cached_property
    def twice(self) -> dict[int, int]:
        """Twice the middle strength of each day, which is a whole number."""
        return {n: row[len(row) // 2] + row[(len(row) - 1) // 2] for n, row in self.strengths.items()}

    @cached_property
    def pains(self) -> list[tuple[int, Body]]:
        """Each entry of pain once, with the day it was written for."""
        return [
            (number, body)
            for body in self.bodies("symptom")
            if is_pain(body) and (number := ordinal(body.get("on")))
        ]

    @cached_property
    def doses(self) -> list[tuple[int, datetime, Body]]:
        """Doses taken, by day and instant."""
        return [
            (number, datetime.fromisoformat(body["at"]), body)
            for body in self.bodies("dose")
            if body.get("status") in ("taken", "late") and body.get("at") and body.get("medicine_id")
            if (number := ordinal(body.get("on") or body["at"][:10]))
        ]

    @cached_property
    def kept(self) -> dict[Any, Any]:
        """What was worked out already, for rules that rest on the same."""
        return {}

    @cached_property
    def moments(self) -> list[tuple[int, datetime, int]]:
        """Entries of pain with a number and an instant: the day, the instant, the number."""
        return [
            (number, datetime.fromisoformat(body["at"]), body["severity_nrs"])
            for number, body in self.pains
            if body.get("severity_nrs") is not None and body.get("at") is not None
        ]

    @cached_property
    def strips(self) -> dict[int, Body]:
        """The strip of each day that has one."""
        return {number: body for body in self.bodies("daily") if (number := ordinal(body.get("on")))}

    @cached_property
    def moods(self) -> dict[int, Body]:
        """The mood of each day that has one."""
        return {number: body for body in self.bodies("mood") if (number := ordinal(body.get("on")))}

    @cached_property
    def moved(self) -> set[int]:
        """Days with a session of which something was done."""
        return {
            number
            for body in self.bodies("session")
            if any(one.get("outcome") in ("done", "part") for one in body.get("done") or ())
            and (number := ordinal(body.get("on")))
        }

    def said(self, name: str) -> Iterator[tuple[int, Any]]:
        """An answer of the strip by day, where it was given."""
        for number, body in self.strips.items():
            if body.get(name) is not None:
                yield number, body[name]

    @cached_property
    def noted(self) -> set[int]:
        """Days on which anything was written of pain or of the day."""
        return {*self.entries, *self.strips}


@dataclass(frozen=True)
class Span:
    """Days from first to last, by ordinal."""

    first: int
    last: int

    def __contains__(self, number: int) -> bool:
        return self.first <= number <= self.last

    @property
    def days(self) -> int:
        """How many days it has."""
        return self.last - self.first + 1

    def holds(self, on: Any) -> bool:
        """Whether a written date lies in it."""
        number = ordinal(on)
        return number is not None and number in self


@lru_cache(maxsize=8192)
def ordinal(on: str | None) -> int | None:
    """A written date as the count of its day."""
    return date.fromisoformat(on).toordinal() if isinstance(on, str) else None


def written(number: int) -> str:
    """A day as it is written."""
    return date.fromordinal(number).isoformat()


def last_days(today: date, days: int) -> Span:
    """The days up to today."""
    return Span(today.toordinal() - days + 1, today.toordinal())
