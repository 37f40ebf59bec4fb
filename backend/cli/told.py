"""What the demo person tells once: her Pain Story, a visit, a message, a new stick. All invented."""

from collections.abc import Sequence
from datetime import date, timedelta

from backend.cli.pen import TIME_ZONE, Pen, local
from backend.domain.ids import shared_id

STORY_DAY, RELAPSE_DAY, VISIT_DAY, STICK_DAY, CHECK_DAY, ASKED_DAY = 20, 35, 47, 56, 63, 112


def write(pen: Pen, days: Sequence[date]) -> None:
    """Everything of this page."""
    _story_of_the_hip(pen, days[STORY_DAY])
    _message(pen, days[RELAPSE_DAY])
    _visits(pen, days)
    _stick(pen, days[STICK_DAY], days[CHECK_DAY])


def _story_of_the_hip(pen: Pen, on: date) -> None:
    answers = {
        "course": {"choices": ["comes_and_goes", "hours"]},
        "start": {"choices": ["gradual", "over_3_months"]},
        "with_others": {"choices": ["neither_one"]},
        "better": {"choices": ["heat_pack", "change_position"]},
        "worse": {"choices": ["long_sitting", "walking_more"]},
        "before": {"choices": ["had_before", "same"], "text": "Two winters ago"},
        "stops": {
            "choices": ["sitting", "sleeping", "walking"],
            "numbers": {"sit_still": 25, "fall_asleep": 30, "wakings": 2, "walk": 10},
        },
        "spread": {"choices": ["over_area", "above_knee"]},
        "side": {"choices": ["weaker_leg"]},
        "changed": {"choices": ["walking_amount"]},
        "injection": {"choices": ["worse_24_48", "knees_hips"]},
        "own_words": {"text": "Like a toothache in the hip."},
        "wish": {"text": "To sit through a film again."},
        "worry": {"text": "That I walk it worse."},
    }
    told = {
        "on": on.isoformat(),
        "label": "Right hip ache",
        "reviewed_on": on.isoformat(),
        "answers": answers,
    }
    pen.put("story", told, local(on, 15, 0))


def _message(pen: Pen, on: date) -> None:
    """The day the relapse began: shown, then seen by her clinic."""
    at = local(on, 9, 40)
    shown = {
        "message_id": "SAFE-08",
        "tier": "E3",
        "on": on.isoformat(),
        "at": at.isoformat(),
        "tz": TIME_ZONE,
    }
    pen.put("safety", {**shown, "answer": "seen"}, at, shared_id(pen.space, f"SAFE-08:{on.isoformat()}"))


def _visits(pen: Pen, days: Sequence[date]) -> None:
    """One that was, and the one that comes."""
    on = days[VISIT_DAY]
    agreed = "Muscle relaxant to try for eight weeks. Physiotherapist to look at the stick."
    was = {"at": local(on, 11, 0).isoformat(), "who": "Neurology clinic", "agreed": agreed}
    pen.put("appointment", was, local(on, 13, 15))
    comes = local(days[-1] + timedelta(days=6), 10, 30)
    asked = ["Is the knee from the way I walk?", "Why is the second day after the injection the worst?"]
    visit = {"at": comes.isoformat(), "who": "Neurology clinic", "take_report": True, "questions": asked}
    pen.put("appointment", visit, local(days[ASKED_DAY], 18, 30))


def _stick(pen: Pen, on: date, checked: date) -> None:
    """A new one, and two weeks later a physiotherapist's look at it."""
    new = {"type": "new_aid", "on": on.isoformat(), "detail": "A new stick, left hand."}
    pen.put("event", new, local(on, 12, 45))
    aid = {"aid": "stick", "since_on": on.isoformat(), "hand": "left", "checked_on": checked.isoformat()}
    pen.change(shared_id(pen.space, "profile"), {"aids": [aid]}, local(checked, 16, 20))
