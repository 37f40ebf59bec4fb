"""Whether what was said after sessions earns more, or asks for less (PLAN-09, PLAN-10)."""

from typing import Any

import pytest

from backend.domain.planner.progress import verdict
from tests.domain.planner_world import SHELF

TODAY = "2026-11-20"
DAYS = ("2026-11-15", "2026-11-17", "2026-11-19")
DONE = [{"movement": "ROM-01", "outcome": "done"}, {"movement": "ROM-09", "outcome": "part"}]


def week(**last: Any) -> list[dict[str, Any]]:
    """Three sessions that went well, the last as given."""
    said = {"done": DONE, "felt": "same"}
    return [{"on": on, **said, **(last if on == DAYS[-1] else {})} for on in DAYS]


@pytest.mark.parametrize(
    ("last", "kind"),
    [
        ({}, "up"),
        ({"felt": "easier", "felt_later": "same"}, "up"),
        # Said only when it was asked for the second time.
        ({"felt": None, "felt_later": "same"}, "up"),
        ({"felt": None, "felt_later": None}, "same"),
        ({"felt": "worse"}, "down"),
        ({"felt_later": "worse"}, "down"),
        ({"felt": "easier", "felt_later": "worse"}, "down"),
        ({"pain_before_nrs": 3, "pain_2h_nrs": 4}, "up"),
        ({"pain_before_nrs": 3, "pain_2h_nrs": 5}, "down"),
        ({"pain_before_nrs": 3, "pain_2h_nrs": 3, "next_morning_nrs": 5}, "down"),
        ({"done": [{"movement": "ROM-01", "outcome": "stopped"}]}, "same"),
    ],
)
def test_what_was_said_later_counts(last: dict[str, Any], kind: str) -> None:
    assert verdict(SHELF, {}, week(**last), TODAY).kind == kind


def test_a_session_that_felt_worse_near_an_injection_asks_for_nothing_less() -> None:
    assert verdict(SHELF, {}, week(felt_later="worse"), TODAY, neutral=[DAYS[-1]]).kind == "same"
