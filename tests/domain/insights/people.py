"""Simulated people: diaries as people keep them, with effects only where they are planted."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from math import sqrt
from random import Random
from typing import Any

from backend.domain.insights.diary import Diary

START = date(2025, 1, 6)
# Days from one injection to the next; three a week is Monday, Wednesday, Friday.
PRODUCTS: Mapping[str, tuple[int, ...]] = {
    "weekly": (7,),
    "two_weekly": (14,),
    "every_other_day": (2,),
    "three_a_week": (2, 2, 3),
    "daily": (1,),
    "monthly": (28,),
    "half_yearly": (182,),
}
STREAMS = ("injection", "heat", "sleep", "infection", "sitting", "wheels", "active", "session", "mind")


@dataclass(frozen=True)
class Habits:
    """How somebody's pain runs and how they write; all drawn once for each person."""

    level: float
    carry: float
    spread: float
    weekday: tuple[float, ...]
    logs: float
    logs_more_when_bad: float
    entries: float
    strip: float
    streams: frozenset[str]
    product: str


def habits(chance: Random, streams: frozenset[str] | None = None, product: str | None = None) -> Habits:
    """Somebody: pain that carries over from day to day, a rhythm of the week, gaps."""
    some = frozenset(name for name in STREAMS if chance.random() < 0.7)
    return Habits(
        level=chance.uniform(2.5, 6),
        carry=chance.uniform(0.2, 0.85),
        spread=chance.uniform(0.7, 1.7),
        weekday=tuple(chance.uniform(-0.5, 0.5) for _ in range(7)),
        logs=chance.uniform(0.5, 0.98),
        logs_more_when_bad=chance.uniform(0, 0.15),
        entries=chance.uniform(1, 2.2),
        strip=chance.uniform(0.4, 0.95),
        streams=some if streams is None else streams,
        product=chance.choice(sorted(PRODUCTS)) if product is None else product,
    )


def diary_of(
    chance: Random, one: Habits, weeks: int, planted: Mapping[str, float] | None = None, start: date = START
) -> Diary:
    """The diary of some weeks. planted: points a stream adds to pain; nothing, unless a test says so."""
    days = weeks * 7
    world = World(chance, one, start, days, planted or {})
    pain, silent = chance.gauss(0, one.spread), 0
    for day in range(days):
        pain = one.carry * pain + sqrt(1 - one.carry**2) * chance.gauss(0, one.spread)
        silent = silent - 1 if silent else (chance.randrange(3, 12) if chance.random() < 0.01 else 0)
        if silent:
            continue
        world.write_strip(day)
        if chance.random() < one.logs + one.logs_more_when_bad * (pain > 0):
            world.write_entries(day, pain)
    world.write_doses()
    return Diary(world.records, {"m": {"class": "interferon_beta"}}, start + timedelta(days=days))


class World:
    """What happens to somebody, and what they write of it."""

    def __init__(
        self, chance: Random, one: Habits, start: date, days: int, planted: Mapping[str, float]
    ) -> None:
        self.chance, self.one, self.start, self.planted = chance, one, start, planted
        self.lived = Lived(chance, start, days)
        self.injected = injection_hours(chance, one.product, days) if "injection" in one.streams else []
        self.records: dict[str, list[dict[str, Any]]] = {
            kind: [] for kind in ("symptom", "daily", "mood", "session", "dose")
        }

    def write_strip(self, day: int) -> None:
        """What of the day's strip is answered, and whether a session was done."""
        on, streams, lived = (self.start + timedelta(days=day)).isoformat(), self.one.streams, self.lived
        if "session" in streams and lived.sessions[day]:
            self.records["session"].append({"on": on, "done": [{"movement": "ROM-01", "outcome": "done"}]})
        if self.chance.random() > self.one.strip:
            return
        every: dict[str, dict[str, Any]] = {
            "heat": {"heat": "yes" if lived.heat[day] else "no"},
            "sleep": {"sleep_hours": 5.5 if lived.sleep[day] else 7.5},
            "infection": {"infection": {"state": "yes" if lived.ill[day] else "no"}},
            "sitting": {"sitting_minutes": 120 if lived.sitting[day] else 30},
            "wheels": {"wheelchair_hours": lived.wheels[day]},
            "active": {"active_minutes": {"easy": 8 if lived.quiet[day] else self.chance.randrange(25, 60)}},
            "mind": {"stress_nrs": 8 if lived.mind[day] else 3},
        }
        body: dict[str, Any] = {"on": on}
        for name, answer in every.items():
            if name in streams:
                body |= answer
        self.records["daily"].append(body)

    def write_entries(self, day: int, pain: float) -> None:
        """One entry or more of a day, in whole numbers from 0 to 10."""
        on = self.start + timedelta(days=day)
        mean = self.one.level + pain + self.one.weekday[on.weekday()] + 2 * self.lived.flare[day]
        mean += sum(points for name, points in self.planted.items() if self.lived.exposed(name, day))
        for _ in range(1 + (self.chance.random() < self.one.entries - 1)):
            hour = self.chance.uniform(7, 22)
            since = [day * 24 + hour - at for at in self.injected if at <= day * 24 + hour]
            after = self.planted.get("injection", 0) if since and since[-1] < 24 else 0
            nrs = max(0, min(10, round(mean + after + self.chance.gauss(0, 0.5))))
            at = datetime.combine(on, time()) + timedelta(hours=hour)
            entry = {"on": on.isoformat(), "at": f"{at.isoformat(timespec='seconds')}+00:00"}
            self.records["symptom"].append({**entry, "symptom": "pain", "severity_nrs": nrs})

    def write_doses(self) -> None:
        """The injections; some are forgotten to be noted."""
        for hours in self.injected:
            if self.chance.random() < 0.95:
                at = datetime.combine(self.start, time()) + timedelta(hours=hours)
                said = {"on": at.date().isoformat(), "at": f"{at.isoformat(timespec='seconds')}+00:00"}
                self.records["dose"].append({**said, "medicine_id": "m", "status": "taken"})


class Lived:
    """Days as they were, each stream with a rhythm or a staying power of its own."""

    def __init__(self, chance: Random, start: date, days: int) -> None:
        weekday = [(start + timedelta(days=day)).weekday() for day in range(days)]
        bad_night, moves = chance.randrange(7), set(chance.sample(range(7), chance.randrange(2, 5)))
        self.heat = _spells(chance, days, 0.06, 0.3)
        self.ill = _spells(chance, days, 0.015, 0.18)
        self.quiet = _spells(chance, days, 0.15, 0.4)
        self.mind = _spells(chance, days, 0.12, 0.45)
        self.flare = _spells(chance, days, 0.004, 0.05)
        self.sleep = [chance.random() < (0.5 if one == bad_night else 0.25) for one in weekday]
        self.sitting = [chance.random() < (0.6 if one < 5 else 0.25) for one in weekday]
        self.sessions = [one in moves and chance.random() < 0.85 for one in weekday]
        self.wheels = [chance.randrange(0, 13) for _ in range(days)]

    def exposed(self, name: str, day: int) -> bool:
        """Whether a day is one of those that a rule marks."""
        if name == "infection":
            return any(self.ill[max(0, day - 3) : day + 1])
        if name == "active":
            return day >= 2 and self.quiet[day - 1] and self.quiet[day - 2]
        if name == "session":
            return day >= 1 and self.sessions[day - 1]
        if name == "wheels":
            return self.wheels[day] >= 8
        return name != "injection" and bool(getattr(self, name)[day])


def injection_hours(chance: Random, product: str, days: int) -> list[float]:
    """When somebody injects, in hours from the start: in the evening, more or less."""
    steps, day, found = PRODUCTS[product], chance.randrange(PRODUCTS[product][0]), []
    while day < days:
        found.append(day * 24 + 19.5 + chance.gauss(0, 0.7))
        day += steps[(len(found) - 1) % len(steps)]
    return found


def _spells(chance: Random, days: int, begins: float, ends: float) -> list[bool]:
    found, now = [], False
    for _ in range(days):
        now = chance.random() >= ends if now else chance.random() < begins
        found.append(now)
    return found
