"""The cases that hold both languages' planners to each other are what this one gives today."""

from scripts import plan_vectors


def test_the_sessions_of_days_are_what_the_planner_gives() -> None:
    told = plan_vectors.DAYS_FILE.read_text(encoding="utf-8")
    assert told == plan_vectors.text(plan_vectors.days()), "python -m scripts.plan_vectors"


def test_the_inputs_of_logs_are_what_the_planner_reads() -> None:
    told = plan_vectors.INPUTS_FILE.read_text(encoding="utf-8")
    assert told == plan_vectors.text(plan_vectors.logs()), "python -m scripts.plan_vectors"
