"""No trace: what a caregiver may not know changes no byte and no statement of any answer they can get.

Two worlds with the same clock, ids and chance. In one of them Rosa also writes what Daniel may not see:
before, between and after what he may. He then calls every route, and reads his feed from every place.
"""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask

from backend.domain.ids import shared_id
from tests.api.exchange import Phone, edit
from tests.api.test_matrix import MATRIX
from tests.api.test_private import DAY, bodies, hidden_op
from tests.api.worlds import SPACE, World, named, same_chance, two_apps
from tests.factories import make_account, make_id, make_op, make_share

__all__ = ["two_apps"]
READ = ["symptoms", "daily", "medicines", "exercise", "observations", "requests"]
WRITE = ["symptoms", "observations"]
FRAME = {"proto": 1, "sent_at": "2026-11-21T09:00:00.000+00:00"}
ASKED = ("", "?kind=symptom", "?kind=mood", f"?from={DAY}&to={DAY}")
RECORDS = ("GET records", f"/api/v1/people/{SPACE}/records", None, False)
# Each leaves a session or an account behind it, so each has a browser of its own; the last one comes last.
LAST = "DELETE /api/v1/me"


@pytest.fixture
def worlds(two_apps: tuple[Flask, Flask], clock: Any) -> tuple[World, World]:
    """The same diary twice; the second has more in it."""
    device = make_id()
    bare, full = (World.begin(app, READ, WRITE, device) for app in two_apps)
    day = make_op(SPACE, "daily", record=shared_id(SPACE, f"daily:{DAY}"), on=DAY, energy="low")
    parts = [[make_op(SPACE, severity_nrs=nrs) for nrs in part] for part in ([4, 5], [6], [7, 8, 3])]
    parts[0].append(day)
    hidden = hidden_ops(parts[0][0]["id"])
    for world in (bare, full):
        for part in parts:
            if world is full:
                write_hidden(world, next(hidden))
            with same_chance(part[0]["op"]):
                assert world.rosa.results(*part) == ["ok"] * len(part)
            # Places in the feed from before, between and after.
            world.daniel.pull(SPACE, limit=1)
            world.daniel.cursors[f"at {part[0]['op']}"] = world.daniel.cursors[SPACE]
    write_hidden(full, next(hidden))
    return bare, full


def hidden_ops(open_entry: str) -> Iterator[list[dict[str, Any]]]:
    """What is written besides, in four parts: private, not granted, changed, deleted, back again, erased."""
    private = [make_op(SPACE, severity_nrs=9, private=True, note="canary") for _ in range(5)]
    yield private
    every = bodies(make_id(), "2026-11-19")
    yield [hidden_op(SPACE, kind, body) for kind, body in every]
    mood = make_op(SPACE, "mood", record=shared_id(SPACE, "mood:2026-11-21"), on="2026-11-21", mood="low")
    seen = make_op(SPACE, record=open_entry, note="canary", own_words="canary")
    deleted = make_op(SPACE, record=private[1]["id"], t="del") | {"base": private[1]["op"]}
    yield [mood, seen, deleted, make_op(SPACE, "contact", who="canary", role="doctor", number="+41 44 1")]
    back = make_op(SPACE, record=private[1]["id"], t="restore") | {"base": deleted["op"]}
    gone = make_op(SPACE, record=private[2]["id"], t="erase")
    yield [back, gone, make_op(SPACE, record=private[3]["id"], private=True, severity_nrs=10)]


def write_hidden(world: World, ops: list[dict[str, Any]]) -> None:
    """They reach the server, and somebody else is let in and out again."""
    assert set(world.rosa.results(*ops)) <= {"ok", "conflict"}
    rosa, mia = world.rosa.person, make_account(world.app, display_name="Mia")
    make_share(world.app, rosa, mia, read=["mood"], state="ended")


def test_every_route_a_caregiver_can_call_answers_alike(worlds: tuple[World, World]) -> None:
    bare, full = worlds
    calls = [call for route in MATRIX if route != LAST for call in as_called(route, bare.daniel)]
    for route, path, body in [*calls, *as_called(LAST, bare.daniel)]:
        answers = [one.as_daniel(f"{route} {path}", path, body, "/auth/" in path) for one in worlds]
        assert named(answers[0]) == named(answers[1]), (route, path)
        assert "canary" not in answers[1]
        # The class of time an answer takes: the same work, statement by statement.
        assert bare.statements == full.statements, (route, path)


def as_called(route: str, daniel: Phone) -> list[tuple[str, str, dict[str, Any] | None]]:
    """A route as he calls it: with her ids where it takes any, and his own body."""
    _, rule = route.split(" ")
    if "/sync/" in rule:
        return []
    entry = next(row["id"] for row in daniel.rows.values())
    path = rule.replace("<uuid:space>", SPACE).replace("<uuid:record>", entry).replace("<name>", "vocabulary")
    for name in ("share_id", "device_id", "op_id"):
        path = path.replace(f"<uuid:{name}>", entry)
    body = MATRIX[route].body
    if "/plans" in rule and body:
        body = {**body, "start_on": "2026-11-21"}
    if rule.endswith("/records"):
        return [(route, f"{path}{query}", body) for query in ASKED]
    return [(route, path, body)]


def test_every_way_to_read_the_feed_answers_alike(worlds: tuple[World, World]) -> None:
    note = make_op(SPACE, "observation", at="2026-11-21T08:00:00+00:00", on="2026-11-21", text="Slept well")
    for limit in (1, 2, 1000):
        for place in (None, *worlds[0].daniel.cursors):
            told = [list(readings(world, place, limit)) for world in worlds]
            assert named(str(told[0])) == named(str(told[1])), (limit, place)
            assert len(told[0]) > 1 or limit > 1 or place
    pushed = [taken(world, note, None) for world in worlds]
    pushed += [taken(world, note, world.daniel.cursors[SPACE]) for world in worlds]
    assert named(pushed[0]) == named(pushed[1]) and named(pushed[2]) == named(pushed[3])
    assert '"ok"' in pushed[0] and "Slept well" in pushed[0] and '"dup"' in pushed[2]
    assert worlds[0].statements == worlds[1].statements


def readings(world: World, place: str | None, limit: int) -> Iterator[tuple[str, list[str]]]:
    """The feed from a place on, page by page, each with its statements."""
    cursor, more = world.daniel.cursors[place] if place else None, True
    while more:
        body = frame(world) | {"spaces": {SPACE: {"cursor": cursor, "marks": []}}, "limit": limit}
        yield world.as_daniel("POST pull", "/api/v1/sync/pull", body, False), world.statements
        [page] = [world.daniel.client.post_json("/api/v1/sync/pull", body).json["spaces"][SPACE]]
        cursor, more = page["cursor"], page["more"]


def taken(world: World, op: dict[str, Any], cursor: str | None) -> str:
    """A push of his with a reading in it."""
    body = frame(world) | {"ops": [op], "marks": {}}
    body["pull"] = {"spaces": {SPACE: {"cursor": cursor, "marks": []}}}
    return world.as_daniel("POST push", "/api/v1/sync/push", body, False)


def frame(world: World) -> dict[str, Any]:
    return {**FRAME, "account": world.daniel.person.id, "device": world.daniel.device}


def test_what_she_says_of_his_own_entry_for_herself_alone_shows_in_nothing(
    worlds: tuple[World, World],
) -> None:
    """A note on it moves no byte of it, and his own next words fare as they would have."""
    ops = [make_op(SPACE, severity_nrs=nrs) for nrs in (1, 2, 3)]
    met = make_op(SPACE, record=ops[2]["id"], note="his", own_words="his")
    for world in worlds:
        assert world.daniel.results(*ops) == ["ok"] * 3
        world.rosa.pull()
    for op in ops:
        worlds[1].rosa.push(make_op(SPACE, record=op["id"], note="canary", own_words="canary"))
    worlds[1].rosa.push(met)  # two notes that had not seen each other
    changed = make_op(SPACE, record=ops[0]["id"], severity_nrs=6) | {"base": ops[0]["op"]}
    changed["was"] = {"severity_nrs": ops[0]["op"]}
    deleted = make_op(SPACE, record=ops[1]["id"], t="del") | {"base": ops[1]["op"]}
    for op in (None, changed, deleted):
        told = [world.as_daniel(*RECORDS) for world in worlds]
        told += [taken(world, op, None) for world in worlds] if op else []
        assert told[0] == told[1] and named(told[-2]) == named(told[-1])
        assert worlds[0].statements == worlds[1].statements
        assert op is None or '"ok"' in told[-1]


@pytest.mark.parametrize("limit", [1, 1000])
def test_reading_anew_gives_the_same_bytes_while_private_entries_come_and_go(
    phone: Phone, caregiver: Phone, limit: int, app: Flask
) -> None:
    """In one world: the letters of every sealed place stay the same, too."""
    space = phone.person.space
    make_share(app, phone.person, caregiver.person, read=READ)
    phone.push(*(make_op(space, severity_nrs=nrs) for nrs in range(4)))
    body = {"proto": 1, "account": caregiver.person.id, "device": caregiver.device, "limit": limit}

    def first_page() -> bytes:
        asked = {**body, "spaces": {space: {"cursor": None, "marks": []}}}
        told: bytes = caregiver.client.post_json("/api/v1/sync/pull", asked).body
        return told

    before = first_page()
    # More than a hundred, so that the numbers of the timeline become longer as well.
    hidden = [make_op(space, severity_nrs=9, private=True, note="canary") for _ in range(120)]
    assert phone.results(*hidden) == ["ok"] * len(hidden)
    assert first_page() == before
    phone.pull()
    changes = [edit(phone, op["id"], severity_nrs=1) for op in hidden[:5]]
    changes += [make_op(space, record=op["id"], t="del") | {"base": op["op"]} for op in hidden[5:10]]
    assert phone.results(*changes) == ["ok"] * 10
    assert first_page() == before
    # What she writes openly afterwards has a place of the same length, however long its number is.
    phone.push(make_op(space))
    places = [json.loads(page)["spaces"][space]["cursor"] for page in (before, first_page())]
    assert len(places[0]) == len(places[1]) and places[0] != places[1]
