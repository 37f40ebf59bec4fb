"""What plan rules read, from bodies as the diary has them."""

from typing import Any

import pytest

from backend.domain.planner import inputs
from tests.domain.planner_world import INPUTS

TODAY = "2026-11-21"


def known(**more: Any) -> Any:
    return {"today": TODAY, "now": f"{TODAY}T09:00:00+01:00", **more}


def of_day(*rest: Any, lighter: bool = False, **more: Any) -> dict[str, Any]:
    return inputs.of_day(known(**more), *rest, lighter=lighter)


def test_every_input_of_the_pack_is_there_and_nothing_else() -> None:
    names = {one["id"] for one in INPUTS}
    for told in (inputs.of_day(known()), inputs.usual(known())):
        assert set(told) == names
        assert all(value is None for value in told.values())


def test_a_day_is_read_as_it_is_and_weeks_as_they_usually_are() -> None:
    past = {
        "dailies": [
            {"on": f"2026-11-{day:02}", "stiffness_nrs": n, "spasms": spasms, "active_minutes": {"easy": day}}
            for day, n, spasms in ((10, 2, "0"), (15, 3, "3_5"), (20, 9, "3_5"), (5, 10, "6_plus"))
        ]
    }
    day = {"stiffness_nrs": 8, "spasms": "6_plus", "active_minutes": {"easy": 10, "moderate": 5}}
    told = of_day(day=day, past=past)
    assert (told["log.stiffness"], told["log.spasms"], told["log.active_minutes"]) == (8, "6_plus", 15)
    told = inputs.usual(known(past=past))
    # The fifth is longer ago than two weeks.
    assert (told["log.stiffness"], told["log.spasms"], told["log.active_minutes"]) == (3, "3_5", 15)


def test_what_is_true_of_one_day_does_not_shape_weeks() -> None:
    day = {"symptoms": [{"symptom": "drowsy", "change": "new"}, {"symptom": "vision", "change": "usual"}]}
    entry = {"on": TODAY, "hard_day": True}
    told = of_day(day=day, entry=entry)
    assert told["log.drowsy"] is True and told["log.hard_day"] is True
    assert told["log.symptoms_new_or_worse"] == ["drowsy"]
    told = inputs.usual(known(day=day, entry=entry))
    assert {told[name] for name in ("log.drowsy", "log.hard_day", "log.symptoms_new_or_worse")} == {None}


def test_entries_of_two_weeks_count_and_a_span_as_long_as_it_lasts() -> None:
    places = [{"region": "calf", "side": "left"}]
    symptoms = [
        {
            "on": "2026-11-01",
            "until_on": "2026-11-09",
            "regions": places,
            "words": ["stiff"],
            "severity_nrs": 4,
        },
        {"on": "2026-11-01", "until_on": "2026-11-07", "regions": [{"region": "knee", "side": "left"}]},
        {"on": "2026-11-20", "regions": [{"region": "hip", "side": "left"}], "severity_nrs": 0},
        {"on": "2026-11-20", "symptom": "fatigue", "patterns": ["constant"]},
    ]
    told = of_day(past={"symptoms": symptoms})
    assert told["recent.regions"] == ["calf"]
    assert told["recent.words"] == ["stiff"]
    assert told["recent.symptoms"] == ["fatigue"] and told["recent.patterns"] == ["constant"]


@pytest.mark.parametrize(
    ("events", "dailies", "days"),
    [
        ([{"type": "fall", "on": "2026-11-18"}], [], 3),
        ([], [{"on": "2026-11-20", "falls": {"count": 1}}], 1),
        ([], [{"on": "2026-11-20", "falls": {"count": 0, "near": 2}}], None),
        ([{"type": "fall", "on": "2026-11-22"}], [], None),
    ],
)
def test_a_fall_is_found_wherever_it_was_noted(events: Any, dailies: Any, days: int | None) -> None:
    told = of_day(events=events, past={"dailies": dailies})
    assert told["recent.days_since_fall"] == days


def test_near_falls_and_memory_are_counted_over_two_weeks() -> None:
    forgot = [{"symptom": "thinking", "change": "worse"}]
    dailies = [{"on": f"2026-11-{day:02}", "falls": {"near": 1}, "symptoms": forgot} for day in (6, 10, 19)]
    told = of_day(past={"dailies": dailies})
    assert (told["recent.near_falls"], told["recent.memory_days"]) == (2, 2)


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ([("relapse_suspected", "2026-10-01")], "suspected"),
        ([("relapse_suspected", "2026-10-01"), ("relapse_confirmed", "2026-10-03")], "confirmed"),
        ([("relapse_confirmed", "2026-10-03"), ("relapse_over", "2026-11-10")], "over"),
        ([("relapse_confirmed", "2026-08-03"), ("relapse_over", "2026-09-10")], None),
        ([("relapse_suspected", "2026-11-30")], None),
        ([("relapse_over", "2026-11-20"), ("relapse_suspected", "2026-11-20")], "over"),
    ],
)
def test_the_newest_word_on_a_relapse_counts(said: list[tuple[str, str]], state: str | None) -> None:
    told = of_day(events=[{"type": kind, "on": on} for kind, on in said])
    assert told["relapse.state"] == state


def test_an_illness_counts_from_its_end_and_while_it_lasts() -> None:
    over = {"type": "illness", "on": "2026-11-01", "until_on": "2026-11-15"}
    assert of_day(events=[over])["recent.days_since_illness"] == 6
    assert of_day(events=[over], day={"infection": {"state": "yes"}})["recent.days_since_illness"] == 0
    assert of_day(events=[{"type": "illness", "on": "2026-11-19"}])["recent.days_since_illness"] == 2


def test_an_injection_counts_only_where_lighter_days_were_chosen() -> None:
    medicines = [{"id": "m", "body": {"class": "interferon_beta"}}]
    doses = [{"medicine_id": "m", "status": "taken", "at": "2026-11-20T20:00:00+01:00"}]
    told = of_day(medicines=medicines, doses=doses)
    assert told["recent.hours_since_injection"] is None
    told = of_day(medicines=medicines, doses=doses, lighter=True)
    assert told["recent.hours_since_injection"] == 13


def test_days_away_and_open_messages() -> None:
    told = of_day([{"on": "2026-11-01"}, {"on": "2026-11-11"}], [{"message": "SAFE-13", "tier": "E3"}])
    assert told["recent.days_away"] == 10
    assert (told["open.tiers"], told["open.messages"]) == (["E3"], ["SAFE-13"])
