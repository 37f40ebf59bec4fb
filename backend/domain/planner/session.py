"""One day's movements arranged into a session of three lengths (PLAN-17, PLAN-20).

In each length there is at most one change of position, standing never follows lengthening or slow work,
and the sum of it, set-up and rests included, is no longer than the length says.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product, zip_longest

from backend.domain.planner.allowed import Choice, is_standing
from backend.domain.planner.dose import Dose, fitted
from backend.domain.planner.shelf import SLACKENING, Shelf

# Reading the set-up card and the start check; from one position to the other; hearing the next.
SET_UP_S, CHANGE_S, READY_S = 20, 20, 8
# The longest session; a short rest between its two sets of what needs none by itself.
LONGEST, REST_S = 15, 30
# What asks something of the body; the rest eases it.
WORK = frozenset({"rst", "cor", "bal", "aer"})
Spot = tuple[str, str]


@dataclass(frozen=True)
class Placed:
    """A movement in its place. dose: as the longest session it is part of has it. lengths: in minutes."""

    dose: Dose
    lengths: tuple[int, ...]


def arranged(
    shelf: Shelf,
    wanted: Sequence[str],
    short: Sequence[str],
    choices: Mapping[str, Choice],
    doses: Mapping[str, Dose],
    most: int | None = None,
) -> list[Placed]:
    """A day's session. wanted: the day's movements in order. short: what the shortest is made of.

    doses: how much of each, whatever the position. most: movements a session may have at all. A movement that
    is done in one position in a short session and in another in a long one is there twice.
    """
    told = shelf.rule("PLAN-20")
    lengths: dict[Spot, list[int]] = {}
    for minutes, count in zip(told["minutes"], told["movements"], strict=True):
        among = short if minutes == min(told["minutes"]) else _by_weight(shelf, wanted, short)
        for spot in _picked(shelf, among, choices, min(count, most or count)):
            lengths.setdefault(spot, []).append(minutes)
    placed = [
        Placed(replace(doses[name], position=position), tuple(lengths[name, position]))
        for name, position in in_order(shelf, [*lengths])
    ]
    return _kept(placed, told["minutes"])


def _by_weight(shelf: Shelf, wanted: Sequence[str], short: Sequence[str]) -> list[str]:
    """What matters most first: a range movement to begin with, then work and easing in turn."""
    base = [one for one in (*wanted, *short) if shelf.category(one) == "rom"][:1]
    rest = [one for one in wanted if one not in base]
    work = [one for one in rest if shelf.category(one) in WORK]
    ease = [one for one in rest if shelf.category(one) not in WORK]
    turns = [one for pair in zip_longest(work, ease) for one in pair if one is not None]
    return list(dict.fromkeys([*base, *turns, *short]))


def session_of(placed: Sequence[Placed], minutes: int) -> list[Dose]:
    """What a session of some length is made of: each dose as far as it fits, in order."""
    timed, left = _timed(placed, minutes)
    return _second_sets(timed, left) if minutes == LONGEST else timed


def _timed(placed: Sequence[Placed], minutes: int) -> tuple[list[Dose], int]:
    """Single sets as far as they fit, and the seconds left over."""
    among = [one.dose for one in placed if minutes in one.lengths]
    timed: dict[int, Dose] = {}
    left = minutes * 60 - _between(among)
    # What is counted comes first; what goes by minutes has what is left, each its share of it.
    turns = sorted(range(len(among)), key=lambda at: among[at].minutes is not None)
    for done, at in enumerate(turns):
        fits = fitted(among[at], left // (len(turns) - done))
        if fits is not None:
            timed[at] = fits
            left -= fits.seconds
    return [timed[at] for at in sorted(timed)], left


def _second_sets(doses: list[Dose], left: int) -> list[Dose]:
    """A long session has a second set of what is counted, from the first movement on, as far as time goes."""
    more = []
    for dose in doses:
        second = replace(dose, sets=2, rest_s=max(dose.rest_s, REST_S))
        extra = second.seconds - dose.seconds
        fits = dose.sets == 1 and dose.minutes is None and (dose.reps or 0) > 1 and extra <= left
        more.append(second if fits else dose)
        left -= extra if fits else 0
    return more


def seconds_of(doses: Sequence[Dose]) -> int:
    """How long a session takes, from the set-up card to the last rest."""
    return _between(doses) + sum(one.seconds for one in doses)


def _between(doses: Sequence[Dose]) -> int:
    """The seconds of a session in which nothing is done."""
    changes = len({one.position for one in doses}) - 1 if doses else 0
    return SET_UP_S + changes * CHANGE_S + max(0, len(doses) - 1) * READY_S


def _kept(placed: Sequence[Placed], lengths: Sequence[int]) -> list[Placed]:
    """Without what does not fit, and with the doses of the longest session each is in."""
    fits: dict[Spot, tuple[Dose, tuple[int, ...]]] = {}
    for minutes in lengths:
        for dose in _timed(placed, minutes)[0]:
            spot = (dose.movement, dose.position)
            fits[spot] = (dose, (*fits.get(spot, (dose, ()))[1], minutes))
    spots = [(one.dose.movement, one.dose.position) for one in placed]
    return [Placed(*fits[spot]) for spot in spots if spot in fits]


def _picked(shelf: Shelf, among: Sequence[str], choices: Mapping[str, Choice], count: int) -> list[Spot]:
    """As many as wanted, in at most two positions.

    Of several ways one that has some of the day's work, then one that warms up, then what matters most; of as
    good ones that without a change of position, then the one from a chair, which asks least of anybody.
    """
    best: tuple[tuple[int, bool, bool, int, bool, int], list[Spot]] = ((0, False, False, 0, False, 0), [])
    positions = list(dict.fromkeys(one for name in among for one in choices[name].positions))
    for first, then in product(positions, repeat=2):
        found: list[Spot] = []
        weight = 0
        for place, name in enumerate(among):
            at = next((one for one in (first, then) if one in choices[name].positions), None)
            if at is not None and len(found) < count:
                found.append((name, at))
                weight -= place
        ordered = in_order(shelf, found)
        warm = bool(ordered) and shelf.category(ordered[0][0]) == "rom"
        works = any(shelf.category(name) in WORK for name, _ in found)
        chairs = sum(at == "seated" for _, at in found)
        score = (len(found), works, warm, weight, len({at for _, at in found}) == 1, chairs)
        if score > best[0]:
            best = (score, found)
    return best[1]


def in_order(shelf: Shelf, spots: Sequence[Spot]) -> list[Spot]:
    """Grouped by position; slack work comes last in each, and a position with some after standing."""

    def slack(position: str) -> bool:
        return any(at == position and shelf.category(name) in SLACKENING for name, at in spots)

    first_met = list(dict.fromkeys(at for _, at in spots))
    order = sorted(first_met, key=lambda one: (slack(one) and not is_standing(one), first_met.index(one)))

    def place(spot: Spot) -> tuple[int, int, int]:
        kind = shelf.category(spot[0])
        turn = 0 if kind == "rom" else 2 if kind in SLACKENING else 1
        return order.index(spot[1]), turn, spots.index(spot)

    return sorted(spots, key=place)
