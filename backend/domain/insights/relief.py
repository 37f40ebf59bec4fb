"""AN-09: what was tried, and what pain did after it. A list in counts, never in advice."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from backend.domain.insights.diary import Diary, Span
from backend.domain.insights.stats import middle, whole
from backend.domain.insights.table import Table

RULE = "AN-09"
USES = 5


def table(diary: Diary, span: Span) -> Table:
    """Each thing tried. `ranked` from 5 uses with a number before and after; those come first, best first."""
    used: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for body in diary.bodies("symptom"):
        if span.holds(body.get("on")):
            for one in body.get("relief") or ():
                used[one["what"]].append(one)
    rows = sorted((_row(what, uses) for what, uses in used.items()), key=_rank)
    ranked = [row for row in rows if row["ranked"]]
    uses = sum(len(its) for its in used.values())
    if not rows:
        return Table((RULE,), "Nothing tried was noted in this time.", rows, 0)
    if not ranked:
        return Table((RULE,), "Not enough yet: it takes 5 uses with a number before and after.", rows, uses)
    best = ranked[0]
    label = diary.words.labels.get(best["what"], "Something else")
    times = f"{best['lower']} of {best['of']} times"
    sentence = f"{label}: pain was lower after it {times}. Pain can also ease by itself."
    return Table((RULE,), sentence, rows, uses)


def _row(what: str, uses: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    changes = [
        one["after_nrs"] - one["before_nrs"]
        for one in uses
        if one.get("before_nrs") is not None and one.get("after_nrs") is not None
    ]
    return {
        "what": what,
        "uses": len(uses),
        "of": len(changes),
        "lower": sum(change < 0 for change in changes),
        "same": sum(change == 0 for change in changes),
        "higher": sum(change > 0 for change in changes),
        "median_change": whole(middle(changes)) if changes else None,
        "ranked": len(changes) >= USES,
    }


def _rank(row: Mapping[str, Any]) -> tuple[Any, ...]:
    change = row["median_change"]
    return (not row["ranked"], change if change is not None else 0, -row["lower"], -row["uses"], row["what"])
