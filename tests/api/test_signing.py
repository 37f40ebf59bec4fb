"""A new password, proof given once more, and what each act ends."""

from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask
from webtest import TestApp

from backend.extensions import db
from backend.models import Recovery, Session, Share
from backend.services import passwords
from tests.api.exchange import Phone
from tests.api.ways_in import NEW, Watched, log_in, make_codes, make_link, recover, without_id
from tests.factories import PASSWORD, Person, browser, make_account, make_op, make_share, sign_in


@pytest.fixture
def here(app: Flask, rosa: Person) -> TestApp:
    return sign_in(app, rosa)


def test_a_new_password_needs_fresh_proof_and_is_none_that_is_weak(
    app: Flask, rosa: Person, here: TestApp, clock: Any
) -> None:
    here.post_json("/api/v1/auth/password", {"password": rosa.email}, status=422)
    clock.advance(minutes=11)
    here.post_json("/api/v1/auth/password", {"password": NEW}, status=403)
    here.post_json("/api/v1/auth/confirm", {"password": PASSWORD}, status=204)
    here.post_json("/api/v1/auth/password", {"password": NEW}, status=204)
    here.get("/api/v1/me", status=200)
    log_in(app, rosa, PASSWORD, 401)
    log_in(app, rosa, NEW)


def with_token(app: Flask, token: str) -> TestApp:
    client = browser(app)
    client.set_cookie("limber", token)
    return client


def change_password(_app: Flask, here: TestApp, _codes: list[str]) -> None:
    here.post_json("/api/v1/auth/password", {"password": NEW}, status=204)


def reset(_app: Flask, here: TestApp, _codes: list[str]) -> None:
    here.post("/api/v1/access/reset", status=200)


def by_code(app: Flask, here: TestApp, codes: list[str]) -> None:
    recover(app, email=here.get("/api/v1/me").json["account"]["email"], code=codes[0])


def by_link(app: Flask, here: TestApp, _codes: list[str]) -> None:
    recover(app, token=make_link(app, here.get("/api/v1/me").json["account"]["email"]))


def delete(_app: Flask, here: TestApp, _codes: list[str]) -> None:
    here.delete("/api/v1/me", status=204)


def sign_out(_app: Flask, here: TestApp, _codes: list[str]) -> None:
    here.post("/api/v1/auth/logout", status=204)


ENDED_BY = {
    # What is still good after each act; everything else answers 401.
    change_password: {"renewed", "codes"},
    reset: {"own", "renewed", "codes"},
    by_code: {"codes"},
    by_link: {"codes"},
    delete: set(),
    sign_out: {"other", "proven", "link", "codes"},
}


@pytest.mark.parametrize("act", ENDED_BY, ids=lambda act: act.__name__)
def test_s13_what_each_act_ends(app: Flask, rosa: Person, here: TestApp, act: Any) -> None:
    """own: this browser's token before the act; renewed: the one it has after it; proven: of a step-up."""
    codes = make_codes(here)
    other, proven = sign_in(app, rosa), sign_in(app, rosa)
    proven.post_json("/api/v1/auth/confirm", {"password": PASSWORD}, status=204)
    tokens = {
        "own": here.cookies["limber"],
        "other": other.cookies["limber"],
        "proven": proven.cookies["limber"],
    }
    link = make_link(app, rosa.email)
    act(app, here, codes)
    # The browser forgets a token that was taken away.
    tokens["renewed"] = here.cookies.get("limber", "none")
    good = {
        name
        for name, token in tokens.items()
        if with_token(app, token).get("/api/v1/me", status="*").status_int == 200
    }
    if recover(app, "*", token=link).status_int == 200:
        good.add("link")
    if recover(app, "*", email=rosa.email, code=codes[1]).status_int == 200:
        good.add("codes")
    assert good == ENDED_BY[act]
    fed = with_token(app, tokens["other"])
    told = Phone(fed, rosa).push(make_op(rosa.space), status="*") if "other" not in good else None
    assert told is None or told["error"]["code"] in ("not_signed_in", "device_removed")


def test_s05_whatever_can_open_the_diary_is_on_the_lists_of_its_person(
    app: Flask, rosa: Person, here: TestApp
) -> None:
    sign_in(app, rosa), sign_in(app, rosa).post("/api/v1/auth/logout"), make_codes(here)
    for state in ("offered", "accepted", "active", "paused", "ended"):
        make_share(app, rosa, make_account(app), state=state)
    with app.app_context():
        live = sa.and_(Session.account_id == rosa.id, Session.ended_at.is_(None))
        sessions = db.session.scalars(sa.select(Session.id).where(live)).all()
        shares = db.session.scalars(
            sa.select(Share.id).where(Share.space_id == rosa.space, Share.state != "ended")
        ).all()
        codes = db.session.scalar(
            sa.select(sa.func.count()).where(Recovery.account_id == rosa.id, Recovery.used_at.is_(None))
        )
    devices = here.get("/api/v1/devices").json["devices"]
    assert sorted(device["id"] for device in devices) == sorted(sessions) and len(sessions) == 2
    told = [share["id"] for share in here.get("/api/v1/shares").json["shares"] if share["state"] != "ended"]
    assert sorted(told) == sorted(shares) and len(shares) == 4
    assert here.get("/api/v1/auth/recovery-codes").json["left"] == codes == 10
    here.post("/api/v1/access/reset", status=200)
    assert [
        device["current"]
        for device in here.get("/api/v1/devices").json["devices"]
        if not device["removed_at"]
    ] == [True]


def test_s12_a_step_up_gives_a_new_token_and_the_old_one_gains_nothing(
    app: Flask, rosa: Person, clock: Any
) -> None:
    here = sign_in(app, rosa)
    old = here.cookies["limber"]
    clock.advance(minutes=11)
    here.post_json("/api/v1/auth/confirm", {"password": PASSWORD}, status=204)
    new = here.cookies["limber"]
    assert new != old
    # The answer might have been lost: whoever holds the old token goes on, without the proof.
    lost = with_token(app, old)
    lost.get("/api/v1/me", status=200)
    assert lost.post("/api/v1/auth/recovery-codes", status=403).json["error"]["code"] == (
        "fresh_proof_required"
    )
    here.post("/api/v1/auth/recovery-codes", status=201)
    lost.get("/api/v1/me", status=401)
    here.get("/api/v1/me", status=200)
    with app.app_context():
        assert db.session.scalar(sa.select(sa.func.count()).select_from(Session)) == 1


def test_a_removed_browser_with_a_token_it_never_used_is_told_so(app: Flask, rosa: Person) -> None:
    here, there = sign_in(app, rosa), sign_in(app, rosa)
    there.post_json("/api/v1/auth/confirm", {"password": PASSWORD}, status=204)
    here.post("/api/v1/access/reset", status=200)
    assert there.get("/api/v1/me", status=401).json["error"]["code"] == "device_removed"
    there.post("/api/v1/auth/wiped", status=204)


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("post", "auth/recovery-codes", {}),
        ("post_json", "auth/password", {"password": NEW}),
        ("post", "access/reset", {}),
        ("post_json", "shares", {"label": "Daniel"}),
        ("delete", "me", {}),
    ],
)
def test_s14_nothing_of_this_without_fresh_proof(
    here: TestApp, clock: Any, method: str, path: str, body: dict[str, Any]
) -> None:
    clock.advance(minutes=10)
    answer = getattr(here, method)(f"/api/v1/{path}", *([body] if body else []), status=403)
    assert answer.json["error"]["code"] == "fresh_proof_required"


def test_s15_a_wrong_password_and_an_unknown_address_take_the_same_work(
    app: Flask, rosa: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers, works = [], []
    passwords.stand_in()  # made once for each process
    for email in (rosa.email, "nobody@example.org"):
        form = {"email": email, "password": "a wrong guess"}
        with Watched(app, monkeypatch) as work:
            answers.append(without_id(browser(app).post_json("/api/v1/auth/login", form, status=401)))
        works.append(work.done)
    assert answers[0] == answers[1] and works[0] == works[1]
    assert any("INSERT INTO audit" in statement for statement in works[0][1])


def test_s14_wrong_proofs_are_limited_and_sign_nobody_out(here: TestApp) -> None:
    statuses = [
        here.post_json("/api/v1/auth/confirm", {"password": f"wrong {n}"}, status="*").status_int
        for n in range(20)
    ]
    assert statuses == [403] * 10 + [429] * 10
    here.get("/api/v1/me", status=200)
