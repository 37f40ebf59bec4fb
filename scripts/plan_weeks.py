"""Every first week, written out to be read: `python -m scripts.plan_weeks` writes `docs/plans.md`.

For each template and level the middle session of each day, for somebody who is cleared for exercise: from the
core set alone, and with all movements added. A test fails when the page and the planner differ.
"""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from backend.content import packs
from backend.domain.planner import Item, Person, Plan, Shelf, make_plan
from backend.domain.planner.dose import Dose
from backend.domain.planner.session import Placed, seconds_of, session_of

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs/plans.md"
# A Monday.
START = "2026-11-23"
LEVELS = {
    "unaided": "walks without an aid",
    "stick": "walks with one stick",
    "walker": "walks with two sticks or a walker",
    "wheelchair": "wheelchair most of the time",
    "bed": "in bed most of the time",
}
PLACES = {
    "lying": "lying",
    "seated": "seated",
    "supported": "standing, holding on",
    "free": "walking or standing",
    "water": "in water",
}
MIDDLE = 8
SAID = """\
Written by `python -m scripts.plan_weeks`: the session of 8 minutes on each day, for somebody cleared for
exercise, once from the core set and once with all movements added. `(3)` marks what the one of 3 minutes has
too. Under each week is what stands in, what is left out, and why."""


def page() -> str:
    """The whole page."""
    shelf = Shelf.of({name: json.loads(pack.data) for name, pack in packs().items()})
    head = PAGE.read_text(encoding="utf-8").split("## Every first week")[0]
    return head + "## Every first week\n\n" + "\n".join(_weeks(shelf))


def _weeks(shelf: Shelf) -> Iterator[str]:
    yield SAID
    for template in shelf.plans["templates"]:
        yield f"\n### {template['id']}: {template['name']}\n"
        for level, words in LEVELS.items():
            if level not in template["levels"]:
                continue
            for added in (False, True):
                yield from _week(shelf, template["id"], level, words, added)


def _week(shelf: Shelf, template: str, level: str, words: str, added: bool) -> Iterator[str]:
    person = Person(
        level,
        equipment=tuple(_things(shelf)) if added else (),
        clearance="yes",
        helper=level == "bed",
        added=frozenset(shelf.movements) if added else frozenset(),
    )
    facts = {one["id"]: None for one in shelf.plans["inputs"]}
    plan = make_plan(shelf, person, facts, START, 1, template=template)
    yield f"**{words[0].upper()}{words[1:]}, {'all movements added' if added else 'core set'}**\n"
    days: dict[str, list[Item]] = {}
    for item in plan.items:
        days.setdefault(item.on, []).append(item)
    for on, items in days.items():
        doses = session_of([Placed(one.dose, one.lengths) for one in items], MIDDLE)
        short = {one.dose.movement for one in items if 3 in one.lengths}
        told = "; ".join(_told(shelf, dose, dose.movement in short) for dose in doses)
        minutes = round(seconds_of(doses) / 60)
        yield f"- {date.fromisoformat(on):%a}, about {minutes} min: {told}"
    yield f"\n{_left(plan)}\n"


def _things(shelf: Shelf) -> list[str]:
    return sorted({thing for one in shelf.movements.values() for thing in one["equipment"]})


def _told(shelf: Shelf, dose: Dose, short: bool) -> str:
    name = shelf.movements[dose.movement]["name"]
    return f"{dose.movement} {name}{' (3)' if short else ''}, {PLACES[dose.position]}, {_amount(dose)}"


def _amount(dose: Dose) -> str:
    sides = " each side" if dose.sides == "each" else ""
    if dose.minutes is not None:
        many = f"{dose.sets} x " if dose.sets > 1 else ""
        return f"{many}{dose.minutes} min"
    if dose.hold_s is not None:
        many = f"{dose.reps} x " if (dose.reps or 1) > 1 else ""
        sets = f", {dose.sets} times" if dose.sets > 1 else ""
        return f"{many}{dose.hold_s} s{sides}{sets}"
    if dose.reps is None:
        return "once"
    return f"{dose.reps}{sides}{f' x {dose.sets}' if dose.sets > 1 else ''}"


def _left(plan: Plan) -> str:
    instead = ", ".join(f"{new} for {old}" for old, new in plan.instead.items())
    gone = ", ".join(
        f"{name} ({', '.join(why)})" for name, why in plan.left_out.items() if name not in plan.instead
    )
    kinds = ", ".join(f"{kind} ({', '.join(why)})" for kind, why in plan.uncovered.items())
    parts = [
        f"Stands in: {instead}." if instead else "",
        f"Left out: {gone}." if gone else "",
        f"No {kinds}." if kinds else "",
    ]
    return " ".join(part for part in parts if part) or "Nothing is left out."


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
