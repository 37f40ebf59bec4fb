"""14 days before something changed, and 14 after. One change alone cannot be weighed against chance."""

from typing import Any

from backend.domain.insights.diary import Diary, Span, written
from backend.domain.insights.table import middle_low

DAYS, LEAST = 14, 5


def row(diary: Diary, number: int) -> dict[str, Any]:
    """The middle of the days before and of those after; None with fewer than 5 days on a side."""
    before = _middle(diary, Span(number - DAYS, number - 1))
    after = _middle(diary, Span(number + 1, number + DAYS))
    return {"on": written(number), "before": before, "after": after}


def _middle(diary: Diary, span: Span) -> dict[str, int | None]:
    days = [middle_low(row) or 0 for number, row in diary.strengths.items() if number in span]
    return {"days": len(days), "median_nrs": middle_low(days) if len(days) >= LEAST else None}


def sentence(what: str, one: dict[str, Any]) -> str:
    """Two numbers side by side, and that they stand for no cause."""
    before, after = one["before"]["median_nrs"], one["after"]["median_nrs"]
    if before is None or after is None:
        return f"{what} on {one['on']}. Too few days noted around it to compare."
    two_weeks = f"{what} on {one['on']}: pain {before} in the 14 days before, {after} in the 14 after."
    return f"{two_weeks} Other things change too."
