"""Ways to get more of a diary than was given, each with its outcome."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from flask import Flask
from webtest import TestApp

from tests.api.exchange import Phone
from tests.api.worlds import same_chance
from tests.factories import Person, make_account, make_id, make_op, make_share, sign_in

GONE = ("ended", "expired", "paused", "accepted", "offered", "foreign", "unknown")


def invited(phone: Phone) -> dict[str, Any]:
    offered: dict[str, Any] = phone.client.post_json("/api/v1/shares", {"label": "Daniel"}, status=201).json
    return {**offered, "token": offered["url"].partition("#")[2]}


def accept(client: TestApp, code: str) -> str:
    """Everything the answer says."""
    with same_chance("accept"):
        answer = client.post_json("/api/v1/shares/accept", {"code": code}, status="*")
    return f"{answer.status} {sorted(answer.headerlist)} {answer.text}"


def shares_of(phone: Phone) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = phone.client.get("/api/v1/shares").json["shares"]
    return found


def test_a_code_that_is_used_old_unknown_or_ones_own_answers_alike(
    app: Flask, phone: Phone, caregiver: Phone, clock: Any
) -> None:
    old = invited(phone)
    clock.advance(hours=48, seconds=1)
    phone.client.post_json("/api/v1/auth/confirm", {"password": phone.person.password}, status=204)
    used, ended, own = (
        invited(phone),
        invited(phone),
        invited(Phone(sign_in(app, caregiver.person), caregiver.person)),
    )
    mia = make_account(app)
    assert accept(sign_in(app, mia), used["code"]).startswith("200")
    phone.client.delete(f"/api/v1/shares/{ended['id']}", status=204)
    codes = [one[way] for one in (old, used, ended, own) for way in ("code", "token")]
    told = {accept(caregiver.client, code) for code in (*codes, "ABCDEFGHJK", "a" * 22)}
    assert len(told) == 1 and told.pop().startswith("404")
    assert [one["caregiver"] for one in shares_of(phone) if one["state"] == "offered"] == [None]


def test_two_phones_that_use_one_code_at_once_let_one_in(app: Flask, phone: Phone) -> None:
    people = [make_account(app) for _ in range(3)]
    clients = [sign_in(app, person) for person in people]
    offered, start = invited(phone), threading.Barrier(3)

    def use(client: TestApp, way: str) -> int:
        start.wait()
        answer = client.post_json("/api/v1/shares/accept", {"code": offered[way]}, status="*")
        return int(answer.status_int)

    with ThreadPoolExecutor(3) as pool:
        told = list(pool.map(use, clients, ("code", "token", "code")))
    assert sorted(told) == [200, 404, 404]
    assert [one["state"] for one in shares_of(phone)] == ["accepted"]


def test_somebody_elses_share_is_not_there_for_any_act(app: Flask, phone: Phone, caregiver: Phone) -> None:
    share = make_share(app, phone.person, caregiver.person, state="accepted")
    acts: list[tuple[str, str, dict[str, Any] | None]] = [
        ("post", "/confirm", None),
        ("patch_json", "", {"read": ["mood"]}),
        ("patch_json", "", {"paused": True}),
        ("delete", "", None),
        ("get", "/seen", None),
    ]
    told = set()
    for client in (caregiver.client, sign_in(app, make_account(app))):
        for path in (f"/api/v1/shares/{share}", f"/api/v1/shares/{make_id()}"):
            for how, where, body in acts:
                with same_chance("a foreign share"):
                    words = [f"{path}{where}"] if body is None else [f"{path}{where}", body]
                    told.add(getattr(client, how)(*words, status=404).text)
    assert len(told) == 1
    assert [(one["state"], one["read"]) for one in shares_of(phone)] == [
        ("accepted", ["exercise", "requests", "symptoms"])
    ]


def test_a_caregiver_cannot_write_their_own_grant(app: Flask, phone: Phone, caregiver: Phone) -> None:
    share = make_share(app, phone.person, caregiver.person, ["symptoms"], ["symptoms"])
    space = phone.person.space
    tries = [
        make_op(space, "share", record=share, read=["symptoms", "mood"]),
        make_op(space, "share", record=share, state="ended"),
        make_op(space, "share", record=share, t="del") | {"base": make_id()},
        make_op(space, "share", record=make_id(), name="Me", read=["mood"], write=[], state="active"),
    ]
    assert [caregiver.results(one) for one in tries] == [["rejected"]] * 4
    assert [(one["state"], one["read"]) for one in shares_of(phone)] == [("active", ["symptoms"])]


def test_confirming_and_ending_twice(app: Flask, phone: Phone, caregiver: Phone) -> None:
    share = make_share(app, phone.person, caregiver.person, state="accepted")
    path = f"/api/v1/shares/{share}"
    assert [phone.client.post(f"{path}/confirm", status="*").status_int for _ in range(2)] == [200, 409]
    assert [phone.client.delete(path, status="*").status_int for _ in range(2)] == [204, 204]
    phone.client.post(f"{path}/confirm", status=409)
    phone.client.patch_json(path, {"paused": False}, status=409)


def page(phone: Phone, space: str, cursor: str | None) -> dict[str, Any] | None:
    """One answer for one space, or None where it is left out."""
    body = {"proto": 1, "account": phone.person.id, "device": phone.device}
    asked = {**body, "spaces": {space: {"cursor": cursor, "marks": []}}}
    found: dict[str, Any] | None = (
        phone.client.post_json("/api/v1/sync/pull", asked).json["spaces"].get(space)
    )
    return found


def test_an_old_cursor_opens_nothing_that_is_closed(app: Flask, phone: Phone, caregiver: Phone) -> None:
    space = phone.person.space
    share = make_share(app, phone.person, caregiver.person, ["symptoms", "daily"])
    phone.push(make_op(space), make_op(space, "daily", on="2026-11-21", energy="low"))
    caregiver.pull(space)
    old = caregiver.cursors[space]
    phone.client.patch_json(f"/api/v1/shares/{share}", {"read": ["symptoms"]}, status=200)
    reset = page(caregiver, space, old)
    assert reset and reset["reset"] is True and "rows" not in reset
    phone.client.delete(f"/api/v1/shares/{share}", status=204)
    assert page(caregiver, space, old) is None
    make_share(app, phone.person, caregiver.person, ["daily"])
    again = page(caregiver, space, old)
    assert again and again["reset"] is True
    anew = page(caregiver, space, None)
    assert anew and {row["kind"] for row in anew["rows"]} == {"daily"}


def test_a_forged_or_borrowed_cursor_only_begins_anew(app: Flask, phone: Phone, caregiver: Phone) -> None:
    space, mia = phone.person.space, make_account(app)
    make_share(app, phone.person, caregiver.person, ["symptoms"])
    make_share(app, phone.person, mia, ["mood", "symptoms"])
    hers = Phone(sign_in(app, mia), mia)
    phone.push(make_op(space), make_op(space, "mood", on="2026-11-21", mood="low"))
    for one in (phone, hers, caregiver):
        one.pull(space)
    caregiver.pull()
    true = caregiver.cursors[space]
    forged = ("x", true[:-1] + ("A" if true[-1] != "A" else "B"), true[1:], phone.marks.get(space, ["y"])[0])
    borrowed = (phone.cursors[space], hers.cursors[space], caregiver.cursors[caregiver.person.space])
    for cursor in (*forged, *borrowed):
        answer = page(caregiver, space, cursor)
        assert answer and answer.get("reset") is True and "rows" not in answer, cursor
    for row in (page(caregiver, space, None) or {})["rows"]:
        assert row["kind"] == "symptom"


def test_a_change_of_scope_holds_from_the_next_request(app: Flask, phone: Phone, caregiver: Phone) -> None:
    space = phone.person.space
    share = make_share(app, phone.person, caregiver.person, ["symptoms"], ["symptoms"])
    phone.push(make_op(space))
    records, overview = (f"/api/v1/people/{space}/{name}" for name in ("records", "overview"))
    assert len(caregiver.client.get(records).json["records"]) == 1
    assert caregiver.results(make_op(space)) == ["ok"]
    phone.client.patch_json(f"/api/v1/shares/{share}", {"read": ["requests"]}, status=200)
    assert caregiver.client.get(records).json["records"] == []
    assert caregiver.client.get(overview).json["today"]["entries"] == 0
    assert caregiver.results(make_op(space)) == ["rejected"]
    phone.client.patch_json(f"/api/v1/shares/{share}", {"paused": True}, status=200)
    caregiver.client.get(records, status=404)


def test_the_last_day_ends_at_midnight_where_the_person_lives(
    app: Flask, phone: Phone, caregiver: Phone, clock: Any
) -> None:
    make_share(app, phone.person, caregiver.person, until="2026-11-21")
    path = f"/api/v1/people/{phone.person.space}/records"
    clock.advance(hours=13, minutes=59, seconds=59)  # one second before midnight in Zurich
    caregiver.client.get(path, status=200)
    assert phone.person.space in caregiver.pull()["mine"]
    clock.advance(seconds=1)
    caregiver.client.get(path, status=404)
    assert phone.person.space not in caregiver.pull()["mine"]


def test_a_caregiver_whose_account_is_gone_is_gone(app: Flask, phone: Phone, caregiver: Phone) -> None:
    share = make_share(app, phone.person, caregiver.person, ["symptoms"], ["symptoms"])
    his = make_op(phone.person.space, severity_nrs=2)
    assert caregiver.results(his) == ["ok"]
    other = sign_in(app, caregiver.person)
    caregiver.client.delete("/api/v1/me", status=204)
    for client in (caregiver.client, other):
        client.get(f"/api/v1/people/{phone.person.space}/records", status=401)
    assert shares_of(phone) == []
    phone.pull()
    assert phone.rows[share]["body"]["state"] == "ended"
    assert phone.rows[his["id"]]["author"]["name"] == "" and not phone.rows[his["id"]]["deleted"]


@pytest.fixture
def closed(app: Flask, clock: Any, caregiver: Phone) -> dict[str, str]:
    """Spaces Daniel cannot see, by why that is so."""
    found = {"unknown": make_id()}
    for why in GONE[:-1]:
        rosa: Person = make_account(app)
        found[why] = rosa.space
        if why == "expired":
            make_share(app, rosa, caregiver.person, write=["symptoms"], until="2026-11-20")
        elif why != "foreign":
            make_share(app, rosa, caregiver.person, write=["symptoms"], state=why)
    return found


def test_ended_paused_expired_unconfirmed_and_mistaken_give_the_same_bytes(
    closed: dict[str, str], caregiver: Phone
) -> None:
    """On every channel; so nobody can tell that it was they who were shut out, or that more is to come."""
    frame = {"proto": 1, "account": caregiver.person.id, "device": caregiver.device}
    op = make_op("")
    channels: list[tuple[str, Callable[[TestApp, str], Any]]] = [
        (name, lambda client, space, path=path: client.get(f"/api/v1/people/{space}/{path}", status="*"))
        for name, path in (
            ("records", "records"),
            ("filtered", "records?kind=symptom&from=2026-11-01"),
            ("overview", "overview"),
            ("history", f"records/{make_id()}/history"),
        )
    ]

    def pull(client: TestApp, space: str) -> Any:
        asked = {**frame, "spaces": {space: {"cursor": None, "marks": []}}}
        return client.post_json("/api/v1/sync/pull", asked)

    def push(client: TestApp, space: str) -> Any:
        asked = {**frame, "ops": [op | {"space": space}], "marks": {}}
        return client.post_json("/api/v1/sync/push", asked)

    for name, ask in (*channels, ("pull", pull), ("push", push)):
        told = set()
        for space in (closed[why] for why in GONE):
            with same_chance(name):
                answer = ask(caregiver.client, space)
            told.add(f"{answer.status} {sorted(answer.headerlist)} {answer.text}")
        assert len(told) == 1, (name, told)
    assert caregiver.client.get("/api/v1/people").json == {"people": []}
