"""What one day's log makes of its session: locked, tiny, shorter, seated, gentler, or as planned.

Decided when it is shown, and stored only in the session that is done. The strongest word comes first: an open
message, a hard day, gates of this day, then what the log says of pain, spasms, heat, tiredness and sleep.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from backend.domain.planner.allowed import Allowed, allowed
from backend.domain.planner.dose import Dose, first, shared
from backend.domain.planner.gentle import BREATHING, gentle_of
from backend.domain.planner.person import Person
from backend.domain.planner.session import Placed, in_order, session_of
from backend.domain.planner.shelf import RESTING, Shelf
from backend.domain.safety import Facts, holds

LOCK, REST, FLARE, GENTLE, ALL = "lock", "rest", "flare", "gentle", "all"
# What open messages leave of a session (domain/alerts.py), as it is done here.
LEFT = {"lock": LOCK, "quiet": REST, "pause": REST, "flare": FLARE, "gentle": GENTLE, "all": ALL}
SHORTEST = 3
# Gentle already, lying or seated.
EASY = frozenset({"rom", "clm", "pos"})


@dataclass(frozen=True)
class Today:
    """state: lock (nothing), rest, flare (the tiny set, which counts as done), gentle or all.

    because: ids of messages' effects, gates and rules of the day that changed something, the strongest first.
    """

    state: str
    minutes: int
    doses: tuple[Dose, ...]
    because: tuple[str, ...]


@dataclass(frozen=True)
class Planned:
    """An item of today's plan with what it becomes when it is made easier."""

    placed: Placed
    gentle: Dose | None = None


def today(
    shelf: Shelf,
    person: Person,
    planned: Sequence[Planned],
    facts: Facts,
    left: Mapping[str, Any],
    minutes: int,
) -> Today:
    """Today's session. planned: in order. facts: inputs of the day. left: what open messages leave of it.

    minutes: 3, 8 or 15, as asked for.
    """
    may = allowed(shelf, person, {**facts, "open.tiers": None})
    state = LEFT[left.get("state", "all")]
    because = [f"message-{left['state']}"] if state != ALL else []
    if state == LOCK or (may.locked and state == ALL):
        return Today(LOCK, minutes, (), tuple(because or may.locked))
    may = _without(may, left.get("leave_out", ()))
    if state == REST:
        return Today(REST, SHORTEST, _resting(shelf, may), tuple(because))
    hard = next(one for one in shelf.plans["overlays"] if one["id"] == "flare")
    if state == FLARE or holds(hard["when"], facts):
        doses = _tiny(shelf, person, may, hard)
        return Today(FLARE, SHORTEST, doses, tuple(because or ["flare"]))
    if left.get("ease"):
        because.append("message-ease")
    return _as_the_day_goes(shelf, planned, facts, may, state, minutes, because)


def _as_the_day_goes(
    shelf: Shelf,
    planned: Sequence[Planned],
    facts: Facts,
    may: Allowed,
    state: str,
    minutes: int,
    because: list[str],
) -> Today:
    rules = [one for one in shelf.plans["days"] if holds(one["when"], facts)]
    overlays = [one for one in shelf.plans["overlays"] if one["id"] != FLARE and holds(one["when"], facts)]
    laid = {one["id"]: one["parameters"] for one in overlays}
    changes = [one["changes"] for one in rules]
    most = min([minutes, *(one["minutes_most"] for one in changes if "minutes_most" in one)])
    eased = [state == GENTLE, "message-ease" in because, may.gentle, "injection" in laid]
    gentle = any(eased) or any(one.get("gentle") for one in changes)
    resting = may.gentle or "return" in laid
    where = set(RESTING) if resting else {place for one in changes for place in one.get("positions", ())}
    way = Way(gentle, any(one.get("twins") for one in changes), where, laid.get("heat"))
    share = Fraction(*laid["return"]["share_first_week"]) if "return" in laid else Fraction(1)
    done: list[Placed] = []
    # What stands there twice, for a short session and elsewhere for a long one, is in each once.
    for one in (one for one in planned if most in one.placed.lengths):
        dose = _dose(shelf, one, may, way)
        if dose is not None and all(dose.movement != other.dose.movement for other in done):
            done.append(Placed(shared(dose, share) if share < 1 else dose, one.placed.lengths))
    doses = session_of(_grouped(shelf, done), most)[: may.most]
    if way.heat and way.heat["drop_last_third"]:
        doses = doses[: max(1, len(doses) * 2 // 3)]
    changed = [gate for gate in may.gates if _matters(shelf, gate, planned)]
    told = [*because, *changed, *(one["id"] for one in (*overlays, *rules))]
    return Today(
        GENTLE if gentle else state, most, tuple(doses) or _resting(shelf, may), tuple(dict.fromkeys(told))
    )


@dataclass(frozen=True)
class Way:
    """How today's movements are done. twins: moving instead of holding. where: nothing but these positions.

    heat: what a hot day asks for, where it is one.
    """

    gentle: bool
    twins: bool
    where: set[str]
    heat: Mapping[str, Any] | None


def _dose(shelf: Shelf, one: Planned, may: Allowed, way: Way) -> Dose | None:
    """The item as it may be done today: itself, its gentler form, or nothing."""
    dose = one.placed.dose
    kind = shelf.category(dose.movement)
    easier = [one.gentle, gentle_of(shelf, dose, may)]
    if way.heat and kind == way.heat["replace_category"]:
        cool = [name for name in way.heat["replace_with"] if name in may.choices]
        easier = [first(shelf.movements[name], may.choices[name].positions[0]) for name in cool]
        # What is cool enough stays; the rest gives way.
        ways = [dose, *easier] if dose.movement in cool else easier
    elif (way.twins and kind == "str") or (way.gentle and not (dose.position in RESTING and kind in EASY)):
        ways = easier
    else:
        ways = [dose, *easier]
    return next((found for found in ways if found is not None and _fits(found, may, way.where)), None)


def _fits(dose: Dose, may: Allowed, where: set[str]) -> bool:
    choice = may.choices.get(dose.movement)
    return choice is not None and dose.position in choice.positions and (not where or dose.position in where)


def _grouped(shelf: Shelf, placed: list[Placed]) -> list[Placed]:
    """In at most two positions, those with most to do, and standing before what slackens."""
    counts = Counter(one.dose.position for one in placed)
    kept = {place for place, _ in counts.most_common(2)}
    by_spot = {(one.dose.movement, one.dose.position): one for one in placed if one.dose.position in kept}
    return [by_spot[spot] for spot in in_order(shelf, list(by_spot))]


def _tiny(shelf: Shelf, person: Person, may: Allowed, flare: Mapping[str, Any]) -> tuple[Dose, ...]:
    row = next(one for one in flare["sets"] if person.level in one["levels"])
    found = [name for name in row["movements"] if name in may.choices]
    placed = [
        Placed(first(shelf.movements[name], at), (SHORTEST,))
        for name in found
        if (at := _at_rest(may, name)) is not None
    ]
    return tuple(session_of(_grouped(shelf, placed), SHORTEST)) or _resting(shelf, may)


def _resting(shelf: Shelf, may: Allowed) -> tuple[Dose, ...]:
    """Breathing, and nothing else."""
    at = _at_rest(may, BREATHING) or "lying"
    dose = first(shelf.movements[BREATHING], at)
    return tuple(session_of([Placed(dose, (SHORTEST,))], SHORTEST))


def _at_rest(may: Allowed, name: str) -> str | None:
    choice = may.choices.get(name)
    return next((one for one in choice.positions if one in RESTING), None) if choice else None


def _without(may: Allowed, names: Sequence[str]) -> Allowed:
    choices = {name: one for name, one in may.choices.items() if name not in names}
    return Allowed(choices, may.left_out, may.locked, may.most, may.same_order, may.gentle, may.gates)


def _matters(shelf: Shelf, gate: str, planned: Sequence[Planned]) -> bool:
    """Whether a gate changes anything of today: that it is shut alone is not worth a word."""
    effect = next(one["effect"] for one in shelf.plans["gates"] if one["id"] == gate)
    return bool(effect.get("gentle_only")) or any(
        gate in shelf.movements[one.placed.dose.movement]["gates"]
        or ("positions" in effect and one.placed.dose.position not in effect["positions"])
        for one in planned
    )
