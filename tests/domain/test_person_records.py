"""What the records about a person keep: all that was said, and nothing that was not."""

from datetime import datetime
from typing import Any

import pytest

from backend.domain.records.allergy import Allergy
from backend.domain.records.appointment import Appointment
from backend.domain.records.bounds import CONTACT_ROLES
from backend.domain.records.care_card import CareCard
from backend.domain.records.contact import ROLES, Contact, in_order
from backend.domain.records.profile import Profile
from backend.schemas.records import load_set

WHOLE: list[tuple[type[Any], str, dict[str, Any]]] = [
    (
        Profile,
        "profile",
        {
            "mobility": "stick",
            "aids": [{"aid": "stick", "since_on": "2026-01-02", "hand": "left"}, {"aid": "afo"}],
            "conditions": ["multiple_sclerosis", "gout"],
            "goals": ["own_words"],
            "own_goal": "Walk round the pond",
            "movements": ["RST-01"],
            "left_out": ["STR-04"],
            "activities": ["water"],
            "equipment": ["chair"],
            "heat_sensitive": False,
            "clearance": "not_asked",
            "helper_available": True,
            "weaker_side": "right",
            "steroids": {"times": "2_4", "last_on": "2026-03-01", "route": "drip"},
            "alemtuzumab": {"ever": False},
            "minutes": 0,
            "days": ["mon", "sun"],
            "private": True,
        },
    ),
    (
        Appointment,
        "appointment",
        {
            "at": "2026-11-27T10:30:00+01:00",
            "on": "2026-11-27",
            "tz": "Europe/Berlin",
            "who": "Dr Meier",
            "questions": ["Why?\nWhen?", "How?"],
            "take_report": False,
            "agreed": "Rest",
            "note": "Bring the stick",
            "private": True,
        },
    ),
    (
        Contact,
        "contact",
        {
            "who": "Nurse line",
            "role": "ms_team",
            "number": "+49 30 1",
            "hours": "9 to 12",
            "note": "x",
            "private": True,
        },
    ),
    (Allergy, "allergy", {"what": "Penicillin", "reaction": "Rash", "private": True}),
    (
        CareCard,
        "care_card",
        {
            "country": "ZZ",
            "emergency_number": "112",
            "help": [{"text": "Hold my arm"}, {"relief": "cool_down"}],
            "alert_cards": ["Alert card, in the purse"],
            "private": True,
        },
    ),
]


@pytest.mark.parametrize(("record", "kind", "body"), WHOLE, ids=[kind for _, kind, _ in WHOLE])
def test_a_whole_record_goes_there_and_back(record: type[Any], kind: str, body: dict[str, Any]) -> None:
    assert load_set(kind, body) == body, "the wire takes it"
    assert record.from_body(body).to_body() == body


@pytest.mark.parametrize(("record", "kind", "body"), WHOLE, ids=[kind for _, kind, _ in WHOLE])
def test_what_was_not_said_is_not_told(record: type[Any], kind: str, body: dict[str, Any]) -> None:
    assert record.from_body({}).to_body() == {}
    assert record.from_body(dict.fromkeys(body)).to_body() == {}


def test_an_answer_of_no_is_kept_apart_from_no_answer() -> None:
    assert Profile.from_body({"heat_sensitive": False}).heat_sensitive is False
    assert Profile.from_body({}).heat_sensitive is None
    assert Profile.from_body({"alemtuzumab": {"ever": False}}).to_body() == {"alemtuzumab": {"ever": False}}


def test_a_visit_without_a_day_is_always_to_come() -> None:
    now = datetime.fromisoformat("2026-11-27T10:30:00+01:00")
    assert not Appointment().is_over(now, "2026-11-27")
    assert Appointment.from_body({"at": "2026-11-27T09:30:00Z"}).is_over(now, "2026-11-27")
    assert not Appointment.from_body({"at": "2026-11-27T10:31:00+01:00"}).is_over(now, "2026-11-27")
    assert not Appointment(on="2026-11-27").is_over(now, "2026-11-27")
    assert Appointment(on="2026-11-26").is_over(now, "2026-11-27")


def test_a_visit_written_with_its_instant_alone_knows_its_day() -> None:
    assert Appointment.from_body({"at": "2026-11-27T00:30:00+13:00"}).on == "2026-11-27"


def test_the_ms_team_is_called_first() -> None:
    assert set(ROLES) == set(CONTACT_ROLES)
    people = [
        Contact("A"),
        Contact("B", "other"),
        Contact("D", "doctor"),
        Contact("C", "doctor"),
        Contact("Z", "ms_team"),
    ]
    assert [one.who for one in in_order(people)] == ["Z", "C", "D", "B", "A"]
