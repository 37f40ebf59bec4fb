"""See it as they see it, who looked at what, and the invitation as a square code."""

import json
import logging
from typing import Any

import pytest
from flask import Flask

from tests.api.exchange import Phone, edit
from tests.api.test_private import DAY, bodies, hidden_op
from tests.factories import make_account, make_id, make_op, make_share, sign_in
from tests.square_code import from_path

READ, WRITE = ["symptoms", "daily", "exercise", "observations"], ["symptoms"]


def write_all(phone: Phone) -> None:
    """A diary with everything in it, half of it private."""
    space = phone.person.space
    for private, on in ((True, DAY), (False, "2026-11-19")):
        ops = [hidden_op(space, kind, body) for kind, body in bodies(make_id(), on)]
        for op in ops:
            op["set"]["private"] = private
        phone.results(*ops)
    phone.pull()


def pages(phone: Phone, share: str) -> list[dict[str, Any]]:
    """Every page of the preview."""
    found: list[dict[str, Any]] = []
    cursor = ""
    while not found or found[-1]["more"]:
        found.append(phone.client.get(f"/api/v1/shares/{share}/seen{cursor}", status=200).json)
        cursor = f"?cursor={found[-1]['cursor']}"
    return found


@pytest.mark.parametrize("state", ["active", "paused", "accepted"])
def test_the_preview_has_the_bytes_of_the_caregivers_own_reading(
    app: Flask, phone: Phone, caregiver: Phone, state: str
) -> None:
    rosa = phone.person
    write_all(phone)
    share = make_share(app, rosa, caregiver.person, READ, WRITE, state=state)
    preview = phone.client.get(f"/api/v1/shares/{share}/seen").body
    # Let in at last, he reads.
    if state == "accepted":
        phone.client.post(f"/api/v1/shares/{share}/confirm", status=200)
    if state == "paused":
        phone.client.patch_json(f"/api/v1/shares/{share}", {"paused": False}, status=200)
    his = make_op(rosa.space, severity_nrs=2)
    assert caregiver.results(his) == ["ok"]
    seen = phone.client.get(f"/api/v1/shares/{share}/seen").body
    body = {"proto": 1, "account": caregiver.person.id, "device": caregiver.device}
    asked = {**body, "spaces": {rosa.space: {"cursor": None, "marks": []}}}
    pulled = caregiver.client.post_json("/api/v1/sync/pull", asked).body
    assert rows_of(seen) == rows_of(pulled) and len(rows_of(pulled)) > 500
    assert rows_of(preview)[:-1] == rows_of(pulled)[: len(rows_of(preview)) - 1]
    told, mine = json.loads(seen), json.loads(pulled)["mine"][rosa.space]
    assert {name: told[name] for name in ("name", "read", "write", "until")} == {
        name: mine[name] for name in ("name", "read", "write", "until")
    }
    listed = caregiver.client.get(f"/api/v1/people/{rosa.space}/records").json["records"]
    assert {row["id"]: row for row in listed} == {row["id"]: row for row in told["rows"]}
    own = next(row for row in told["rows"] if row["id"] == his["id"])
    assert own["cur_op"] == his["op"] and own["author"]["name"] == "Daniel"


def rows_of(answer: bytes) -> bytes:
    """The list of rows as it stands in an answer."""
    begun = answer.index(b'"rows":') + len(b'"rows":')
    return answer[begun : answer.index(b',"cursor":', begun)]


def test_a_preview_of_many_rows_comes_in_the_caregivers_pages(
    app: Flask, phone: Phone, caregiver: Phone
) -> None:
    space = phone.person.space
    for _ in range(3):
        phone.push(*(make_op(space, severity_nrs=3) for _ in range(400)))
    share = make_share(app, phone.person, caregiver.person, READ)
    found = pages(phone, share)
    assert [len(page["rows"]) for page in found] == [1000, 200]
    caregiver.pull(space)
    assert {row["id"] for page in found for row in page["rows"]} == set(caregiver.rows)
    # Another share's place, or a place in a view that has changed, is no place here.
    other = make_share(app, phone.person, make_account(app), READ)
    anew = phone.client.get(f"/api/v1/shares/{other}/seen?cursor={found[0]['cursor']}").json
    assert anew["reset"] is True and "rows" not in anew


def test_a_preview_is_the_owners_alone_and_leaves_no_look(app: Flask, phone: Phone, caregiver: Phone) -> None:
    share = make_share(app, phone.person, caregiver.person, READ)
    phone.push(make_op(phone.person.space))
    pages(phone, share)
    assert phone.client.get("/api/v1/access-log").json["looks"] == []
    caregiver.client.get(f"/api/v1/shares/{share}/seen", status=404)
    offered = make_share(app, phone.person, caregiver.person, READ, state="offered")
    assert len(pages(phone, offered)[0]["rows"]) == 1
    phone.client.delete(f"/api/v1/shares/{share}", status=204)
    phone.client.get(f"/api/v1/shares/{share}/seen", status=409)


def test_a_preview_needs_no_password_again(app: Flask, phone: Phone, caregiver: Phone, clock: Any) -> None:
    share = make_share(app, phone.person, caregiver.person, READ)
    clock.advance(hours=2)
    phone.client.get(f"/api/v1/shares/{share}/seen", status=200)


def test_a_look_says_by_which_way_and_what_was_open(app: Flask, phone: Phone, clock: Any) -> None:
    daniel = make_account(app, display_name="Daniel")
    share = make_share(app, phone.person, daniel, ["symptoms", "daily"])
    one = make_op(phone.person.space)
    phone.push(one)
    his = Phone(sign_in(app, daniel), daniel)
    his.pull(phone.person.space)
    # Less, then more within the hour: the look tells all that was open in it.
    for read in (["symptoms"], ["symptoms", "notes"]):
        phone.client.patch_json(f"/api/v1/shares/{share}", {"read": read}, status=200)
        his.pull(phone.person.space)
    clock.advance(hours=1)
    his.client.get(f"/api/v1/people/{phone.person.space}/overview", status=200)
    phone.pull()
    phone.push(edit(phone, one["id"], severity_nrs=6))
    phone.client.patch_json(f"/api/v1/shares/{share}", {"read": ["symptoms"]}, status=200)
    his.pull(phone.person.space)
    looks = phone.client.get("/api/v1/access-log").json["looks"]
    assert [(look["channel"], look["read"], look["at_hour"][11:16]) for look in looks] == [
        ("overview", ["notes", "symptoms"], "10:00"),
        ("sync", ["symptoms"], "10:00"),
        ("sync", ["daily", "notes", "symptoms"], "09:00"),
    ]
    assert {(look["who"], look["share"]) for look in looks} == {("Daniel", share)}
    # By the hour; never where, never by which phone.
    assert {name for look in looks for name in look} == {"who", "share", "channel", "at_hour", "read"}


def test_the_square_code_is_the_link_and_is_kept_nowhere(
    phone: Phone, caregiver: Phone, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    answer = phone.client.post_json("/api/v1/shares", {"label": "Daniel"}, status=201)
    offered = answer.json
    assert from_path(**offered["qr"]) == offered["url"]
    assert answer.headers["Cache-Control"] == "no-store"
    token = offered["url"].partition("#")[2]
    caregiver.client.post_json("/api/v1/shares/accept", {"code": token}, status=200)
    assert token not in caplog.text and offered["code"] not in caplog.text
