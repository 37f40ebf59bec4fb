"""People, entries and shares for tests: the defaults are valid, so a test names only what matters to it."""

import itertools
import secrets
import time
from dataclasses import dataclass
from typing import Any

from flask import Flask
from webtest import TestApp

from backend import clock
from backend.domain.ids import uuid7
from backend.services import accounts, journal, shares

HOST = "127.0.0.1:8000"
ORIGIN = f"http://{HOST}"
PASSWORD = "seven quiet herons"
_numbers = itertools.count(1)


@dataclass(frozen=True)
class Person:
    """An account and the diary it owns."""

    id: str
    space: str
    email: str
    display_name: str
    password: str = PASSWORD


def browser(app: Flask) -> TestApp:
    """A browser on the app's own page: it keeps cookies and names its origin."""
    return TestApp(app, extra_environ={"HTTP_HOST": HOST, "HTTP_ORIGIN": ORIGIN})


def make_id() -> str:
    """A new id, as a device makes it."""
    return uuid7(int(time.time() * 1000), secrets.token_bytes(10))


def make_account(
    app: Flask,
    email: str | None = None,
    display_name: str = "Rosa",
    time_zone: str = "Europe/Zurich",
    space: str | None = None,
) -> Person:
    """A registered person."""
    address = email or f"person{next(_numbers)}@example.org"
    with app.app_context():
        made = accounts.register(address, PASSWORD, display_name, time_zone, space)
        return Person(made.id, made.space_id, address, display_name)


def sign_in(app: Flask, person: Person) -> TestApp:
    """A browser in which this person has just signed in."""
    opened = browser(app)
    opened.post_json("/api/v1/auth/login", {"email": person.email, "password": person.password}, status=200)
    return opened


def make_op(
    space: str, kind: str = "symptom", record: str | None = None, t: str = "put", **fields: Any
) -> dict[str, Any]:
    """A wire op. For a new symptom the times are filled in; other fields are the caller's."""
    now = clock.now()
    op: dict[str, Any] = {
        "op": make_id(),
        "space": space,
        "id": record or make_id(),
        "kind": kind,
        "sv": 1,
        "t": t,
        "made_at": now.isoformat(timespec="milliseconds"),
        "made_tz": "UTC",
    }
    if t == "put":
        times = {"at": now.isoformat(timespec="seconds"), "on": now.date().isoformat(), "tz": "UTC"}
        new = kind == "symptom" and record is None
        op["set"] = {**times, "symptom": "pain", "severity_nrs": 5, **fields} if new else fields
        op["was"] = dict.fromkeys(op["set"])
    return op


def make_entry(app: Flask, person: Person, kind: str = "symptom", **fields: Any) -> str:
    """A stored record of the person's own; returns its id."""
    op = make_op(person.space, kind, **fields)
    with app.app_context():
        [answer] = journal.push_ops(person.space, person.id, None, [op])
    assert answer["s"] == "ok", answer
    return str(op["id"])


def make_share(
    app: Flask,
    owner: Person,
    caregiver: Person,
    read: list[str] | None = None,
    write: list[str] | None = None,
    until: str | None = None,
    state: str = "active",
) -> str:
    """A share in the given state (offered, accepted, active, paused, ended); returns its id."""
    with app.app_context():
        share, code, _token = shares.offer(owner.id, caregiver.display_name, read, write, until)
        share_id = str(share.id)
        if state != "offered":
            shares.accept(caregiver.id, code)
        if state in ("active", "paused", "ended"):
            shares.confirm(owner.id, share_id)
        if state == "paused":
            shares.change(owner.id, share_id, {"paused": True})
        if state == "ended":
            shares.end(owner.id, share_id)
        return share_id
