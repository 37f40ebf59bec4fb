"""AN-23: days of constipation while a pain medicine is in use; the card about it is CARD-17."""

from backend.domain.insights.diary import Diary, Span, ordinal
from backend.domain.insights.table import Table, counted

RULE = "AN-23"
CLASSES = ("painkiller", "opioid", "nerve_pain_antidepressant", "nerve_pain_antiseizure", "muscle_relaxant")


def table(diary: Diary, span: Span) -> Table:
    """Days marked worse or new while a medicine that can do this is in use. Counted, not explained."""
    spans = [
        Span(ordinal(body.get("started_on")) or span.first, ordinal(body.get("stopped_on")) or span.last)
        for body in diary.medicines.values()
        if body.get("class") in CLASSES
    ]
    days = sum(
        number in span and any(number in its for its in spans) and _constipated(diary, number)
        for number in diary.strips
    )
    rows = [{"card": "CARD-17", "days": days}] if days else []
    told = f"Constipation on {counted(days, 'day')} with a pain medicine in use. A pharmacist can help."
    return Table((RULE,), told if days else "Nothing noted of this.", rows, days)


def _constipated(diary: Diary, number: int) -> bool:
    named = diary.strips[number].get("intimate") or ()
    return any(one["symptom"] == "constipation" and one.get("change") in ("new", "worse") for one in named)
