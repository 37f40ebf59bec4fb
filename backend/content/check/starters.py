"""Whether a phone that never met a server finds a first week for everybody, and nothing they cannot do."""

from collections.abc import Iterator, Mapping
from typing import Any

from backend.content.check.texts import Packs, items, movements_of

DAYS = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"}


def problems(packs: Packs) -> Iterator[str]:
    """Levels without a week, templates that do not suit, days with too little, movements above a level."""
    movements = {one["id"]: one for one in movements_of(packs)}
    suits = {one["id"]: set(one["levels"]) for one in items(packs, "plans", "templates")}
    weeks = items(packs, "starters", "weeks")
    for level in (one["id"] for one in items(packs, "library", "levels")):
        for cleared in (True, False):
            if not any(one["level"] == level and one["cleared"] is cleared for one in weeks):
                yield f"starters: {level}, {'' if cleared else 'not '}cleared, has no week"
    for week in weeks:
        name = f"starters {week['template']} {week['level']}"
        if week["level"] not in suits.get(week["template"], ()):
            yield f"{name}: the template does not suit the level"
        yield from (f"{name}: {what}" for what in _week(week, movements))


def _week(week: Mapping[str, Any], movements: Mapping[str, Any]) -> Iterator[str]:
    yield from (f"{day} has nothing" for day in sorted(DAYS - set(week["days"])))
    for day, rows in week["days"].items():
        if len([row for row in rows if 3 in row.get("lengths", [3])]) < 2:
            yield f"{day} has fewer than two movements for the shortest session"
        for dose in (dose for row in rows for dose in (row["dose"], row.get("gentle")) if dose):
            variants = movements.get(dose["movement"], {}).get("variants", [])
            where = [one for one in variants if one["position"] == dose["position_variant"]]
            if not any(week["level"] in one["levels"] for one in where):
                yield f"{day}: {dose['movement']} {dose['position_variant']} does not suit the level"
