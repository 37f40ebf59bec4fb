"""Same as usual: the cases the browser's twin reads too, and what holds for any diary."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backend.domain.usual import AT_LEAST, COPIED, usual_entry

CASES = json.loads((Path(__file__).parents[1] / "vectors" / "usual.json").read_text(encoding="utf-8"))
TODAY = date(2026, 11, 21)


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_the_usual_is_what_the_case_says(case: dict[str, Any]) -> None:
    assert usual_entry(case["entries"], date.fromisoformat(case["today"])) == case["usual"]


def test_an_entry_whose_time_was_never_said_is_left_out() -> None:
    timeless = {"on": "2026-11-20", "symptom": "pain", "severity_nrs": 5}
    assert usual_entry([timeless] * AT_LEAST, TODAY) is None


PLACES = st.sampled_from([None, [], ["hip"], ["knee"], ["hip", "knee"], ["knee", "hip"]])
# day, severity, places, private: few values each, so that entries are often alike.
SAID = st.tuples(
    st.integers(1, 28), st.sampled_from([None, 0, 5]), PLACES, st.sampled_from([None, False, True])
)
# A busy machine makes the first examples slow; that says nothing about the rule.
patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=60)


def entry(
    minute: int, day: int, severity: int | None, places: list[str] | None, private: bool | None
) -> dict[str, Any]:
    on = f"2026-11-{day:02d}"
    regions = None if places is None else [{"region": place, "side": "left"} for place in places]
    times = {"at": f"{on}T08:{minute:02d}:00+01:00", "on": on, "tz": "Europe/Zurich"}
    return {
        **times,
        "symptom": "pain",
        "severity_nrs": severity,
        "regions": regions,
        "private": private,
        "note": "x",
    }


def entries() -> st.SearchStrategy[list[dict[str, Any]]]:
    return st.lists(SAID, max_size=12).map(lambda said: [entry(n, *one) for n, one in enumerate(said)])


@patient
@given(entries(), st.randoms(use_true_random=False))
def test_the_order_of_the_entries_never_matters(diary: list[dict[str, Any]], chance: Any) -> None:
    shuffled = list(diary)
    chance.shuffle(shuffled)
    assert usual_entry(shuffled, TODAY) == usual_entry(diary, TODAY)


@patient
@given(entries())
def test_only_what_may_be_copied_is_copied_and_never_from_private_entries(
    diary: list[dict[str, Any]],
) -> None:
    usual = usual_entry(diary, TODAY)
    assert usual is None or tuple(usual) == COPIED
    open_ones = [one for one in diary if one.get("private") is not True]
    assert usual_entry(open_ones, TODAY) == usual
