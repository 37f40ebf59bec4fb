"""docs/plans.md shows what the planner gives today, so that reading the one is reading the other."""

from scripts import plan_weeks


def test_the_page_of_weeks_is_what_the_planner_gives() -> None:
    assert plan_weeks.PAGE.read_text(encoding="utf-8") == plan_weeks.page(), "python -m scripts.plan_weeks"
