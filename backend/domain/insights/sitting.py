"""AN-07: days with a long spell of sitting, and days of many hours in the wheelchair."""

from backend.domain.insights.compare import Comparison, Phrases, compare, of_days
from backend.domain.insights.diary import Diary, Span

RULE = "AN-07"
LEAST = (7, 7)
LONG_MINUTES = 60
SITTING = Phrases("Days with an hour or more of sitting at a stretch")
WHEELS = Phrases("Days with most hours in the wheelchair", than="than days with fewest")


def weigh(diary: Diary, span: Span) -> list[Comparison]:
    """Spells of 60 minutes and more against shorter ones; the upper third of hours against the lower."""
    spells = {number: minutes >= LONG_MINUTES for number, minutes in diary.said("sitting_minutes")}
    found = [
        compare(RULE, "sitting", SITTING, of_days(diary, span, spells), LEAST),
        compare(RULE, "wheelchair", WHEELS, of_days(diary, span, _thirds(diary, span)), LEAST),
    ]
    return [one for one in found if one]


def _thirds(diary: Diary, span: Span) -> dict[int, bool]:
    """Days of the upper third marked, of the lower third not; the rest is left out."""
    hours = {number: one for number, one in diary.said("wheelchair_hours") if number in span}
    row = sorted(hours.values())
    if len(row) < sum(LEAST):
        return {}
    low, high = row[(len(row) - 1) // 3], row[len(row) - 1 - (len(row) - 1) // 3]
    return {n: one >= high for n, one in hours.items() if low < high and (one <= low or one >= high)}
