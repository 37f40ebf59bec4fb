"""Safety messages: the cases the browser's twin reads too, and what holds for any answers."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backend.content import packs
from backend.domain import sharing
from backend.domain.safety import TIERS, holds, messages, questions

PACK = json.loads(packs()["safety"].data)
VECTORS = json.loads((Path(__file__).parents[1] / "vectors" / "safety.json").read_text(encoding="utf-8"))
CASES = VECTORS["messages"]
TYPES: dict[str, st.SearchStrategy[Any]] = {
    "number": st.integers(0, 30),
    "truth": st.booleans(),
    "text": st.sampled_from(["yes", "a_bit", "no", "2_4", "never", "pain"]),
    "list": st.lists(
        st.sampled_from(["hip", "chest", "calf", "eye", "opioid", "vision", "band_chest"]), max_size=4
    ),
}
ANSWERS = st.sampled_from(["yes", "no", "not_sure", None])
ANY_FACTS = st.fixed_dictionaries(
    {},
    optional={one["id"]: TYPES[one["type"]] | st.none() for one in PACK["inputs"]}
    | {f"checks.{one['id']}": ANSWERS for one in PACK["questions"]},
)


@pytest.mark.parametrize("case", VECTORS["operators"], ids=[case["case"] for case in VECTORS["operators"]])
def test_an_operator_does_what_the_case_says(case: dict[str, Any]) -> None:
    assert holds(case["rule"], case["facts"]) is case["holds"]


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_a_message_is_due_when_the_case_says(case: dict[str, Any]) -> None:
    tiers = {one.tier for one in messages(PACK, case["facts"]) if one.message == case["message"]}
    if case["tier"] is None:
        assert not tiers
    else:
        assert (case["tier"] in tiers) is case["fires"]


@pytest.mark.parametrize("fires", [True, False])
def test_every_rule_has_a_case(fires: bool) -> None:
    rules = {(one["id"], rule["tier"]) for one in PACK["messages"] for rule in one["rules"]}
    told = {(case["message"], case["tier"]) for case in CASES if case["fires"] is fires}
    assert rules <= told


def test_an_operator_nobody_knows_is_an_error() -> None:
    with pytest.raises(ValueError, match="no operator xor"):
        holds({"xor": []}, {})


def test_silence_raises_no_alarm() -> None:
    assert messages(PACK, {}) == []
    assert questions(PACK, {}) == []


def test_what_is_asked_follows_from_the_entry() -> None:
    asked = questions(PACK, {"entry.regions": ["chest"]})
    assert asked[:2] == ["first_time", "different"]
    assert "leg_swollen" not in asked
    assert len(asked) == len(set(asked))


def test_every_message_of_mood_stays_with_the_person() -> None:
    scopes = {one["id"]: one["scopes"] for one in PACK["messages"]}
    assert scopes["SAFE-24"] == scopes["SAFE-24b"] == []


def test_a_caregiver_is_shown_only_what_one_scope_opens() -> None:
    """Sharing knows the pack's answer by heart, since the domain reads no content."""
    for message in PACK["messages"]:
        opened = sharing.scope_of("safety", {"message_id": message["id"]})
        assert opened == ("safety" if message["scopes"] == ["safety"] else None), message["id"]
    assert "checks" not in sharing.visible_body(
        "safety", {"checks": {"urine_change": "yes"}}, {"safety", "intimate"}
    )


def test_what_rests_on_intimate_answers_is_intimate() -> None:
    intimate = {f"checks.{one['id']}" for one in PACK["questions"] if one.get("scope") == "intimate"}
    for message in PACK["messages"]:
        read = {name for name in intimate if name in json.dumps(message["rules"])}
        assert not read or "intimate" in message["scopes"], message["id"]


def test_what_tells_of_medicines_needs_their_scope_too() -> None:
    read = re.compile(r"profile\.(?:medicine_classes|alemtuzumab|steroids)|rise_after_injections")
    for message in PACK["messages"]:
        named = all(read.search(json.dumps(rule["when"])) for rule in message["rules"])
        # SAFE-16 also fires for belly pain alone, so it tells nothing of what is taken.
        if named and message["id"] != "SAFE-16" and message["scopes"]:
            assert "medicines" in message["scopes"], message["id"]


def test_an_emergency_begins_with_the_call() -> None:
    for message in PACK["messages"]:
        for rule in message["rules"]:
            if rule["tier"] == "E1" and message["id"] not in ("SAFE-24b", "SAFE-26", "SAFE-28"):
                assert rule.get("opens", message["text"][0]).startswith("Call {emergency} now."), message[
                    "id"
                ]
            if rule["tier"] == "E1":
                assert "{emergency}" in " ".join([rule.get("opens", ""), *message["text"]]), message["id"]


@given(facts=ANY_FACTS)
@settings(max_examples=300, deadline=None)
def test_any_answers_are_weighed_and_the_most_urgent_comes_first(facts: dict[str, Any]) -> None:
    found = messages(PACK, facts)
    tiers = [TIERS.index(one.tier) for one in found]
    assert tiers == sorted(tiers)
    assert len({one.message for one in found}) == len(found)


@given(facts=ANY_FACTS, alarm=st.sampled_from(PACK["questions"]))
@settings(max_examples=300, deadline=None)
def test_one_alarm_more_takes_no_emergency_away(facts: dict[str, Any], alarm: dict[str, Any]) -> None:
    """Only questions that calm (checked before, known heat blur, flu-like) may lower by a yes."""
    calming = {"checked_before", "heat_blur", "blur_cleared", "flu_like"}
    if alarm["id"] in calming:
        return
    before = {one.message for one in messages(PACK, facts) if one.tier == "E1"}
    after = {
        one.message for one in messages(PACK, {**facts, f"checks.{alarm['id']}": "yes"}) if one.tier == "E1"
    }
    assert before <= after
