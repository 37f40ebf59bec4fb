"""Medicines, doses and events: what a body says comes back as it was said."""

from typing import Any

import pytest
from marshmallow import ValidationError

from backend.domain.records.dose import Dose
from backend.domain.records.event import Event
from backend.domain.records.medicine import Medicine
from backend.schemas.records import load_set

REGIMEN: dict[str, Any] = {
    "name": "Plegridy",
    "dose_text": "125",
    "unit_text": "micrograms",
    "times": ["19:30"],
    "days": [],
    "every_days": 14,
    "from_on": "2026-11-06",
    "route": "Injection under the skin",
}
MEDICINE: dict[str, Any] = {
    "class": "interferon_beta",
    "regimen": REGIMEN,
    "started_on": "2026-01-01",
    "effect": "unsure",
    "side_effects": ["drowsy"],
    "private": True,
}
DOSE: dict[str, Any] = {
    "medicine_id": "01939c6e-7a00-7000-8000-000000000001",
    "slot": "2026-11-20T23:30",
    "at": "2026-11-21T00:10:00+01:00",
    "on": "2026-11-21",
    "tz": "Europe/Zurich",
    "status": "taken",
    "body_site": "thigh_left",
    "reactions": ["flu_like"],
    "beside": "01939c6e-7a00-7000-8000-000000000002",
}
EVENT: dict[str, Any] = {
    "type": "fall",
    "on": "2026-11-21",
    "detail": "On the stairs",
    "regions": [{"region": "knee", "side": "left"}],
}


@pytest.mark.parametrize(
    ("kind", "shape", "body"),
    [("medicine", Medicine, MEDICINE), ("dose", Dose, DOSE), ("event", Event, EVENT)],
)
def test_a_body_comes_back_as_it_was_said_and_the_wire_takes_it(kind: str, shape: Any, body: Any) -> None:
    assert shape.from_body(body).to_body() == body
    assert shape.from_body({}).to_body() == {}
    assert load_set(kind, body) == body


def test_a_regimen_is_written_whole() -> None:
    written = Medicine.from_body({"regimen": {"name": "Baclofen"}}).to_body()["regimen"]
    assert set(written) == set(REGIMEN)
    assert written["dose_text"] is None


@pytest.mark.parametrize("count", [0, 1, 91, 2.5, True, "14"])
def test_a_count_of_days_has_bounds(count: Any) -> None:
    with pytest.raises(ValidationError):
        load_set("medicine", {"regimen": {**REGIMEN, "every_days": count}})


def test_the_day_of_stopping_is_the_first_without_it() -> None:
    medicine = Medicine(started_on="2026-11-01", stopped_on="2026-11-21")
    days = ("2026-10-31", "2026-11-01", "2026-11-20", "2026-11-21")
    assert [medicine.in_use(on) for on in days] == [False, True, True, False]


def test_a_dose_after_midnight_is_for_the_day_before() -> None:
    assert Dose.from_body(DOSE).day == "2026-11-20"
    assert Dose().day is None
