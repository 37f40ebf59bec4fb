"""Which questions come when, and which messages wait: the cases the browser's twins read too."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backend.content import packs
from backend.domain.alerts import answer_of, counted, open_messages, sessions_allowed, to_store
from backend.domain.rhythm import answers_of, due
from backend.domain.safety import Found
from backend.schemas.records import load_set

PACK = json.loads(packs()["safety"].data)
VECTORS = Path(__file__).parents[1] / "vectors"
RHYTHM = json.loads((VECTORS / "rhythm.json").read_text(encoding="utf-8"))
ALERTS = json.loads((VECTORS / "alerts.json").read_text(encoding="utf-8"))
TODAY = "2026-11-21"


def named(cases: list[dict[str, Any]]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("case", cases, ids=[case["case"] for case in cases])


@named(RHYTHM["due"])
def test_the_questions_are_those_of_the_case(case: dict[str, Any]) -> None:
    assert due(PACK, case["facts"], case["asked"]) == case["groups"]


@named(RHYTHM["answers"])
def test_a_page_says_what_the_case_says(case: dict[str, Any]) -> None:
    assert answers_of(PACK, case["shown"], case["tapped"]) == case["answers"]


def test_a_day_holds_an_answer_to_every_question() -> None:
    body = {"checks": {one["id"]: "no" for one in PACK["questions"]}}
    assert len(load_set("safety", body)["checks"]) == len(PACK["questions"])


def test_every_rhythm_has_a_case() -> None:
    asked = {group["check"] for case in RHYTHM["due"] for group in case["groups"]}
    rhythms = {check["rhythm"] for check in PACK["checks"] if check["id"] in asked}
    assert rhythms == {check["rhythm"] for check in PACK["checks"]} == {"every", "changed", "week", "answer"}


@named(ALERTS["open"])
def test_the_open_messages_are_those_of_the_case(case: dict[str, Any]) -> None:
    found = open_messages(case["records"], PACK, TODAY)
    assert [{name: one[name] for name in ("message", "tier", "shown")} for one in found] == case["open"]


@named(ALERTS["store"])
def test_what_is_stored_is_what_the_case_says(case: dict[str, Any]) -> None:
    found = [Found(one["message"], one["tier"], "", "") for one in case["found"]]
    assert to_store(found, case["records"], PACK, case["given"], TODAY) == case["store"]


@named(ALERTS["counted"])
def test_the_answers_that_count_are_those_of_the_case(case: dict[str, Any]) -> None:
    assert counted(case["records"], TODAY) == case["counted"]


@named(ALERTS["sessions"])
def test_what_is_left_of_a_session_is_what_the_case_says(case: dict[str, Any]) -> None:
    waiting = open_messages(case["records"], PACK, TODAY)
    assert sessions_allowed(waiting, PACK, TODAY) == case["allowed"]


@pytest.mark.parametrize("case", ALERTS["answers"])
def test_an_answer_rests_a_message_as_long_as_the_case_says(case: dict[str, Any]) -> None:
    assert answer_of(case["tier"], case["answer"], PACK, TODAY) == case["fields"]


REGIONS = st.lists(st.sampled_from(["hip", "calf", "chest", "belly", "hand", "face", "foot"]), max_size=3)
ANSWER = st.sampled_from(["yes", "no", "not_sure"])


@given(regions=REGIONS, changed=REGIONS, usual=st.booleans(), say=st.lists(ANSWER, min_size=1, max_size=9))
@settings(max_examples=100, deadline=None)
def test_a_round_comes_to_its_end_and_asks_no_question_twice(
    regions: list[str], changed: list[str], usual: bool, say: list[str]
) -> None:
    facts: dict[str, Any] = {"entry.regions": regions, "place.changed": changed, "entry.usual": usual}
    told: dict[str, str] = {}
    for _ in range(12):
        now = {**facts, **{f"checks.{name}": answer for name, answer in told.items()}}
        asked = [name for one in due(PACK, now, {"given": told, "today": TODAY}) for name in one["questions"]]
        if not asked:
            return
        assert len(asked) == len(set(asked)) and not set(asked) & told.keys()
        told.update({name: say[i % len(say)] for i, name in enumerate(asked)})
    raise AssertionError("the questions did not end")
