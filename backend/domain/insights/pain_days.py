"""Each day's worst and middle pain, and the band of what is usual."""

from statistics import median_low

from backend.domain.insights.diary import Diary, Span, written
from backend.domain.insights.table import Table, counted, middle_low

RULES = ("pain-days",)
# Fewer days than this say nothing of what is usual.
BAND_DAYS = 8


def table(diary: Diary, span: Span) -> Table:
    """A row for each day with an entry, and none for the others. `usual` is the middle half of days."""
    rows = []
    for number in sorted(number for number in diary.entries if number in span):
        row = diary.strengths.get(number) or []
        rows.append(
            {
                "on": written(number),
                "entries": len(diary.entries[number]),
                "worst_nrs": row[-1] if row else None,
                "median_nrs": middle_low(row),
                "hard_day": any(one.body.get("hard_day") is True for one in diary.entries[number]),
            }
        )
    return Table(RULES, _sentence(diary, span), rows, len(rows))


def band(diary: Diary, span: Span) -> dict[str, int] | None:
    """Between which two numbers half of the days lie, by their middle; None of few days."""
    days = (row for number, row in diary.strengths.items() if number in span)
    row = sorted(median_low(one) for one in days)
    if len(row) < BAND_DAYS:
        return None
    quarter = len(row) // 4
    return {"low_nrs": row[quarter], "median_nrs": row[(len(row) - 1) // 2], "high_nrs": row[-1 - quarter]}


def _sentence(diary: Diary, span: Span) -> str:
    days = sum(number in span for number in diary.strengths)
    if not days:
        return "No pain noted in this time."
    usual = band(diary, span)
    if usual is None:
        return f"Pain noted on {counted(days, 'day')} of {span.days}."
    low, high = usual["low_nrs"], usual["high_nrs"]
    between = f"at {low}" if low == high else f"between {low} and {high}"
    return f"Half of the days had pain {between}. {counted(days, 'day')} of {span.days} noted."
