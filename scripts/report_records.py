"""What made-up diaries hold besides pain: the strips of the days, events, and what is told once."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

LAST = date(2026, 11, 21)
Rec = dict[str, Any]


def on(ago: int) -> str:
    return (LAST - timedelta(days=ago)).isoformat()


def rec(kind: str, record_id: str, **said: Any) -> Rec:
    body = {name: its for name, its in said.items() if its is not None}
    return {"id": record_id, "kind": kind, "body": body}


def days_of(chance: Random, reach: int) -> Iterator[Rec]:
    """Strips, moods, sessions, plans and messages."""
    for ago in range(0, reach, chance.choice((2, 3, 5))):
        yield rec("daily", f"daily-{ago:03}", **_strip(chance, ago))
        if chance.random() < 0.2:
            yield rec(
                "mood",
                f"mood-{ago:03}",
                on=on(ago),
                mood=chance.choice(("good", "so_so", "low")),
                phq2=[1, chance.randrange(4)],
            )
        if chance.random() < 0.4:
            yield rec("session", f"session-{ago:03}", on=on(ago), **_moved(chance))
        if chance.random() < 0.4:
            for order in range(3):
                yield rec(
                    "plan_item",
                    f"plan-{ago:03}-{order}",
                    on=on(ago),
                    order=order,
                    session_no=chance.choice((1, 2, None)),
                )
        if chance.random() < 0.1:
            message = chance.choice(("SAFE-01", "SAFE-14", "SAFE-24", "SAFE-99"))
            tier, answer = chance.choice(("E1", "E2", "E3", "E5")), chance.choice(("seen", "not_now", None))
            yield rec("safety", f"safety-{ago:03}", on=on(ago), message_id=message, tier=tier, answer=answer)


def _moved(chance: Random) -> dict[str, Any]:
    movements = chance.sample(("ROM-01", "ROM-02", "STR-01", "RST-03", "of no pack"), 3)
    outcomes = ("done", "part", "skipped", "stopped")
    return {
        "done": [{"movement": one, "outcome": chance.choice(outcomes)} for one in movements],
        "pain_before_nrs": chance.choice((3, 5, None)),
        "pain_after_nrs": chance.choice((2, 4)),
        "felt": chance.choice(("easier", "same", "worse", None)),
    }


def _strip(chance: Random, ago: int) -> dict[str, Any]:
    full: dict[str, Any] = {
        "sleep_hours": chance.choice((4.5, 6, 7, 8.5)),
        "energy": chance.choice(("usual", "low", "very_low")),
        "sitting_minutes": chance.choice((20, 45, 90)),
        "standing_minutes": chance.choice((5, 15)),
        "wheelchair_hours": chance.choice((1, 2.5, 6)),
        "active_minutes": chance.choice(({"walking": 20, "wheeling": None}, {"walking": 5}, {})),
        "falls": {"count": chance.choice((0, 1, 2)), "injured": chance.choice((True, False, None))},
        "infection": {"state": chance.choice(("yes", "no")), "type": chance.choice(("urine", "chest", None))},
        "symptoms": [{"symptom": one, "change": chance.choice(("new", "worse", "usual"))}
                     for one in chance.sample(("fatigue", "numbness", "low_mood"), 2)],
        "intimate": [{"symptom": "bladder", "change": chance.choice(("new", "worse", "usual"))}],
    }  # fmt: skip
    return {"on": on(ago), **{name: its for name, its in full.items() if chance.random() < 0.4}}


def about(chance: Random, number: int) -> Iterator[Rec]:
    """Medicines, events, visits, own words, and what is told once."""
    yield rec("custom", "own-trigger", vocabulary="triggers", label="The long stairs")
    yield rec(
        "medicine",
        "ended",
        **{"class": "painkiller"},
        regimen={"name": "Old drops"},
        started_on=on(500),
        stopped_on=on(chance.choice((20, 200))),
        effect="same",
    )
    yield rec("medicine", "bare")
    yield rec("dose", "dose-bare", medicine_id="bare", slot=f"{on(3)}T08:00", status="skipped")
    for name, ago, beside in (("a", 2, None), ("b", 2, None), ("c", 4, None), ("d", 4, "dose-c")):
        slot = f"{on(ago)}T08:00"
        said = {"medicine_id": "bare", "slot": slot, "status": "taken", "at": f"{slot}:00+01:00"}
        yield rec("dose", f"dose-{name}", **said, **({"beside": beside} if beside else {}))
    for count, kind in enumerate(("relapse_over", "steroid_course", "infusion", "fall", "new_aid")):
        ago = chance.randrange(140)
        until, detail = (
            chance.choice((None, on(max(0, ago - 9)))),
            chance.choice((None, "Numb leg.\nTwo days.")),
        )
        regions = chance.choice((None, [{"region": "hip", "side": "left"}]))
        yield rec(
            "event", f"event-{count}", type=kind, on=on(ago), until_on=until, detail=detail, regions=regions
        )
    for count, ago in enumerate(chance.sample((-12, -3, 0, 9, 45, 80), number % 4)):
        questions = chance.choice((None, ["Why at night?", "What else?", "Is it the hip?", "And the knee?"]))
        yield rec(
            "appointment",
            f"visit-{count}",
            on=on(ago),
            questions=questions,
            agreed=chance.choice((None, "Physiotherapy.")),
        )
    yield rec("appointment", "visit-some-day", questions=["Whenever it is?"])
    if number % 5 != 4:
        yield _profile(chance)
    if number % 3 == 0:
        yield _story(chance)


def _profile(chance: Random) -> Rec:
    return rec(
        "profile", "profile",
        mobility=chance.choice(("unaided", "stick", None)),
        weaker_side=chance.choice(("left", "not_sure", "neither", None)),
        heat_sensitive=chance.choice((True, False, None)),
        aids=[{"aid": "stick", "hand": chance.choice(("left", "right")), "since_on": on(500)},
              {"aid": "wheelchair_manual", "checked_on": on(60)}],
        conditions=chance.choice((["multiple_sclerosis", "osteoarthritis"], ["gout"], None)),
        goals=["climb_stairs", "own_words"], own_goal=chance.choice(("The pond", None)),
        steroids={"times": chance.choice(("never", "2_4", "not_sure")), "route": "drip", "last_on": on(300)},
        alemtuzumab=chance.choice(({"ever": True, "last_on": on(900)}, {"ever": False}, None)),
    )  # fmt: skip


def _story(chance: Random) -> Rec:
    answers = {
        "course": {"choices": ["comes_and_goes", "hours"]},
        "start": {"choices": ["gradual", "weeks_ago"]},
        "better": {"choices": ["heat_pack", "rest"]},
        "worse": {"choices": ["stress", "own-trigger"]},
        "stops": {
            "choices": ["walking", "sleeping"],
            "numbers": {"wakings": chance.randrange(5), "fall_asleep": 40},
        },
        "before": {"choices": ["had_before", "same"], "text": "Last winter, {} and all."},
        "own_words": {"text": "Like a vice.\nMost nights."},
        "wish": {"text": "To sleep."},
        "worry": {"text": "That it stays."},
    }
    return rec(
        "story",
        "story",
        label=chance.choice(("Hip", None)),
        on=on(20),
        reviewed_on=chance.choice((on(5), None)),
        answers=answers,
    )
