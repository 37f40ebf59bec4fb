"""Sharing from outside: what a caregiver gets, and that private entries leave no trace."""

import json
from typing import Any

from flask import Flask

from tests.api.exchange import Phone, edit
from tests.factories import Person, make_account, make_op, make_share, sign_in


def seen(caregiver: Phone, rosa: Person) -> list[dict[str, Any]]:
    return list(caregiver.new_rows(rosa.space))


def test_the_whole_way_from_invitation_to_end(app: Flask, phone: Phone, caregiver: Phone) -> None:
    rosa = phone.person
    phone.push(make_op(rosa.space, severity_nrs=6, note="canary"))
    offered = phone.client.post_json("/api/v1/shares", {"label": "Daniel"}, status=201).json
    assert offered["state"] == "offered" and len(offered["code"]) == 10 and "#" in offered["url"]
    typed = f"{offered['code'][:5].lower()} {offered['code'][5:]}"
    accepted = caregiver.client.post_json("/api/v1/shares/accept", {"code": typed}).json
    assert accepted == {"id": offered["id"], "state": "accepted"}
    assert caregiver.pull(rosa.space)["spaces"] == {} and list(caregiver.mine) == [caregiver.person.space]
    phone.client.post(f"/api/v1/shares/{offered['id']}/confirm", status=200)
    caregiver.pull(rosa.space)
    assert caregiver.mine[rosa.space]["name"] == "Rosa"
    assert caregiver.mine[rosa.space]["read"] == ["exercise", "requests", "symptoms"]
    [row] = caregiver.rows.values()
    assert row["body"]["severity_nrs"] == 6 and "note" not in row["body"] and row["fop"] == {}
    assert row["cur_op"] is None and row["body"]["at"].endswith(":00:00+00:00")
    looks = phone.client.get("/api/v1/access-log").json["looks"]
    assert [(look["who"], look["channel"]) for look in looks] == [("Daniel", "sync")]
    phone.client.delete(f"/api/v1/shares/{offered['id']}", status=204)
    answer = caregiver.pull(rosa.space)
    assert rosa.space not in answer["mine"] and answer["spaces"] == {}
    caregiver.client.get(f"/api/v1/people/{rosa.space}/records", status=404)


def test_the_link_token_works_once_and_the_code_with_it_is_spent(phone: Phone, caregiver: Phone) -> None:
    offered = phone.client.post_json("/api/v1/shares", {"label": "Daniel"}).json
    caregiver.client.post_json("/api/v1/shares/accept", {"code": offered["url"].split("#")[1]}, status=200)
    for code in (offered["code"], offered["url"].split("#")[1]):
        caregiver.client.post_json("/api/v1/shares/accept", {"code": code}, status=404)


def test_an_invitation_lasts_48_hours_and_not_for_oneself(phone: Phone, caregiver: Phone, clock: Any) -> None:
    offered = phone.client.post_json("/api/v1/shares", {"label": "Daniel"}).json
    phone.client.post_json("/api/v1/shares/accept", {"code": offered["code"]}, status=404)
    clock.advance(hours=48, minutes=1)
    caregiver.client.post_json("/api/v1/shares/accept", {"code": offered["code"]}, status=404)


def test_guessing_codes_is_stopped_after_ten(caregiver: Phone, clock: Any) -> None:
    tries = [
        caregiver.client.post_json("/api/v1/shares/accept", {"code": f"ABCDEFGHJ{n}"}, status="*").status_int
        for n in range(2, 14)
    ]
    assert tries == [404] * 10 + [429] * 2


def test_private_entries_change_no_byte_a_caregiver_gets(app: Flask, phone: Phone, caregiver: Phone) -> None:
    rosa = phone.person
    make_share(app, rosa, caregiver.person)
    phone.push(make_op(rosa.space, severity_nrs=4))
    caregiver.pull(rosa.space)

    def everything() -> str:
        body = {
            "proto": 1,
            "account": caregiver.person.id,
            "device": caregiver.device,
            "spaces": {rosa.space: {"cursor": caregiver.cursors[rosa.space], "marks": []}},
        }
        first = {**body, "spaces": {rosa.space: {"cursor": None, "marks": []}}}
        answers = [
            caregiver.client.post_json("/api/v1/sync/pull", body).json,
            caregiver.client.post_json("/api/v1/sync/pull", first).json,
            caregiver.client.get("/api/v1/people").json,
            caregiver.client.get(f"/api/v1/people/{rosa.space}/records").json,
            caregiver.client.get(f"/api/v1/people/{rosa.space}/overview").json,
        ]
        # A first reading seals the head it began at only while it pages; one page tells nothing of it.
        return json.dumps(answers, sort_keys=True)

    before = everything()
    hidden = [make_op(rosa.space, severity_nrs=9, private=True, note="canary") for _ in range(5)]
    assert phone.results(*hidden) == ["ok"] * 5
    phone.pull()
    assert phone.results(edit(phone, hidden[0]["id"], severity_nrs=10)) == ["ok"]
    assert phone.results(
        make_op(rosa.space, record=hidden[1]["id"], t="del") | {"base": hidden[1]["op"]}
    ) == ["ok"]
    assert phone.results(make_op(rosa.space, kind="mood", on="2026-11-21", mood="low")) == ["ok"]
    assert everything() == before


def test_making_an_entry_private_takes_it_back_and_open_again_gives_it(
    app: Flask, phone: Phone, caregiver: Phone
) -> None:
    rosa = phone.person
    make_share(app, rosa, caregiver.person)
    op = make_op(rosa.space)
    phone.push(op)
    phone.pull()
    assert [row["deleted"] for row in seen(caregiver, rosa)] == [False]
    phone.push(edit(phone, op["id"], private=True))
    assert [(row["id"], row["deleted"], row["body"]) for row in seen(caregiver, rosa)] == [
        (op["id"], True, {})
    ]
    phone.pull()
    phone.push(edit(phone, op["id"], private=False))
    assert [row["deleted"] for row in seen(caregiver, rosa)] == [False]


def test_a_change_of_a_hidden_field_moves_nothing_for_a_caregiver(
    app: Flask, phone: Phone, caregiver: Phone
) -> None:
    rosa = phone.person
    make_share(app, rosa, caregiver.person)
    op = make_op(rosa.space)
    phone.push(op)
    phone.pull()
    seen(caregiver, rosa)
    cursor = caregiver.cursors[rosa.space]
    phone.push(edit(phone, op["id"], note="canary"))
    assert seen(caregiver, rosa) == [] and caregiver.cursors[rosa.space] == cursor


def test_f68_narrowing_starts_the_view_anew_with_less(app: Flask, phone: Phone, caregiver: Phone) -> None:
    rosa = phone.person
    share = make_share(app, rosa, caregiver.person, read=["symptoms", "notes"])
    phone.push(make_op(rosa.space, note="canary"))
    assert seen(caregiver, rosa)[0]["body"]["note"] == "canary"
    phone.client.patch_json(f"/api/v1/shares/{share}", {"read": ["symptoms"]}, status=200)
    caregiver.pull(rosa.space)
    assert all("note" not in row["body"] for row in caregiver.rows.values())


def test_f69_widening_brings_old_entries_of_the_new_kind(app: Flask, phone: Phone, caregiver: Phone) -> None:
    rosa = phone.person
    share = make_share(app, rosa, caregiver.person, read=["symptoms"])
    phone.push(make_op(rosa.space, kind="daily", on="2026-11-21", energy="low"), make_op(rosa.space))
    caregiver.pull(rosa.space)
    assert {row["kind"] for row in caregiver.rows.values()} == {"symptom"}
    phone.client.patch_json(f"/api/v1/shares/{share}", {"read": ["symptoms", "daily"]}, status=200)
    caregiver.pull(rosa.space)
    assert {row["kind"] for row in caregiver.rows.values()} == {"symptom", "daily"}


def test_giving_more_needs_fresh_proof_taking_away_never(app: Flask, phone: Phone, clock: Any) -> None:
    daniel = make_account(app)
    share = make_share(app, phone.person, daniel)
    clock.advance(minutes=11)
    path = f"/api/v1/shares/{share}"
    phone.client.patch_json(path, {"read": ["symptoms", "mood"]}, status=403)
    phone.client.patch_json(path, {"until": "2027-01-01"}, status=200)
    phone.client.patch_json(path, {"read": ["symptoms"]}, status=200)
    phone.client.patch_json(path, {"paused": True}, status=200)
    phone.client.patch_json(path, {"paused": False}, status=403)
    phone.client.delete(path, status=204)
    phone.client.delete(path, status=204)


def test_ended_paused_and_mistaken_look_the_same_to_the_other_side(app: Flask, phone: Phone) -> None:
    answers = set()
    for state in ("ended", "paused", "accepted", "offered"):
        other = make_account(app)
        make_share(app, phone.person, other, state=state)
        body = sign_in(app, other).get(f"/api/v1/people/{phone.person.space}/records", status=404).json
        body["error"].pop("request_id")
        answers.add(json.dumps(body, sort_keys=True))
    assert len(answers) == 1


def test_a_caregiver_without_a_right_writes_nothing(app: Flask, phone: Phone, caregiver: Phone) -> None:
    rosa = phone.person
    make_share(app, rosa, caregiver.person)
    mine = make_op(rosa.space)
    phone.push(mine)
    tries = [
        make_op(rosa.space),
        make_op(rosa.space, record=mine["id"], severity_nrs=0),
        make_op(rosa.space, record=mine["id"], t="del") | {"base": mine["op"]},
    ]
    assert caregiver.results(*tries) == ["rejected"] * 3
    phone.pull()
    assert phone.rows[mine["id"]]["body"]["severity_nrs"] == 5 and len(phone.rows) == 2


def test_with_the_right_a_caregiver_adds_signed_entries_and_edits_only_their_own(
    app: Flask, phone: Phone, caregiver: Phone
) -> None:
    rosa = phone.person
    make_share(app, rosa, caregiver.person, write=["symptoms"])
    hers, his = make_op(rosa.space), make_op(rosa.space, severity_nrs=3)
    phone.push(hers)
    assert caregiver.results(his) == ["ok"]
    assert caregiver.results(make_op(rosa.space, record=hers["id"], severity_nrs=0)) == ["rejected"]
    phone.pull()
    assert phone.rows[his["id"]]["author"]["name"] == "Daniel"
    seen(caregiver, rosa)
    assert caregiver.rows[his["id"]]["cur_op"] == his["op"]


def test_the_owners_phone_knows_each_share(app: Flask, phone: Phone) -> None:
    share = make_share(app, phone.person, make_account(app, display_name="Daniel"))
    phone.pull()
    row = phone.rows[share]
    assert row["kind"] == "share" and row["body"]["state"] == "active" and row["body"]["name"] == "Daniel"


def test_what_may_be_added_has_to_be_seen(app: Flask, phone: Phone, caregiver: Phone) -> None:
    refused = {"label": "Daniel", "read": ["symptoms"], "write": ["daily"]}
    answer = phone.client.post_json("/api/v1/shares", refused, status=422).json["error"]
    assert answer["details"]["fields"]["write"] == ["What may be added has to be seen, too."]
    share = make_share(app, phone.person, caregiver.person, ["symptoms", "daily"], ["symptoms", "daily"])
    path, space = f"/api/v1/shares/{share}", phone.person.space
    phone.client.patch_json(path, {"read": ["daily"], "write": ["symptoms"]}, status=422)
    # What is no longer seen is no longer added to, and seeing it again does not bring that back.
    assert phone.client.patch_json(path, {"read": ["daily"]}, status=200).json["write"] == ["daily"]
    assert phone.client.patch_json(path, {"read": ["symptoms", "daily"]}).json["write"] == ["daily"]
    assert caregiver.results(make_op(space)) == ["rejected"]
    phone.pull()
    assert phone.rows[share]["body"]["write"] == ["daily"]
    phone.push(edit(phone, share, read=["symptoms"]))
    assert phone.client.get("/api/v1/shares").json["shares"][0]["write"] == []
