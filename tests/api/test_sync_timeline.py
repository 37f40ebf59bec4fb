"""Sync and its past: marks, cursors, devices, strangers, shares in the owner's feed."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from flask import Flask
from webtest import TestApp

from backend.extensions import db
from backend.models import Change
from tests.api.exchange import Phone, edit
from tests.conftest import Clock
from tests.factories import make_account, make_id, make_op, make_share, sign_in


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


def test_a_first_reading_that_began_in_another_timeline_starts_anew(app: Flask, phone: Phone) -> None:
    """What it has read may have been deleted since, under a number at or below where it began."""
    space = phone.person.space
    phone.push(*(make_op(space) for _ in range(3)))
    body = {"proto": 1, "account": phone.person.id, "device": phone.device, "limit": 1}
    asked: dict[str, str | None] = {"cursor": None}

    def read() -> dict[str, Any]:
        answer = phone.client.post_json("/api/v1/sync/pull", {**body, "spaces": {space: asked}}).json
        part: dict[str, Any] = answer["spaces"][space]
        asked["cursor"] = part.get("cursor")
        return part

    assert read()["more"] is True
    with app.app_context():
        db.session.query(Change).filter_by(seq=3).update({"tag": "0" * 16})
        db.session.commit()
    assert read()["reset"] is True
    assert [read()["more"] for _ in range(3)] == [True, True, False]


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


def test_a_field_that_nobody_said_here_stands_against_nothing(phone: Phone, tablet: Phone) -> None:
    """The phone cleared, or changed, what the tablet had said; the server was put back to before both."""
    op = make_op(phone.person.space)
    phone.push(op)
    theirs = make_op(phone.person.space, record=op["id"], note="walked", own_words="calf")
    mine = make_op(phone.person.space, record=op["id"], note=None, own_words="both calves")
    mine["was"] = dict.fromkeys(mine["set"], theirs["op"])
    assert phone.results(mine) == ["ok"]
    assert tablet.results(theirs) == ["conflict"], "it is older, and no longer unsaid: somebody is asked"
    phone.pull()
    assert phone.rows[op["id"]]["body"]["note"] is None
    assert phone.rows[op["id"]]["body"]["own_words"] == "both calves"
    assert phone.rows[op["id"]]["lost"][0]["set"] == {"note": "walked", "own_words": "calf"}


def test_a_word_said_again_after_what_is_gone_is_newer_than_the_one_it_repeats(
    phone: Phone, tablet: Phone
) -> None:
    """The tablet changed the note, the phone changed it back; the server was put back to before both."""
    op = make_op(phone.person.space, note="walked")
    phone.push(op)
    theirs, back = (make_op(phone.person.space, record=op["id"], note=note) for note in ("rested", "walked"))
    theirs["was"], back["was"] = {"note": op["op"]}, {"note": theirs["op"]}
    assert phone.results(back) == ["ok"]
    assert tablet.results(theirs) == ["conflict"]
    phone.pull()
    assert phone.rows[op["id"]]["body"]["note"] == "walked"
    assert phone.rows[op["id"]]["conf"] == [theirs["op"]]


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


def test_f49_what_arrived_last_is_told_to_the_minute(phone: Phone, clock: Clock) -> None:
    phone.push(make_op(phone.person.space))
    clock.advance(minutes=20)
    phone.push(make_op(phone.person.space))
    last = clock.now
    clock.advance(minutes=20)
    phone.push()
    phone.device = make_id()
    told = datetime.fromisoformat(phone.push()["previous"]["last_received_at"])
    assert abs(told - last) < timedelta(seconds=1)


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
    for nothing in ({"read": None}, {"write": None}, {"state": None}):
        assert phone.results(edit(phone, share, **nothing)) == ["rejected"]
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
