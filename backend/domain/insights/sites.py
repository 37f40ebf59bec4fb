"""Where it hurt, month by month."""

from collections import Counter, defaultdict
from datetime import date
from typing import Any

from backend.domain.insights.diary import Body, Diary, Span
from backend.domain.insights.table import Table, counted

RULES = ("sites",)


def table(diary: Diary, span: Span) -> Table:
    """Days of each month on which a place was named, the commonest first."""
    days: dict[tuple[str, str, str], set[int]] = defaultdict(set)
    for number, entries in diary.entries.items():
        if number in span:
            month = date.fromordinal(number).isoformat()[:7]
            for entry in entries:
                for region, side in _places(entry.body):
                    days[month, region, side].add(number)
    rows: list[dict[str, Any]] = [
        {"month": month, "region": region, "side": side, "days": len(its)}
        for (month, region, side), its in days.items()
    ]
    rows.sort(key=lambda row: (row["month"], -row["days"], row["region"], row["side"]))
    named = set().union(*days.values())
    total: Counter[str] = Counter()
    for (_, region, _), its in days.items():
        total[region] += len(its)
    if not total:
        return Table(RULES, "No places named in this time.", rows, 0)
    most = min(total, key=lambda region: (-total[region], region))
    on = {number for (_, region, _), its in days.items() if region == most for number in its}
    label = diary.words.of(most)
    sentence = f"Named most often: {label}, on {len(on)} of {counted(len(named), 'day')} with a place."
    return Table(RULES, sentence, rows, len(named))


def _places(body: Body) -> list[tuple[str, str]]:
    found = [(str(one["region"]), str(one["side"])) for one in body.get("regions") or ()]
    everywhere = [("generalised", "middle")] if body.get("generalised") is True else []
    return list(dict.fromkeys([*found, *everywhere]))
