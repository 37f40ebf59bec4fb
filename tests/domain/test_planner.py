"""What must hold of every plan, whoever it is for and whatever was logged."""

from collections import defaultdict
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from backend.domain.planner import Item, Past, Person, Plan, make_plan
from backend.domain.planner.allowed import allowed, is_standing
from backend.domain.planner.session import Placed, seconds_of, session_of
from backend.domain.planner.shelf import SLACKENING
from backend.domain.records.profile import Profile
from backend.domain.safety import holds
from tests.domain.planner_world import FACTS, LEVELS, NOTHING, PEOPLE, SHELF, START, pasts

LENGTHS = (3, 8, 15)
RUNS = settings(max_examples=60, deadline=None)
WEEKS = st.integers(1, 4)
ANYTHING = Person(goals=("climb_stairs",), clearance="yes", minutes=3, added=frozenset(SHELF.movements))


def plan_of(person: Person, facts: dict[str, Any], weeks: int = 1, past: Past | None = None) -> Plan:
    return make_plan(SHELF, person, facts, START, weeks, past)


def by_day(plan: Plan) -> dict[str, list[Item]]:
    days: dict[str, list[Item]] = defaultdict(list)
    for item in plan.items:
        days[item.on].append(item)
    return days


def sessions(plan: Plan) -> list[tuple[str, int, list[Any]]]:
    return [
        (on, minutes, session_of([Placed(one.dose, one.lengths) for one in items], minutes))
        for on, items in by_day(plan).items()
        for minutes in LENGTHS
    ]


def shut(facts: dict[str, Any], gate: str) -> bool:
    return holds(next(one for one in SHELF.plans["gates"] if one["id"] == gate)["when"], facts)


@RUNS
@given(PEOPLE, FACTS, pasts())
def test_no_plan_has_a_gated_movement(person: Person, facts: dict[str, Any], past: Past) -> None:
    plan = plan_of(person, facts, past=past)
    gates = [one for one in SHELF.plans["gates"] if holds(one["when"], facts)]
    for item in plan.items:
        for dose in (item.dose, item.gentle):
            if dose is None:
                continue
            movement = SHELF.movements[dose.movement]
            for gate in gates:
                effect = gate["effect"]
                assert effect["does"] not in ("as_message", "remove_all")
                assert movement["id"] not in effect.get("movements", ())
                if effect["does"] == "remove" and gate["id"] in movement["gates"]:
                    sore = set(facts["recent.regions"] or ())
                    assert effect.get("only_areas_of_entry") and sore and not sore & set(movement["areas"])


@RUNS
@given(PEOPLE, FACTS, pasts())
def test_no_position_is_above_the_level(person: Person, facts: dict[str, Any], past: Past) -> None:
    positions = SHELF.rule("PLAN-03")["positions"]
    for item in plan_of(person, facts, past=past).items:
        for dose in filter(None, (item.dose, item.gentle)):
            fits = [
                one for one in SHELF.movements[dose.movement]["variants"] if one["position"] == dose.position
            ]
            assert fits and person.level in fits[0]["levels"]
            helped = person.level == "bed" and person.helper and dose.position == "seated"
            assert dose.position in positions[person.level] or helped
            if person.mobility is None or person.clearance != "yes":
                assert dose.position in ("lying", "seated")


@RUNS
@given(PEOPLE, FACTS, pasts())
@example(Person("unaided", clearance="yes"), {**NOTHING, "recent.days_since_fall": 3}, Past())
@example(Person("unaided", clearance="yes"), {**NOTHING, "log.drowsy": True}, Past())
def test_nobody_stands_after_a_fall_drowsy_or_in_a_relapse(
    person: Person, facts: dict[str, Any], past: Past
) -> None:
    assume(shut(facts, "gate-fall") or facts["relapse.state"] is not None)
    for item in plan_of(person, facts, past=past).items:
        for dose in filter(None, (item.dose, item.gentle)):
            assert dose.position in ("lying", "seated")
            variants = SHELF.movements[dose.movement]["variants"]
            rises = any(one["position"] == dose.position and one.get("rises") for one in variants)
            assert not (rises and shut(facts, "gate-fall"))


@RUNS
@given(PEOPLE, FACTS, pasts())
def test_no_session_is_longer_than_asked_nor_has_more_than_it_says(
    person: Person, facts: dict[str, Any], past: Past
) -> None:
    for _, minutes, doses in sessions(plan_of(person, facts, 4, past)):
        assert seconds_of(doses) <= minutes * 60
        assert len(doses) <= {3: 2, 8: 4, 15: 6}[minutes]
        assert len({one.movement for one in doses}) == len(doses)


@RUNS
@given(PEOPLE, FACTS, pasts())
def test_a_session_changes_position_at_most_once_and_nobody_stands_up_after_slack_work(
    person: Person, facts: dict[str, Any], past: Past
) -> None:
    for _, _, doses in sessions(plan_of(person, facts, past=past)):
        places = [one.position for one in doses]
        assert sum(a != b for a, b in pairwise(places)) <= 1
        slack = False
        for dose in doses:
            assert not (
                slack and is_standing(dose.position) and SHELF.category(dose.movement) not in SLACKENING
            )
            slack = slack or (SHELF.category(dose.movement) in SLACKENING and not is_standing(dose.position))


@RUNS
@given(PEOPLE, FACTS, pasts())
@example(Person("unaided", clearance="yes"), {**NOTHING, "recent.memory_days": 7}, Past())
@example(ANYTHING, {**NOTHING, "recent.memory_days": 7}, Past())
def test_range_is_in_every_day_and_strength_has_a_day_of_rest(
    person: Person, facts: dict[str, Any], past: Past
) -> None:
    assume(not person.left_out)
    plan = plan_of(person, facts, 2, past)
    days = by_day(plan)
    if not plan.locked:
        assert len(days) == 14
    strong = sorted(
        date.fromisoformat(on)
        for on, items in days.items()
        if any(SHELF.category(one.dose.movement) == "rst" for one in items)
    )
    assert all((b - a).days > 1 for a, b in pairwise(strong))
    assert len(strong) <= 4
    for items in days.values():
        assert any(SHELF.category(one.dose.movement) == "rom" for one in items)


@RUNS
@given(PEOPLE, FACTS, pasts())
def test_what_a_week_would_have_is_there_or_has_a_reason(
    person: Person, facts: dict[str, Any], past: Past
) -> None:
    plan = plan_of(person, facts, past=past)
    if plan.locked:
        assert plan.items == () and plan.reason == plan.locked
        return
    template = SHELF.template(plan.template)
    assert template is not None
    named = {SHELF.category(one) for row in template["days"].values() for one in row["movements"]}
    have = {SHELF.category(one.dose.movement) for one in plan.items}
    for kind in named - have:
        assert plan.uncovered.get(kind), kind
    for reasons in (*plan.left_out.values(), *plan.uncovered.values()):
        assert reasons
    for item in plan.items:
        assert item.why


@RUNS
@given(PEOPLE, FACTS, WEEKS, pasts())
def test_the_same_input_gives_the_same_plan(
    person: Person, facts: dict[str, Any], weeks: int, past: Past
) -> None:
    assert plan_of(person, facts, weeks, past) == plan_of(person, dict(reversed(facts.items())), weeks, past)


@RUNS
@given(PEOPLE, FACTS, pasts())
def test_at_most_one_thing_goes_up_in_a_week(person: Person, facts: dict[str, Any], past: Past) -> None:
    from backend.domain.planner.dose import Dose

    plan = plan_of(person, facts, 1, past)
    more = set()
    for item in plan.items:
        stored = past.doses.get(item.dose.movement)
        if stored is None:
            continue
        before = Dose.of_body(stored, SHELF.movements[item.dose.movement])
        if item.dose.seconds > before.seconds:
            more.add(item.dose.movement)
    assert len(more) <= (1 if plan.progress == "up" else 0)


@pytest.mark.parametrize("level", ["wheelchair", "bed"])
@RUNS
@given(FACTS)
def test_from_a_wheelchair_or_a_bed_there_is_always_a_full_plan(level: str, facts: dict[str, Any]) -> None:
    plan = plan_of(Person(level, clearance="yes", helper=True), facts)
    assume(not plan.locked)
    for _, minutes, doses in sessions(plan):
        assert len(doses) >= 2, (minutes, doses)
    assert len(by_day(plan)) == 7


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("clearance", ["yes", "no", None])
def test_every_level_has_a_short_session_every_day(level: str, clearance: str | None) -> None:
    plan = plan_of(Person(level, clearance=clearance), NOTHING)
    short = [doses for _, minutes, doses in sessions(plan) if minutes == 3]
    assert len(short) == 7 and all(len(doses) == 2 for doses in short)
    for doses in short:
        assert all(one.position in ("lying", "seated") for one in doses)
        assert all(SHELF.category(one.movement) != "bal" for one in doses)


@RUNS
@given(PEOPLE, FACTS)
def test_every_movement_may_be_done_or_says_why_not(person: Person, facts: dict[str, Any]) -> None:
    may = allowed(SHELF, person, facts)
    assert set(may.choices) | set(may.left_out) == set(SHELF.movements)
    assert not set(may.choices) & set(may.left_out)
    assert all(may.left_out.values())


def test_weeks_out_of_range_are_refused() -> None:
    for weeks in (0, 5):
        with pytest.raises(ValueError, match="one to four"):
            plan_of(Person("stick"), NOTHING, weeks)


def test_a_movement_beyond_the_core_set_comes_once_the_person_chose_it_and_never_against_a_rule() -> None:
    body = {"mobility": "unaided", "clearance": "yes", "goals": ["less_stiff"]}
    without, chosen = (
        make_plan(SHELF, Person.of(Profile.from_body({**body, **more})), NOTHING, START, 1)
        for more in ({}, {"movements": ["RST-01", "BAL-05"]})
    )
    assert "RST-01" not in _used(without) and "RST-01" in _used(chosen)
    assert chosen.template == without.template
    fell = {**NOTHING, "recent.days_since_fall": 2}
    after = make_plan(SHELF, Person.of(Profile.from_body({**body, "movements": ["BAL-05"]})), fell, START, 1)
    assert "BAL-05" not in _used(after)


def _used(plan: Plan) -> set[str]:
    return {one.dose.movement for one in plan.items}
