"""What was chosen in earlier plans: a day without a movement is one day, the last word on a dose holds."""

from typing import Any

import pytest

from backend.domain.planner import chosen

OP = "019a0000-0000-7000-8000-0000000000{:02}"


def plan(name: str, start: str, weeks: int = 1, **more: str) -> dict[str, Any]:
    return {
        "id": name,
        "body": {"started_on": start, "weeks": weeks, **more},
        "fop": {},
        "cur_op": OP.format(1),
    }


def item(of: str, day: int, movement: str = "BAL-01", op: int = 1, **more: Any) -> dict[str, Any]:
    body = {"plan_id": of, "on": f"2026-11-{day:02}", "dose": {"movement": movement, "reps": op}, **more}
    return {"id": f"{of}{day}{movement}", "body": body, "fop": {}, "cur_op": OP.format(op)}


SKIP: dict[str, Any] = {"helper": "skip"}
ONE = plan("one", "2026-11-16")
CASES: dict[str, tuple[list[dict[str, Any]], list[dict[str, Any]], set[str]]] = {
    "one day of several": ([ONE], [item("one", 17, **SKIP), item("one", 19)], set()),
    "from a day on": ([ONE], [item("one", 17), item("one", 19, **SKIP), item("one", 20, **SKIP)], {"BAL-01"}),
    "of one day in two places one": ([ONE], [item("one", 19, **SKIP), item("one", 19, helper="hand")], set()),
    "of one day in two places the other": ([ONE], [item("one", 19), item("one", 19, **SKIP)], set()),
    "of one day in two places both": ([ONE], [item("one", 19, **SKIP), item("one", 19, **SKIP)], {"BAL-01"}),
    "another movement": ([ONE], [item("one", 19, **SKIP), item("one", 20, "ROM-01")], {"BAL-01"}),
    "a plan later that has none of it": (
        [ONE, plan("two", "2026-11-23")],
        [item("one", 19, **SKIP), item("two", 24, "ROM-01")],
        {"BAL-01"},
    ),
    "a plan later that has it again": (
        [ONE, plan("two", "2026-11-23")],
        [item("two", 24), item("one", 19, **SKIP)],
        set(),
    ),
    "days that were taken over": (
        [plan("long", "2026-11-16", 2, ended_on="2026-11-18"), plan("two", "2026-11-19")],
        [item("long", 28), item("two", 20, **SKIP)],
        {"BAL-01"},
    ),
    "a plan that is gone, or began never": ([plan("none", "")], [item("gone", 19, **SKIP)], set()),
}


@pytest.mark.parametrize(("plans", "items", "out"), CASES.values(), ids=CASES)
def test_what_the_last_of_its_days_leaves_out_stays_out(plans: Any, items: Any, out: set[str]) -> None:
    assert chosen.left_out(plans, items) == out


def test_of_a_therapists_doses_the_one_said_last_holds() -> None:
    by: dict[str, Any] = {"set_by": "therapist"}
    said = [item("one", 28, op=3, **by), item("two", 20, op=5, **by), item("one", 29, op=2, **by)]
    assert chosen.prescribed(said) == {"BAL-01": {"movement": "BAL-01", "reps": 5}}
    # What was changed of it later without the dose is no newer word on the dose.
    old = {**item("one", 30, op=9, **by), "fop": {"dose": OP.format(3)}}
    assert chosen.prescribed([*said, old])["BAL-01"]["reps"] == 5
    assert chosen.prescribed([item("one", 20, set_by="person")]) == {}
