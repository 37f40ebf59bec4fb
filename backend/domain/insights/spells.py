"""AN-10: days with pain, and the longest run of them."""

from backend.domain.insights.diary import Diary, Span, written
from backend.domain.insights.table import Table, counted

RULE = "AN-10"
LONG_DAYS, LONG_SHARE = 91, 0.5


def table(diary: Diary, span: Span) -> Table:
    """Runs of days with pain above 0. A day without an entry ends a run: nobody knows what it was like."""
    days = sorted(number for number, row in diary.strengths.items() if number in span and row[-1] > 0)
    runs: list[list[int]] = []
    for number in days:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    rows = [{"from": written(run[0]), "to": written(run[-1]), "days": len(run)} for run in runs]
    noted = sum(number in span for number in diary.strengths)
    if not noted:
        return Table((RULE,), "No pain noted in this time.", [], 0)
    sentence = f"Pain on {len(days)} of {counted(noted, 'noted day')}."
    if runs:
        sentence += f" The longest run noted was {counted(max(map(len, runs)), 'day')}."
    if _over_three_months(days, noted):
        sentence += " It has been there for more than three months."
    return Table((RULE,), sentence, rows, noted)


def _over_three_months(days: list[int], noted: int) -> bool:
    """Pain on half of the noted days and more, the first and the last of them over three months apart."""
    return bool(days) and days[-1] - days[0] >= LONG_DAYS and len(days) >= LONG_SHARE * noted
