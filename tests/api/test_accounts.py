"""Accounts: making one, signing in and out, devices, and what a stranger can learn."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from webtest import TestApp

from backend.extensions import db
from backend.models import Account, Session
from tests.factories import PASSWORD, browser, make_account, make_id, make_share, sign_in

FORM = {
    "email": "rosa@example.org",
    "password": PASSWORD,
    "display_name": "Rosa",
    "time_zone": "Europe/Zurich",
}


def register(client: TestApp, status: int = 201, **changes: Any) -> Any:
    return client.post_json("/api/v1/auth/register", {**FORM, **changes}, status=status).json


def test_a_new_account_takes_the_diary_of_the_device_along(client: TestApp) -> None:
    space = "5d0fb5cf-0f93-4fb6-97a3-0f6ecd2b6a01"
    assert register(client, space=space)["space"] == space
    assert client.get("/api/v1/me").json["space"] == space


def test_a_diary_belongs_to_one_account_only(app: Flask, client: TestApp) -> None:
    space = register(client)["space"]
    answer = register(browser(app), status=409, email="eve@example.org", space=space)
    assert answer["error"]["code"] == "space_taken"


def test_a_taken_address_is_told_and_nothing_changes(app: Flask, client: TestApp) -> None:
    register(client)
    answer = register(browser(app), status=409, email="ROSA@example.org", display_name="Eve")
    assert answer["error"]["code"] == "email_taken"
    with app.app_context():
        assert [a.display_name for a in db.session.query(Account)] == ["Rosa"]


@pytest.mark.parametrize(
    "password", ["short", "password", "12345678", "limber123", "aaaaaaaa", "rosa@example.org", "x" * 300]
)
def test_a_weak_password_is_refused_in_words(client: TestApp, password: str) -> None:
    answer = register(client, status=422, password=password)
    assert answer["error"]["details"]["fields"]["json"]["password"]


@pytest.mark.parametrize(
    "password", ["seven quiet herons", "käse und brot", "  spaces count  ", "heron " * 20 + "end"]
)
def test_long_and_foreign_passwords_are_taken_whole(app: Flask, client: TestApp, password: str) -> None:
    register(client, password=password)
    fresh = browser(app)
    fresh.post_json("/api/v1/auth/login", {"email": FORM["email"], "password": password}, status=200)
    fresh.post_json("/api/v1/auth/login", {"email": FORM["email"], "password": password[:-1]}, status=401)


@pytest.mark.parametrize(
    "changes",
    [
        {"email": "nobody"},
        {"time_zone": "Mars/Base"},
        {"display_name": " "},
        {"display_name": "a\u202eb"},
        {"space": "no"},
        {"role": "admin"},
        {"id": make_id()},
    ],
)
def test_what_is_not_asked_for_or_not_sound_is_refused(client: TestApp, changes: dict[str, Any]) -> None:
    assert register(client, status=422, **changes)["error"]["code"] == "validation"


def test_passwords_are_kept_as_argon2id(app: Flask, client: TestApp) -> None:
    register(client)
    with app.app_context():
        stored = db.session.query(Account).one().password_hash
    assert stored.startswith("$argon2id$v=19$m=19456,t=2,p=1$")


def set_cookies(answer: Any) -> list[str]:
    """The session's cookie first."""
    return sorted(answer.headers.getall("Set-Cookie"), key=lambda one: one.startswith("limber-here"))


def test_the_cookie_is_closed_to_scripts_and_its_token_is_not_in_the_database(
    app: Flask, client: TestApp
) -> None:
    answer = client.post_json("/api/v1/auth/register", FORM)
    cookie, there = set_cookies(answer)
    assert cookie.startswith("limber=") and "HttpOnly" in cookie and "SameSite=Lax" in cookie
    assert there.startswith("limber-here=1;"), "what scripts may read says no more than that"
    token = cookie.split("=", 1)[1].split(";")[0]
    with app.app_context():
        assert token not in json.dumps([s.token_hash for s in db.session.query(Session)])


def test_over_https_the_cookie_is_secure_and_bound_to_the_host(make_app: Callable[..., Flask]) -> None:
    app = make_app(base_url="https://limber.example")
    secure = TestApp(
        app,
        extra_environ={
            "HTTP_HOST": "limber.example",
            "HTTP_ORIGIN": "https://limber.example",
            "wsgi.url_scheme": "https",
        },
    )
    cookie, there = set_cookies(secure.post_json("/api/v1/auth/register", FORM))
    assert cookie.startswith("__Host-limber=") and "Secure" in cookie and "Path=/" in cookie
    assert "Secure" in there


def test_signing_in_again_ends_the_older_token_of_this_browser(app: Flask, client: TestApp) -> None:
    register(client)
    old = client.cookies["limber"]
    client.post_json("/api/v1/auth/login", {"email": FORM["email"], "password": PASSWORD})
    assert client.cookies["limber"] != old
    stale = browser(app)
    stale.set_cookie("limber", old)
    stale.get("/api/v1/me", status=401)


def test_after_signing_out_the_token_is_worth_nothing(app: Flask, client: TestApp) -> None:
    register(client)
    token = client.cookies["limber"]
    client.post("/api/v1/auth/logout", status=204)
    stale = browser(app)
    stale.set_cookie("limber", token)
    stale.get("/api/v1/me", status=401)


def test_an_unknown_address_and_a_wrong_password_answer_alike(app: Flask, client: TestApp) -> None:
    register(client)
    answers = []
    for email in (FORM["email"], "nobody@example.org"):
        body = (
            browser(app)
            .post_json("/api/v1/auth/login", {"email": email, "password": "wrong"}, status=401)
            .json
        )
        body["error"].pop("request_id")
        answers.append(body)
    assert answers[0] == answers[1]


def test_too_many_wrong_passwords_wait_and_a_live_session_does_not(
    app: Flask, client: TestApp, clock: Any
) -> None:
    register(client)
    guesser = browser(app)
    wrong = {"email": FORM["email"], "password": "wrong"}
    statuses = [guesser.post_json("/api/v1/auth/login", wrong, status="*").status_int for _ in range(12)]
    assert statuses == [401] * 10 + [429] * 2
    answer = guesser.post_json("/api/v1/auth/login", {**wrong, "password": PASSWORD}, status=429)
    assert int(answer.headers["Retry-After"]) > 0
    client.get("/api/v1/me", status=200)
    clock.advance(minutes=16)
    guesser.post_json("/api/v1/auth/login", {**wrong, "password": PASSWORD}, status=200)


def test_a_forged_address_header_changes_nothing_in_the_limits(app: Flask, clock: Any) -> None:
    guesser = browser(app)
    statuses = [
        guesser.post_json(
            "/api/v1/auth/login",
            {"email": f"a{n}@example.org", "password": "wrong"},
            status="*",
            headers={"X-Forwarded-For": f"10.0.{n}.1"},
        ).status_int
        for n in range(62)
    ]
    assert statuses[:60] == [401] * 60 and statuses[60:] == [429] * 2


def test_fresh_proof_lasts_ten_minutes(app: Flask, client: TestApp, clock: Any) -> None:
    register(client)
    client.post_json("/api/v1/shares", {"label": "Daniel"}, status=201)
    clock.advance(minutes=11)
    answer = client.post_json("/api/v1/shares", {"label": "Daniel"}, status=403)
    assert answer.json["error"]["code"] == "fresh_proof_required"
    client.post_json("/api/v1/auth/confirm", {"password": "wrong"}, status=403)
    client.post_json("/api/v1/auth/confirm", {"password": PASSWORD}, status=204)
    client.post_json("/api/v1/shares", {"label": "Daniel"}, status=201)


def test_devices_are_listed_and_one_can_end_another(app: Flask, client: TestApp) -> None:
    rosa = make_account(app)
    here, there = sign_in(app, rosa), sign_in(app, rosa)
    devices = here.get("/api/v1/devices").json["devices"]
    assert sorted(d["current"] for d in devices) == [False, True]
    other = next(d["id"] for d in devices if not d["current"])
    here.delete(f"/api/v1/devices/{other}", status=204)
    there.get("/api/v1/me", status=401)
    here.get("/api/v1/me", status=200)


def test_nobody_ends_the_device_of_another(app: Flask) -> None:
    rosa, eve = make_account(app), make_account(app)
    here = sign_in(app, rosa)
    device = here.get("/api/v1/devices").json["devices"][0]["id"]
    sign_in(app, eve).delete(f"/api/v1/devices/{device}", status=404)
    here.get("/api/v1/me", status=200)


def test_a_closed_server_takes_no_account(make_app: Callable[..., Flask]) -> None:
    answer = register(browser(make_app(registration="closed")), status=403)
    assert answer["error"]["code"] == "registration_closed"


def test_a_server_by_invitation_takes_whom_somebody_waits_for(make_app: Callable[..., Flask]) -> None:
    rosa = make_account(make_app())
    app = make_app(registration="invite")
    code = sign_in(app, rosa).post_json("/api/v1/shares", {"label": "Daniel"}).json["code"]
    register(browser(app), status=403, email="eve@example.org")
    register(browser(app), status=403, email="eve@example.org", invitation="ABCDEFGHJK")
    register(browser(app), status=201, email="daniel@example.org", invitation=code.lower())


def test_twenty_people_of_one_household_can_join_within_an_hour(app: Flask) -> None:
    for number in range(20):
        register(browser(app), email=f"p{number}@example.org")


def test_me_names_the_person_the_space_and_the_device(app: Flask) -> None:
    rosa = make_account(app)
    me = sign_in(app, rosa).get("/api/v1/me").json
    assert me["account"] == {"id": rosa.id, "email": rosa.email, "display_name": "Rosa"}
    assert me["space"] == rosa.space and me["device"] is None and me["fresh_until"]


def test_no_answer_about_sharing_tells_whether_an_address_has_an_account(app: Flask) -> None:
    rosa, daniel = make_account(app), make_account(app, display_name="Daniel")
    make_share(app, rosa, daniel, state="offered")
    assert daniel.email not in json.dumps(sign_in(app, rosa).get("/api/v1/shares").json)
