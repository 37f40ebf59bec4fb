"""AN-11: entries on the stronger side, the weaker side, and the side of the hand that holds the aid."""

from collections import Counter

from backend.domain.insights import entries
from backend.domain.insights.diary import Body, Diary, Span
from backend.domain.insights.table import Table

RULE = "AN-11"


def table(diary: Diary, span: Span) -> Table:
    """Left, right and both; which is weaker, and which holds the aid, where the profile says so."""
    found = Counter(side for body in entries.of(diary, span) if (side := _side(body)))
    profile: Body = next(iter(diary.bodies("profile")), {})
    weaker = profile.get("weaker_side")
    hands = {aid.get("hand") for aid in profile.get("aids") or ()}
    rows = [
        {
            "side": side,
            "entries": found[side],
            "is": [name for name, is_so in _names(side, weaker, hands) if is_so],
        }
        for side in ("left", "right")
    ]
    rows.append({"side": "both", "entries": found["both"], "is": []})
    if not found:
        return Table((RULE,), "No sides named in this time.", [], 0)
    left, right, both = (found[side] for side in ("left", "right", "both"))
    sentence = f"Left side {left}, right side {right}, both sides {both}."
    return Table((RULE,), sentence, rows, found.total())


def _side(body: Body) -> str:
    """left, right or both; empty where an entry names neither."""
    named = [one["side"] for one in body.get("regions") or ()]
    if "both" in named or ("left" in named and "right" in named):
        return "both"
    return "left" if "left" in named else "right" if "right" in named else ""


def _names(side: str, weaker: object, hands: set[object]) -> list[tuple[str, bool]]:
    other = {"left": "right", "right": "left"}[side]
    return [("weaker", weaker == side), ("stronger", weaker == other), ("aid_hand", side in hands)]
