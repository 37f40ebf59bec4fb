"""Acting for somebody: what a helper may write, what only the person says, and what counts when."""

from typing import Any

import pytest
from flask import Flask

from backend import clock as now
from backend.domain.confirmed import as_said
from backend.services import diary
from tests.api.exchange import Phone, edit
from tests.factories import Person, make_account, make_op, make_share, sign_in

EVERY = ["symptoms", "daily", "medicines", "exercise", "observations", "requests", "appointments"]
WRITES = ["symptoms", "daily", "medicines", "exercise", "observations"]
TODAY = "2026-11-21"


@pytest.fixture
def helper(app: Flask, phone: Phone, caregiver: Phone) -> Phone:
    """Daniel, who may add all that can be added."""
    make_share(app, phone.person, caregiver.person, EVERY, WRITES)
    return caregiver


def codes(phone: Phone, *ops: dict[str, Any]) -> list[str | None]:
    """What the server says to each op: None where it was taken."""
    by_op = {one["op"]: one for one in phone.push(*ops)["results"]}
    return [None if by_op[op["op"]]["s"] == "ok" else by_op[op["op"]].get("code") for op in ops]


def test_a_helper_adds_what_was_granted_under_their_own_name(helper: Phone, phone: Phone) -> None:
    rosa = phone.person
    ops = [
        make_op(rosa.space, severity_nrs=6),
        make_op(
            rosa.space, "observation", type="spasms", at=now.now().isoformat(), on=TODAY, text="Left leg."
        ),
        make_op(rosa.space, "event", type="fall", on=TODAY),
        make_op(rosa.space, "dose", status="taken", slot=f"{TODAY}T08:00", at=now.now().isoformat()),
        make_op(rosa.space, "session", at=now.now().isoformat(), on=TODAY, tz="UTC", done=[]),
    ]
    assert codes(helper, *ops) == [None] * 5
    added = {row["id"]: row["author"]["name"] for row in phone.new_rows() if row["kind"] != "share"}
    assert added == dict.fromkeys([op["id"] for op in ops], "Daniel")


@pytest.mark.parametrize("kind", ["daily", "mood", "appointment", "request", "plan", "profile", "preference"])
def test_a_helper_writes_nothing_that_is_the_persons_alone(helper: Phone, phone: Phone, kind: str) -> None:
    assert codes(helper, make_op(phone.person.space, kind, private=False)) == ["no_right"]


def test_a_helper_neither_changes_nor_deletes_what_the_person_wrote(helper: Phone, phone: Phone) -> None:
    rosa = phone.person
    mine = make_op(rosa.space, severity_nrs=4)
    phone.push(mine)
    phone.pull()
    before = phone.rows[mine["id"]]
    change = make_op(rosa.space, record=mine["id"], severity_nrs=9)
    delete = make_op(rosa.space, record=mine["id"], t="del") | {"base": before["cur_op"]}
    assert codes(helper, change) == ["not_author"]
    assert codes(helper, delete) == ["not_author"]
    phone.pull()
    assert phone.rows[mine["id"]] == before
    # There is no other way in: people are read, never written to.
    for method in ("PUT", "PATCH", "DELETE", "POST"):
        url = f"/api/v1/people/{rosa.space}/records/{mine['id']}"
        assert helper.client.request(url, method=method, status="*").status_int in (404, 405)


def test_a_helper_takes_back_what_they_wrote_themselves(helper: Phone, phone: Phone) -> None:
    rosa = phone.person
    theirs = make_op(rosa.space, "observation", type="tired", on=TODAY, at=now.now().isoformat())
    change = make_op(rosa.space, "observation", record=theirs["id"], text="After lunch.")
    delete = make_op(rosa.space, "observation", record=theirs["id"], t="del") | {"base": change["op"]}
    assert codes(helper, theirs, change, delete) == [None, None, None]


def test_only_the_person_says_that_a_score_is_right(helper: Phone, phone: Phone) -> None:
    rosa = phone.person
    yes = {"confirmed": True, "confirmed_as": "0" * 40}
    theirs = make_op(rosa.space, severity_nrs=6)
    assert codes(helper, make_op(rosa.space, severity_nrs=6, **yes)) == ["no_right"]
    assert codes(helper, theirs, make_op(rosa.space, record=theirs["id"], **yes)) == [None, "no_right"]
    phone.pull()
    assert codes(phone, edit(phone, theirs["id"], **yes)) == [None]
    felt = make_op(rosa.space, "session", at=now.now().isoformat(), on=TODAY, tz="UTC", pain_after_nrs=8)
    assert codes(helper, felt) == ["no_right"]


def test_a_helpers_score_counts_after_the_yes_and_no_longer_once_it_is_changed(
    app: Flask, helper: Phone, phone: Phone
) -> None:
    rosa = phone.person
    theirs = make_op(rosa.space, severity_nrs=9)
    helper.push(theirs, make_op(rosa.space, "event", type="fall", on=TODAY))
    phone.push(make_op(rosa.space, severity_nrs=2))

    def weighed() -> tuple[list[int], int | None, int | None]:
        with app.app_context():
            found = diary.records(rosa.space, ("symptom", "event"), TODAY)
        assert len(found["event"]) == 1
        told = helper.client.get(f"/api/v1/people/{rosa.space}/overview").json["today"]
        own = phone.client.get(f"/api/v1/people/{rosa.space}/overview").json["today"]
        assert own == told
        return (
            sorted(one["body"]["severity_nrs"] for one in found["symptom"]),
            told["entries"],
            told["worst_nrs"],
        )

    assert weighed() == ([2], 1, 2)
    phone.pull()
    body = phone.rows[theirs["id"]]["body"]
    phone.push(edit(phone, theirs["id"], confirmed=True, confirmed_as=as_said(body)))
    assert weighed() == ([2, 9], 2, 9)
    helper.pull(rosa.space)
    seen = helper.rows[theirs["id"]]
    change = make_op(rosa.space, record=theirs["id"], severity_nrs=10)
    assert codes(helper, change | {"was": {"severity_nrs": seen["fop"]["severity_nrs"]}}) == [None]
    assert weighed() == ([2], 1, 2)


def request(rosa: Person, **more: Any) -> dict[str, Any]:
    return make_op(rosa.space, "request", ask="cool_drink", at=now.now().isoformat(), **more)


def coming(rosa: Person, about: str | None, **more: Any) -> dict[str, Any]:
    times = {"at": now.now().isoformat(), "on": TODAY}
    return make_op(rosa.space, "observation", type="coming", about=about, **times, **more)


def test_whoever_sees_the_requests_may_say_on_my_way_and_nothing_more(
    app: Flask, phone: Phone, caregiver: Phone
) -> None:
    rosa = phone.person
    make_share(app, rosa, caregiver.person)
    eva = make_account(app, display_name="Eva")
    make_share(app, rosa, eva)
    other = Phone(sign_in(app, eva), eva)
    asked, hidden, entry = request(rosa), request(rosa, private=True), make_op(rosa.space)
    assert codes(phone, asked, hidden, entry) == [None] * 3
    refused = (
        coming(rosa, asked["id"], text="Soon"),
        coming(rosa, hidden["id"]),
        coming(rosa, entry["id"]),
        coming(rosa, None),
        make_op(rosa.space, "observation", type="tired", on=TODAY),
        make_op(rosa.space, "observation", on=TODAY, about=asked["id"]),
    )
    assert codes(caregiver, *refused) == ["no_right"] * 6
    answer = coming(rosa, asked["id"])
    assert codes(caregiver, answer) == [None]
    reworded = make_op(rosa.space, "observation", record=answer["id"], text="Soon")
    retyped = make_op(rosa.space, "observation", record=answer["id"], type="other")
    assert codes(caregiver, reworded) == ["no_right"]
    assert codes(caregiver, retyped) == ["no_right"]
    [row] = [row for row in phone.new_rows() if row["kind"] == "observation"]
    assert row["author"]["name"] == "Daniel" and row["body"]["about"] == asked["id"]
    # Another helper sees that somebody is coming, and nothing is taken back by anybody else.
    [row] = [row for row in other.new_rows(rosa.space) if row["kind"] == "observation"]
    assert row["author"]["name"] == "Daniel"
    gone = make_op(rosa.space, "observation", record=answer["id"], t="del") | {"base": answer["op"]}
    assert codes(other, gone | {"op": coming(rosa, None)["op"]}) == ["not_author"]
    assert codes(caregiver, gone) == [None]


def test_without_the_requests_there_is_nothing_to_answer(app: Flask, phone: Phone, caregiver: Phone) -> None:
    rosa = phone.person
    make_share(app, rosa, caregiver.person, ["symptoms"], [])
    asked = request(rosa)
    phone.push(asked)
    assert codes(caregiver, coming(rosa, asked["id"])) == ["no_right"]
    assert codes(caregiver, coming(rosa, make_op(rosa.space)["id"])) == ["no_right"]


def test_an_answer_that_comes_after_the_end_waits_for_the_person(
    app: Flask, phone: Phone, caregiver: Phone, clock: Any
) -> None:
    rosa = phone.person
    share = make_share(app, rosa, caregiver.person)
    asked = request(rosa)
    phone.push(asked)
    answer = coming(rosa, asked["id"])
    clock.advance(minutes=5)
    phone.client.delete(f"/api/v1/shares/{share}", status=204)
    assert caregiver.results(answer) == ["held"]
    assert [one["set"]["type"] for one in phone.client.get("/api/v1/held").json["held"]] == ["coming"]


def test_the_same_dose_noted_by_both_stays_twice(helper: Phone, phone: Phone) -> None:
    rosa = phone.person
    slot = {"slot": f"{TODAY}T08:00", "status": "taken", "at": now.now().isoformat()}
    mine, theirs = make_op(rosa.space, "dose", **slot), make_op(rosa.space, "dose", **slot)
    assert codes(phone, mine) == [None]
    assert codes(helper, theirs) == [None]
    phone.pull()
    assert {mine["id"], theirs["id"]} <= {row["id"] for row in phone.rows.values() if not row["deleted"]}
