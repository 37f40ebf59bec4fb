"""What a movement becomes when made easier: its twin, else one step down, else seated, else breathing."""

from fractions import Fraction

from backend.domain.planner.allowed import Allowed
from backend.domain.planner.dose import Dose, first, shared
from backend.domain.planner.shelf import RESTING, Shelf

BREATHING = "CLM-01"


def gentle_of(shelf: Shelf, dose: Dose, may: Allowed) -> Dose | None:
    """The easier dose, lying or seated; None where nothing easier may be done."""
    for name in shelf.easier(dose.movement):
        at = _resting_at(may, name, dose.position)
        if at is not None:
            return first(shelf.movements[name], at)
    at = _resting_at(may, dose.movement, "seated")
    if at is not None and dose.position not in RESTING:
        return first(shelf.movements[dose.movement], at)
    if dose.movement != BREATHING:
        at = _resting_at(may, BREATHING, dose.position)
        return first(shelf.movements[BREATHING], at) if at is not None else None
    return shared(dose, Fraction(1, 2)) if dose.minutes and dose.minutes > 1 else None


def _resting_at(may: Allowed, name: str, near: str) -> str | None:
    """Where it may be done at rest: as one is already, if that is possible."""
    choice = may.choices.get(name)
    places = [one for one in choice.positions if one in RESTING] if choice else []
    return near if near in places else next(iter(places), None)
