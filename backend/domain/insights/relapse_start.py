"""AN-03: pain that rose within a week of a symptom marked new or worse. The message for it is SAFE-08's."""

from backend.domain.history import RISE
from backend.domain.insights.diary import Diary, Span, written
from backend.domain.insights.stats import middle
from backend.domain.insights.table import Table, counted

RULE = "AN-03"
NEAR, BEFORE, LEAST = 7, 28, 5
# The nearest first.
DAYS_AROUND = sorted(range(-NEAR, NEAR + 1), key=abs)
CHANGED = ("new", "worse")


def table(diary: Diary, span: Span) -> Table:
    """The first day of each rise by 2 points or more, for 2 days, without infection or heat on them."""
    rows, last = [], 0
    marked = {number for number in diary.strips if _has_change(diary, number)}
    for number in sorted(n for n in diary.strengths if n in span):
        near = [number + away for away in DAYS_AROUND if number + away in marked]
        if near and number - last > NEAR and _rises(diary, number) and _rises(diary, number + 1):
            rows.append({"on": written(number), "symptom_on": written(near[0])})
            last = number
    if not rows:
        return Table((RULE,), "No rise of pain beside new or worse symptoms in this time.", [], 0)
    times = counted(len(rows), "time")
    sentence = f"Pain rose near new or worse symptoms {times}. Worth telling the MS team."
    return Table((RULE,), sentence, rows, len(rows))


def _rises(diary: Diary, number: int) -> bool:
    """The day's worst is 2 points above the four weeks before, with neither heat nor infection ticked."""
    before = [diary.twice[n] / 2 for n in range(number - BEFORE, number) if n in diary.twice]
    strip = diary.strips.get(number, {})
    ill = (strip.get("infection") or {}).get("state") == "yes"
    if number not in diary.strengths or len(before) < LEAST or ill or strip.get("heat") == "yes":
        return False
    return diary.strengths[number][-1] - middle(before) >= RISE


def _has_change(diary: Diary, number: int) -> bool:
    return any(one.get("change") in CHANGED for one in diary.strips[number].get("symptoms") or ())
