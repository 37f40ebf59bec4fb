"""What each day of a week is to have (PLAN-04, PLAN-05, PLAN-06).

The template's row with stand-ins, range on every day, rest between days of strength.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from backend.domain.planner.allowed import Allowed
from backend.domain.planner.person import Person
from backend.domain.planner.shelf import RESTING, Shelf
from backend.domain.planner.template import WEEK, Week

# Kinds that a body needs a rest from, and on how many days of a week they are at most.
SPARE = {"rst": ("PLAN-06", "strength_days"), "bal": ("PLAN-06", "balance_days")}


@dataclass(frozen=True)
class Days:
    """of: movements of each day, in order. short: the shortest session. asked: all that the week named.

    instead: what stands in, by what it stands in for.
    """

    of: Mapping[str, tuple[str, ...]]
    short: tuple[str, ...]
    asked: tuple[str, ...]
    instead: Mapping[str, str] = field(default_factory=dict)

    @property
    def wanted(self) -> list[str]:
        """Every movement that may come into a session."""
        return list(dict.fromkeys([*self.short, *(one for of in self.of.values() for one in of)]))

    def uncovered(
        self, shelf: Shelf, used: set[str], left_out: Mapping[str, tuple[str, ...]]
    ) -> dict[str, tuple[str, ...]]:
        """Kinds the week named and has none of, with every reason for which it has not."""
        have = {shelf.category(one) for one in used}
        missing: dict[str, dict[str, None]] = {}
        for name in self.asked:
            kind = shelf.category(name)
            if kind not in have:
                missing.setdefault(kind, {}).update(dict.fromkeys(left_out.get(name, ("PLAN-20",))))
        return {kind: tuple(reasons) for kind, reasons in missing.items()}


def mixed(shelf: Shelf, person: Person, week: Week, may: Allowed) -> Days:
    """The week's days as this person may have them."""
    asked = list(dict.fromkeys([*week.short, *(one for of in week.days.values() for one in of)]))
    instead = {name: new for name in asked if (new := _stand_in(shelf, name, may)) not in (None, name)}
    short = _short(shelf, week, may, instead)
    of = {day: _row(shelf, week.days.get(day, ()), may, instead, short) for day in WEEK}
    if may.same_order:
        # The same every day, but for what needs days of rest.
        of = dict.fromkeys(WEEK, of[WEEK[0]])
    for kind, (rule, name) in SPARE.items():
        of = _spared(shelf, of, week, kind, _most(shelf.rule(rule)[name]))
    if person.days:
        # On other days the small range of every day is enough.
        of = {day: row if day in person.days else row[:1] for day, row in of.items()}
    return Days(of, short, tuple(asked), {old: new for old, new in instead.items() if new is not None})


def _most(told: int | Sequence[int]) -> int:
    return told if isinstance(told, int) else told[1]


def _stand_in(shelf: Shelf, name: str, may: Allowed) -> str | None:
    """The movement itself, or the nearest that may be done in its place."""
    if name in may.choices:
        return name
    # One of the same kind for the same place keeps what the week is for; then the twin and down the ladder.
    near = [*shelf.like(name, may.choices), *shelf.easier(name)]
    areas = set(shelf.movements[name]["areas"])
    return next(
        (one for one in near if one in may.choices and areas & set(shelf.movements[one]["areas"])), None
    )


def _row(
    shelf: Shelf,
    row: Sequence[str],
    may: Allowed,
    instead: Mapping[str, str | None],
    short: Sequence[str],
) -> tuple[str, ...]:
    """A day's movements, with a range movement among the first (PLAN-04)."""
    there = [instead.get(name, name) for name in row]
    have = list(dict.fromkeys(one for one in there if one is not None and one in may.choices))
    base = [one for one in (*have, *short, *may.choices) if shelf.category(one) == "rom"]
    return tuple(dict.fromkeys([*base[:1], *have]))


def _short(shelf: Shelf, week: Week, may: Allowed, instead: Mapping[str, str | None]) -> tuple[str, ...]:
    """The shortest session: lying or seated, no balance; the template's own, filled up where it must be."""
    named = [instead.get(name, name) for name in week.short]
    resting = [
        name
        for name, one in may.choices.items()
        if set(one.positions) & RESTING and shelf.category(name) in ("rom", "clm", "pos")
    ]
    fits = [one for one in [*named, *resting] if one is not None and one in resting]
    return tuple(dict.fromkeys(fits))[: max(2, len(week.short))]


def _spared(
    shelf: Shelf, of: Mapping[str, tuple[str, ...]], week: Week, kind: str, most: int
) -> dict[str, tuple[str, ...]]:
    """A kind on so many days at most, never two in a row; those of the template come first."""
    planned = [day for day in WEEK if any(shelf.category(one) == kind for one in week.days.get(day, ())[:6])]
    have = [day for day in WEEK if any(shelf.category(one) == kind for one in of[day])]
    keep: list[str] = []
    for day in [*planned, *have]:
        if day in have and day not in keep and len(keep) < most and not any(map(_next_to(day), keep)):
            keep.append(day)
    return {
        day: row if day in keep else tuple(one for one in row if shelf.category(one) != kind)
        for day, row in of.items()
    }


def _next_to(day: str):  # type: ignore[no-untyped-def]
    place = WEEK.index(day)
    return lambda other: (WEEK.index(other) - place) % 7 in (1, 6)
