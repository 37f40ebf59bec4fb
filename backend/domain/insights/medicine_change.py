"""AN-15: pain before and after a medicine began or ended. Ask before changing anything."""

from backend.domain.insights.before_after import row, sentence
from backend.domain.insights.diary import Diary, Span, ordinal
from backend.domain.insights.table import Table

RULE = "AN-15"
CHANGES = {"started_on": "Medicine begun", "stopped_on": "Medicine ended"}


def table(diary: Diary, span: Span) -> Table:
    """A row for each beginning and end, by the medicine's class; the newest is told."""
    found = sorted(
        (number, field, str(body.get("class") or "other"))
        for body in diary.medicines.values()
        for field in CHANGES
        if (number := ordinal(body.get(field))) and number in span
    )
    rows = [{"change": field.removesuffix("_on"), "class": its, **row(diary, n)} for n, field, its in found]
    told = sentence(CHANGES[found[-1][1]], rows[-1]) if rows else "No change of medicine noted in this time."
    return Table((RULE,), told, rows, len(rows))
