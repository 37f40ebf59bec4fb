"""A plan of one to four weeks: pure, and the same for the same input.

What is planned rests on the profile, on the log of the last two weeks and on what the last plan has
shown. What today's log changes is decided on the day (today.py).
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from backend.domain.history import Body
from backend.domain.planner import progress
from backend.domain.planner.allowed import Allowed, allowed
from backend.domain.planner.dose import Dose, down, first, shared
from backend.domain.planner.gentle import gentle_of
from backend.domain.planner.mix import mixed
from backend.domain.planner.person import Person
from backend.domain.planner.session import Placed, arranged
from backend.domain.planner.shelf import RESTING, Shelf
from backend.domain.planner.template import WEEK, Week, week_for
from backend.domain.safety import Facts

WEEKS = (1, 4)
# Which rules every plan rests on, whatever it holds.
ALWAYS = ("PLAN-03", "PLAN-04", "PLAN-06", "PLAN-08", "PLAN-16", "PLAN-20")


@dataclass(frozen=True)
class Past:
    """What earlier plans left. doses: as last planned; prescribed: a therapist's, which win.

    sessions: bodies of the last weeks. neutral: dates near an injection. lowered, raised: dates of change.
    """

    doses: Mapping[str, Body] = field(default_factory=dict)
    prescribed: Mapping[str, Body] = field(default_factory=dict)
    sessions: Sequence[Body] = ()
    neutral: Collection[str] = ()
    lowered: Sequence[str] = ()
    raised: Sequence[str] = ()


@dataclass(frozen=True)
class Item:
    """One movement of one day. gentle: what it becomes when it is made easier. why: rule and fact ids."""

    on: str
    order: int
    dose: Dose
    gentle: Dose | None
    lengths: tuple[int, ...]
    why: tuple[str, ...]
    helper: str
    set_by: str = "planner"


@dataclass(frozen=True)
class Plan:
    """items by day and order. left_out: what the week would have had, with why not.

    uncovered: kinds of movement the week has none of, with why. locked: gates that leave no plan.
    ask_physio: doses went down twice, so a physiotherapist should look.
    """

    template: str
    start_on: str
    weeks: int
    items: tuple[Item, ...]
    reason: tuple[str, ...]
    left_out: Mapping[str, tuple[str, ...]]
    uncovered: Mapping[str, tuple[str, ...]]
    locked: tuple[str, ...] = ()
    progress: str = progress.SAME
    ask_physio: bool = False
    instead: Mapping[str, str] = field(default_factory=dict)


def make_plan(
    shelf: Shelf,
    person: Person,
    facts: Facts,
    start_on: str,
    weeks: int = 2,
    past: Past | None = None,
    template: str | None = None,
) -> Plan:
    """A plan from `start_on` on. facts: the inputs of the pack. Raises ValueError for weeks out of range."""
    if not WEEKS[0] <= weeks <= WEEKS[1]:
        raise ValueError("a plan has one to four weeks")
    past = past or Past()
    may = allowed(shelf, person, facts)
    week = week_for(shelf, person, facts, template)
    if may.locked:
        return Plan(week.template, start_on, weeks, (), may.locked, {}, {}, may.locked)
    verdict = progress.verdict(shelf, facts, past.sessions, start_on, past.neutral, past.lowered, past.raised)
    if verdict.kind == progress.RETURN or may.gentle:
        may = _resting(may, "PLAN-19")
    days = mixed(shelf, person, week, may)
    doses, raised = _doses(shelf, days.wanted, past, verdict, start_on)
    items: list[Item] = []
    # After a break: half at first, then three quarters, then as before (PLAN-19).
    for number, share in zip(
        range(weeks), (verdict.share, verdict.share_then, *[Fraction(1)] * 2), strict=False
    ):
        of_week = {name: shared(dose, share) if share < 1 else dose for name, dose in doses.items()}
        for place in range(7):
            on = date.fromisoformat(start_on) + timedelta(days=number * 7 + place)
            items += _day(shelf, person, may, days, week, of_week, on, past)
    used = {one.dose.movement for one in items}
    why = dict.fromkeys(
        [*week.why, *ALWAYS, *verdict.why, *(f"raised.{raised}" for _ in range(bool(raised)))]
    )
    left_out = {one: may.left_out[one] for one in days.asked if one not in used and one in may.left_out}
    return Plan(
        week.template, start_on, weeks, tuple(items), (*why, *may.gates), left_out,
        days.uncovered(shelf, used, may.left_out), progress=verdict.kind, ask_physio=verdict.ask_physio,
        instead={old: new for old, new in days.instead.items() if new in used},
    )  # fmt: skip


def _resting(may: Allowed, rule: str) -> Allowed:
    """Lying or seated only."""
    choices = {
        name: replace(one, positions=tuple(where for where in one.positions if where in RESTING))
        for name, one in may.choices.items()
    }
    gone = {name: (rule,) for name, one in choices.items() if not one.positions}
    return replace(
        may,
        choices={name: one for name, one in choices.items() if one.positions},
        left_out={**may.left_out, **gone},
    )


def _doses(
    shelf: Shelf, wanted: Collection[str], past: Past, verdict: progress.Verdict, today: str
) -> tuple[dict[str, Dose], str | None]:
    """How much of each movement; and the one that goes up."""
    doses = {}
    for name in wanted:
        movement = shelf.movements[name]
        stored = past.prescribed.get(name) or past.doses.get(name)
        start = first(movement, movement["variants"][0]["position"])
        doses[name] = Dose.of_body(stored, movement) if stored else start
        if verdict.kind == progress.DOWN and name not in past.prescribed:
            doses[name] = down(doses[name], movement, shelf.rule("PLAN-09")["reps"])
    if verdict.kind == progress.UP:
        free = {
            name: dose for name, dose in doses.items() if name not in past.prescribed and name in past.doses
        }
        more = progress.raised_dose(shelf, free, past.sessions, today)
        if more is not None:
            doses[more[0]] = more[2]
            return doses, more[0]
    return doses, None


def _day(
    shelf: Shelf,
    person: Person,
    may: Allowed,
    days: Any,
    week: Week,
    doses: Mapping[str, Dose],
    on: date,
    past: Past,
) -> list[Item]:
    name = WEEK[on.weekday()]
    wanted, short = days.of[name], days.short
    placed: Sequence[Placed] = arranged(shelf, wanted, short, may.choices, doses, may.most)
    return [
        Item(
            on.isoformat(),
            order,
            one.dose,
            gentle_of(shelf, one.dose, may),
            one.lengths,
            _why(shelf, week, days, may, one.dose.movement),
            "hand" if person.helper and person.level == "bed" else "alone",
            "therapist" if one.dose.movement in past.prescribed else "planner",
        )
        for order, one in enumerate(placed)
    ]


def _why(shelf: Shelf, week: Week, days: Any, may: Allowed, movement: str) -> tuple[str, ...]:
    """Why this one: the week, the profiles that use it, what it stands in for, the facts of its kind."""
    profiles = [
        one["id"]
        for one in shelf.plans["profiles"]
        if one["id"] in week.profiles and movement in one["movements"]
    ]
    for_others = [old for old, new in days.instead.items() if new == movement]
    gates = may.choices[movement].by if movement in may.choices else ()
    return tuple(
        dict.fromkeys([week.template, *profiles, *for_others, *gates, *shelf.movements[movement]["facts"]])
    )
