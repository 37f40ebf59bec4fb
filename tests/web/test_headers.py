"""Every answer carries the security headers, whoever made it."""

import base64
import hashlib
import re

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from backend.web.headers import host_allowed
from tests.web.conftest import PAGE, MakeApp

VENDORED = "/static/vendor/preact@11.2.0/preact.mjs"
FIXED = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
ANSWERS = [
    ("GET", "/", 200),
    ("HEAD", "/", 200),
    ("GET", "/diary", 200),
    ("GET", "/sw.js", 200),
    ("GET", "/app.webmanifest", 200),
    ("GET", VENDORED, 200),
    ("GET", "/api/v1/me", 200),
    ("GET", "/api/v1/unknown", 404),
    ("GET", "/api/v1/broken", 500),
    ("GET", "/static/unknown.js", 404),
    ("POST", "/api/v1/me", 405),
    ("POST", "/", 404),
    ("GET", "/livez", 200),
]


def policy(response: TestResponse) -> dict[str, str]:
    """The CSP as directive -> sources."""
    (header,) = response.headers.getlist("Content-Security-Policy")
    return {name: rest for name, _, rest in (part.strip().partition(" ") for part in header.split(";"))}


def check(response: TestResponse) -> None:
    for name, value in FIXED.items():
        assert response.headers.getlist(name) == [value], name
    assert response.headers["Permissions-Policy"]
    assert policy(response)["default-src"] == "'none'"
    assert policy(response)["require-trusted-types-for"] == "'script'"
    assert "unsafe" not in response.headers["Content-Security-Policy"]
    assert not [name for name, _ in response.headers if name.lower().startswith("access-control")]


@pytest.mark.parametrize(("method", "path", "status"), ANSWERS)
def test_every_answer_carries_them(client: FlaskClient, method: str, path: str, status: int) -> None:
    response = client.open(path, method=method, headers=PAGE)
    assert response.status_code == status
    check(response)


@pytest.mark.parametrize("path", ["/", VENDORED])
def test_an_unchanged_answer_carries_them(client: FlaskClient, path: str) -> None:
    etag = client.get(path, headers=PAGE).headers["ETag"]
    response = client.get(path, headers={**PAGE, "If-None-Match": etag})
    assert response.status_code == 304
    assert response.headers["ETag"] == etag
    check(response)


@pytest.mark.parametrize("path", ["/", "/api/v1/me", VENDORED])
def test_a_foreign_host_is_refused(client: FlaskClient, path: str) -> None:
    response = client.get(path, headers={**PAGE, "Host": "evil.example"})
    assert response.status_code == 400
    assert response.json is not None
    assert set(response.json["error"]) == {"code", "message", "details", "request_id"}
    assert "evil.example" not in response.text
    check(response)


@pytest.mark.parametrize(
    ("host", "allowed", "answered"),
    [
        ("localhost", ("localhost",), True),
        ("LOCALHOST:8000", ("localhost",), True),
        ("localhost:8000", ("localhost:8000",), True),
        ("localhost:8001", ("localhost:8000",), False),
        ("localhost", ("localhost:8000",), False),
        ("localhost.evil.example", ("localhost",), False),
        ("evil.example", ("localhost",), False),
        ("user@localhost", ("localhost",), False),
        ("localhost/x", ("localhost",), False),
        ("localhost:x", ("localhost",), False),
        ("", ("localhost",), False),
    ],
)
def test_which_hosts_are_ours(host: str, allowed: tuple[str, ...], answered: bool) -> None:
    assert host_allowed(host, allowed) is answered


def test_the_policy_allows_the_page_s_import_map_and_no_other_inline_script(client: FlaskClient) -> None:
    response = client.get("/", headers=PAGE)
    inline = re.findall(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", response.text, re.DOTALL)
    assert len(inline) == 1
    digest = base64.b64encode(hashlib.sha256(inline[0].encode()).digest()).decode()
    assert policy(response)["script-src"] == f"'self' 'sha256-{digest}'"
    assert " style=" not in response.text
    assert "<style" not in response.text


def test_the_api_is_never_stored(client: FlaskClient) -> None:
    for path in ("/api/v1/me", "/api/v1/unknown"):
        response = client.get(path)
        assert response.headers.getlist("Cache-Control") == ["no-store"]
        assert response.headers["Vary"] == "Cookie"


def test_only_a_secure_server_asks_for_https_from_now_on(make_app: MakeApp) -> None:
    assert "Strict-Transport-Security" not in make_app().test_client().get("/livez").headers
    secure = make_app(secure=True).test_client().get("/livez")
    age = re.fullmatch(r"max-age=(\d+)", secure.headers["Strict-Transport-Security"])
    assert age
    assert int(age[1]) >= 31_536_000
