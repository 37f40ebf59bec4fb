"""Codes, links and passwords, as a test uses them."""

import re
from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask
from webtest import TestApp

from backend.extensions import db
from backend.services import passwords
from tests.factories import Person, browser

NEW = "nine grey herons"


def make_codes(client: TestApp) -> list[str]:
    codes: list[str] = client.post("/api/v1/auth/recovery-codes", status=201).json["codes"]
    return codes


def recover(app: Flask, status: Any = 200, **form: Any) -> Any:
    form.setdefault("password", NEW)
    return browser(app).post_json("/api/v1/auth/recover", form, status=status)


def make_link(app: Flask, email: str) -> str:
    said = app.test_cli_runner().invoke(args=["account-link", email])
    assert said.exit_code == 0, said.output
    found = re.search(r"^http://127\.0\.0\.1:8000/recover#(\S+)$", said.output, re.MULTILINE)
    assert found, said.output
    return found[1]


def log_in(app: Flask, person: Person, password: str, status: int = 200) -> None:
    browser(app).post_json("/api/v1/auth/login", {"email": person.email, "password": password}, status=status)


def without_id(answer: Any) -> tuple[Any, ...]:
    """An answer but for the id of its request."""
    body = answer.json
    body["error"].pop("request_id")
    headers = sorted(
        (name, value) for name, value in answer.headers.items() if name.lower() != "x-request-id"
    )
    return answer.status_int, body, headers


class Watched:
    """What takes time meanwhile: how often a password was hashed, and each statement, by its first words."""

    def __init__(self, app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
        self.app, self.monkeypatch, self.done = app, monkeypatch, (0, [])

    def __enter__(self) -> "Watched":
        real, hashed, self.said = passwords.hash_password, [], []
        self.hashed: list[int] = hashed
        self.monkeypatch.setattr(passwords, "hash_password", lambda text: hashed.append(1) or real(text))
        with self.app.app_context():
            self.engine = db.engine
        sa.event.listen(self.engine, "before_cursor_execute", self.note)
        return self

    def note(self, _connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        self.said.append(statement.split(" VALUES")[0])

    def __exit__(self, *_: Any) -> None:
        sa.event.remove(self.engine, "before_cursor_execute", self.note)
        self.done = (len(self.hashed), self.said)
