"""Every message can be reached: from what was logged, through the questions that come, to its tier."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backend.content import packs
from backend.domain.facts import facts
from backend.domain.history import Body
from backend.domain.known import Known
from backend.domain.rhythm import due
from backend.domain.safety import messages

PACK = json.loads(packs()["safety"].data)
TODAY, NOW = "2026-11-21", "2026-11-21T10:00:00+01:00"


def day(ago: int) -> str:
    return f"2026-11-{21 - ago:02d}"


def pain(*regions: str, nrs: int | None = 5, ago: int = 0, **more: Any) -> Body:
    places = [{"region": one, "side": "right"} for one in regions]
    return {"on": day(ago), "symptom": "pain", "severity_nrs": nrs, "regions": places, **more}


def strip(**said: Any) -> Body:
    return {"on": TODAY, **said}


def medicine(*classes: str) -> list[Body]:
    return [{"id": one, "body": {"class": one}} for one in classes]


def changed(symptom: str, change: str = "new") -> Body:
    return strip(symptoms=[{"symptom": symptom, "change": change}])


KNEE_WEEKS = [pain("knee", ago=ago) for ago in (1, 3, 5, 8, 10, 13)]
HIP_DAYS = [pain("hip", nrs=4, ago=ago) for ago in range(1, 12)]
STRONG = [pain("hip", nrs=9, ago=ago) for ago in (1, 2, 3)]
LOW = [{"on": day(ago), "mood": "low"} for ago in range(8)]
FELL = strip(falls={"count": 1})
BLOCKED = strip(intimate=[{"symptom": "constipation", "change": "new"}])
BRIEF = {"at": "2026-11-21T06:00:00+01:00"}
INJECTED: Any = {
    "medicines": medicine("interferon_beta"),
    "doses": [
        {"medicine_id": "interferon_beta", "status": "taken", "at": f"2026-{at}T20:00:00+01:00"}
        for at in ("10-20", "10-27", "11-03", "11-10", "11-17")
    ],
    "past": {
        "symptoms": [
            {**pain("hip", nrs=nrs), "on": f"2026-{on}", "at": f"2026-{on}T{hour}:00:00+01:00"}
            for week in (("10-21", "10-22", "10-25"), ("10-28", "10-29", "11-01"),
                         ("11-04", "11-05", "11-08"), ("11-11", "11-12", "11-15"))
            for on, nrs in zip(week, (7, 7, 4), strict=True)
            for hour in ("08", "10")
        ]
    },
}  # fmt: skip

WAYS: list[tuple[str, str, dict[str, Any], str]] = [
    ("SAFE-01", "E1", {"entry": pain("chest")}, "breathless"),
    ("SAFE-01", "E1", {"entry": pain("belly")}, "upper_belly sweating"),
    ("SAFE-01b", "E5", {"entry": pain("upper_back", patterns=["band_chest"])}, "checked_before"),
    ("SAFE-01c", "E2", {"entry": pain("upper_back", words=["tight_band"])}, "first_time"),
    ("SAFE-02", "E1", {"entry": pain("calf")}, "coughing_blood"),
    ("SAFE-03", "E2", {"entry": pain("calf")}, "leg_warm leg_new"),
    ("SAFE-03", "E2", {"entry": pain("calf")}, "still_lately leg_new"),
    ("SAFE-04", "E1", {"entry": pain("lower_back")}, "saddle_numb"),
    ("SAFE-05", "E2", {"entry": pain("knee")}, "joint_swollen joint_hot"),
    ("SAFE-05b", "E1", {"entry": pain("knee")}, "joint_swollen joint_hot very_unwell"),
    ("SAFE-06", "E2", {"entry": pain("lower_back")}, "fever"),
    ("SAFE-06", "E1", {"entry": pain("hip", nrs=9)}, "fever neck_stiff"),
    ("SAFE-07", "E1", {"entry": {"on": TODAY, "symptom": "weakness"}}, "one_side_weak within_minutes"),
    ("SAFE-07", "E1", {"entry": pain("head")}, "worst_headache within_minutes"),
    ("SAFE-08", "E3", {"entry": pain("hip"), "day": changed("numbness")}, "pain_new lasts_day"),
    ("SAFE-08b", "E2", {"day": changed("balance", "worse")}, "cannot_walk"),
    ("SAFE-09", "E3", {"day": changed("spasms", "worse")}, "urine_burns"),
    ("SAFE-09", "E2", {"day": changed("spasms", "worse")}, "urine_burns flank_or_blood"),
    ("SAFE-10", "E2", {"entry": pain("eye")}, "sight_worse"),
    ("SAFE-10b", "E1", {"day": changed("vision")}, "sight_lost"),
    ("SAFE-10c", "E3", {"entry": pain("head", patterns=["behind_eye"])}, ""),
    ("SAFE-11", "E1", {"day": changed("swallowing")}, "choking"),
    ("SAFE-11", "E2", {"entry": {"on": TODAY, "symptom": "swallowing"}}, "swallow_new"),
    ("SAFE-12", "E3", {"entry": pain("face")}, "face_new"),
    ("SAFE-12", "E2", {"entry": pain("face")}, "face_new cannot_eat"),
    ("SAFE-13", "E3", {"entry": pain("hip"), "profile": {"steroids": {"times": "2_4"}}}, "worse_standing"),
    ("SAFE-13", "E3", {"past": {"symptoms": HIP_DAYS}, "medicines": medicine("steroid")}, ""),
    ("SAFE-13b", "E2", {"entry": pain("hip")}, "cannot_bear_weight"),
    ("SAFE-14", "E1", {"events": [{"type": "fall", "on": TODAY}]}, "head_hit"),
    ("SAFE-14", "E1", {"entry": pain("hip")}, "cannot_bear_weight after_fall"),
    ("SAFE-14", "E2", {"day": FELL, "profile": {"conditions": ["osteoporosis"]}}, "bone_pain"),
    ("SAFE-15", "E2", {"entry": pain("lower_back")}, "weight_loss"),
    ("SAFE-16", "E1", {"entry": pain("belly")}, "vomiting"),
    ("SAFE-16", "E1", {"medicines": medicine("anti_inflammatory")}, "blood_gut"),
    ("SAFE-17", "E4", {"past": {"symptoms": KNEE_WEEKS}}, ""),
    ("SAFE-18", "E3", {"past": {"symptoms": STRONG}}, ""),
    ("SAFE-19", "E1", {"profile": {"alemtuzumab": {"ever": True, "last_on": day(2)}}}, "sudden_headache"),
    ("SAFE-19", "E1", {"profile": {"alemtuzumab": {"ever": True}}}, "sudden_headache infusion_recent"),
    ("SAFE-19b", "E2", {"profile": {"alemtuzumab": {"ever": True}}}, "bruising"),
    ("SAFE-20", "E5", INJECTED, ""),
    ("SAFE-20b", "E1", {"medicines": medicine("interferon_beta")}, "face_throat_swollen"),
    ("SAFE-20b", "E2", {"medicines": medicine("interferon_beta")}, "site_broken"),
    ("SAFE-21", "E2", {"medicines": medicine("muscle_relaxant")}, "relaxant_missed"),
    ("SAFE-21b", "E1", {"medicines": medicine("muscle_relaxant")}, "relaxant_missed rigid"),
    ("SAFE-22", "E5", {"medicines": medicine("nerve_pain_antiseizure")}, "alcohol"),
    ("SAFE-22", "E1", {"medicines": medicine("opioid")}, "slow_breathing"),
    ("SAFE-23", "E4", {"medicines": medicine("anti_inflammatory"), "profile": {"conditions": ["ulcer"]}}, ""),
    ("SAFE-24", "E4", {"past": {"moods": LOW}}, ""),
    ("SAFE-24", "E3", {"past": {"moods": LOW}}, "mood_worse"),
    ("SAFE-24b", "E1", {"mood": {"on": TODAY, "mood": "low"}}, "not_want_to_live"),
    ("SAFE-25", "E3", {"entry": pain("buttock", triggers=["skin_sore"])}, "skin_patch"),
    ("SAFE-25", "E2", {"profile": {"conditions": ["pressure_sore"]}}, "skin_patch skin_infected"),
    ("SAFE-26", "E1", {"session": {"running": True}}, "faint"),
    ("SAFE-26", "E2", {"session": {"running": True}}, "sight_worse"),
    ("SAFE-26", "E4", {"session": {"running": True}}, "joint_sharp"),
    ("SAFE-26", "E5", {"session": {"running": True}}, "heat_blur blur_cleared"),
    ("SAFE-27", "E5", {"session": BRIEF}, "up_two_hours"),
    ("SAFE-27", "E3", {"session": {"at": "2026-11-20T06:00:00+01:00"}}, "up_day"),
    ("SAFE-28", "E1", {"day": strip(heat="yes")}, "collapsed"),
    ("SAFE-28", "E2", {"day": strip(heat="yes")}, "sight_worse"),
    ("SAFE-28", "E5", {"entry": pain("hip", triggers=["hot_humid"])}, "hot_weak"),
    ("SAFE-29", "E5", {"day": changed("drowsy", "worse")}, "drowsy_dizzy"),
    ("SAFE-30", "E3", {"entry": pain("neck", patterns=["shock_neck_bend"])}, "shock_new"),
    ("SAFE-30", "E1", {"entry": pain("neck", patterns=["shock_neck_bend"])}, "arm_leg_weak"),
    ("SAFE-31", "E4", {"entry": pain("hand")}, "hand_night"),
    ("SAFE-32", "E3", {"entry": pain("hand")}, "three_joints"),
    ("SAFE-32", "E2", {"entry": pain("foot")}, "red_toe"),
    ("SAFE-33", "E4", {"medicines": medicine("opioid")}, "no_stool"),
    ("SAFE-33", "E1", {"day": BLOCKED}, "no_stool vomiting"),
    ("SAFE-34", "E3", {"events": [{"type": "fall", "on": day(3)}, {"type": "fall", "on": day(9)}]}, ""),
    ("SAFE-35", "E4", {"stories": [{"on": day(1), "answers": {"before": {"choices": ["different"]}}}]}, ""),
    ("SAFE-36", "E5", {"entry": pain("shin")}, ""),
]  # fmt: skip


def walk(known: dict[str, Any], yes: set[str]) -> tuple[dict[str, str], dict[str, str]]:
    """All answers of a round in which only these are yes, and the messages with their tiers."""
    given: dict[str, str] = {}
    while True:
        now = facts(Known(**{"today": TODAY, "now": NOW, **known, "checks": given}))  # type: ignore[typeddict-item]
        of_day = facts(Known(**{"today": TODAY, "now": NOW, **known, "checks": given, "entry": None}))  # type: ignore[typeddict-item]
        groups = due(PACK, now, {"given": given, "of_day": of_day, "today": TODAY})
        if not groups:
            return given, {one.message: one.tier for one in messages(PACK, now)}
        given |= {name: "yes" if name in yes else "no" for group in groups for name in group["questions"]}


@pytest.mark.parametrize(
    ("message", "tier", "known", "yes"), WAYS, ids=[f"{w[0]} {w[1]} {w[3]}" for w in WAYS]
)
def test_a_message_is_reached_through_its_questions(message: str, tier: str, known: Any, yes: str) -> None:
    given, found = walk(known, set(yes.split()))
    assert set(yes.split()) <= given.keys(), "a question it rests on was never asked"
    assert found.get(message) == tier


def test_there_is_a_way_to_every_message_at_every_tier() -> None:
    ways = {(way[0], way[1]) for way in WAYS}
    assert ways == {(one["id"], rule["tier"]) for one in PACK["messages"] for rule in one["rules"]}


READS_NO_ANSWER = {
    one["id"] for one in PACK["messages"] if any("checks." not in json.dumps(r["when"]) for r in one["rules"])
}
ENTRY = st.builds(
    pain, st.sampled_from(["hip", "calf", "belly", "hand", "face", "foot", "head"]), nrs=st.integers(0, 10)
)
PAST = st.lists(
    st.builds(pain, st.sampled_from(["hip", "calf", "neck"]), nrs=st.integers(0, 10), ago=st.integers(1, 20))
)


@given(entry=ENTRY, symptoms=PAST, low=st.booleans(), fall=st.booleans())
@settings(max_examples=150, deadline=None)
def test_without_any_answer_only_what_the_diary_itself_shows_is_said(
    entry: Body, symptoms: list[Body], low: bool, fall: bool
) -> None:
    moods = LOW if low else []
    known = Known(
        entry=entry,
        day=strip(falls={"count": int(fall)}),
        past={"symptoms": symptoms, "moods": moods},
        today=TODAY,
        now=NOW,
    )
    found = messages(PACK, facts(known))
    assert {one.message for one in found} <= READS_NO_ANSWER
    assert not [one for one in found if one.tier in ("E1", "E2")]
