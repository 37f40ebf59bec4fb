"""AN-02: knees and hips alone, or all over, after injections and at other times. No reading is given."""

from datetime import datetime

from backend.domain.insights import entries
from backend.domain.insights.diary import Body, Diary, Span
from backend.domain.insights.rounds import HOURS, Rounds, of_diary, place_of
from backend.domain.insights.table import Table, counted

RULE = "AN-02"
JOINTS = {"knee", "hip"}
MANY_REGIONS = 4
WINDOW_HOURS = 48


def table(diary: Diary, span: Span) -> Table:
    """Two counts side by side, within 48 hours of an injection and outside."""
    rounds = of_diary(diary, span)
    if not rounds.injected:
        return Table((RULE,), "No injections noted in this time.", [], 0)
    placed = [
        (_near(rounds, body), regions, body)
        for body in entries.of(diary, span)
        if (regions := entries.regions(body)) or body.get("generalised")
    ]
    rows = []
    for name, near in (("after_injection", True), ("other_times", False)):
        its = [(regions, _all_over(regions, body)) for is_near, regions, body in placed if is_near is near]
        rows.append(
            {
                "when": name,
                "entries": len(its),
                "knees_or_hips_alone": sum(
                    regions <= JOINTS and not everywhere for regions, everywhere in its
                ),
                "all_over": sum(everywhere for _, everywhere in its),
            }
        )
    sentence = f"Two counts of {counted(len(placed), 'entry', 'entries')} with a place."
    return Table((RULE,), sentence, rows, len(placed))


def _near(rounds: Rounds, body: Body) -> bool | None:
    if not isinstance(body.get("at"), str):
        return None
    place = place_of(rounds.injected, datetime.fromisoformat(body["at"]))
    return place is not None and place[1] * HOURS < WINDOW_HOURS


def _all_over(regions: set[str], body: Body) -> bool:
    return body.get("generalised") is True or len(regions) >= MANY_REGIONS
