"""AN-05: the day after a short or poor night against the day after another."""

from backend.domain.insights.compare import Comparison, Phrases, compare, of_days
from backend.domain.insights.diary import Body, Diary, Span

RULE = "AN-05"
LEAST = (7, 7)
SHORT_HOURS = 7
PHRASES = Phrases("Days after a short or poor night")


def weigh(diary: Diary, span: Span) -> list[Comparison]:
    """The strip of a day tells of the night before it."""
    marks = {number: told for number, body in diary.strips.items() if (told := bad_night(body)) is not None}
    found = compare(RULE, "sleep", PHRASES, of_days(diary, span, marks), LEAST)
    return [found] if found else []


def bad_night(body: Body) -> bool | None:
    """Under 7 hours, or poor; None where nothing was said of the night."""
    hours, quality = body.get("sleep_hours"), body.get("sleep_quality")
    if hours is None and quality is None:
        return None
    return quality == "poor" or (hours is not None and hours < SHORT_HOURS)
