"""The gate: where a change comes from, and what counts as JSON. Bad input changes nothing."""

from typing import Any

import pytest
from flask import Flask
from webtest import TestApp

from backend.extensions import db
from backend.models import Account
from tests.factories import HOST, ORIGIN, browser

LOGIN = "/api/v1/auth/login"
FORM = b'{"email":"a@example.org","password":"b"}'


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": ORIGIN}, 401),
        ({"Origin": "http://localhost:8000"}, 401),
        ({"Sec-Fetch-Site": "same-origin"}, 401),
        ({}, 403),
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://127.0.0.1:8001"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Origin": "https://evil.example", "Sec-Fetch-Site": "same-origin"}, 403),
    ],
)
def test_changes_are_taken_from_our_own_pages_only(app: Flask, headers: dict[str, str], status: int) -> None:
    client = TestApp(app, extra_environ={"HTTP_HOST": HOST})
    client.post(LOGIN, FORM, content_type="application/json", headers=headers, status=status)


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "text/json"]
)
def test_another_content_type_is_not_read(client: TestApp, kind: str) -> None:
    assert client.post(LOGIN, FORM, content_type=kind, status=415).json["error"]["code"] == "not_json"


BROKEN: list[bytes] = [
    b"",
    b"{",
    b"nothing",
    b'{"email":"a","email":"b","password":"c"}',
    b"[" * 100_000,
    b'{"a":' * 50 + b"1" + b"}" * 50,
    b'{"email":"\\ud800","password":"x"}',
    b'{"email":"\\u0000","password":"x"}',
    b'{"email":1e400,"password":"x"}',
    b'{"email":NaN,"password":"x"}',
    b'{"email":9223372036854775808,"password":"x"}',
    b'{"email":' + b"9" * 5000 + b',"password":"x"}',
    b'\xff\xfe{"email":"a"}',
    b'\xef\xbb\xbf{"email":"a","password":"b"}',
    b'{"email":"\xed\xa0\x80","password":"b"}',
]


@pytest.mark.parametrize("body", BROKEN)
def test_what_is_not_sound_json_is_refused_in_the_one_shape(client: TestApp, body: bytes) -> None:
    error = client.post(LOGIN, body, content_type="application/json", status=400).json["error"]
    assert error["code"] == "bad_json"
    assert set(error) == {"code", "message", "details", "request_id"}


@pytest.mark.parametrize("body", [b"[]", b'"x"', b"1", b"null", b"{}", b'{"email":["a"],"password":{}}'])
def test_json_of_another_shape_is_a_validation_error(client: TestApp, body: bytes) -> None:
    client.post(LOGIN, body, content_type="application/json", status=422)


def test_an_unknown_name_in_the_query_is_refused(app: Flask, phone: Any) -> None:
    path = f"/api/v1/people/{phone.person.space}/records"
    assert phone.client.get(path, {"form": "2026-11-01"}, status=422).json["error"]["code"] == "validation"
    phone.client.get(path, {"from": "yesterday"}, status=422)
    phone.client.get(path, {"from": "2026-11-01"}, status=200)


def test_a_body_over_the_limit_is_not_read(client: TestApp) -> None:
    answer = client.post(LOGIN, b" " * 1_100_000, content_type="application/json", status=413)
    assert answer.json["error"]["code"] == "too_large"


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("get", "/api/v1/nothing", 404),
        ("get", LOGIN, 405),
        ("put", "/api/v1/me", 405),
        ("put", "/livez", 405),
    ],
)
def test_errors_outside_the_routes_have_the_same_shape(
    client: TestApp, method: str, path: str, status: int
) -> None:
    answer = getattr(client, method)(path, status=status)
    assert set(answer.json["error"]) == {"code", "message", "details", "request_id"}
    if status == 405:
        assert answer.headers["Allow"]


def test_a_fault_inside_tells_nothing_of_the_inside(
    app: Flask, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    # Chance is the one thing replaced: the moment something unforeseen breaks.
    monkeypatch.setattr("backend.services.accounts.authenticate", _broken)
    answer = browser(app).post_json(LOGIN, {"email": "a", "password": "b"}, status=500)
    assert answer.json["error"]["code"] == "server_error"
    assert "canary" not in answer.text and "canary" not in caplog.text and "Traceback" not in answer.text


def _broken(*_: Any) -> None:
    raise RuntimeError("canary: burning pain in the left leg")


def test_a_lost_database_is_said_to_be_busy_and_nothing_is_stored(app: Flask, client: TestApp) -> None:
    with app.app_context():
        db.session.execute(db.text("ALTER TABLE attempt RENAME TO gone"))
        db.session.commit()
    form = {
        "email": "r@example.org",
        "password": "seven quiet herons",
        "display_name": "R",
        "time_zone": "UTC",
    }
    status = client.post_json("/api/v1/auth/register", form, status="*").status_int
    assert status in (500, 503)
    with app.app_context():
        assert db.session.query(Account).count() == 0


def test_no_entry_is_ever_in_the_log(app: Flask, phone: Any, caplog: pytest.LogCaptureFixture) -> None:
    from tests.factories import make_op

    phone.push(
        make_op(phone.person.space, note="canary"),
        make_op(phone.person.space, note="canary", severity_nrs=99),
    )
    phone.pull()
    assert caplog.text and "canary" not in caplog.text and phone.person.space not in caplog.text
