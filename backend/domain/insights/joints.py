"""AN-02: knees and hips alone, or all over, after injections and at other times. No reading is given."""

from collections import Counter
from datetime import datetime

from backend.domain.insights import entries
from backend.domain.insights.diary import Body, Diary, Span
from backend.domain.insights.rounds import HOURS, Rounds, of_diary, place_of
from backend.domain.insights.table import Table, counted

RULE = "AN-02"
JOINTS = {"knee", "hip"}
MANY_REGIONS = 4
WINDOW_HOURS = 48
WHAT = ("joints", "all_over", "other")


def table(diary: Diary, span: Span) -> Table:
    """Two counts side by side, within 48 hours of an injection and outside."""
    rounds = of_diary(diary, span)
    if not rounds.injected:
        return Table((RULE,), "No injections noted in this time.", [], 0)
    counts: Counter[tuple[bool | None, str]] = Counter(
        (_near(rounds, body), what) for body in entries.of(diary, span) if (what := _what(body))
    )
    rows = [
        {
            "when": name,
            "entries": sum(counts[near, what] for what in WHAT),
            "knees_or_hips_alone": counts[near, "joints"],
            "all_over": counts[near, "all_over"],
        }
        for name, near in (("after_injection", True), ("other_times", False))
    ]
    sentence = f"Two counts of {counted(counts.total(), 'entry', 'entries')} with a place."
    return Table((RULE,), sentence, rows, counts.total())


def _near(rounds: Rounds, body: Body) -> bool | None:
    if not isinstance(body.get("at"), str):
        return None
    place = place_of(rounds.injected, datetime.fromisoformat(body["at"]))
    return place is not None and place[1] * HOURS < WINDOW_HOURS


def _what(body: Body) -> str:
    """Which of WHAT an entry is; empty without a place."""
    regions = entries.regions(body)
    if body.get("generalised") is True or len(regions) >= MANY_REGIONS:
        return "all_over"
    return ("joints" if regions <= JOINTS else "other") if regions else ""
