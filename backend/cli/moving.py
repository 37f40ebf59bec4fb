"""What the demo person did of her plan in the last weeks, as her phone would have kept it. All invented."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from backend.cli.pen import TIME_ZONE, Pen, local

LAST_DAYS = 28
# By weekday, on the days she chose: movement, position, and what was counted of it on both sides together.
SESSIONS: dict[int, tuple[tuple[str, str, dict[str, int]], ...]] = {
    0: (
        ("ROM-05", "seated", {"reps": 16, "seconds": 64}),
        ("RST-05", "seated", {"reps": 16, "seconds": 64}),
        ("RST-11", "seated", {"reps": 16, "seconds": 64}),
        ("STR-02", "seated", {"reps": 4, "hold_s": 80, "seconds": 96}),
    ),
    2: (
        ("AER-01", "seated", {"seconds": 120}),
        ("AER-03", "seated", {"seconds": 120}),
        ("STR-04", "seated", {"reps": 4, "hold_s": 80, "seconds": 96}),
        ("ROM-04", "lying", {"reps": 10, "seconds": 40}),
    ),
    4: (
        ("ROM-01", "seated", {"reps": 20, "seconds": 80}),
        ("AER-03", "seated", {"seconds": 180}),
        ("ROM-04", "lying", {"reps": 10, "seconds": 40}),
        ("STR-09", "lying", {"reps": 2, "hold_s": 40, "seconds": 48}),
    ),
    6: (
        ("ROM-09", "lying", {"reps": 6, "seconds": 24}),
        ("AER-03", "seated", {"seconds": 120}),
        ("CLM-04", "seated", {"seconds": 240}),
    ),
}
# Counted from the oldest of these weeks; the rest were done whole.
LEFT_OUT, PART, STOPPED = {2, 9}, {5}, {7}


def write(pen: Pen, days: Sequence[date]) -> None:
    """Sessions on the days of her plan but a few, and none today."""
    planned = [on for on in days[-1 - LAST_DAYS : -1] if on.weekday() in SESSIONS]
    own = Pen(pen.space, Random("Rosa Keller, moving"))  # noqa: S311  the same every time is the point
    for number, on in enumerate(planned):
        if number not in LEFT_OUT:
            at = local(on, 10, own.chance.randrange(5, 50))
            own.put("session", _session(own.chance, number, at), at + timedelta(minutes=9))
    pen.ops += own.ops


def _session(chance: Random, number: int, at: datetime) -> dict[str, Any]:
    rows = SESSIONS[at.weekday()]
    ended = len(rows) - 2 if number in STOPPED else len(rows)
    done: list[dict[str, Any]] = [
        {"movement": movement, "position": position, "outcome": _outcome(number, place, ended, len(rows)),
         **(counted if place <= ended else {})}
        for place, (movement, position, counted) in enumerate(rows)
    ]  # fmt: skip
    before = chance.choice((4, 5, 5))
    after = before + 1 if number in STOPPED else before - chance.choice((0, 1, 1))
    seconds = sum(row.get("seconds", 0) for row in done)
    return {
        "at": at.isoformat(), "on": at.date().isoformat(), "tz": TIME_ZONE,
        "minutes": max(1, round(seconds / 60)), "done": done,
        "pain_before_nrs": before, "pain_after_nrs": after,
        "felt": "worse" if after > before else "easier" if after < before else "same",
    }  # fmt: skip


def _outcome(number: int, place: int, ended: int, count: int) -> str:
    if place > ended:
        return "skipped"
    if place == ended:
        return "stopped"
    return "part" if number in PART and place == count - 1 else "done"
