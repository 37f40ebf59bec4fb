"""Merging: two versions looked at, and words erased for good."""

from typing import Any

import pytest

from backend.domain.merge import CONFLICT, OK, Impossible, Op, State, merge
from tests.domain.test_merge import created, put


def resolve(op: str, ops: tuple[str, ...], was: dict[str, str | None] | None = None, **values: Any) -> Op:
    return Op(op, "resolve", "symptom", values, was or {}, ops=ops)


def in_two_versions() -> State:
    state = merge(created(severity_nrs=6), put("b", {"severity_nrs": "a"}, severity_nrs=7)).state
    return merge(state, put("c", {"severity_nrs": "a"}, severity_nrs=3)).state


def test_reviewing_without_a_value_keeps_the_shown_one() -> None:
    outcome = merge(in_two_versions(), resolve("r", ("c", "unheard")))
    assert outcome.status == OK and outcome.state.conf == () and outcome.state.cur_op == "r"
    assert outcome.state.body == {"severity_nrs": 7} and outcome.state.fop == {"severity_nrs": "b"}


def test_reviewing_may_take_the_value_that_lost() -> None:
    outcome = merge(in_two_versions(), resolve("r", ("c",), {"severity_nrs": "b"}, severity_nrs=3))
    assert outcome.status == OK and outcome.state.conf == ()
    assert outcome.state.body == {"severity_nrs": 3} and outcome.state.fop == {"severity_nrs": "r"}


def test_f37_a_second_review_that_says_otherwise_is_a_conflict_of_its_own() -> None:
    first = merge(in_two_versions(), resolve("r", ("c",), {"severity_nrs": "b"}, severity_nrs=3)).state
    second = merge(first, resolve("s", ("c",), {"severity_nrs": "b"}, severity_nrs=5))
    assert second.status == CONFLICT and second.lost == {"severity_nrs": 5}
    assert second.state.conf == ("s",) and second.state.body == {"severity_nrs": 3}


def test_only_a_review_takes_private_back_from_a_conflict() -> None:
    state = merge(created(severity_nrs=6), put("b", {"private": None}, private=False)).state
    state = merge(state, put("c", {"private": None}, private=True)).state
    assert state.body["private"] is True
    assert merge(state, put("d", {"private": "b"}, private=False)).state.body["private"] is True
    assert merge(state, resolve("r", ("c",), {"private": "c"}, private=False)).state.body["private"] is False


def test_reviewing_a_deletion_it_names_brings_the_entry_back_without_a_new_question() -> None:
    deleted = merge(created(severity_nrs=6), Op("b", "del", "symptom", base="a")).state
    outcome = merge(deleted, resolve("r", ("b",), {"severity_nrs": "a"}, severity_nrs=5))
    assert not outcome.state.deleted and outcome.state.conf == () and outcome.came_or_went


def test_erasing_leaves_nothing_and_nothing_comes_back_unknowing() -> None:
    erased = merge(in_two_versions(), Op("e", "erase", "symptom")).state
    assert erased == State({}, {}, "e", deleted=True, erased=True)
    for op in (put("x", {"severity_nrs": "b"}, severity_nrs=1), put("y", severity_nrs=1)):
        with pytest.raises(Impossible, match="erased"):
            merge(erased, op)
    with pytest.raises(Impossible, match="erased"):
        merge(erased, Op("z", "restore", "symptom", base="e"))
    assert merge(erased, Op("d", "del", "symptom", base="c")).state == erased
    assert merge(erased, Op("f", "erase", "symptom")).state == erased


def test_a_new_word_that_saw_the_erasing_begins_anew() -> None:
    """One record a day has one id: the day must stay writable."""
    erased = merge(created(severity_nrs=6), Op("e", "erase", "daily")).state
    outcome = merge(erased, put("n", {"severity_nrs": "e"}, kind="daily", severity_nrs=2))
    assert outcome.state == State({"severity_nrs": 2}, {"severity_nrs": "n"}, "n")


def test_f25_erasing_what_is_not_there_leaves_a_tombstone() -> None:
    state = merge(None, Op("e", "erase", "symptom")).state
    assert state.erased and state.deleted
