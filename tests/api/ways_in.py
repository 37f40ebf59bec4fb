"""Codes, links and passwords, as a test uses them."""

import re
from typing import Any

from flask import Flask
from webtest import TestApp

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
