"""AN-24: quiet good news, one line at most, and only when it is true."""

from typing import Any

from backend.domain.insights.compare import WEEK
from backend.domain.insights.diary import Diary, Span, written
from backend.domain.insights.stats import middle
from backend.domain.insights.table import Table, counted

RULE = "AN-24"
STRONG, SPELL, DAYS_OF_WEEK, WEEKS = 7, 7, 4, 4


def table(diary: Diary, span: Span) -> Table:
    """The easiest week with 4 noted days, and the longest run of noted days under 7. Empty is fine."""
    rows = [*_best_week(diary, span), *_longest_spell(diary, span)]
    sentence = ""
    for row in rows:
        if row["what"] == "best_week":
            sentence = f"The week of {row['from']} was the easiest of this time."
        elif not sentence:
            sentence = f"{counted(row['days'], 'noted day')} in a row without pain of 7 or more."
    return Table((RULE,), sentence, rows, len(rows))


def _best_week(diary: Diary, span: Span) -> list[dict[str, Any]]:
    weeks: dict[int, list[int]] = {}
    for number in diary.twice:
        if number in span:
            weeks.setdefault((number - 1) // WEEK, []).append(diary.twice[number])
    full = {week: middle(row) for week, row in weeks.items() if len(row) >= DAYS_OF_WEEK}
    lowest = [week for week, one in full.items() if one == min(full.values())]
    # One of several alike is no news.
    if len(full) < WEEKS or len(lowest) != 1:
        return []
    first = lowest[0] * WEEK + 1
    return [{"what": "best_week", "from": written(first), "to": written(first + WEEK - 1), "days": WEEK}]


def _longest_spell(diary: Diary, span: Span) -> list[dict[str, Any]]:
    days = sorted(number for number in diary.strengths if number in span)
    if not any(diary.strengths[number][-1] >= STRONG for number in days):
        return []
    longest: list[int] = []
    run: list[int] = []
    for number in days:
        if diary.strengths[number][-1] >= STRONG:
            run = []
            continue
        run.append(number)
        longest = run if len(run) >= len(longest) else longest
    if len(longest) < SPELL:
        return []
    return [{"what": "spell", "from": written(longest[0]), "to": written(longest[-1]), "days": len(longest)}]
