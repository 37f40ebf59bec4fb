"""The demo story is the same every time, and tells what it is meant to tell."""

import json
from collections import Counter
from datetime import date, datetime, timedelta
from statistics import mean
from typing import Any

import pytest

from backend.cli import story
from backend.content import packs, vocabulary
from backend.domain.records import check_body
from backend.domain.usual import usual_entry
from backend.schemas.records import load_set

TODAY = date(2026, 11, 21)
STORY = story.build(TODAY)
MOVEMENTS = {
    one["id"]: one
    for name, pack in packs().items()
    if name.startswith("movements-")
    for one in json.loads(pack.data)["movements"]
}
QUESTIONS = json.loads(packs()["story"].data)["questions"]
FIRST = TODAY - timedelta(days=119)


def bodies(kind: str, tale: story.Story = STORY) -> list[dict[str, Any]]:
    """The bodies of a kind as they stand when the story ends, in the order they were first written."""
    found: dict[str, dict[str, Any]] = {}
    for op in tale.ops:
        if op["kind"] != kind:
            continue
        if op["t"] == "del":
            del found[op["id"]]
        else:
            found.setdefault(op["id"], {}).update(op["set"])
    return list(found.values())


def day_of(number: int) -> str:
    return (FIRST + timedelta(days=number)).isoformat()


def scores(days: range) -> list[int]:
    wanted = {day_of(number) for number in days}
    return [
        b["severity_nrs"]
        for b in bodies("symptom")
        if b["on"] in wanted and b["symptom"] == "pain" and b.get("severity_nrs") is not None
    ]


def test_the_same_day_gives_the_same_bytes() -> None:
    again = story.build(TODAY)
    assert json.dumps(again.ops) == json.dumps(STORY.ops)


@pytest.mark.parametrize("today", [TODAY, date(2026, 3, 30), date(2027, 10, 31), date(2028, 2, 29)])
def test_every_body_is_what_the_wire_takes(today: date) -> None:
    standing: dict[str, dict[str, Any]] = {}
    for op in story.build(today).ops:
        if op["t"] != "put":
            continue
        assert load_set(op["kind"], op["set"]) == op["set"], op
        body = standing.setdefault(op["id"], {})
        body.update(op["set"])
        assert check_body(op["kind"], body) is None, op


def test_ids_of_operations_are_unique_and_numbers_follow_time() -> None:
    assert len({op["op"] for op in STORY.ops}) == len(STORY.ops)
    assert [op["n"] for op in STORY.ops] == list(range(1, len(STORY.ops) + 1))
    made = [datetime.fromisoformat(op["made_at"]) for op in STORY.ops]
    assert made == sorted(made)
    assert made[-1].date() == TODAY
    assert made[0].date() == FIRST


def test_ids_of_records_tell_no_more_than_the_quarter_hour() -> None:
    for op in STORY.ops:
        if op["kind"] not in ("daily", "mood", "profile", "care_card", "safety"):
            milliseconds = int(op["id"].replace("-", "")[:12], 16)
            assert milliseconds % (15 * 60 * 1000) == 0


def test_the_usual_is_the_right_hip_at_five() -> None:
    entries = bodies("symptom")
    usual = usual_entry(entries, TODAY)
    assert usual is not None
    assert (usual["regions"], usual["severity_nrs"]) == ([{"region": "hip", "side": "right"}], 5)


def test_same_as_usual_names_an_entry_alike() -> None:
    created = [op for op in STORY.ops if op["kind"] == "symptom" and op["t"] == "put" and not op["was"]]
    by_id = {op["id"]: op["set"] for op in created}
    copies = [body for body in by_id.values() if body.get("same_as")]
    assert len(copies) > 20
    for body in copies:
        model = by_id[body["same_as"]]
        assert (body["severity_nrs"], body["regions"]) == (model["severity_nrs"], model["regions"])


def test_week_six_is_a_relapse_with_worse_numbers() -> None:
    assert min(scores(story.RELAPSE)) >= 6
    assert mean(scores(story.RELAPSE)) - mean(scores(range(24, 35))) > 2
    assert {b["on"] for b in bodies("symptom") if b["symptom"] == "numbness"} == {day_of(35), day_of(40)}
    states = [
        op["set"]
        for op in STORY.ops
        if op["kind"] == "event" and op["set"].get("type", "").startswith("relapse")
    ]
    assert len(states) == 3
    assert states[0]["on"] == day_of(35)


def test_there_is_an_injection_every_week_and_the_second_day_hurts_more() -> None:
    doses = [dose for dose in bodies("dose") if dose.get("body_site")]
    assert [dose["slot"][:10] for dose in doses] == [day_of(number) for number in range(4, 120, 7)]
    usual = mean(scores(range(90, 95)))
    after = [
        mean(scores(range(number + 2, number + 3)))
        for number in range(4, 117, 7)
        if number not in (32, 39) and scores(range(number + 2, number + 3))
    ]
    worse = sum(score >= usual + 1 for score in after)
    assert len(after) / 2 < worse < len(after)


def test_the_heat_wave_is_hot_and_stiff() -> None:
    hot = [b for b in bodies("daily") if b["heat"] == "yes"]
    assert {b["on"] for b in hot} <= {day_of(number) for number in story.HEAT_WAVE}
    cool = [b["stiffness_nrs"] for b in bodies("daily") if b["heat"] == "no"]
    assert mean(b["stiffness_nrs"] for b in hot) > mean(cool) + 2


def test_days_without_a_log_stay_empty() -> None:
    logged = {b["on"] for b in bodies("symptom")}
    empty = [number for number in range(120) if day_of(number) not in logged]
    assert 8 <= len(empty) <= 30
    several = [on for on, count in Counter(b["on"] for b in bodies("symptom")).items() if count > 1]
    assert len(several) > 20


def test_single_moments_are_there() -> None:
    symptoms = bodies("symptom")
    assert next(b for b in symptoms if b.get("hard_day")).get("severity_nrs") is None
    assert sum(b.get("private") is True for b in symptoms) == 1
    assert sum(bool(b.get("note")) for b in symptoms) >= 3
    assert [op["kind"] for op in STORY.ops if op["t"] == "del"] == ["symptom"]


def test_she_notes_more_than_her_pain() -> None:
    (profile,), (card,) = bodies("profile"), bodies("care_card")
    assert profile["mobility"] == "stick"
    assert card["emergency_number"] == "112"
    assert {contact["role"] for contact in bodies("contact")} == {"ms_team", "doctor", "caregiver"}
    tablets = [dose for dose in bodies("dose") if not dose.get("body_site")]
    assert len(tablets) == 2 * 14
    assert {mood["mood"] for mood in bodies("mood")} >= {"good", "so_so"}
    (told,) = bodies("story")
    assert set(told["answers"]) == {*(one["id"] for one in QUESTIONS), "wish", "worry"}
    assert [one["answer"] for one in bodies("safety")] == ["seen"]
    assert [bool(one.get("agreed")) for one in bodies("appointment")] == [True, False]
    assert profile["aids"][0]["checked_on"] == day_of(63)
    assert bodies("allergy")
    assert bodies("custom")


def test_what_she_tried_has_numbers_and_now_and_then_did_nothing() -> None:
    tried = [one for body in bodies("symptom") for one in body.get("relief", [])]
    pairs = [(one["before_nrs"], one["after_nrs"]) for one in tried if "before_nrs" in one]
    assert len(pairs) >= 15 and len(pairs) < len(tried)
    assert {before > after for before, after in pairs} == {True, False}
    assert any(body.get("falls", {}).get("count") for body in bodies("daily"))
    minutes = [one["minutes"] for body in bodies("symptom") for one in body.get("stops_me", [])]
    assert min(minutes) < 10 and max(minutes) >= 40


def test_she_moved_in_the_last_weeks_and_not_yet_today() -> None:
    sessions = bodies("session")
    assert len(sessions) > 10
    assert min(one["on"] for one in sessions) >= day_of(91)
    assert max(one["on"] for one in sessions) < day_of(119)
    outcomes = Counter(row["outcome"] for one in sessions for row in one["done"])
    assert set(outcomes) == {"done", "part", "stopped", "skipped"}
    for row in (row for one in sessions for row in one["done"]):
        variants = MOVEMENTS[row["movement"]]["variants"]
        assert any(one["position"] == row["position"] and "stick" in one["levels"] for one in variants), row


def test_one_caregiver_sees_and_one_no_longer_does() -> None:
    assert [(s.caregiver.name, s.live) for s in STORY.sharings] == [("Daniel", True), ("Mia", False)]
    seen = {"symptoms", "daily", "exercise", "requests", "appointments", "contacts", "observations"}
    assert set(STORY.sharings[0].read) == seen


def test_every_word_is_in_the_vocabulary() -> None:
    known = vocabulary()
    for body in bodies("symptom"):
        assert {body["symptom"]} <= known["symptoms"]
        assert {place["region"] for place in body.get("regions", [])} <= known["regions"]
        assert {relief["what"] for relief in body.get("relief", [])} <= known["reliefs"]
        assert {stop["activity"] for stop in body.get("stops_me", [])} <= known["activities"]
        for name in ("words", "patterns", "triggers"):
            assert set(body.get(name, [])) <= known[name], name
    changes = [change for body in bodies("daily") for change in body.get("symptoms", [])]
    assert {change["symptom"] for change in changes} <= known["symptoms"]
    assert {medicine["class"] for medicine in bodies("medicine")} <= known["medicine_classes"]
