"""What the demo person notes besides her pain: herself, her medicines, her mood, her people. All invented."""

from collections.abc import Sequence
from datetime import date, timedelta

from backend.cli.pen import TIME_ZONE, Pen, local
from backend.domain.ids import shared_id

TABLET_TIMES = ("08:00", "20:00")
TABLET_DAYS = 14
MOODS = ("good", "so_so", "so_so", "good", "low", "so_so", "good")


def write(pen: Pen, days: Sequence[date]) -> None:
    """Everything of this page, written over the days of the story."""
    _herself(pen, days[2])
    _whom_to_call(pen, days[3])
    _tablets(pen, days)
    _moods(pen, days)


def _herself(pen: Pen, on: date) -> None:
    made = local(on, 17, 5)
    pen.put(
        "profile",
        {
            "mobility": "stick",
            "heat_sensitive": True,
            "helper_available": True,
            "clearance": "yes",
            "conditions": ["multiple_sclerosis", "osteoarthritis"],
            "equipment": ["chair", "bed", "strap", "pillow"],
            "goals": ["sit_film", "climb_stairs"],
            "own_goal": "Walk round the pond without thinking of my hip.",
            "aids": [{"aid": "stick", "since_on": (on - timedelta(days=200)).isoformat(), "hand": "left"}],
            "steroids": {"times": "2_4", "route": "drip"},
            "weaker_side": "right",
            "minutes": 8,
            "days": ["mon", "wed", "fri", "sun"],
        },
        made,
        shared_id(pen.space, "profile"),
    )
    pen.put("custom", {"vocabulary": "triggers", "label": "Long phone calls"}, made + timedelta(minutes=4))


def _whom_to_call(pen: Pen, on: date) -> None:
    made = local(on, 11, 0)
    people = (
        ("MS clinic, nurse line", "ms_team", "+49 30 5550 0101", "Mon to Fri, 9 to 12"),
        ("Dr Amsel", "doctor", "+49 30 5550 0102", None),
        ("Daniel", "caregiver", "+49 30 5550 0103", None),
    )
    for who, role, number, hours in people:
        pen.put(
            "contact",
            {"who": who, "role": role, "number": number, **({"hours": hours} if hours else {})},
            made,
        )
    pen.put("allergy", {"what": "Penicillin", "reaction": "Rash"}, made)
    pen.put(
        "care_card",
        {
            "country": "DE",
            "emergency_number": "112",
            "help": [{"relief": "cool_down"}, {"relief": "heat_pack"}, {"text": "Short walks with rests"}],
        },
        made,
        shared_id(pen.space, "care_card"),
    )


def _tablets(pen: Pen, days: Sequence[date]) -> None:
    medicine = pen.put(
        "medicine",
        {
            "class": "muscle_relaxant",
            "started_on": days[49].isoformat(),
            "effect": "better",
            "side_effects": ["drowsy"],
            "regimen": {
                "name": "Relaxant tablets",
                "dose_text": "1",
                "unit_text": "tablet",
                "times": list(TABLET_TIMES),
                "days": [],
                "route": "By mouth",
            },
        },
        local(days[49], 9, 30),
    )
    for on in days[-1 - TABLET_DAYS : -1]:
        for hour in (8, 20):
            at = local(on, hour, pen.chance.randrange(5, 40))
            pen.put(
                "dose",
                {
                    "medicine_id": medicine,
                    "slot": f"{on.isoformat()}T{hour:02}:00",
                    "at": at.isoformat(),
                    "tz": TIME_ZONE,
                    "status": "taken",
                },
                at + timedelta(minutes=1),
            )


def _moods(pen: Pen, days: Sequence[date]) -> None:
    for number, on in enumerate(days[-28:-1]):
        if number % 3 == 1:
            pen.put(
                "mood",
                {"on": on.isoformat(), "mood": MOODS[number % len(MOODS)]},
                local(on, 21, 50),
                shared_id(pen.space, f"mood:{on.isoformat()}"),
            )


def this_morning(pen: Pen, on: date) -> None:
    """What she told of the last day so far: a short night, little energy, warm air."""
    body = {
        "on": on.isoformat(),
        "sleep_hours": 5.5,
        "sleep_quality": "poor",
        "energy": "low",
        "stiffness_nrs": 6,
        "heat": "a_bit",
        "spasms": "1_2",
    }
    pen.put("daily", body, local(on, 6, 50), shared_id(pen.space, f"daily:{on.isoformat()}"))
