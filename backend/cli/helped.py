"""What Daniel wrote into Rosa's diary: something he noticed, and a number she has not said yes to."""

from collections.abc import Sequence
from datetime import date
from random import Random
from typing import Any

from backend.cli.pen import Pen, local


def write(space: str, days: Sequence[date]) -> list[dict[str, Any]]:
    """His operations of the day before the last, oldest first."""
    pen = Pen(space, Random("Daniel, who helps"))  # noqa: S311  the same every time is the point
    on = days[-2]
    noticed, asked = local(on, 15, 10), local(on, 18, 40)
    pen.put(
        "observation",
        {"type": "tired", "at": noticed.isoformat(), "on": on.isoformat(), "text": "Slept for two hours."},
        noticed,
    )
    hip = {"region": "hip", "side": "right"}
    pen.entry({"symptom": "pain", "severity_nrs": 6, "regions": [hip]}, asked)
    return [{"n": n, **op} for n, op in enumerate(pen.ops, start=1)]
