"""AN-13: the day after two or more days of little movement."""

from backend.domain.insights.compare import Comparison, Phrases, compare, of_days
from backend.domain.insights.diary import Diary, Span
from backend.domain.insights.stats import middle

RULE = "AN-13"
LEAST = (4, 7)
SPELLS = 4
PHRASES = Phrases("Days after 2 quiet days or more")


def weigh(diary: Diary, span: Span) -> list[Comparison]:
    """Little is under half of the person's own usual minutes. Both days before have to be known."""
    minutes = {
        number: (one.get("easy") or 0) + (one.get("moderate") or 0)
        for number, one in diary.said("active_minutes")
        if number in span
    }
    if not minutes or not (usual := middle(list(minutes.values()))):
        return []
    quiet = {number for number, one in minutes.items() if one < usual / 2}
    marks = {
        number: number - 1 in quiet and number - 2 in quiet
        for number in range(span.first, span.last + 1)
        if number - 1 in minutes and number - 2 in minutes
    }
    spells = sum(one in quiet and one + 1 in quiet and one - 1 not in quiet for one in quiet)
    if spells < SPELLS:
        return []
    found = compare(RULE, "quiet_days", PHRASES, of_days(diary, span, marks), LEAST)
    return [found] if found else []
