"""Every error has one shape, whoever found it."""

from typing import Any

import pytest
from webtest import TestApp, TestResponse

from tests.factories import ORIGIN

LOGIN = "/api/v1/auth/login"
JSON = {"Content-Type": "application/json"}


def assert_shape(answer: TestResponse, status: int, code: str | None = None) -> None:
    assert answer.status_int == status, answer
    assert answer.content_type == "application/json"
    assert set(answer.json) == {"error"}
    error: dict[str, Any] = answer.json["error"]
    assert set(error) == {"code", "message", "details", "request_id"}
    assert error["code"] and error["message"] and error["request_id"]
    assert code is None or error["code"] == code


@pytest.mark.parametrize(
    ("body", "headers", "status"),
    [
        (b"{", JSON, 400),
        (b"[" * 100_000, JSON, 400),
        (b'{"email": "a", "email": "b", "password": "c"}', JSON, 400),
        (b"\xff\xfe", JSON, 400),
        (b'{"email": NaN, "password": "c"}', JSON, 400),
        (b"", JSON, 400),
        (b"[]", JSON, 422),
        (b"email=a", {"Content-Type": "application/x-www-form-urlencoded"}, 415),
        (b'{"email": "a@example.org"}', JSON, 422),
        (b'{"email": "a@example.org", "password": "x", "admin": true}', JSON, 422),
        (b'{"email": "a@example.org", "password": "not the one"}', JSON, 401),
    ],
)
def test_bad_bodies_get_a_clear_answer(
    client: TestApp, body: bytes, headers: dict[str, str], status: int
) -> None:
    assert_shape(client.post(LOGIN, body, headers=headers, expect_errors=True), status)


def test_a_body_too_large_is_refused(client: TestApp) -> None:
    body = b'{"email": "' + b"a" * 1_100_000 + b'"}'
    assert_shape(client.post(LOGIN, body, headers=JSON, expect_errors=True), 413)


@pytest.mark.parametrize(
    "path", ["/api/v1/nothing", "/api/v1/people/x/records", "/nothing.js", "/static/none.js"]
)
def test_unknown_addresses_answer_in_the_same_shape(client: TestApp, path: str) -> None:
    answer = client.get(path, expect_errors=True)
    assert_shape(answer, answer.status_int)
    assert answer.status_int in (401, 404)


def test_a_wrong_method_names_the_right_ones(client: TestApp) -> None:
    answer = client.get(LOGIN, expect_errors=True)
    assert_shape(answer, 405)
    assert "POST" in answer.headers["Allow"]


def test_another_origin_changes_nothing(client: TestApp) -> None:
    body = {"email": "a@example.org", "password": "x"}
    assert_shape(
        client.post_json(LOGIN, body, headers={"Origin": "https://evil.example"}, expect_errors=True), 403
    )
    assert_shape(client.post_json(LOGIN, body, headers={"Origin": "null"}, expect_errors=True), 403)
    assert_shape(client.post_json(LOGIN, body, headers={"Origin": ORIGIN}, expect_errors=True), 401)


def test_another_host_gets_no_answer(client: TestApp) -> None:
    answer = client.get("/api/v1/me", extra_environ={"HTTP_HOST": "evil.example"}, expect_errors=True)
    assert_shape(answer, 400)
