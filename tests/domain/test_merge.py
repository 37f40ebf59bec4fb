"""Merging: what one op does to one record."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.domain.merge import CONFLICT, OK, Impossible, Op, Outcome, State, merge


def put(op: str, was: dict[str, str | None] | None = None, kind: str = "symptom", **values: Any) -> Op:
    return Op(op, "put", kind, values, was or {})


def created(**values: Any) -> State:
    return merge(None, put("a", **values)).state


def test_creating_takes_every_field_and_names_the_op_that_set_it() -> None:
    outcome = merge(None, put("a", severity_nrs=6, note=None))
    assert outcome.status == OK
    assert outcome.state.body == {"severity_nrs": 6, "note": None}
    assert outcome.state.fop == {"severity_nrs": "a", "note": "a"}


def test_two_phones_editing_different_fields_both_count() -> None:
    state = created(severity_nrs=6)
    one = merge(state, put("b", {"note": None}, note="worse on stairs")).state
    two = merge(one, put("c", {"severity_nrs": "a"}, severity_nrs=7))
    assert two.status == OK and two.state.body == {"severity_nrs": 7, "note": "worse on stairs"}


def test_two_phones_editing_the_same_field_keep_the_first_and_remember_the_second() -> None:
    state = merge(created(severity_nrs=6), put("b", {"severity_nrs": "a"}, severity_nrs=7)).state
    outcome = merge(state, put("c", {"severity_nrs": "a"}, severity_nrs=3))
    assert outcome.status == CONFLICT
    assert outcome.state.body["severity_nrs"] == 7
    assert outcome.lost == {"severity_nrs": 3} and outcome.state.conf == ("c",)


def test_the_same_value_from_both_phones_is_no_conflict_and_keeps_its_first_author() -> None:
    state = merge(created(severity_nrs=6), put("b", {"severity_nrs": "a"}, severity_nrs=7)).state
    outcome = merge(state, put("c", {"severity_nrs": "a"}, severity_nrs=7))
    assert outcome.status == OK and outcome.state.fop["severity_nrs"] == "b"


def test_one_phone_editing_a_field_five_times_never_conflicts_with_itself() -> None:
    state, last = created(severity_nrs=1), "a"
    for number in range(5):
        outcome = merge(state, put(f"e{number}", {"severity_nrs": last}, severity_nrs=number + 2))
        assert outcome.status == OK
        state, last = outcome.state, f"e{number}"
    assert state.body["severity_nrs"] == 6


def test_drug_dose_and_unit_are_one_field_and_never_mix() -> None:
    old, mine, theirs = (
        {"name": "A", "dose_text": d, "unit_text": u} for d, u in (("10", "mg"), ("20", "mg"), ("10", "ml"))
    )
    state = merge(None, Op("a", "put", "medicine", {"regimen": old})).state
    state = merge(state, Op("b", "put", "medicine", {"regimen": mine}, {"regimen": "a"})).state
    outcome = merge(state, Op("c", "put", "medicine", {"regimen": theirs}, {"regimen": "a"}))
    assert outcome.state.body["regimen"] == mine and outcome.lost == {"regimen": theirs}


def test_a_delete_that_saw_the_newest_state_applies() -> None:
    outcome = merge(created(severity_nrs=6), Op("b", "del", "symptom", base="a"))
    assert outcome.status == OK and outcome.state.deleted


def test_a_delete_that_missed_an_edit_is_kept_aside_and_the_entry_stays() -> None:
    state = merge(created(severity_nrs=6), put("b", {"severity_nrs": "a"}, severity_nrs=7)).state
    outcome = merge(state, Op("c", "del", "symptom", base="a"))
    assert outcome.status == CONFLICT and not outcome.state.deleted and outcome.state.conf == ("c",)


def test_an_edit_beats_a_delete_it_had_not_seen() -> None:
    state = merge(created(severity_nrs=6), Op("b", "del", "symptom", base="a")).state
    outcome = merge(state, put("c", {"severity_nrs": "a"}, severity_nrs=7))
    assert not outcome.state.deleted and outcome.state.body["severity_nrs"] == 7
    assert outcome.state.conf == ("b",)


def test_f35_both_phones_deleting_is_no_conflict() -> None:
    state = merge(created(severity_nrs=6), Op("b", "del", "symptom", base="a")).state
    outcome = merge(state, Op("c", "del", "symptom", base="a"))
    assert outcome.status == OK and outcome.state.deleted and outcome.state.conf == ()


def test_undo_of_a_delete_brings_the_entry_back() -> None:
    state = merge(created(severity_nrs=6), Op("b", "del", "symptom", base="a")).state
    outcome = merge(state, Op("c", "restore", "symptom", base="b"))
    assert outcome.status == OK and not outcome.state.deleted and outcome.state.body == {"severity_nrs": 6}


def test_private_wins_a_conflict() -> None:
    state = merge(created(private=True), put("b", {"private": "a"}, private=False)).state
    outcome = merge(state, put("c", {"private": "a"}, private=True))
    assert outcome.state.body["private"] is True
    again = merge(
        merge(created(private=False), put("b", {"private": "a"}, private=True)).state,
        put("c", {"private": "x"}, private=False),
    )
    assert again.state.body["private"] is True and again.lost == {"private": False}


def test_preferences_take_the_last_word() -> None:
    state = merge(None, put("a", kind="preference", theme="dark")).state
    assert merge(state, put("b", kind="preference", theme="light")).state.body == {"theme": "light"}


def test_a_losing_edit_does_not_let_its_maker_delete_what_they_never_saw() -> None:
    state = merge(created(severity_nrs=6), put("b", {"severity_nrs": "a"}, severity_nrs=7)).state
    state = merge(state, put("c", {"severity_nrs": "a"}, severity_nrs=3)).state
    assert not merge(state, Op("d", "del", "symptom", base="c")).state.deleted


@pytest.mark.parametrize("t", ["del", "restore"])
def test_nothing_cannot_be_deleted_or_restored(t: str) -> None:
    with pytest.raises(Impossible) as caught:
        merge(None, Op("a", t, "symptom", base="x"))
    assert caught.value.code == "no_such_record"


FIELD = st.sampled_from(["severity_nrs", "note", "private"])
VALUE = st.one_of(st.integers(0, 3), st.booleans(), st.none())


@st.composite
def edits(draw: st.DrawFn) -> list[Op]:
    ops = [put("op0", severity_nrs=5, note=None, private=False)]
    for number in range(1, draw(st.integers(1, 12))):
        name = f"op{number}"
        seen = f"op{draw(st.integers(0, number - 1))}"
        kind = draw(st.sampled_from(["put", "put", "put", "del", "restore"]))
        if kind == "put":
            values = draw(st.dictionaries(FIELD, VALUE, min_size=1, max_size=3))
            ops.append(Op(name, "put", "symptom", values, dict.fromkeys(values, seen)))
        else:
            ops.append(Op(name, kind, "symptom", base=seen))
    return ops


@given(edits())
def test_every_value_is_shown_or_was_seen_when_overwritten_or_is_kept_as_lost(ops: list[Op]) -> None:
    state: State | None = None
    for op in ops:
        before, outcome = state, merge(state, op)
        for name, value in op.set.items():
            shown = outcome.state.body.get(name) == value
            assert shown or name in outcome.lost
            if before is not None and name in outcome.changed and op.t == "put":
                seen = before.fop.get(name) == op.was.get(name)
                assert seen or (name == "private" and value is True)
        if outcome.lost:
            assert op.id in outcome.state.conf and outcome.status == CONFLICT
        state = outcome.state


@given(edits())
def test_merging_never_changes_what_it_was_given(ops: list[Op]) -> None:
    state: State | None = None
    for op in ops:
        copy = (
            None
            if state is None
            else State(dict(state.body), dict(state.fop), state.cur_op, state.deleted, state.conf)
        )
        outcome: Outcome = merge(state, op)
        assert state == copy
        state = outcome.state


def test_f34_a_delete_on_top_of_an_own_edit_has_not_seen_what_met_it() -> None:
    """B edits and deletes without having read what A wrote meanwhile: the entry stays, with a question."""
    state = merge(
        created(severity_nrs=6), Op("a2", "put", "symptom", {"note": "x"}, {"note": None}, "a")
    ).state
    edited = merge(state, Op("b2", "put", "symptom", {"severity_nrs": 7}, {"severity_nrs": "a"}, "a")).state
    assert edited.cur_op not in ("a2", "b2")
    for base in ("a2", "b2"):
        outcome = merge(edited, Op("d", "del", "symptom", base=base))
        assert outcome.status == CONFLICT and not outcome.state.deleted and outcome.state.conf == ("d",)
    assert merge(edited, Op("d", "del", "symptom", base=edited.cur_op)).state.deleted


def test_a_delete_on_top_of_an_own_beginning_has_not_seen_what_met_it() -> None:
    """A day has one id for ever: begun on A with a note, and on B, which deletes its own without reading."""
    day = merge(None, Op("a1", "put", "daily", {"energy": "low"})).state
    day = merge(day, Op("a2", "put", "daily", {"note": "x"}, {"note": None}, "a1")).state
    met = merge(day, Op("b1", "put", "daily", {"energy": "low"}, {"energy": None})).state
    assert met.cur_op not in ("a1", "a2", "b1")
    for base in ("a2", "b1"):
        outcome = merge(met, Op("d", "del", "daily", base=base))
        assert outcome.status == CONFLICT and not outcome.state.deleted and outcome.state.conf == ("d",)
    assert merge(met, Op("d", "del", "daily", base=met.cur_op)).state.deleted


def test_an_edit_of_an_older_build_which_says_what_it_saw_of_fields_alone_may_be_deleted() -> None:
    state = merge(created(severity_nrs=6), put("b", {"severity_nrs": "a"}, severity_nrs=7)).state
    assert merge(state, Op("d", "del", "symptom", base="b")).state.deleted


def test_f38_edits_one_upon_the_other_keep_their_names_and_may_be_deleted() -> None:
    state = merge(
        created(severity_nrs=6), Op("b", "put", "symptom", {"note": "x"}, {"note": None}, "a")
    ).state
    state = merge(state, Op("c", "put", "symptom", {"severity_nrs": 7}, {"severity_nrs": "a"}, "b")).state
    assert state.cur_op == "c" and merge(state, Op("d", "del", "symptom", base="c")).state.deleted


def test_an_edit_that_saw_the_deletion_brings_the_entry_back_without_a_question() -> None:
    deleted = merge(created(severity_nrs=6), Op("b", "del", "symptom", base="a")).state
    state = merge(deleted, Op("c", "put", "symptom", {"severity_nrs": 6}, {"severity_nrs": "a"}, "b")).state
    assert not state.deleted and state.conf == ()
