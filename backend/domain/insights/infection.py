"""AN-06: days with an infection and the three after, against days without."""

from backend.domain.insights.compare import Comparison, Phrases, compare, of_days
from backend.domain.insights.diary import Diary, Span

RULE = "AN-06"
LEAST = (3, 7)
AFTER = 3
FORTNIGHT = 14
PHRASES = Phrases(
    "Days of an infection, and the 3 after it,",
    times="fortnights",
    note="This often settles as the infection settles.",
)


def weigh(diary: Diary, span: Span) -> list[Comparison]:
    """Others are days on which no infection was said, and none in the three before. "Maybe" is neither."""
    said = {number: one.get("state") for number, one in diary.said("infection")}
    near = {number + after for number, state in said.items() if state == "yes" for after in range(AFTER + 1)}
    marks = {number: False for number, state in said.items() if state == "no"}
    marks |= dict.fromkeys(near, True)
    found = compare(RULE, "infection", PHRASES, of_days(diary, span, marks, FORTNIGHT), LEAST)
    return [found] if found else []
