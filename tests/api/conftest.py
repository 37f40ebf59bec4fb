"""Rosa and her two devices, and Daniel whom she may let in."""

from typing import Any

import pytest
from flask import Flask

from tests.api.exchange import Phone
from tests.factories import Person, make_account, sign_in


@pytest.fixture
def rosa(app: Flask, clock: Any) -> Person:
    return make_account(app)


@pytest.fixture
def phone(app: Flask, rosa: Person) -> Phone:
    return Phone(sign_in(app, rosa), rosa)


@pytest.fixture
def tablet(app: Flask, rosa: Person) -> Phone:
    return Phone(sign_in(app, rosa), rosa)


@pytest.fixture
def daniel(app: Flask, rosa: Person) -> Person:
    return make_account(app, display_name="Daniel")


@pytest.fixture
def caregiver(app: Flask, daniel: Person) -> Phone:
    return Phone(sign_in(app, daniel), daniel)
