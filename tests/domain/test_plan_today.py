"""What a day's log makes of its session: the rules one by one, and what must hold whatever was logged."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backend.domain.planner import Person, make_plan
from backend.domain.planner.allowed import allowed, is_standing
from backend.domain.planner.session import Placed, seconds_of
from backend.domain.planner.shelf import RESTING, SLACKENING
from backend.domain.planner.today import Planned, Today, today
from backend.domain.safety import holds
from tests.domain.planner_world import FACTS, LEVELS, NOTHING, PEOPLE, SHELF, START

STATES = ("lock", "quiet", "pause", "flare", "gentle", "all")
WALKS = Person("unaided", goals=("less_stiff",), clearance="yes", added=frozenset(SHELF.movements))
LEFT = st.builds(
    lambda state, out: {"state": state, "leave_out": out, "add": [], "ease": False},
    st.sampled_from(STATES),
    st.lists(st.sampled_from(list(SHELF.movements)), max_size=3),
)


def planned(person: Person, place: int = 0) -> list[Planned]:
    plan = make_plan(SHELF, person, NOTHING, START, 1)
    days = sorted({item.on for item in plan.items})
    return [
        Planned(Placed(item.dose, item.lengths), item.gentle)
        for item in plan.items
        if days and item.on == days[place]
    ]


def on_a_day(person: Person = WALKS, place: int = 0, minutes: int = 8, **log: Any) -> Today:
    facts = {**NOTHING, **{name.replace("__", "."): value for name, value in log.items()}}
    return today(SHELF, person, planned(person, place), facts, {"state": "all"}, minutes)


@settings(max_examples=120, deadline=None)
@given(PEOPLE, st.integers(0, 6), FACTS, LEFT, st.sampled_from([3, 8, 15]))
def test_whatever_was_logged_the_session_is_safe_and_short_enough(
    person: Person, place: int, facts: dict[str, Any], left: dict[str, Any], minutes: int
) -> None:
    found = today(SHELF, person, planned(person, place), facts, left, minutes)
    assert found.minutes <= minutes and seconds_of(found.doses) <= found.minutes * 60
    if found.state == "lock":
        assert found.doses == () and found.because
        return
    may = allowed(SHELF, person, {**facts, "open.tiers": None})
    for dose in found.doses:
        if dose.movement != "CLM-01":  # breathing is always left
            assert dose.movement not in left["leave_out"]
            assert dose.movement in may.choices and dose.position in may.choices[dose.movement].positions
    gate = next(one for one in SHELF.plans["gates"] if one["id"] == "gate-fall")
    if holds(gate["when"], facts) or found.state in ("rest", "flare") or (facts["log.pain"] or 0) >= 7:
        assert all(dose.position in RESTING for dose in found.doses)
    places = [dose.position for dose in found.doses]
    assert sum(a != b for a, b in pairwise(places)) <= 1
    slack = False
    for dose in found.doses:
        kind = SHELF.category(dose.movement)
        assert not (slack and is_standing(dose.position) and kind not in SLACKENING)
        slack = slack or (kind in SLACKENING and not is_standing(dose.position))
    assert found.doses, "there is always breathing"


@settings(max_examples=60, deadline=None)
@given(PEOPLE, st.integers(0, 6), FACTS, st.sampled_from([3, 8, 15]))
def test_no_stretch_goes_through_a_spasm(
    person: Person, place: int, facts: dict[str, Any], minutes: int
) -> None:
    facts = {**facts, "log.spasms": "6_plus"}
    found = today(SHELF, person, planned(person, place), facts, {"state": "all"}, minutes)
    assert all(SHELF.category(dose.movement) != "str" for dose in found.doses)


@pytest.mark.parametrize("state", ["lock", "quiet", "pause", "flare"])
def test_an_open_message_leaves_what_it_says(state: str) -> None:
    left = {"state": state, "leave_out": [], "add": [], "ease": False}
    found = today(SHELF, WALKS, planned(WALKS), NOTHING, left, 15)
    assert found.because == (f"message-{state}",)
    kinds = [SHELF.category(dose.movement) for dose in found.doses]
    if state == "lock":
        assert kinds == []
    elif state == "flare":
        assert len(kinds) >= 2 and set(kinds) <= {"rom", "clm", "yog", "pos"}
    else:
        assert [dose.movement for dose in found.doses] == ["CLM-01"]


@pytest.mark.parametrize("level", LEVELS)
def test_a_hard_day_has_a_tiny_set_at_every_level(level: str) -> None:
    found = on_a_day(Person(level, clearance="yes"), log__hard_day=True, minutes=15)
    assert found.state == "flare" and found.because == ("flare",)
    assert len(found.doses) >= 2 and seconds_of(found.doses) <= 180
    assert all(dose.position in RESTING for dose in found.doses)


def test_strong_pain_makes_it_three_minutes_at_rest_and_says_so() -> None:
    found = on_a_day(log__pain=7, minutes=15)
    assert (found.minutes, found.state) == (3, "gentle") and found.because == ("day-pain",)
    assert all(dose.position in RESTING for dose in found.doses)


def test_a_quiet_day_is_as_planned() -> None:
    found = on_a_day(log__pain=3, log__fatigue=2, log__sleep_quality="good", minutes=8)
    assert (found.state, found.because, found.minutes) == ("all", (), 8)
    assert len(found.doses) == 4


@pytest.mark.parametrize(
    ("log", "rule", "minutes"),
    [
        ({"log__fatigue": 6}, "day-tired", 3),
        ({"log__energy": "very_low"}, "day-tired", 3),
        ({"log__energy": "low"}, "day-low", 8),
        ({"log__sleep_quality": "poor"}, "day-sleep", 8),
        ({"log__stiffness": 7}, "day-stiff", 8),
        ({"log__pain_above_usual": 2}, "day-pain-up", 15),
    ],
)
def test_each_word_of_the_log_changes_what_it_should(log: dict[str, Any], rule: str, minutes: int) -> None:
    found = on_a_day(**log, minutes=15)
    assert found.minutes == minutes and rule in found.because


def test_after_a_fall_nobody_stands_and_the_gate_is_named() -> None:
    before = on_a_day(place=2, minutes=15)
    assert any(is_standing(dose.position) for dose in before.doses)
    found = on_a_day(place=2, minutes=15, recent__days_since_fall=1)
    assert "gate-fall" in found.because and all(dose.position in RESTING for dose in found.doses)


def test_on_a_hot_day_walking_gives_way_to_arms_and_a_third_is_left_out() -> None:
    walking = planned(WALKS, 1)
    assert any(one.placed.dose.movement == "AER-05" for one in walking)
    found = on_a_day(place=1, minutes=15, log__heat="yes")
    usual = on_a_day(place=1, minutes=15)
    assert "heat" in found.because and "AER-05" not in {dose.movement for dose in found.doses}
    assert len(found.doses) < len(usual.doses)


def test_coming_back_has_half_at_rest() -> None:
    found = on_a_day(minutes=8, recent__days_away=20)
    assert "return" in found.because and all(dose.position in RESTING for dose in found.doses)
    usual = {dose.movement: dose for dose in on_a_day(minutes=8).doses}
    for dose in found.doses:
        if dose.movement in usual and dose.minutes is None:
            assert dose.seconds <= usual[dose.movement].seconds


def test_pregnancy_locks_and_the_same_input_gives_the_same_day() -> None:
    facts = {**NOTHING, "profile.conditions": ["pregnancy"]}
    found = today(SHELF, WALKS, planned(WALKS), facts, {"state": "all"}, 8)
    assert found.state == "lock" and found.because == ("gate-preg",)
    assert on_a_day(log__pain=8) == replace(on_a_day(log__pain=8))
