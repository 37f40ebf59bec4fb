"""AN-14: the day after a session of movement, and how strong pain was before and after sessions."""

from collections.abc import Mapping
from typing import Any

from backend.domain.insights.compare import Comparison, Phrases, compare, of_days
from backend.domain.insights.diary import Body, Diary, Span
from backend.domain.insights.table import Table, counted, middle_low

RULE = "AN-14"
LEAST = (5, 5)
PHRASES = Phrases("Days after a session of movement")
LATER: Mapping[str, str] = {
    "after": "pain_after_nrs",
    "two_hours": "pain_2h_nrs",
    "next_morning": "next_morning_nrs",
}


def weigh(diary: Diary, span: Span) -> list[Comparison]:
    """The day after any session against other days."""
    if not diary.moved:
        return []
    began = min(diary.moved)
    marks = {n: n - 1 in diary.moved for n in range(max(span.first, began), span.last + 1)}
    found = compare(RULE, "session", PHRASES, of_days(diary, span, marks), LEAST)
    return [found] if found else []


def table(diary: Diary, span: Span) -> Table:
    """By category of movement: sessions, and whether pain was lower, the same or higher later than before."""
    by_category: dict[str, list[Body]] = {}
    for body in diary.bodies("session"):
        if span.holds(body.get("on")):
            for category in sorted(_categories(body)):
                by_category.setdefault(category, []).append(body)
    rows = [_row(category, sessions) for category, sessions in sorted(by_category.items())]
    days = sum(number in span for number in diary.moved)
    sentence = f"Movement on {counted(days, 'day')}." if days else "No sessions of movement in this time."
    return Table((RULE,), sentence, rows, days)


def _categories(body: Body) -> set[str]:
    done = (one for one in body.get("done") or () if one.get("outcome") in ("done", "part"))
    return {str(one["movement"]).split("-")[0].lower() for one in done}


def _row(category: str, sessions: list[Body]) -> dict[str, Any]:
    row: dict[str, Any] = {"category": category, "sessions": len(sessions)}
    for name, later in LATER.items():
        pairs = [
            (one["pain_before_nrs"], one[later])
            for one in sessions
            if one.get("pain_before_nrs") is not None and one.get(later) is not None
        ]
        row[name] = {
            "of": len(pairs),
            "lower": sum(after < before for before, after in pairs),
            "same": sum(after == before for before, after in pairs),
            "higher": sum(after > before for before, after in pairs),
            "before_nrs": middle_low(before for before, _ in pairs),
            "after_nrs": middle_low(after for _, after in pairs),
        }
    return row
