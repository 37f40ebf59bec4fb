"""What charts are drawn from: each day as it was, and every rule that only counts."""

from collections.abc import Callable, Mapping
from typing import Any

from backend.domain.insights import (
    activity,
    bowel,
    function,
    good_news,
    injection,
    joints,
    medicine_change,
    new_aid,
    pain_days,
    relapse_start,
    relief,
    sides,
    sites,
    spasms,
    spells,
    touch,
    words_used,
)
from backend.domain.insights.diary import Diary, Span
from backend.domain.insights.table import Table

SERIES: Mapping[str, Callable[[Diary, Span], Table]] = {
    "pain": pain_days.table,
    "spells": spells.table,
    "regions": sites.table,
    "sides": sides.table,
    "joints": joints.table,
    "words": words_used.table,
    "touch": touch.table,
    "relief": relief.table,
    "injections": injection.table,
    "function": function.table,
    "exercise": activity.table,
    "aids": new_aid.table,
    "medicines": medicine_change.table,
    "relapses": relapse_start.table,
    "spasms": spasms.table,
    "bowel": bowel.table,
    "good_news": good_news.table,
}


def every(diary: Diary, span: Span) -> dict[str, dict[str, Any]]:
    """Every series of a time, by name."""
    return {name: table(diary, span).plain() for name, table in SERIES.items()}
