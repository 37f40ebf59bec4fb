"""Sync, seen from outside: what a device sends is stored once, and what it may see comes once."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from webtest import TestApp

from backend.extensions import db
from backend.models import Change
from tests.api.exchange import Phone
from tests.factories import Person, make_account, make_id, make_op, make_share, sign_in


@pytest.fixture
def rosa(app: Flask, clock: Any) -> Person:
    return make_account(app)


@pytest.fixture
def phone(app: Flask, rosa: Person) -> Phone:
    return Phone(sign_in(app, rosa), rosa)


@pytest.fixture
def tablet(app: Flask, rosa: Person) -> Phone:
    return Phone(sign_in(app, rosa), rosa)


def edit(phone: Phone, record: str, **fields: Any) -> dict[str, Any]:
    op = make_op(phone.person.space, kind=phone.rows[record]["kind"], record=record, **fields)
    op["was"] = {name: phone.rows[record]["fop"].get(name) for name in fields}
    return op


def test_an_entry_of_one_phone_reaches_the_other(phone: Phone, tablet: Phone) -> None:
    op = make_op(phone.person.space, severity_nrs=6)
    assert phone.results(op) == ["ok"]
    [row] = tablet.new_rows()
    assert (
        row["id"] == op["id"] and row["body"]["severity_nrs"] == 6 and row["fop"]["severity_nrs"] == op["op"]
    )
    assert row["author"] == {"account": phone.person.id, "name": "Rosa"}


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


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"kind": "unheard_of"}, "unknown_kind"),
        ({"sv": 99}, "unknown_kind"),
        ({"t": "resolve", "set": None, "was": None}, "not_taken_yet"),
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
        {"t": "drop"},
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


def test_marks_are_confirmed_in_a_later_answer(phone: Phone) -> None:
    phone.push(make_op(phone.person.space))
    first = phone.marks[phone.person.space][-1]
    assert phone.push(make_op(phone.person.space))["confirmed"] == {phone.person.space: first}


def test_f22_a_restored_server_is_noticed_by_a_mark(app: Flask, phone: Phone) -> None:
    phone.push(make_op(phone.person.space))
    with app.app_context():  # another timeline: the same numbers, other tags
        db.session.query(Change).update({"tag": "0" * 16})
        db.session.commit()
    op = make_op(phone.person.space)
    answer = phone.push(op)
    assert answer["lost"] == [phone.person.space] and answer["results"] == []
    phone.marks = {}
    assert phone.results(op) == ["ok"]


def test_f21_a_cursor_of_another_timeline_starts_anew(app: Flask, phone: Phone) -> None:
    phone.push(make_op(phone.person.space))
    phone.pull()
    with app.app_context():
        db.session.query(Change).update({"tag": "0" * 16})
        db.session.commit()
    body = {
        "proto": 1,
        "account": phone.person.id,
        "device": phone.device,
        "spaces": {phone.person.space: {"cursor": phone.cursors[phone.person.space]}},
    }
    part = phone.client.post_json("/api/v1/sync/pull", body).json["spaces"][phone.person.space]
    assert part["reset"] is True and "rows" not in part


def test_a_forged_cursor_starts_anew_and_a_forged_mark_is_lost(phone: Phone) -> None:
    body = {
        "proto": 1,
        "account": phone.person.id,
        "device": phone.device,
        "spaces": {phone.person.space: {"cursor": "Zm9yZ2Vk", "marks": []}},
    }
    answer = phone.client.post_json("/api/v1/sync/pull", body).json
    assert answer["spaces"][phone.person.space]["reset"] is True
    body["spaces"][phone.person.space]["marks"] = ["Zm9yZ2Vk"]
    assert phone.client.post_json("/api/v1/sync/pull", body).json["lost"] == [phone.person.space]


def test_no_number_of_the_space_is_on_the_wire(phone: Phone, tablet: Phone) -> None:
    phone.push(make_op(phone.person.space))
    assert '"seq"' not in json.dumps(tablet.pull()) and '"head"' not in json.dumps(tablet.pull())


def test_f62_ops_of_another_account_are_refused_whole(app: Flask, phone: Phone) -> None:
    other = make_account(app)
    body = {"proto": 1, "account": other.id, "device": phone.device, "ops": [make_op(phone.person.space)]}
    answer = phone.client.post_json("/api/v1/sync/push", body, status=409)
    assert answer.json["error"]["code"] == "account_mismatch" and phone.new_rows() == []


def test_a_device_id_of_another_account_is_refused(app: Flask, phone: Phone) -> None:
    phone.pull()
    other = make_account(app)
    thief = Phone(sign_in(app, other), other)
    thief.device = phone.device
    assert thief.push(status=409)["error"]["code"] == "device_of_other_account"


def test_f49_a_new_device_id_in_the_same_session_is_told_what_arrived_last(phone: Phone) -> None:
    phone.push(make_op(phone.person.space))
    before, phone.device = phone.device, make_id()
    answer = phone.push()
    assert answer["previous"]["device"] == before and answer["previous"]["last_received_at"].endswith("Z")


def test_a_stranger_can_neither_write_nor_read_nor_move_the_counter(app: Flask, phone: Phone) -> None:
    phone.push(make_op(phone.person.space))
    other = make_account(app)
    stranger = Phone(sign_in(app, other), other)
    foreign = make_op(phone.person.space)
    assert stranger.push(foreign)["results"] == [{"op": foreign["op"], "s": "rejected", "code": "no_right"}]
    own = make_op(other.space)
    assert stranger.results(make_op(phone.person.space), own) == ["rejected", "ok"]
    assert phone.person.space not in stranger.pull(phone.person.space, other.space)["spaces"]
    with app.app_context():
        assert db.session.query(Change).filter_by(space_id=phone.person.space).count() == 1


def test_an_older_protocol_is_asked_to_update(phone: Phone) -> None:
    body = {"proto": 0, "account": phone.person.id, "device": phone.device, "ops": []}
    assert (
        phone.client.post_json("/api/v1/sync/push", body, status=426).json["error"]["code"] == "update_needed"
    )


def test_a_share_can_be_ended_by_sync_and_never_widened(app: Flask, phone: Phone) -> None:
    daniel = make_account(app, display_name="Daniel")
    share = make_share(app, phone.person, daniel)
    phone.pull()
    wide = edit(phone, share, read=["symptoms", "mood"])
    assert phone.push(wide)["results"] == [{"op": wide["op"], "s": "rejected", "code": "share_only_narrows"}]
    assert phone.results(edit(phone, share, state="ended")) == ["ok"]
    caregiver = Phone(sign_in(app, daniel), daniel)
    caregiver.pull()
    assert list(caregiver.mine) == [daniel.space]


def test_a_share_is_never_made_by_sync(app: Flask, phone: Phone) -> None:
    op = make_op(phone.person.space, kind="share", name="Me", read=["symptoms"], write=[], state="active")
    assert phone.push(op)["results"] == [{"op": op["op"], "s": "rejected", "code": "no_such_share"}]


def test_a_packed_body_is_read(phone: Phone) -> None:
    import gzip

    op = make_op(phone.person.space)
    body = json.dumps({"proto": 1, "account": phone.person.id, "device": phone.device, "ops": [op]}).encode()
    answer = phone.client.post(
        "/api/v1/sync/push",
        gzip.compress(body),
        content_type="application/json",
        headers={"Content-Encoding": "gzip"},
    )
    assert answer.json["results"][0]["s"] == "ok"


def test_a_packed_bomb_is_refused(phone: Phone) -> None:
    import gzip

    bomb = gzip.compress(b'{"a":"' + b"x" * 5_000_000 + b'"}')
    answer = phone.client.post(
        "/api/v1/sync/push",
        bomb,
        content_type="application/json",
        headers={"Content-Encoding": "gzip"},
        status=413,
    )
    assert answer.json["error"]["code"] == "too_large"


def test_more_than_500_ops_are_refused_and_none_stored(phone: Phone) -> None:
    body = {
        "proto": 1,
        "account": phone.person.id,
        "device": phone.device,
        "ops": [make_op(phone.person.space, symptom="pain") for _ in range(501)],
    }
    phone.client.post_json("/api/v1/sync/push", body, status=422)
    assert phone.new_rows() == []


def test_sync_needs_a_session(client: TestApp, make_app: Callable[..., Flask]) -> None:
    answer = client.post_json("/api/v1/sync/pull", {"proto": 1}, status=401)
    assert answer.json["error"]["code"] == "not_signed_in"
