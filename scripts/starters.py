"""First weeks for a phone that never met a server: `python -m scripts.starters` writes the pack `starters`.

Each is one week of the planner for somebody who said how they get about, and nothing else. A test fails when
the pack and the planner differ.
"""

import json
from datetime import date
from pathlib import Path
from typing import Any

from backend.content import packs
from backend.domain.planner import Item, Person, Plan, Shelf, make_plan
from backend.domain.planner.person import LENGTHS, LEVELS
from backend.domain.planner.template import WEEK

PACK = Path(__file__).parent.parent / "backend/content/starters.json"
# A Monday.
START = "2026-11-23"


def text() -> str:
    """The whole pack, a week a line."""
    lines = ",\n  ".join(_line(week) for week in weeks())
    return f'{{"version": 1,\n "weeks": [\n  {lines}\n ]}}\n'


def weeks() -> list[dict[str, Any]]:
    """Every starter week; of each level the first is what the planner chooses where nothing else was said."""
    shelf = Shelf.of({name: json.loads(pack.data) for name, pack in packs().items()})
    chosen = {level: _plan(shelf, level, cleared=True).template for level in LEVELS}
    names = [one["id"] for one in shelf.plans["templates"]]
    # Those that may be first come first; weeks of one template lie together, since they pack well.
    order = sorted(names, key=lambda name: (name not in chosen.values(), name))
    found = [
        _week(level, True, _plan(shelf, level, cleared=True, template=name))
        for name in order
        for level in LEVELS
        if level in (shelf.template(name) or {})["levels"]
    ]
    return found + [_week(level, False, _plan(shelf, level, cleared=False)) for level in LEVELS]


def _plan(shelf: Shelf, level: str, *, cleared: bool, template: str | None = None) -> Plan:
    person = Person(level, clearance="yes" if cleared else None)
    nothing = {one["id"]: None for one in shelf.plans["inputs"]}
    return make_plan(shelf, person, nothing, START, 1, template=template)


def _week(level: str, cleared: bool, plan: Plan) -> dict[str, Any]:
    days: dict[str, list[dict[str, Any]]] = {}
    for item in plan.items:
        days.setdefault(WEEK[date.fromisoformat(item.on).weekday()], []).append(_body(item))
    return {"level": level, "cleared": cleared, "template": plan.template, "days": days}


def _body(item: Item) -> dict[str, Any]:
    """As a plan item is stored, without what the phone takes when nothing is said."""
    said = {
        "order": item.order,
        "lengths": list(item.lengths) if item.lengths != LENGTHS else None,
        "dose": item.dose.to_body(),
        "gentle": item.gentle.to_body() if item.gentle else None,
        "helper": item.helper if item.helper != "alone" else None,
        "why": list(item.why),
    }
    return {name: value for name, value in said.items() if value is not None}


def _line(week: dict[str, Any]) -> str:
    return json.dumps(week, separators=(",", ":"))


if __name__ == "__main__":
    PACK.write_text(text(), encoding="utf-8")
