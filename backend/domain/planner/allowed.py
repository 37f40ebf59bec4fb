"""What may be in a plan: gates, position by how the person gets about, clearance, things at hand.

Each movement either may be done, in some positions, or is left out with the ids of every rule that says so.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from backend.domain.planner.person import Person
from backend.domain.planner.shelf import RESTING, STANDING, Movement, Shelf
from backend.domain.safety import Facts, holds

# Found in a home, or replaced by something that is: the pack `library` says by what.
AT_HAND = frozenset(
    {
        "chair", "bed", "mat", "worktop", "wall", "table", "strap", "band", "ball", "soft_ball", "pillow",
        "light_weight", "low_step", "pedals",
    }
)  # fmt: skip
NO_LEVEL, NO_CORE, NOT_WANTED = "PLAN-03", "core-set", "not-wanted"
NO_CLEARANCE, NO_THINGS = "PLAN-01", "equipment"


@dataclass(frozen=True)
class Choice:
    """A movement that may be done. positions: in the pack's order. by: gates that change how it is done."""

    movement: str
    positions: tuple[str, ...]
    by: tuple[str, ...] = ()


@dataclass(frozen=True)
class Allowed:
    """choices, and what is left out with its reasons, by movement. locked: gates that leave no plan at all.

    most: how many movements a session may have, where a gate says so. gates: those that are shut.
    """

    choices: Mapping[str, Choice]
    left_out: Mapping[str, tuple[str, ...]]
    locked: tuple[str, ...] = ()
    most: int | None = None
    same_order: bool = False
    gentle: bool = False
    gates: tuple[str, ...] = ()


def allowed(shelf: Shelf, person: Person, facts: Facts) -> Allowed:
    """What may be planned for a person today. facts: the inputs of the pack, None for what nobody said."""
    shut = [gate for gate in shelf.plans["gates"] if holds(gate["when"], facts)]
    effects = [gate["effect"] for gate in shut]
    locked = tuple(gate["id"] for gate in shut if gate["effect"]["does"] in ("as_message", "remove_all"))
    choices, left_out = {}, {}
    for name, movement in shelf.movements.items():
        found = _judged(shelf, person, movement, shut, facts)
        if isinstance(found, Choice) and not locked:
            choices[name] = found
        else:
            left_out[name] = locked or (found if isinstance(found, tuple) else ())
    return Allowed(
        choices,
        left_out,
        locked,
        min((one["movements_most"] for one in effects if "movements_most" in one), default=None),
        any(one.get("same_order") for one in effects),
        any(one.get("gentle_only") for one in effects),
        tuple(gate["id"] for gate in shut),
    )


def _judged(
    shelf: Shelf, person: Person, movement: Movement, shut: list[Any], facts: Facts
) -> Choice | tuple[str, ...]:
    """The movement as it may be done, or every reason why not."""
    reasons = [*_reasons_of_gates(movement, shut, facts), *_reasons_of_person(shelf, person, movement)]
    positions = _positions(shelf, person, movement)
    if not positions:
        reasons.append(NO_LEVEL)
    for gate in shut:
        if positions and "positions" in gate["effect"]:
            positions = [one for one in positions if _stays(movement, one, gate["effect"])]
            if not positions:
                reasons.append(gate["id"])
    if reasons:
        return tuple(dict.fromkeys(reasons))
    by = [
        gate["id"] for gate in shut if gate["effect"]["does"] == "change" and gate["id"] in movement["gates"]
    ]
    return Choice(movement["id"], tuple(positions), tuple(by))


def _reasons_of_gates(movement: Movement, shut: list[Any], facts: Facts) -> list[str]:
    return [
        gate["id"] for gate in shut if gate["effect"]["does"] == "remove" and _removes(gate, movement, facts)
    ]


def _removes(gate: Mapping[str, Any], movement: Movement, facts: Facts) -> bool:
    effect = gate["effect"]
    if movement["id"] in effect.get("movements", ()):
        return True
    if gate["id"] not in movement["gates"]:
        return False
    # A joint that is hot rests; where nobody said which, all of them do.
    sore = facts.get("recent.regions") if effect.get("only_areas_of_entry") else None
    return not sore or bool(set(sore) & set(movement["areas"]))


def _reasons_of_person(shelf: Shelf, person: Person, movement: Movement) -> list[str]:
    reasons = []
    low = shelf.rule("PLAN-01")
    if person.clearance != "yes" and movement["category"] not in low["low_risk_categories"]:
        reasons.append(NO_CLEARANCE)
    if not movement["core"] and movement["id"] not in person.added:
        reasons.append(NO_CORE)
    if movement["id"] in person.left_out:
        reasons.append(NOT_WANTED)
    if set(movement["equipment"]) - AT_HAND - _own_things(person):
        reasons.append(NO_THINGS)
    return reasons


def _own_things(person: Person) -> set[str]:
    return {*person.equipment, person.level, "walking_stick" if person.level == "stick" else ""}


def _positions(shelf: Shelf, person: Person, movement: Movement) -> list[str]:
    """Positions that fit how the person gets about, in the pack's order (PLAN-03)."""
    by_level = shelf.rule("PLAN-03")
    fit = set(by_level["positions"][person.level])
    if person.helper:
        fit.update(by_level["with_helper"].get(person.level, ()))
    if movement["id"] in person.prescribed:
        fit.update(by_level["with_set_up"].get(person.level, ()))
    if person.mobility is None or person.clearance != "yes":
        fit &= RESTING
    return [
        one["position"]
        for one in movement["variants"]
        if person.level in one["levels"] and one["position"] in fit
    ]


def _stays(movement: Movement, position: str, effect: Mapping[str, Any]) -> bool:
    if position not in effect["positions"]:
        return False
    rises = any(one["position"] == position and one.get("rises") for one in movement["variants"])
    return not (rises and effect.get("without_rising"))


def is_standing(position: str) -> bool:
    """Whether somebody could fall from it."""
    return position in STANDING
