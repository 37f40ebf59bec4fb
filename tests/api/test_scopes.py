"""What each scope opens and lets somebody add: a table written out, held against every channel.

A new scope, kind or field without a place in tests/vectors/scopes.json fails.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from backend import clock
from backend.domain.ids import shared_id
from backend.domain.sharing import SCOPES
from backend.schemas.records import SCHEMAS
from backend.services import shares
from tests.api import full_diary
from tests.api.exchange import Phone
from tests.api.test_private import bodies
from tests.factories import make_account, make_id, make_op, make_share

TABLE: dict[str, Any] = json.loads((Path(__file__).parents[1] / "vectors" / "scopes.json").read_text())
Fields = dict[str, list[str]]
GROUPS = ("notes", "medicine_names", "intimate")
BASE = [scope for scope in SCOPES if scope not in GROUPS]
# All there is of a record for somebody it is shown to: no place, no presence, no device, nothing typed when.
ROW = {"id", "kind", "sv", "body", "fop", "cur_op", "deleted", "conf", "lost", "author"}


class Circle:
    """Rosa's full diary, and one share of it that is changed again and again."""

    def __init__(self, app: Flask, phone: Phone, caregiver: Phone) -> None:
        self.app, self.phone, self.caregiver = app, phone, caregiver
        self.space = phone.person.space
        self.names = full_diary.write(app, phone.person)
        self.share = make_share(app, phone.person, caregiver.person)

    def gives(self, read: Iterable[str], write: Iterable[str] = ()) -> None:
        """Let the share be this."""
        with self.app.app_context():
            shares.change(self.phone.person.id, self.share, {"read": list(read), "write": list(write)})

    def channels(self) -> dict[str, Fields]:
        """What comes through each channel: the fields of every record that is shown."""
        body = {"proto": 1, "account": self.caregiver.person.id, "device": self.caregiver.device}
        asked = {**body, "spaces": {self.space: {"cursor": None, "marks": []}}}
        client, space = self.caregiver.client, self.space
        pushed = client.post_json(
            "/api/v1/sync/push", {**body, "ops": [], "pull": {"spaces": asked["spaces"]}}
        )
        rows = {
            "pull": client.post_json("/api/v1/sync/pull", asked).json["spaces"][space]["rows"],
            "push": pushed.json["pull"]["spaces"][space]["rows"],
            "records": client.get(f"/api/v1/people/{space}/records").json["records"],
            "seen": self.phone.client.get(f"/api/v1/shares/{self.share}/seen").json["rows"],
        }
        assert all(set(row) == ROW for found in rows.values() for row in found)
        return {channel: self.named(found) for channel, found in rows.items()}

    def named(self, rows: list[dict[str, Any]]) -> Fields:
        return {self.names[row["id"]]: sorted(row["body"]) for row in rows if not row["deleted"]}

    def text(self) -> str:
        """Everything a first reading says."""
        body = {"proto": 1, "account": self.caregiver.person.id, "device": self.caregiver.device}
        asked = {**body, "spaces": {self.space: {"cursor": None, "marks": []}}}
        return str(self.caregiver.client.post_json("/api/v1/sync/pull", asked).text)


@pytest.fixture
def circle(app: Flask, phone: Phone, caregiver: Phone) -> Circle:
    return Circle(app, phone, caregiver)


def test_every_scope_alone_opens_what_the_table_says_through_every_channel(circle: Circle) -> None:
    assert set(TABLE["opens"]) | set(TABLE["beside"]) == set(SCOPES)
    for scope in SCOPES:
        circle.gives([scope])
        for channel, shown in circle.channels().items():
            assert shown == TABLE["opens"].get(scope, {}), (scope, channel)


def test_instants_are_told_to_the_quarter_hour(circle: Circle) -> None:
    circle.gives(SCOPES)
    assert "T08:00:00+01:00" in circle.text() and "T09:30:00+01:00" in circle.text()
    assert "08:07" not in circle.text() and "09:44" not in circle.text()


def test_what_a_scope_adds_beside_all_others(circle: Circle) -> None:
    circle.gives(BASE)
    plain = circle.channels()["pull"]
    for scope in GROUPS:
        circle.gives([*BASE, scope])
        for channel, shown in circle.channels().items():
            more = {name: sorted(set(fields) - set(plain[name])) for name, fields in shown.items()}
            assert {name: fields for name, fields in more.items() if fields} == TABLE["beside"][scope], (
                channel
            )
    circle.gives([scope for scope in SCOPES if scope != "notes"])
    assert "story.answers.text" not in circle.text()
    circle.gives(SCOPES)
    assert "story.answers.text" in circle.text()


def test_every_field_has_its_place_in_the_table() -> None:
    kinds = {name: kind for name, (kind, _) in full_diary.bodies().items()}
    opened: dict[str, set[str]] = {kind: set(TABLE["never"].get(kind, [])) for kind in SCHEMAS}
    for table in (*TABLE["opens"].values(), *TABLE["beside"].values()):
        for name, fields in table.items():
            assert not set(fields) & set(TABLE["never"].get(kinds[name], [])), name
            opened[kinds[name]] |= set(fields)
    assert opened == {kind: set(schema().fields) for kind, schema in SCHEMAS.items()}


def test_the_overview_tells_of_what_is_open_alone(circle: Circle) -> None:
    nothing = (0, None, False, None)
    for scope in SCOPES:
        circle.gives([scope])
        today = circle.caregiver.client.get(f"/api/v1/people/{circle.space}/overview").json["today"]
        said = (today["entries"], today["latest_nrs"], today["hard_day"], today["energy"])
        assert said == {"symptoms": (1, 5, True, None), "daily": (0, None, False, "low")}.get(scope, nothing)


def wire(space: str, request: str) -> dict[str, dict[str, Any]]:
    """A new record of every kind as a caregiver's phone may send it."""
    day = "2026-11-18"
    closed = {"note", "own_words", "detail", "regimen", "intimate", "felt", "private"}
    given = [
        (kind, body) for kind, body in bodies(make_id(), day) if kind not in ("safety", "story", "event")
    ]
    given += [
        ("safety", {"message_id": "SAFE-01", "tier": "E1", "at": f"{day}T08:00:00Z", "on": day, "tz": "UTC"})
    ]
    given += [("story", {"on": day}), ("event", {"type": "fall", "on": day})]
    ops = {
        kind: make_op(space, kind, record=make_id(), **{k: v for k, v in body.items() if k not in closed})
        for kind, body in given
    }
    ops["event: an infusion"] = make_op(space, "event", type="infusion", on=day)
    coming = {"type": "coming", "at": f"{day}T08:00:00Z", "on": day, "about": request}
    ops["observation: coming"] = make_op(space, "observation", **coming)
    return ops


def test_every_scope_lets_somebody_add_what_the_table_says(circle: Circle) -> None:
    request = next(one for one, name in circle.names.items() if name == "request")
    assert {op["kind"] for op in wire(circle.space, request).values()} == set(SCHEMAS) - {"share"}
    for scope in SCOPES:
        circle.gives([scope], [scope])
        ops = wire(circle.space, request)
        said = circle.caregiver.results(*ops.values())
        taken = [name for name, answer in zip(ops, said, strict=True) if answer == "ok"]
        assert sorted(taken) == TABLE["adds"].get(scope, []), scope
        assert set(said) <= {"ok", "rejected"}
    # Reading alone adds nothing but the one answer.
    circle.gives(SCOPES)
    ops = wire(circle.space, request)
    said = dict(zip(ops, circle.caregiver.results(*ops.values()), strict=True))
    assert [name for name, answer in said.items() if answer == "ok"] == ["observation: coming"]


def test_what_is_never_a_caregivers_to_say(app: Flask, circle: Circle, phone: Phone) -> None:
    """Each refused on its own, and what is fine in the same push is kept (S02, S07)."""
    circle.gives(SCOPES, SCOPES)
    space, stranger = circle.space, make_account(app)
    hers = next(one for one, name in circle.names.items() if name == "symptom")
    his = make_op(space, severity_nrs=2)
    assert circle.caregiver.results(his) == ["ok"]
    mine = {"was": {"severity_nrs": his["op"]}, "base": his["op"]}
    fine = [make_op(space), make_op(space, record=his["id"], severity_nrs=3) | mine]
    refused = [
        make_op(space, confirmed=True),
        make_op(space, record=his["id"], confirmed=True),
        make_op(space, record=hers, severity_nrs=0),
        make_op(space, record=hers, private=True),
        make_op(space, record=hers, t="del") | {"base": hers},
        make_op(space, record=his["id"], t="erase"),
        make_op(space, record=shared_id(space, "daily:2026-11-20"), severity_nrs=1) | {"kind": "symptom"},
        make_op(stranger.space),
        make_op(make_id()),
        *(
            make_op(space, **{name: value})
            for name, value in {
                "author": phone.person.id,
                "author_account_id": phone.person.id,
                "id": hers,
                "owner": phone.person.id,
                "seq": 1,
                "received_at": clock.now().isoformat(),
                "deleted": True,
                "scope": "requests",
            }.items()
        ),
    ]
    answers = circle.caregiver.results(*fine, *refused)
    assert answers == ["ok"] * len(fine) + ["rejected"] * len(refused)
    phone.pull()
    assert phone.rows[hers]["body"]["severity_nrs"] == 5 and not phone.rows[hers]["deleted"]
    assert phone.rows[his["id"]]["author"]["name"] == "Daniel"
    assert {op["id"] for op in refused} & set(phone.rows) == {hers, his["id"]}
