"""Sharing: who may do what, and what of a record somebody sees."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.domain import sharing
from backend.domain.sharing import Access, may, narrows, refusal, scope_of, visible_body

OWNER = Access("owner", "rosa")
BODY = {
    "at": "2026-11-21T09:41:27+01:00",
    "on": "2026-11-21",
    "severity_nrs": 6,
    "note": "canary",
    "own_words": "like glass",
    "private": False,
    "same_as": "x",
    "beside": "y",
    "regions": [{"region": "hip", "side": "right"}],
}


@pytest.mark.parametrize("action", sorted(sharing.GRANTS))
def test_the_owner_may_do_everything_in_the_table_and_a_stranger_nothing(action: str) -> None:
    assert may(action, OWNER)
    assert not may(action, None)


@pytest.mark.parametrize(
    ("action", "allowed"),
    [
        ("records.read", True),
        ("overview.read", True),
        ("records.write", True),
        ("history.read", False),
        ("shares.manage", False),
        ("looks.read", False),
    ],
)
def test_a_caregiver_reads_and_never_manages(action: str, allowed: bool) -> None:
    assert may(action, Access("caregiver", "daniel")) is allowed


def test_notes_and_own_words_need_their_own_scope() -> None:
    shown = visible_body("symptom", BODY, {"symptoms"})
    assert "note" not in shown and "own_words" not in shown and shown["severity_nrs"] == 6
    assert visible_body("symptom", BODY, {"symptoms", "notes"})["note"] == "canary"


def test_what_a_pain_story_says_in_own_words_needs_the_scope_of_notes() -> None:
    story = {
        "label": "canary",
        "answers": {"worry": {"text": "canary"}, "tempo": {"choices": ["constant"], "text": None}},
    }
    shown = visible_body("story", story, {"symptoms"})
    assert "canary" not in str(shown)
    assert shown["answers"]["tempo"] == {"choices": ["constant"]}
    assert visible_body("story", story, {"symptoms", "notes"}) == story


def test_a_caregiver_sees_times_to_the_quarter_hour_rounded_down() -> None:
    assert visible_body("symptom", BODY, {"symptoms"})["at"] == "2026-11-21T09:30:00+01:00"


@given(
    st.sets(st.sampled_from(sharing.SCOPES)),
    st.sampled_from(sorted(sharing.KIND_SCOPE)),
    st.sampled_from(sorted(sharing.NEVER)),
)
def test_reasons_and_links_are_never_shown_whatever_is_granted(read: set[str], kind: str, name: str) -> None:
    assert name not in visible_body(kind, {name: "x", "on": "2026-11-21"}, read)


@pytest.mark.parametrize(
    ("kind", "body", "scope"),
    [
        ("symptom", {}, "symptoms"),
        ("custom", {}, "symptoms"),
        ("event", {"type": "relapse"}, "daily"),
        ("event", {"type": "infusion"}, "medicines"),
        ("observation", {"type": "tired"}, "observations"),
        ("observation", {"type": "coming"}, "requests"),
        ("preference", {}, None),
        ("share", {}, None),
        ("safety", {"message_id": "SAFE-24b"}, None),
        ("safety", {"message_id": "CHECK"}, None),
        ("safety", {"message_id": "SAFE-01"}, "safety"),
        ("safety", {"message_id": "SAFE-04"}, None),
        ("safety", {"message_id": "SAFE-19"}, None),
        ("unheard_of", {}, None),
    ],
)
def test_each_kind_has_its_scope(kind: str, body: dict[str, Any], scope: str | None) -> None:
    assert scope_of(kind, body) == scope


@pytest.mark.parametrize(
    ("kind", "said", "may"),
    [
        ("symptom", {"severity_nrs"}, True),
        ("symptom", {"severity_nrs", "confirmed"}, False),
        ("symptom", {"confirmed_as"}, False),
        ("session", {"done", "helped_by"}, True),
        ("session", {"felt"}, False),
        ("session", {"pain_before_nrs"}, False),
        ("symptom", {"note"}, False),
    ],
)
def test_what_only_the_person_can_know_nobody_says_for_them(kind: str, said: set[str], may: bool) -> None:
    helper = Access(
        "caregiver", "daniel", frozenset(sharing.DEFAULT_READ), frozenset({"symptoms", "exercise"})
    )
    assert sharing.may_say(helper, kind, said) is may
    assert sharing.may_say(OWNER, kind, said)


def test_seeing_requests_lets_nobody_write_more_than_the_answer() -> None:
    helper = Access("caregiver", "daniel", frozenset({"requests"}))
    assert refusal(helper, "put", "observation", "requests", None) is None
    assert refusal(helper, "put", "request", "requests", None) == "no_right"
    assert refusal(helper, "put", "observation", "observations", None) == "no_right"
    blind = Access("caregiver", "daniel", frozenset({"symptoms"}))
    assert refusal(blind, "put", "observation", "requests", None) == "no_right"
    assert sharing.is_answer({"type": "coming", "about": "x", "at": "now", "text": None})
    assert not sharing.is_answer({"type": "coming", "about": "x", "text": "Soon"})
    assert not sharing.is_answer({"type": "coming"})


def test_medicine_names_and_intimate_answers_have_groups_of_their_own() -> None:
    assert visible_body("medicine", {"class": "steroid", "regimen": {"name": "X"}}, {"medicines"}) == {
        "class": "steroid"
    }
    assert visible_body("daily", {"on": "2026-11-21", "intimate": ["bladder"]}, {"daily"}) == {
        "on": "2026-11-21"
    }


@pytest.mark.parametrize(
    ("op_type", "kind", "author", "code"),
    [
        ("put", "symptom", None, None),
        ("put", "symptom", "daniel", None),
        ("put", "symptom", "rosa", "not_author"),
        ("del", "symptom", "rosa", "not_author"),
        ("del", "symptom", "daniel", None),
        ("put", "plan", None, "no_right"),
    ],
)
def test_a_caregiver_writes_only_what_is_granted_and_only_their_own(
    op_type: str, kind: str, author: str | None, code: str | None
) -> None:
    daniel = Access("caregiver", "daniel", frozenset({"symptoms"}), frozenset({"symptoms", "exercise"}))
    assert refusal(daniel, op_type, kind, scope_of(kind, {}), author) == code


def test_without_a_written_right_a_caregiver_writes_nothing() -> None:
    assert (
        refusal(Access("caregiver", "daniel", frozenset(sharing.SCOPES)), "put", "symptom", "symptoms", None)
        == "no_right"
    )


NOW = {"read": ["symptoms", "daily"], "write": ["symptoms"], "until": "2026-12-01", "state": "active"}


@pytest.mark.parametrize(
    ("wanted", "answer"),
    [
        ({}, True),
        ({"read": ["symptoms"]}, True),
        ({"read": []}, True),
        ({"read": ["symptoms", "mood"]}, False),
        ({"write": ["daily"]}, False),
        ({"until": "2026-11-25"}, True),
        ({"until": "2027-01-01"}, False),
        ({"until": None}, False),
        ({"state": "paused"}, True),
        ({"state": "ended"}, True),
    ],
)
def test_only_less_counts_as_narrowing(wanted: dict[str, Any], answer: bool) -> None:
    assert narrows(NOW, wanted) is answer


def test_going_on_after_a_pause_is_giving_again() -> None:
    assert not narrows({**NOW, "state": "paused"}, {"state": "active"})
