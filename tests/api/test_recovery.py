"""Ways back in: recovery codes and the operator's link, each of which works once."""

import json
import re
from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask
from webtest import TestApp

from backend.extensions import db
from backend.models import Recovery
from tests.api.ways_in import NEW, Watched, log_in, make_codes, make_link, recover, without_id
from tests.factories import PASSWORD, Person, browser, make_account, sign_in

CODE = re.compile(r"^([2-9A-HJKMNP-Z]{5}-){4}[2-9A-HJKMNP-Z]{5}$")


@pytest.fixture
def here(app: Flask, rosa: Person) -> TestApp:
    return sign_in(app, rosa)


def test_s11_ten_codes_are_told_once_and_kept_as_hashes(app: Flask, here: TestApp) -> None:
    assert here.get("/api/v1/auth/recovery-codes").json == {"made_at": None, "made": 0, "left": 0}
    codes = make_codes(here)
    assert len(set(codes)) == 10 and all(CODE.match(code) for code in codes)
    state = here.get("/api/v1/auth/recovery-codes").json
    assert (state["made"], state["left"]) == (10, 10) and state["made_at"].startswith("2026-11-21T09:00")
    with app.app_context():
        kept = json.dumps(
            [[str(value) for value in row] for row in db.session.execute(sa.select(Recovery.__table__))]
        )
    assert not [code for code in codes if code in kept or code.replace("-", "") in kept]


def test_s11_a_code_opens_the_account_once(app: Flask, rosa: Person, here: TestApp) -> None:
    first, second, *_ = make_codes(here)
    opened = recover(app, email=rosa.email.upper(), code=f" {first.lower().replace('-', ' ')}")
    assert opened.json["account"]["id"] == rosa.id and opened.json["space"] == rosa.space
    log_in(app, rosa, PASSWORD, 401)
    log_in(app, rosa, NEW)
    recover(app, 401, email=rosa.email, code=first)
    log_in(app, rosa, NEW)
    recover(app, email=rosa.email, code=second, password="yet another heron")
    fresh = browser(app)
    fresh.post_json("/api/v1/auth/login", {"email": rosa.email, "password": "yet another heron"})
    assert fresh.get("/api/v1/auth/recovery-codes").json["left"] == 8


def test_new_codes_end_the_old_ones(app: Flask, rosa: Person, here: TestApp) -> None:
    old, new = make_codes(here), make_codes(here)
    recover(app, 401, email=rosa.email, code=old[0])
    recover(app, email=rosa.email, code=new[0])


def test_a_code_opens_its_own_account_only(app: Flask, rosa: Person, daniel: Person, here: TestApp) -> None:
    code = make_codes(here)[0]
    recover(app, 401, email=daniel.email, code=code)
    log_in(app, daniel, PASSWORD)
    recover(app, email=rosa.email, code=code)


@pytest.mark.parametrize("password", ["short", "password", "rosa@example.org", "Rosa Lind"])
def test_a_weak_password_is_refused_and_the_code_stays_good(app: Flask, password: str) -> None:
    rosa = make_account(app, "rosa@example.org", "Rosa Lind")
    code = make_codes(sign_in(app, rosa))[0]
    answer = recover(app, 422, email=rosa.email, code=code, password=password)
    assert answer.json["error"]["details"]["fields"]["json"]["password"]
    log_in(app, rosa, PASSWORD)
    recover(app, email=rosa.email, code=code)


def test_s15_unknown_address_wrong_code_and_used_code_answer_alike_after_the_same_work(
    app: Flask, rosa: Person, here: TestApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    codes = make_codes(here)
    recover(app, email=rosa.email, code=codes[0])
    answers, works = [], []
    for email, code in (
        ("nobody@example.org", "22222-22222-22222-22222-22222"),
        (rosa.email, "22222-22222-22222-22222-22222"),
        (rosa.email, codes[0]),
    ):
        with Watched(app, monkeypatch) as work:
            answers.append(without_id(recover(app, 401, email=email, code=code)))
        works.append(work.done)
    assert answers[0] == answers[1] == answers[2]
    assert works[0] == works[1] == works[2] and works[0][0] == 1


def test_s16_guessing_a_code_is_limited_and_a_live_session_is_not(
    app: Flask, rosa: Person, here: TestApp, clock: Any
) -> None:
    code = make_codes(here)[0]
    statuses = [
        recover(app, "*", email=rosa.email, code="22222-22222-22222-22222-2222" + letter).status_int
        for letter in "23456789ABC"
    ]
    assert statuses == [401] * 10 + [429]
    assert int(recover(app, 429, email=rosa.email, code=code).headers["Retry-After"]) > 0
    here.get("/api/v1/me", status=200)
    # The operator's link is no guess, and helps whoever was kept out so.
    recover(app, token=make_link(app, rosa.email))
    clock.advance(hours=1)
    recover(app, email=rosa.email, code=code)


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"email": "a@example.org"},
        {"code": "22222"},
        {"email": "a@example.org", "code": "22222", "token": "x"},
        {"token": "x", "email": "a@example.org"},
        {"token": ""},
        {"token": "x" * 65},
    ],
)
def test_there_are_two_ways_and_no_mixture(app: Flask, form: dict[str, str]) -> None:
    assert recover(app, 422, **form).json["error"]["code"] == "validation"


def test_s11_the_operators_link_works_once_and_for_an_hour(app: Flask, rosa: Person, clock: Any) -> None:
    token = make_link(app, rosa.email)
    log_in(app, rosa, PASSWORD)
    assert recover(app, token=token).json["account"]["id"] == rosa.id
    recover(app, 401, token=token)
    late = make_link(app, f" {rosa.email.upper()} ")
    clock.advance(minutes=61)
    recover(app, 401, token=late)
    log_in(app, rosa, NEW)


def test_a_new_link_ends_the_older_one(app: Flask, rosa: Person) -> None:
    older, newer = make_link(app, rosa.email), make_link(app, rosa.email)
    recover(app, 401, token=older)
    recover(app, token=newer)


def test_there_is_no_link_for_an_unknown_address(app: Flask) -> None:
    said = app.test_cli_runner().invoke(args=["account-link", "nobody@example.org"])
    assert said.exit_code == 1 and "No account has this address." in said.output


def test_the_command_never_shows_a_password(app: Flask, rosa: Person) -> None:
    said = app.test_cli_runner().invoke(args=["account-link", rosa.email]).output
    assert PASSWORD not in said and "argon2" not in said
    log_in(app, rosa, PASSWORD)
