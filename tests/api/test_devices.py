"""Devices: the list, one taken away from another, and what that one is told until it has emptied itself."""

from typing import Any

import pytest
from flask import Flask
from webtest import TestApp

from backend.extensions import db
from backend.models import Audit
from tests.api.exchange import Phone
from tests.factories import Person, browser, make_account, make_op, sign_in


@pytest.fixture
def here(app: Flask, rosa: Person) -> TestApp:
    return sign_in(app, rosa)


@pytest.fixture
def there(app: Flask, rosa: Person, here: TestApp) -> TestApp:
    return sign_in(app, rosa)


def listed(client: TestApp) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.get("/api/v1/devices").json["devices"]
    return found


def other(client: TestApp) -> dict[str, Any]:
    return next(device for device in listed(client) if not device["current"])


def remove_other(client: TestApp) -> None:
    client.delete(f"/api/v1/devices/{other(client)['id']}", status=204)


def code(client: TestApp, method: str = "get", path: str = "me") -> str:
    return str(getattr(client, method)(f"/api/v1/{path}", status=401).json["error"]["code"])


def test_f73_a_removed_device_is_told_so_by_every_route_until_it_is_empty(
    rosa: Person, here: TestApp, there: TestApp
) -> None:
    phone = Phone(there, rosa)
    phone.pull()
    remove_other(here)
    assert (
        code(there) == code(there, path="devices") == code(there, "post", "auth/logout") == "device_removed"
    )
    refused = phone.push(make_op(rosa.space), status=401)
    assert refused["error"]["code"] == "device_removed"
    assert not Phone(here, rosa).new_rows(), "nothing of it was taken"
    there.post("/api/v1/auth/wiped", status=204)
    assert "limber" not in there.cookies
    assert code(there) == "not_signed_in"


def test_s25_the_list_says_what_became_of_a_removed_device(here: TestApp, there: TestApp, clock: Any) -> None:
    assert [(d["removed_at"], d["wiped_at"]) for d in listed(here)] == [(None, None)] * 2
    remove_other(here)
    assert other(here)["removed_at"] and other(here)["wiped_at"] is None
    clock.advance(days=3)
    there.post("/api/v1/auth/wiped", status=204)
    assert other(here)["wiped_at"].startswith("2026-11-24T09:00")
    clock.advance(days=88)
    assert [device["current"] for device in listed(here)] == [True]


def test_the_first_word_of_having_emptied_itself_counts(here: TestApp, there: TestApp, clock: Any) -> None:
    token = there.cookies["limber"]
    remove_other(here)
    for _ in range(2):  # the answer to the first may have been lost
        there.set_cookie("limber", token)
        there.post("/api/v1/auth/wiped", status=204)
        clock.advance(hours=1)
    assert other(here)["wiped_at"].startswith("2026-11-21T09:00")


def test_only_a_removed_device_can_say_so(app: Flask, here: TestApp, there: TestApp) -> None:
    for client in (here, browser(app)):
        assert code(client, "post", "auth/wiped") == "not_signed_in"
    here.get("/api/v1/me", status=200)


def test_a_session_that_ended_by_itself_is_no_removal(
    app: Flask, rosa: Person, here: TestApp, clock: Any
) -> None:
    left = sign_in(app, rosa)
    token = left.cookies["limber"]
    left.post("/api/v1/auth/logout", status=204)
    left.set_cookie("limber", token)
    assert code(left) == "not_signed_in"
    clock.advance(days=401)
    assert code(here) == "not_signed_in"


def test_a_removed_device_can_sign_in_anew(rosa: Person, here: TestApp, there: TestApp) -> None:
    remove_other(here)
    there.post_json("/api/v1/auth/login", {"email": rosa.email, "password": rosa.password}, status=200)
    there.get("/api/v1/me", status=200)
    assert len(listed(there)) == 3


def test_a_device_is_removed_once_and_by_its_own_account_only(
    app: Flask, here: TestApp, there: TestApp
) -> None:
    device = other(here)["id"]
    sign_in(app, make_account(app)).delete(f"/api/v1/devices/{device}", status=404)
    here.delete(f"/api/v1/devices/{device}", status=204)
    here.delete(f"/api/v1/devices/{device}", status=404)


def test_the_log_names_the_removal_and_no_more(app: Flask, here: TestApp, there: TestApp) -> None:
    device = other(here)["id"]
    remove_other(here)
    there.post("/api/v1/auth/wiped", status=204)
    with app.app_context():
        events = [(line.event, line.about) for line in db.session.query(Audit).order_by(Audit.id)]
    assert events[-2:] == [("device.removed", device), ("device.wiped", device)]
