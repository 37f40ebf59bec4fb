"""AN-17: entries in which clothing or light touch came before, by place."""

from collections import Counter

from backend.domain.insights import entries
from backend.domain.insights.diary import Body, Diary, Span
from backend.domain.insights.table import Table, counted

RULE = "AN-17"
TRIGGERS = {"tight_clothes", "light_touch"}


def table(diary: Diary, span: Span) -> Table:
    """Places, the commonest first."""
    named = [body for body in entries.of(diary, span) if body.get("triggers") or body.get("patterns")]
    touched = [body for body in named if _touched(body)]
    count = Counter(region for body in touched for region in entries.regions(body))
    order = sorted(count.items(), key=lambda one: (-one[1], one[0]))
    rows = [{"region": region, "entries": many} for region, many in order]
    if not touched:
        return Table((RULE,), "Clothes and touch were not named in this time.", rows, len(named))
    sentence = f"Clothes or touch were named in {counted(len(touched), 'entry', 'entries')}."
    return Table((RULE,), sentence, rows, len(named))


def _touched(body: Body) -> bool:
    return bool(TRIGGERS & set(body.get("triggers") or ())) or "clothes_touch" in (body.get("patterns") or ())
