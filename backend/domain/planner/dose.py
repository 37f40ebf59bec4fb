"""How much of a movement: where it starts, how long it takes, one step more, one step less.

A dose is what a plan item carries: sets of repetitions, of holds, or of minutes. Bouts are sets, breaths are
repetitions, seconds are one long hold.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from backend.domain.planner.shelf import Movement

# A slow repetition, an easy breath, the move into a hold and out of it.
REP_S, BREATH_S, INTO_HOLD_S = 4, 8, 4
# Going through a checklist, or doing as comes.
CHECK_S = 60
LEAST_REPS, LEAST_HOLD_S = 2, 10
# Three slow ones are a movement; fewer are a try.
USUAL_STEPS = (8, 10, 12, 15)


@dataclass(frozen=True)
class Dose:
    """One movement: sets of reps, each held hold_s seconds; or sets of minutes.

    sides: left, right, both or each. rest_s: between sets; it is not stored, the pack says it.
    """

    movement: str
    position: str
    reps: int | None = None
    hold_s: int | None = None
    sets: int = 1
    minutes: int | None = None
    sides: str | None = None
    rest_s: int = 0

    @property
    def seconds(self) -> int:
        """How long it takes, rests between sets included."""
        return self.sets * self._set_s + (self.sets - 1) * self.rest_s

    @property
    def _set_s(self) -> int:
        if self.minutes is not None:
            return self.turns * self.minutes * 60
        if self.hold_s is not None:
            return self.turns * (self.reps or 1) * (self.hold_s + INTO_HOLD_S)
        return self.turns * (self.reps or 0) * REP_S or CHECK_S

    @property
    def turns(self) -> int:
        """How often it is done for each set: twice where both sides have their turn."""
        return 2 if self.sides == "each" else 1

    def to_body(self) -> dict[str, Any]:
        """As a plan item stores it, naming only what there is."""
        sides = self.sides if self.sides in ("left", "right", "both", "middle", "each") else None
        said = {
            "movement": self.movement,
            "position_variant": self.position,
            "hold_s": self.hold_s,
            "reps": self.reps,
            "sets": self.sets if self.reps or self.hold_s or self.minutes else None,
            "minutes": self.minutes,
            "sides": sides,
        }
        return {name: value for name, value in said.items() if value is not None}

    @classmethod
    def of_body(cls, body: Mapping[str, Any], movement: Movement) -> "Dose":
        """What a plan item stored; rests come from the pack."""
        start = first(movement, body.get("position_variant") or movement["variants"][0]["position"])
        return replace(
            start,
            reps=body.get("reps"),
            hold_s=body.get("hold_s"),
            sets=body.get("sets") or 1,
            minutes=body.get("minutes"),
            sides=body.get("sides") or start.sides,
        )


def first(movement: Movement, position: str) -> Dose:
    """The least the pack names: where everybody starts (PLAN-07, PLAN-08)."""
    told = movement["dose"]
    sides = "each" if told.get("sides") == "each" else None
    rest = _low(told, "rest_s") or 0
    dose = Dose(movement["id"], position, sides=sides, rest_s=rest)
    if "minutes" in told:
        return replace(dose, minutes=_low(told, "minutes"), sets=_low(told, "bouts") or 1)
    if "seconds" in told:
        return replace(dose, hold_s=_low(told, "seconds"), reps=1, sets=_low(told, "bouts") or 1)
    if "breaths" in told:
        return replace(dose, reps=_low(told, "breaths"), hold_s=BREATH_S - INTO_HOLD_S)
    return replace(dose, reps=_low(told, "reps"), hold_s=_low(told, "hold_s"), sets=_low(told, "sets") or 1)


def fitted(dose: Dose, seconds: int) -> Dose | None:
    """As much of a dose as fits into some seconds, never more than it; None where nothing sensible does."""
    dose = _while(dose, seconds, lambda one: replace(one, sets=one.sets - 1) if one.sets > 1 else None)
    if dose.minutes is not None:
        if dose.seconds > seconds:
            dose = replace(dose, minutes=seconds // (60 * dose.turns))
        return dose if dose.minutes else None
    least = 1 if dose.hold_s else LEAST_REPS
    dose = _while(
        dose, seconds, lambda one: replace(one, reps=one.reps - 1) if (one.reps or 0) > least else None
    )
    dose = _while(
        dose,
        seconds,
        lambda one: (
            replace(one, hold_s=max(LEAST_HOLD_S, one.hold_s - 5))
            if (one.hold_s or 0) > LEAST_HOLD_S
            else None
        ),
    )
    return dose if dose.seconds <= seconds else None


def _while(dose: Dose, seconds: int, less: Any) -> Dose:
    while dose.seconds > seconds:
        smaller = less(dose)
        if smaller is None:
            return dose
        dose = smaller
    return dose


def shared(dose: Dose, share: Fraction) -> Dose:
    """A share of a dose, rounded down, of each thing that counts; at least one of it (PLAN-07, PLAN-19)."""
    if dose.minutes is not None:
        if dose.sets > 1:
            return replace(dose, sets=max(1, int(dose.sets * share)))
        return replace(dose, minutes=max(1, int(dose.minutes * share)))
    if dose.sets > 1:
        return replace(dose, sets=max(1, int(dose.sets * share)))
    if dose.hold_s and (dose.reps or 1) == 1:
        return replace(dose, hold_s=max(min(LEAST_HOLD_S, dose.hold_s), int(dose.hold_s * share)))
    return replace(dose, reps=max(1, int(dose.reps * share))) if dose.reps else dose


def up(dose: Dose, movement: Movement, steps: Sequence[int] = USUAL_STEPS) -> tuple[str, Dose] | None:
    """The next lever, in the order of the pack, and the dose with it; None at the top (PLAN-09)."""
    top = _top(movement)
    if dose.minutes is not None:
        # About a tenth more; of a few minutes that is one.
        more = dose.minutes + max(1, dose.minutes // 10)
        if more <= top.get("minutes", 0):
            return "time", replace(dose, minutes=more)
        return ("sets", replace(dose, sets=dose.sets + 1)) if dose.sets < top.get("sets", 1) else None
    if dose.hold_s and dose.hold_s < top.get("hold_s", 0):
        return "time", replace(dose, hold_s=min(top["hold_s"], dose.hold_s + 5))
    if dose.reps and dose.reps < top.get("reps", 0):
        further = min((one for one in steps if one > dose.reps), default=top["reps"])
        return "reps", replace(dose, reps=min(top["reps"], further))
    return ("sets", replace(dose, sets=dose.sets + 1)) if dose.sets < top.get("sets", 1) else None


def down(dose: Dose, movement: Movement, steps: Sequence[int] = USUAL_STEPS) -> Dose:
    """One step less, as far as half of where everybody starts (PLAN-10)."""
    if dose.sets > 1:
        return replace(dose, sets=dose.sets - 1)
    start = first(movement, dose.position)
    if dose.minutes is not None:
        least = max(1, (start.minutes or 1) // 2)
        return replace(dose, minutes=max(least, dose.minutes - max(1, dose.minutes // 10)))
    if dose.hold_s and start.hold_s and dose.hold_s > start.hold_s:
        return replace(dose, hold_s=max(start.hold_s, dose.hold_s - 5))
    if dose.reps:
        least = max(1, (start.reps or 1) // 2)
        lower = max((one for one in (*steps, start.reps or 1) if one < dose.reps), default=dose.reps - 1)
        return replace(dose, reps=max(least, min(lower, dose.reps)))
    return dose


def _low(told: Mapping[str, Any], name: str) -> int | None:
    """The lower end of a range of the pack."""
    return told[name][0] if name in told else None


def _top(movement: Movement) -> dict[str, int]:
    """The most the pack names for each lever."""
    told = movement["dose"]
    ends = {name: told[name][1] for name in ("reps", "hold_s", "minutes") if name in told}
    ends["sets"] = (told.get("sets") or told.get("bouts") or (1, 1))[1]
    if "breaths" in told:
        ends["reps"] = told["breaths"][1]
    if "seconds" in told:
        ends["hold_s"] = told["seconds"][1]
    for name, value in (told.get("building_to") or {}).items():
        ends["sets" if name == "bouts" else name] = value
    return ends
