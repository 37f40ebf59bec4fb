"""AN-11: entries on the stronger side, the weaker side, and the side of the hand that holds the aid."""

from backend.domain.insights import entries
from backend.domain.insights.diary import Body, Diary, Span
from backend.domain.insights.table import Table

RULE = "AN-11"


def table(diary: Diary, span: Span) -> Table:
    """Left, right and both; which is weaker, and which holds the aid, where the profile says so."""
    found = [sides for body in entries.of(diary, span) if (sides := _sides(body))]
    profile: Body = next(iter(diary.bodies("profile")), {})
    weaker = profile.get("weaker_side")
    hands = {aid.get("hand") for aid in profile.get("aids") or ()}
    rows = [
        {
            "side": side,
            "entries": sum(sides == {side} for sides in found),
            "is": [name for name, is_so in _names(side, weaker, hands) if is_so],
        }
        for side in ("left", "right")
    ]
    rows.append({"side": "both", "entries": sum(len(sides) > 1 for sides in found), "is": []})
    if not found:
        return Table((RULE,), "No sides named in this time.", [], 0)
    left, right, both = (row["entries"] for row in rows)
    return Table((RULE,), f"Left side {left}, right side {right}, both sides {both}.", rows, len(found))


def _sides(body: Body) -> set[str]:
    named = {one["side"] for one in body.get("regions") or ()}
    return {"left", "right"} if "both" in named else named & {"left", "right"}


def _names(side: str, weaker: object, hands: set[object]) -> list[tuple[str, bool]]:
    other = {"left": "right", "right": "left"}[side]
    return [("weaker", weaker == side), ("stronger", weaker == other), ("aid_hand", side in hands)]
