"""Private records of every kind, and what lies outside the granted scopes, leave no trace for a caregiver."""

import json
from typing import Any

import pytest
from flask import Flask

from backend.domain.ids import shared_id
from backend.domain.records import KINDS
from backend.domain.sharing import SCOPES
from tests.api.exchange import Phone, edit
from tests.factories import Person, make_account, make_id, make_op, make_share, sign_in

WITHHELD = ("notes", "intimate", "medicine_names", "mood")
GRANTED = [scope for scope in SCOPES if scope not in WITHHELD]
OPEN_WORDS = ("custom", "contact", "allergy", "care_card", "appointment", "observation", "profile")
DAY, OTHER = "2026-11-20", "2026-11-19"
AT = {"at": f"{DAY}T08:07:31+01:00", "on": DAY, "tz": "Europe/Zurich"}
# What names the one record of its kind and day.
SHARED = {
    "daily": "daily:{on}",
    "mood": "mood:{on}",
    "profile": "profile",
    "care_card": "care_card",
    "preference": "preference",
}


def bodies(medicine: str, on: str) -> list[tuple[str, dict[str, Any]]]:
    """A record of every kind a person writes, wide, with "canary" wherever own words go."""
    at = {**AT, "at": AT["at"].replace(DAY, on), "on": on}
    return [
        ("symptom", {**at, "symptom": "pain", "severity_nrs": 9, "own_words": "canary", "note": "canary"}),
        ("story", {"on": on, "label": "canary", "answers": {"start": {"text": "canary"}}}),
        ("custom", {"vocabulary": "words", "label": "canary"}),
        ("daily", {"on": on, "energy": "low", "intimate": [{"symptom": "bladder", "change": "new"}]}),
        ("mood", {"on": on, "mood": "low", "phq2": [3, 3]}),
        ("medicine", {"class": "other", "regimen": {"name": "canary", "times": ["08:00"]}, "note": "canary"}),
        ("dose", {"medicine_id": medicine, "slot": f"{on}T08:00", **at, "status": "taken", "note": "canary"}),
        ("event", {"type": "fall", "on": on, "detail": "canary"}),
        ("event", {"type": "steroid_course", "on": on, "detail": "canary"}),
        ("profile", {"mobility": "stick", "own_goal": "canary"}),
        ("appointment", {**at, "who": "canary", "questions": ["canary"], "agreed": "canary"}),
        ("safety", {"message_id": "SAFE-01", "tier": "E1", **at, "checks": {"canary": "yes"}}),
        ("safety", {"message_id": "SAFE-30", "tier": "E2", **at, "checks": {"canary": "yes"}}),
        ("care_card", {"country": "CH", "help": [{"text": "canary"}], "alert_cards": ["canary"]}),
        ("contact", {"who": "canary", "role": "doctor", "number": "+41 44 123 45 67"}),
        ("allergy", {"what": "canary", "reaction": "canary"}),
        ("request", {"ask": "company", "at": at["at"]}),
        ("plan", {"template": "calm", "started_on": on, "weeks": 1}),
        ("plan_item", {"plan_id": make_id(), "on": on, "session_no": 1, "override_note": "canary"}),
        ("session", {**at, "felt": "worse", "helped_by": "canary", "note": "canary"}),
        ("observation", {"at": at["at"], "on": on, "text": "canary"}),
        ("preference", {"simple_mode": True, "reminders": [{"id": "a", "time": "08:00", "text": "canary"}]}),
    ]


def hidden_op(space: str, kind: str, body: dict[str, Any]) -> dict[str, Any]:
    name = SHARED.get(kind, "safety:{message_id}:{on}" if kind == "safety" else None)
    record = shared_id(space, name.format(**body)) if name else make_id()
    return make_op(space, kind, record=record, **body, private=True)


@pytest.fixture
def caregiver(app: Flask, rosa: Person) -> Phone:
    daniel = make_account(app, display_name="Daniel")
    make_share(app, rosa, daniel, read=GRANTED, write=GRANTED)
    return Phone(sign_in(app, daniel), daniel)


def everything(caregiver: Phone, space: str) -> str:
    """Every answer a caregiver can ask for, anew and from where the last reading ended."""
    frame = {"proto": 1, "account": caregiver.person.id, "device": caregiver.device}
    pulls = [
        caregiver.client.post_json(
            "/api/v1/sync/pull", {**frame, "spaces": {space: {"cursor": cursor, "marks": []}}}
        ).json
        for cursor in (caregiver.cursors[space], None)
    ]
    pages = [
        caregiver.client.get(f"/api/v1/{path}").json
        for path in ("people", f"people/{space}/records", f"people/{space}/overview")
    ]
    return json.dumps([pulls, pages], sort_keys=True)


def test_private_records_of_every_kind_change_no_byte(phone: Phone, caregiver: Phone) -> None:
    space = phone.person.space
    medicine = make_op(space, "medicine", regimen={"name": "open"})
    assert phone.results(make_op(space, severity_nrs=4), medicine) == ["ok", "ok"]
    caregiver.pull(space)
    before = everything(caregiver, space)
    hidden = [hidden_op(space, kind, body) for kind, body in bodies(medicine["id"], DAY)]
    assert {op["kind"] for op in hidden} == set(KINDS) - {"share"}
    assert phone.results(*hidden) == ["ok"] * len(hidden)
    assert everything(caregiver, space) == before
    phone.pull()
    gone = []
    for op in hidden:
        # Some fields have to stay; what is refused leaves the record at its first op.
        name = next(name for name in reversed(op["set"]) if name != "private")
        changed = edit(phone, op["id"], **{name: None})
        last = changed["op"] if phone.results(changed) == ["ok"] else op["op"]
        gone.append(make_op(space, op["kind"], record=op["id"], t="del") | {"base": last})
    assert everything(caregiver, space) == before
    assert phone.results(*gone) == ["ok"] * len(gone)
    assert everything(caregiver, space) == before


def test_an_id_that_can_be_worked_out_tells_nothing(phone: Phone, caregiver: Phone) -> None:
    """The answer to a change of what a caregiver may not see is that to a change of nothing."""
    space = phone.person.space
    caregiver.pull(space)
    hidden = [hidden_op(space, kind, body) for kind, body in bodies(make_id(), DAY)]
    hidden = [op for op in hidden if op["kind"] in SHARED or op["kind"] == "safety"]

    def probes() -> list[Any]:
        tried = []
        for op in hidden:
            for kind in ("event", op["kind"]):
                body = {"type": "illness", "on": DAY} if kind == "event" else op["set"]
                for t in ("put", "del", "restore"):
                    wire = make_op(space, kind, record=op["id"], t=t, **(body if t == "put" else {}))
                    wire |= {} if t == "put" else {"base": None}
                    [answer] = caregiver.push(wire)["results"]
                    tried.append({**answer, "op": ""})
        return tried

    before = probes()
    assert phone.results(*hidden) == ["ok"] * len(hidden)
    assert probes() == before


def test_what_is_not_granted_is_in_no_answer(phone: Phone, caregiver: Phone) -> None:
    space = phone.person.space
    open_ = [hidden_op(space, kind, body) for kind, body in bodies(make_id(), OTHER)]
    for op in open_:
        op["set"].pop("private")
        op["was"].pop("private")
        # Words that a granted scope opens are not what is looked for here.
        if op["kind"] in OPEN_WORDS:
            op["set"] = json.loads(json.dumps(op["set"]).replace("canary", "given"))
        op["set"] |= {name: "given" for name in ("helped_by", "override_note") if name in op["set"]}
    assert phone.results(*open_) == ["ok"] * len(open_)
    caregiver.pull(space)
    told = everything(caregiver, space)
    assert "given" in told and "canary" not in told
    for word in (
        "because",
        "checks",
        "phq2",
        "bladder",
        "regimen",
        "SAFE-30",
        "simple_mode",
        '"kind": "share"',
    ):
        assert word not in told, told[max(0, told.find(word) - 200) :][:400]
