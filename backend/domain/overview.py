"""One person's day in numbers and ids, for those who may see it; the words are made where it is shown."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from statistics import median_low
from typing import Any

USUAL_DAYS = 28


def overview(bodies: Sequence[tuple[str, Mapping[str, Any]]], today: date) -> dict[str, Any]:
    """What is known of today, and the person's own usual.

    bodies: (kind, visible body) of records, any order. Missing stays null, never zero.
    """
    symptoms = [body for kind, body in bodies if kind == "symptom"]
    first = (today - timedelta(days=USUAL_DAYS)).isoformat()
    now = sorted((b for b in symptoms if b.get("on") == today.isoformat()), key=lambda b: str(b.get("at")))
    scored = [b["severity_nrs"] for b in now if b.get("severity_nrs") is not None]
    before = [
        (b["on"], b["severity_nrs"])
        for b in symptoms
        if b.get("severity_nrs") is not None and first <= str(b.get("on")) < today.isoformat()
    ]
    energy = [b.get("energy") for kind, b in bodies if kind == "daily" and b.get("on") == today.isoformat()]
    return {
        "on": today.isoformat(),
        "today": {
            "entries": len(now),
            "latest_nrs": scored[-1] if scored else None,
            "worst_nrs": max(scored) if scored else None,
            "hard_day": any(b.get("hard_day") for b in now),
            "regions": now[-1].get("regions") or [] if now else [],
            "energy": energy[0] if energy else None,
        },
        "usual": {
            "median_nrs": median_low(nrs for _, nrs in before) if before else None,
            "days": len({on for on, _ in before}),
        },
    }
