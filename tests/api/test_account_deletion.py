"""Deleting an account: what goes, what stays with others, and what is asked first."""

from typing import Any

import sqlalchemy as sa
from flask import Flask

from backend.extensions import db
from backend.models import Account, Audit, Change, Device, Look, Record, Session, Share, Space
from tests.api.exchange import Phone
from tests.factories import Person, browser, make_account, make_entry, make_op, make_share, sign_in


def rows_of(app: Flask, person: Person) -> list[int]:
    """How many rows of each table still belong to somebody."""
    own = [
        (Account, Account.id == person.id),
        (Session, Session.account_id == person.id),
        (Device, Device.account_id == person.id),
        (Space, Space.id == person.space),
        (Record, Record.space_id == person.space),
        (Change, Change.space_id == person.space),
        (Share, sa.or_(Share.space_id == person.space, Share.caregiver_account_id == person.id)),
    ]
    with app.app_context():
        return [db.session.query(table).filter(mine).count() for table, mine in own]


def test_an_account_goes_with_everything_in_it(app: Flask, rosa: Person) -> None:
    daniel = make_account(app)
    make_share(app, rosa, daniel)
    make_entry(app, rosa, note="canary")
    phone = Phone(sign_in(app, rosa), rosa)
    phone.pull()
    phone.client.delete("/api/v1/me", status=204)
    assert phone.client.cookies == {}
    assert rows_of(app, rosa) == [0] * 7
    phone.client.get("/api/v1/me", status=401)
    body = {"email": rosa.email, "password": rosa.password}
    browser(app).post_json("/api/v1/auth/login", body, status=401)


def test_it_asks_for_the_password_first(app: Flask, rosa: Person, clock: Any) -> None:
    client = sign_in(app, rosa)
    clock.advance(minutes=11)
    answer = client.delete("/api/v1/me", status=403)
    assert answer.json["error"]["code"] == "fresh_proof_required"
    client.get("/api/v1/me", status=200)
    client.post_json("/api/v1/auth/confirm", {"password": rosa.password}, status=204)
    client.delete("/api/v1/me", status=204)


def test_the_log_keeps_that_it_went_and_nothing_of_what_it_held(app: Flask, rosa: Person) -> None:
    make_entry(app, rosa, note="canary")
    sign_in(app, rosa).delete("/api/v1/me", status=204)
    with app.app_context():
        lines = db.session.query(Audit).order_by(Audit.id).all()
    assert (lines[-1].account_id, lines[-1].event, lines[-1].about) == (rosa.id, "account.deleted", None)
    assert not [line for line in lines if rosa.email in f"{line.event} {line.about}"]


def test_f72_a_caregiver_who_was_away_no_longer_has_access(app: Flask, rosa: Person) -> None:
    daniel = make_account(app)
    make_share(app, rosa, daniel)
    entry = make_entry(app, rosa)
    phone = Phone(sign_in(app, daniel), daniel)
    phone.pull(rosa.space)
    assert entry in phone.rows and rosa.space in phone.mine
    sign_in(app, rosa).delete("/api/v1/me", status=204)
    answer = phone.pull(rosa.space)
    assert list(phone.mine) == [daniel.space], "what is not named is wiped from the device"
    assert answer["spaces"] == {} and answer["lost"] == []


def test_whom_it_helped_is_told_and_keeps_what_was_written(app: Flask, rosa: Person) -> None:
    daniel = make_account(app, display_name="Daniel")
    share = make_share(app, rosa, daniel, write=["symptoms"])
    helper, phone = Phone(sign_in(app, daniel), daniel), Phone(sign_in(app, rosa), rosa)
    op = make_op(rosa.space)
    assert helper.results(op) == ["ok"]
    helper.client.delete("/api/v1/me", status=204)
    phone.pull()
    assert phone.rows[share]["body"]["state"] == "ended"
    assert phone.rows[op["id"]]["body"]["severity_nrs"] == 5
    assert phone.rows[op["id"]]["author"]["account"] == daniel.id
    assert phone.client.get("/api/v1/shares").json["shares"] == []


def test_that_it_looked_stays_with_those_it_helped_without_a_name(app: Flask, rosa: Person) -> None:
    daniel, mia = make_account(app, display_name="Daniel"), make_account(app, display_name="Mia")
    phone = Phone(sign_in(app, rosa), rosa)
    looked = []
    for helper in (daniel, mia):
        share = make_share(app, rosa, helper)
        client = sign_in(app, helper)
        client.get(f"/api/v1/people/{rosa.space}/report.json")
        looked.append((share, client))
    before = phone.client.get("/api/v1/access-log").json["looks"]
    looked[0][1].delete("/api/v1/me", status=204)
    answer = phone.client.get("/api/v1/access-log")
    named = {one["share"]: one["who"] for one in answer.json["looks"]}
    assert named == {looked[0][0]: "Somebody whose account is gone", looked[1][0]: "Mia"}
    without = [{**one, "who": ""} for one in before]
    assert sorted(map(str, without)) == sorted(str({**one, "who": ""}) for one in answer.json["looks"])
    assert "Daniel" not in answer.text + phone.client.get("/api/v1/acts").text
    assert [one["id"] for one in phone.client.get("/api/v1/shares").json["shares"]] == [looked[1][0]]
    with app.app_context():
        assert daniel.id not in {one.account_id for one in db.session.query(Look)}


def test_the_address_is_free_again(app: Flask, rosa: Person) -> None:
    sign_in(app, rosa).delete("/api/v1/me", status=204)
    assert make_account(app, email=rosa.email).space != rosa.space
