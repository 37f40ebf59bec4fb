"""Sync, seen from outside: what a device sends is stored once, and what it may see comes once."""

import hashlib
import json
from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask

from backend.domain.ids import shared_id
from backend.extensions import db
from backend.models import Change
from backend.services.transaction import writing
from tests.api.exchange import Phone, edit
from tests.factories import make_op


def test_an_entry_of_one_phone_reaches_the_other(phone: Phone, tablet: Phone) -> None:
    op = make_op(phone.person.space, severity_nrs=6)
    assert phone.results(op) == ["ok"]
    [row] = tablet.new_rows()
    assert row["id"] == op["id"] and row["body"]["severity_nrs"] == 6
    assert (row["cur_op"], row["fop"]) == (op["op"], {})
    assert row["author"] == {"account": phone.person.id, "name": "Rosa"}


def test_that_nothing_was_seen_is_the_same_however_it_is_said(phone: Phone) -> None:
    op = make_op(phone.person.space, severity_nrs=6)
    said_by_null = {**op, "was": dict.fromkeys(op["set"])}
    assert [phone.results(one) for one in (said_by_null, op, {**op, "was": {}})] == [["ok"], ["dup"], ["dup"]]


@pytest.mark.parametrize("build", ["first", "second"])
def test_what_an_earlier_build_stored_may_still_come_again(phone: Phone, app: Flask, build: str) -> None:
    op = make_op(phone.person.space, severity_nrs=6)
    names = ("space", "id", "kind", "sv", "t", "was", "set", "base", "made_at", "made_tz")
    said = {name: op.get(name) for name in names} | {"was": dict.fromkeys(op["set"])}
    if build == "second":
        said = {name: value for name, value in said.items() if value is not None}
    text = json.dumps(said, sort_keys=True, separators=(",", ":"), ensure_ascii=build == "first")
    assert phone.results(op) == ["ok"]
    with app.app_context(), writing():
        db.session.execute(sa.update(Change).values(sha256=hashlib.sha256(text.encode()).hexdigest()))
    assert phone.results(op) == ["dup"]
    assert phone.push({**op, "set": {**op["set"], "severity_nrs": 7}})["results"][0]["code"] == "op_reused"


def test_a_row_names_the_ops_of_what_the_newest_did_not_set(phone: Phone, tablet: Phone) -> None:
    op = make_op(phone.person.space, severity_nrs=6)
    phone.results(op)
    tablet.new_rows()
    later = edit(tablet, op["id"], severity_nrs=3)
    assert tablet.results(later) == ["ok"]
    [row] = tablet.new_rows()
    assert row["cur_op"] == later["op"]
    assert row["fop"] == dict.fromkeys(set(op["set"]) - {"severity_nrs"}, op["op"])


def test_f03_the_same_op_sent_ten_times_is_one_row(phone: Phone) -> None:
    op = make_op(phone.person.space)
    assert [phone.results(op) for _ in range(10)] == [["ok"]] + [["dup"]] * 9
    assert len(phone.new_rows()) == 1


def test_f06_a_late_repeat_does_not_undo_a_newer_edit(phone: Phone) -> None:
    op = make_op(phone.person.space, severity_nrs=6)
    phone.results(op)
    phone.pull()
    assert phone.results(edit(phone, op["id"], severity_nrs=7)) == ["ok"]
    assert phone.results(op) == ["dup"]
    phone.pull()
    assert phone.rows[op["id"]]["body"]["severity_nrs"] == 7 and phone.rows[op["id"]]["conf"] == []


def test_f29_an_op_id_with_another_body_is_refused(phone: Phone) -> None:
    op = make_op(phone.person.space, severity_nrs=6)
    phone.results(op)
    other = {**op, "set": {**op["set"], "severity_nrs": 1}}
    assert phone.push(other)["results"] == [{"op": op["op"], "s": "rejected", "code": "op_reused"}]


def test_f30_different_fields_from_two_phones_both_count(phone: Phone, tablet: Phone) -> None:
    op = make_op(phone.person.space, severity_nrs=6)
    phone.results(op)
    phone.pull()
    tablet.pull()
    assert phone.results(edit(phone, op["id"], severity_nrs=7)) == ["ok"]
    assert tablet.results(edit(tablet, op["id"], hard_day=True)) == ["ok"]
    phone.pull()
    assert (
        phone.rows[op["id"]]["body"]["severity_nrs"] == 7 and phone.rows[op["id"]]["body"]["hard_day"] is True
    )


def test_f31_the_same_field_from_two_phones_keeps_both_and_names_the_loser(
    phone: Phone, tablet: Phone
) -> None:
    op = make_op(phone.person.space, severity_nrs=6)
    phone.results(op)
    phone.pull()
    tablet.pull()
    phone.results(edit(phone, op["id"], severity_nrs=7))
    late = edit(tablet, op["id"], severity_nrs=3)
    assert tablet.push(late)["results"] == [{"op": late["op"], "s": "conflict", "lost": ["severity_nrs"]}]
    for device in (phone, tablet):
        device.pull()
        row = device.rows[op["id"]]
        assert row["body"]["severity_nrs"] == 7 and row["conf"] == [late["op"]]
        assert row["lost"][0]["set"] == {"severity_nrs": 3} and row["lost"][0]["by"]["name"] == "Rosa"


def test_f34_an_edit_and_a_delete_leave_the_entry_visible_and_flagged(phone: Phone, tablet: Phone) -> None:
    op = make_op(phone.person.space)
    phone.results(op)
    tablet.pull()
    removal = make_op(phone.person.space, record=op["id"], t="del") | {"base": op["op"]}
    assert phone.results(removal) == ["ok"]
    assert tablet.results(edit(tablet, op["id"], severity_nrs=8)) == ["ok"]
    phone.pull()
    assert phone.rows[op["id"]]["deleted"] is False and phone.rows[op["id"]]["conf"] == [removal["op"]]


def test_delete_and_undo(phone: Phone, tablet: Phone) -> None:
    op = make_op(phone.person.space)
    removal = make_op(phone.person.space, record=op["id"], t="del") | {"base": op["op"]}
    back = make_op(phone.person.space, record=op["id"], t="restore") | {"base": removal["op"]}
    assert phone.results(op, removal) == ["ok", "ok"]
    assert tablet.new_rows() == []  # a first reading hears nothing of what was deleted before
    assert phone.results(back) == ["ok"]
    assert [row["deleted"] for row in tablet.new_rows()] == [False]


def test_a_first_reading_names_a_deleted_day_which_every_phone_would_begin_alike(
    phone: Phone, tablet: Phone
) -> None:
    day = shared_id(phone.person.space, "daily:2026-11-21")
    op = make_op(phone.person.space, kind="daily", record=day, on="2026-11-21", energy="low")
    removal = make_op(phone.person.space, kind="daily", record=day, t="del") | {"base": op["op"]}
    assert phone.results(op, removal) == ["ok", "ok"]
    [row] = tablet.new_rows()
    assert (row["deleted"], row["cur_op"]) == (True, removal["op"])
    assert tablet.results(edit(tablet, day, energy="usual") | {"base": removal["op"]}) == ["ok"]
    [row] = tablet.new_rows()
    assert row["body"]["energy"] == "usual" and row["conf"] == []


def test_a_later_delete_reaches_a_phone_that_knew_the_entry(phone: Phone, tablet: Phone) -> None:
    op = make_op(phone.person.space)
    phone.results(op)
    tablet.pull()
    phone.results(make_op(phone.person.space, record=op["id"], t="del") | {"base": op["op"]})
    assert [(row["id"], row["deleted"]) for row in tablet.new_rows()] == [(op["id"], True)]
    assert tablet.new_rows() == []


def test_one_bad_op_does_not_stop_the_others(phone: Phone) -> None:
    good, bad = make_op(phone.person.space), make_op(phone.person.space, severity_nrs=11)
    answers = {a["op"]: a for a in phone.push(bad, good)["results"]}
    assert answers[good["op"]]["s"] == "ok"
    assert answers[bad["op"]]["s"] == "rejected" and answers[bad["op"]]["code"] == "validation"
    assert "severity_nrs" in answers[bad["op"]]["details"]["fields"]


def test_a_later_op_on_a_refused_record_waits(phone: Phone) -> None:
    bad = make_op(phone.person.space, severity_nrs=11)
    after = make_op(phone.person.space, record=bad["id"], severity_nrs=4)
    answers = {a["op"]: a for a in phone.push(bad, after)["results"]}
    assert answers[after["op"]] == {"op": after["op"], "s": "later", "code": "waits_for_earlier"}


def test_a_later_op_waits_behind_one_that_cannot_be_applied(phone: Phone) -> None:
    """The server was put back to before the entry: nothing is there that a note could be taken out of."""
    entry = make_op(phone.person.space)
    cleared, after = (make_op(phone.person.space, record=entry["id"], note=note) for note in (None, "walked"))
    answers = {a["op"]: a for a in phone.push(cleared, after, make_op(phone.person.space))["results"]}
    assert answers[cleared["op"]]["code"] == "empty_entry"
    assert answers[after["op"]] == {"op": after["op"], "s": "later", "code": "waits_for_earlier"}
    assert [one["s"] for one in answers.values()] == ["rejected", "later", "ok"]
    assert phone.results(entry, cleared, after) == ["ok", "ok", "conflict"]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"kind": "unheard_of"}, "unknown_kind"),
        ({"sv": 99}, "unknown_kind"),
        ({"t": "split_in_two", "set": None, "was": None}, "unknown_type"),
    ],
)
def test_what_a_newer_app_may_send_stays_waiting(phone: Phone, change: dict[str, Any], code: str) -> None:
    op = {**make_op(phone.person.space), **change}
    assert phone.push(op)["results"] == [{"op": op["op"], "s": "later", "code": code}]


@pytest.mark.parametrize(
    "change",
    [
        {"id": "no"},
        {"space": 5},
        {"t": 5},
        {"made_at": "yesterday"},
        {"made_at": "2026-11-21T09:00:00"},
        {"sv": True},
        {"was": {"severity_nrs": 3}},
        {"set": []},
        {"author": "me"},
        {"seq": 1},
        {"n": -1},
    ],
)
def test_a_malformed_op_is_refused_alone(phone: Phone, change: dict[str, Any]) -> None:
    op = {**make_op(phone.person.space), **change}
    [answer] = phone.push(op)["results"]
    assert answer["s"] == "rejected" and answer["code"] == "malformed"
    assert phone.new_rows() == []


def test_a_date_that_is_not_the_one_written_in_the_instant_is_refused(phone: Phone) -> None:
    op = make_op(phone.person.space, on="2026-11-20")
    [answer] = phone.push(op)["results"]
    assert (answer["s"], answer["code"]) == ("rejected", "on_mismatch")


def test_f08_paging_brings_every_row_once_and_a_second_sync_nothing(phone: Phone, tablet: Phone) -> None:
    ops = [make_op(phone.person.space) for _ in range(23)]
    assert phone.results(*ops) == ["ok"] * 23
    tablet.pull(limit=5)
    assert set(tablet.rows) == {op["id"] for op in ops}
    assert tablet.new_rows() == []


def test_a_push_may_read_in_the_same_request(phone: Phone) -> None:
    op = make_op(phone.person.space)
    answer = phone.push(op, pull={"spaces": {phone.person.space: {"cursor": None, "marks": []}}})
    assert [row["id"] for row in answer["pull"]["spaces"][phone.person.space]["rows"]] == [op["id"]]
