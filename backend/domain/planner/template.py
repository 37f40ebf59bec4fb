"""Which of the twelve weeks fits: by what the person wants, by how they get about, by what the log raises."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from backend.domain.planner.person import Person
from backend.domain.planner.shelf import Shelf
from backend.domain.safety import Facts, holds

# Where nothing was said and nothing was logged: the gentlest week of each level.
GENTLE = {"unaided": "T10", "stick": "T10", "walker": "T10", "wheelchair": "T06", "bed": "T08"}
WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True)
class Week:
    """A week to work from. short: the shortest session of every day. days: movements in order, by day.

    why: rule and fact ids. profiles: what the log raised, in the pack's order.
    """

    template: str
    short: tuple[str, ...]
    days: Mapping[str, tuple[str, ...]]
    why: tuple[str, ...]
    profiles: tuple[str, ...]


def profiles_raised(shelf: Shelf, facts: Facts) -> list[Mapping[str, Any]]:
    """Problem profiles that the facts raise (PLAN-02), in the pack's order."""
    return [one for one in shelf.plans["profiles"] if holds(one["when"], facts)]


def week_for(shelf: Shelf, person: Person, facts: Facts, asked: str | None = None) -> Week:
    """The week that fits best. asked: a template the person chose; it counts where it suits their level."""
    raised = profiles_raised(shelf, facts)
    names = [one["id"] for one in raised]
    wish, why = _wish(shelf, person, names, asked)
    template = shelf.template(wish["template"])
    assert template is not None
    days = {day: tuple(template["days"][day]["movements"]) for day in WEEK if day in template["days"]}
    if wish.get("swapped") or _needs_swap(shelf, template, person.level):
        days = _swapped(shelf, template["id"], person.level, days)
    more = [*wish.get("add_movements", ()), *_of_profiles(shelf, raised)]
    days = {day: tuple(dict.fromkeys([*of, *more])) for day, of in days.items()}
    facts_of = [fact for one in raised for fact in one["facts"]]
    return Week(
        template["id"],
        tuple(template["short"]),
        days,
        tuple(dict.fromkeys([*why, *template["facts"], *facts_of])),
        tuple(names),
    )


def _wish(
    shelf: Shelf, person: Person, raised: Sequence[str], asked: str | None
) -> tuple[Mapping[str, Any], list[str]]:
    chosen = shelf.template(asked) if asked else None
    if chosen and person.level in chosen["levels"]:
        return {"template": chosen["id"]}, [chosen["id"]]
    for goal in shelf.plans["goals"]:
        if set(goal["asked_by"]) & set(person.goals) and goal["templates"][person.level]:
            options = goal["templates"][person.level]
            return _nearest(shelf, options, raised), ["PLAN-02", goal["id"]]
    fits = [one for one in shelf.plans["templates"] if set(one["profiles"]) & set(raised)]
    fits = [one for one in fits if person.level in one["levels"]]
    if fits:
        best = max(fits, key=lambda one: (_share(one, raised), -fits.index(one)))
        return {"template": best["id"]}, ["PLAN-02", *(one for one in raised if one in best["profiles"])]
    return {"template": GENTLE[person.level]}, ["PLAN-02"]


def _nearest(shelf: Shelf, options: Sequence[Mapping[str, Any]], raised: Sequence[str]) -> Mapping[str, Any]:
    """Of several weeks for one goal the one the log speaks for; the first where it says nothing."""
    return max(
        options, key=lambda one: (_share(shelf.template(one["template"]), raised), -options.index(one))
    )


def _share(template: Mapping[str, Any] | None, raised: Sequence[str]) -> int:
    return len(set(template["profiles"]) & set(raised)) if template else 0


def _of_profiles(shelf: Shelf, raised: Sequence[Mapping[str, Any]]) -> list[str]:
    """What the raised profiles use, round by round, so that each has a say."""
    lists = [one["movements"] for one in raised]
    rounds = max(map(len, lists), default=0)
    easy = {name for one in raised for name in one["go_easy"]["movements"]}
    turns = [of[place] for place in range(rounds) for of in lists if place < len(of)]
    return [one for one in dict.fromkeys(turns) if one not in easy]


def _needs_swap(shelf: Shelf, template: Mapping[str, Any], level: str) -> bool:
    return any(one["template"] == template["id"] and one["level"] == level for one in shelf.plans["swaps"])


def _swapped(
    shelf: Shelf, template: str, level: str, days: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    """Rows exchanged for those that do the same from a wheelchair."""
    pairs = {
        old: new
        for one in shelf.plans["swaps"]
        if one["template"] == template and one["level"] == level
        for old, new in one["swap"]
    }
    return {day: tuple(dict.fromkeys(pairs.get(one, one) for one in of)) for day, of in days.items()}
