"""The strip of a day, mood and the Pain Story keep what was said, and say nothing of their own."""

from dataclasses import fields
from typing import Any

import pytest

from backend.domain.records.daily import Changed, Daily
from backend.domain.records.mood import Mood
from backend.domain.records.story import Answer, Story
from backend.schemas.records import SCHEMAS, load_set

DAY: dict[str, Any] = {
    "on": "2026-11-21",
    "energy": "low",
    "sleep_hours": 6.5,
    "sleep_quality": "poor",
    "fatigue_nrs": 7,
    "stiffness_nrs": 0,
    "stress_nrs": 3,
    "spasms": "1_2",
    "symptoms": [{"symptom": "numbness", "change": "new"}],
    "intimate": [{"symptom": "bladder", "change": "worse"}, {"symptom": "sexual", "change": "usual"}],
    "heat": "a_bit",
    "infection": {"state": "maybe", "type": "urine"},
    "sitting_minutes": 120,
    "standing_minutes": 30,
    "wheelchair_hours": 4,
    "active_minutes": {"easy": 20, "moderate": 0},
    "falls": {"count": 1, "near": 0, "injured": False},
    "note": "Long day.",
    "private": True,
}
MIND: dict[str, Any] = {
    "on": "2026-11-21",
    "mood": "low",
    "anxious": True,
    "alone_too_much": False,
    "phq2": [2, 0],
    "private": True,
}
TOLD: dict[str, Any] = {
    "on": "2026-11-01",
    "label": "Right hip ache",
    "answers": {
        "start": {"choices": ["gradual", "months"], "on": "2026-05-01"},
        "stops": {"choices": ["sleeping"], "numbers": {"fall_asleep": 40, "wakings": 0}},
        "wish": {"text": "To sit through a film."},
    },
    "reviewed_on": "2026-11-20",
    "note": "Ask the physio.",
    "private": False,
}


@pytest.mark.parametrize(
    ("kind", "record", "body"), [("daily", Daily, DAY), ("mood", Mood, MIND), ("story", Story, TOLD)]
)
def test_a_whole_body_comes_back_as_it_was(kind: str, record: Any, body: dict[str, Any]) -> None:
    assert load_set(kind, body) == body, "the wire takes it"
    assert record.from_body(body).to_body() == body
    assert set(body) == set(SCHEMAS[kind]().fields) == {field.name for field in fields(record)}


@pytest.mark.parametrize(("kind", "record"), [("daily", Daily), ("mood", Mood), ("story", Story)])
def test_what_was_taken_back_is_not_said(kind: str, record: Any) -> None:
    nothing = {**dict.fromkeys(SCHEMAS[kind]().fields), "on": "2026-11-21"}
    assert record.from_body(nothing).to_body() == {"on": "2026-11-21"}


def test_zero_and_no_are_answers() -> None:
    day = Daily.from_body({"on": "2026-11-21", "stress_nrs": 0, "private": False})
    assert (day.stress_nrs, day.fatigue_nrs) == (0, None)
    assert Mood.from_body({"on": "2026-11-21", "anxious": False}).to_body()["anxious"] is False
    assert Answer.from_body({"numbers": {"wakings": 0}}).to_body() == {"numbers": {"wakings": 0}}


def test_a_number_that_was_taken_back_is_not_zero() -> None:
    assert Answer.from_body({"choices": [], "numbers": {"wakings": None}}).to_body() == {}


def test_intimate_symptoms_stay_apart() -> None:
    day = Daily.from_body(DAY)
    assert day.intimate == (Changed("bladder", "worse"), Changed("sexual", "usual"))
    assert day.symptoms == (Changed("numbness", "new"),)
