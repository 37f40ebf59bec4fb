"""The starter weeks of a phone are what the planner gives today."""

import json

import pytest

from backend.domain.planner import Person, make_plan
from scripts import starters
from tests.domain.planner_world import LEVELS, NOTHING, SHELF, START

PACK = json.loads(starters.PACK.read_text(encoding="utf-8"))


def test_the_pack_is_what_the_planner_gives() -> None:
    assert starters.PACK.read_text(encoding="utf-8") == starters.text(), "python -m scripts.starters"


@pytest.mark.parametrize("cleared", [True, False])
@pytest.mark.parametrize("level", LEVELS)
def test_the_first_week_of_a_level_is_the_planners_own(level: str, cleared: bool) -> None:
    plan = make_plan(SHELF, Person(level, clearance="yes" if cleared else "not_asked"), NOTHING, START, 1)
    first = next(one for one in PACK["weeks"] if one["level"] == level and one["cleared"] is cleared)
    assert first["template"] == plan.template
    planned = [one.dose.to_body() for one in plan.items]
    assert [row["dose"] for rows in first["days"].values() for row in rows] == planned


def test_whoever_is_cleared_has_a_week_of_every_template_that_suits() -> None:
    suits = {(one["id"], level) for one in SHELF.plans["templates"] for level in one["levels"]}
    assert {(one["template"], one["level"]) for one in PACK["weeks"] if one["cleared"]} == suits
