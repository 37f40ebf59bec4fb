"""Every route by every role. A route without a row here fails, so none can be open by accident."""

from dataclasses import dataclass
from typing import Any

import pytest
from flask import Flask
from webtest import TestApp

from backend import clock
from tests.factories import Person, browser, make_account, make_entry, make_id, make_share, sign_in

ROLES = (
    "anonymous",
    "owner",
    "caregiver",
    "elsewhere",  # a caregiver of somebody else
    "offered",
    "accepted",
    "paused",
    "ended",
    "expired",
    "stranger",
)
EVERYONE = dict.fromkeys(ROLES, 200)
SIGNED_IN = {**dict.fromkeys(ROLES, 200), "anonymous": 401}
# Unknown, foreign, unconfirmed, paused, ended: all answer alike, as if there were nothing.
PERSON = {**dict.fromkeys(ROLES, 404), "anonymous": 401, "owner": 200, "caregiver": 200}
OWNER_ONLY = {**PERSON, "caregiver": 404}
PLAN_ID, TODAY = make_id(), clock.now().date().isoformat()
CODE = {"code": "ABCDEFGHJK"}
REGISTER = {
    "email": "new@example.org",
    "password": "seven quiet herons",
    "display_name": "New",
    "time_zone": "UTC",
}


@dataclass(frozen=True)
class Row:
    """One route: how it is called, and what each role gets."""

    expect: dict[str, int]
    body: dict[str, Any] | None = None


def everyone(status: int) -> dict[str, int]:
    return dict.fromkeys(ROLES, status)


def signed_in(status: int) -> dict[str, int]:
    return {**dict.fromkeys(ROLES, status), "anonymous": 401}


def owner(status: int) -> dict[str, int]:
    return {**dict.fromkeys(ROLES, 404), "anonymous": 401, "owner": status}


MATRIX: dict[str, Row] = {
    "GET /livez": Row(EVERYONE),
    "GET /readyz": Row(EVERYONE),
    "GET /api/v1/openapi.json": Row(EVERYONE),
    "GET /api/v1/docs": Row(EVERYONE),
    "GET /api/v1/docs.css": Row(EVERYONE),
    "GET /api/v1/content": Row(EVERYONE),
    "GET /api/v1/content/<name>": Row(EVERYONE),
    "POST /api/v1/csp-report": Row(everyone(204), {"csp-report": {}}),
    "POST /api/v1/auth/register": Row(everyone(201), REGISTER),
    "POST /api/v1/auth/login": Row(everyone(401), {"email": "nobody@example.org", "password": "wrong"}),
    "POST /api/v1/auth/logout": Row(signed_in(204)),
    # Nobody here was removed by another device; see test_devices.py for who was.
    "POST /api/v1/auth/wiped": Row(everyone(401)),
    "POST /api/v1/auth/confirm": Row(signed_in(403), {"password": "wrong"}),
    "POST /api/v1/auth/recover": Row(everyone(401), {"token": "none", "password": "nine quiet herons"}),
    "POST /api/v1/auth/password": Row(signed_in(422), {"password": "short"}),
    "GET /api/v1/auth/recovery-codes": Row(SIGNED_IN),
    "POST /api/v1/auth/recovery-codes": Row(signed_in(201)),
    "GET /api/v1/acts": Row(SIGNED_IN),
    "POST /api/v1/plans": Row(SIGNED_IN, {"id": PLAN_ID, "start_on": TODAY}),
    "POST /api/v1/plans/preview": Row(EVERYONE, {"profile": {"mobility": "bed"}, "start_on": TODAY}),
    "GET /api/v1/me": Row(SIGNED_IN),
    "GET /api/v1/devices": Row(SIGNED_IN),
    "DELETE /api/v1/devices/<uuid:device_id>": Row(signed_in(404)),
    "POST /api/v1/sync/push": Row(signed_in(200), {"ops": []}),
    "POST /api/v1/sync/pull": Row(signed_in(200), {"spaces": {}}),
    "GET /api/v1/people": Row(SIGNED_IN),
    "GET /api/v1/people/<uuid:space>/records": Row(PERSON),
    "GET /api/v1/people/<uuid:space>/overview": Row(PERSON),
    "GET /api/v1/people/<uuid:space>/insights": Row(PERSON),
    "GET /api/v1/people/<uuid:space>/report.json": Row(PERSON),
    "GET /api/v1/people/<uuid:space>/report.txt": Row(PERSON),
    "GET /api/v1/people/<uuid:space>/report.pdf": Row(PERSON),
    "GET /api/v1/people/<uuid:space>/report.csv": Row(PERSON),
    "GET /api/v1/people/<uuid:space>/report.fhir.json": Row(OWNER_ONLY),
    "GET /api/v1/people/<uuid:space>/records/<uuid:record>/history": Row(OWNER_ONLY),
    "POST /api/v1/shares": Row(signed_in(201), {"label": "Somebody"}),
    "POST /api/v1/shares/accept": Row(signed_in(404), CODE),
    "POST /api/v1/shares/<uuid:share_id>/confirm": Row(owner(409)),
    "GET /api/v1/shares": Row(SIGNED_IN),
    "PATCH /api/v1/shares/<uuid:share_id>": Row(owner(200), {"label": "Dan"}),
    "GET /api/v1/shares/<uuid:share_id>/seen": Row(owner(200)),
    "DELETE /api/v1/shares/<uuid:share_id>": Row(owner(204)),
    "GET /api/v1/access-log": Row(SIGNED_IN),
    "GET /api/v1/held": Row(SIGNED_IN),
    "POST /api/v1/held/<uuid:op_id>": Row(signed_in(404), {"accept": True}),
    "POST /api/v1/access/reset": Row(SIGNED_IN),
    # The last one: afterwards nobody is there to ask for anything.
    "DELETE /api/v1/me": Row(signed_in(204)),
}


@dataclass
class Circle:
    """Rosa, her entry and her share with Daniel, and somebody in each role before her space."""

    app: Flask
    rosa: Person
    entry: str
    share: str
    people: dict[str, Person]

    def browser(self, role: str) -> TestApp:
        return browser(self.app) if role == "anonymous" else sign_in(self.app, self.people[role])


@pytest.fixture
def circle(app: Flask, clock: Any) -> Circle:
    rosa = make_account(app)
    entry = make_entry(app, rosa, note="canary")
    people = {role: make_account(app, display_name=role) for role in ROLES if role != "anonymous"}
    people["owner"] = rosa
    share = make_share(app, rosa, people["caregiver"])
    for state in ("offered", "accepted", "paused", "ended"):
        make_share(app, rosa, people[state], state=state)
    make_share(app, rosa, people["expired"], until="2026-11-20")
    make_share(app, people["stranger"], people["caregiver"])
    make_share(app, people["stranger"], people["elsewhere"])
    return Circle(app, rosa, entry, share, people)


def routes(app: Flask) -> set[str]:
    return {
        f"{method} {rule.rule}"
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }


def test_every_route_has_a_row_and_every_row_a_route(app: Flask) -> None:
    assert routes(app) == set(MATRIX)


@pytest.mark.parametrize("role", ROLES)
def test_each_role_gets_what_the_table_says(circle: Circle, role: str) -> None:
    settled = circle.browser(role)
    for route, row in MATRIX.items():
        method, rule = route.split(" ")
        # What signs somebody in or out gets a browser of its own.
        seen = circle.browser(role) if "/auth/" in rule else settled
        path = rule.replace("<uuid:space>", circle.rosa.space).replace("<uuid:record>", circle.entry)
        path = path.replace("<uuid:share_id>", circle.share).replace("<name>", "vocabulary")
        path = path.replace("<uuid:device_id>", circle.share).replace("<uuid:op_id>", circle.share)
        body = row.body
        if "/sync/" in path:
            me = circle.people.get(role, circle.rosa)
            body = {**(body or {}), "proto": 1, "account": me.id, "device": me.space}
        if "register" in path:
            body = {**(body or {}), "email": f"{role}@new.example.org"}
        call = getattr(seen, method.lower() if body is None else f"{method.lower()}_json")
        answer = call(path, status="*") if body is None else call(path, body, status="*")
        assert answer.status_int == row.expect[role], (route, role, answer.body)
        if role not in ("owner",):
            assert b"canary" not in answer.body
