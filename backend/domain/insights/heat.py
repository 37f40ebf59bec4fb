"""AN-04: hot or humid days against days that were not."""

from backend.domain.insights.compare import Comparison, Phrases, compare, of_days
from backend.domain.insights.diary import Diary, Span

RULE = "AN-04"
LEAST = (5, 5)
# Heat comes in waves, longer than a week.
FORTNIGHT = 14
PHRASES = Phrases("Hot or humid days", times="fortnights")


def weigh(diary: Diary, span: Span) -> list[Comparison]:
    """Days marked yes against days marked no; "a bit" is neither."""
    marks = {number: heat == "yes" for number, heat in diary.said("heat") if heat in ("yes", "no")}
    found = compare(RULE, "heat", PHRASES, of_days(diary, span, marks, FORTNIGHT), LEAST)
    return [found] if found else []
