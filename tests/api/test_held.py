"""What was written under a right that has ended since: kept for the owner, who takes or leaves it."""

from datetime import timedelta
from typing import Any

import pytest
from flask import Flask

from backend import clock as backend_clock
from backend.services import shares
from tests.api.exchange import Phone
from tests.factories import make_op, make_share


@pytest.fixture
def share(app: Flask, phone: Phone, caregiver: Phone) -> str:
    return make_share(
        app, phone.person, caregiver.person, read=["symptoms", "daily", "notes"], write=["symptoms", "daily"]
    )


def late(phone: Phone, minutes: int = 5, **fields: Any) -> dict[str, Any]:
    """An entry in this person's diary that was written a while ago."""
    made = backend_clock.now() - timedelta(minutes=minutes)
    return make_op(phone.person.space, **fields) | {"made_at": made.isoformat(timespec="milliseconds")}


def held(phone: Phone) -> list[dict[str, Any]]:
    answer: list[dict[str, Any]] = phone.client.get("/api/v1/held").json["held"]
    return answer


def decide(phone: Phone, op: dict[str, Any], accept: bool, status: int = 204) -> None:
    phone.client.post_json(f"/api/v1/held/{op['op']}", {"accept": accept}, status=status)


def end(app: Flask, phone: Phone, share: str) -> None:
    with app.app_context():
        shares.end(phone.person.id, share)


def test_f66_words_of_an_ended_share_wait_for_the_owner_and_are_in_no_feed(
    app: Flask, phone: Phone, caregiver: Phone, share: str
) -> None:
    note = late(phone, note="she slept badly")
    end(app, phone, share)
    assert caregiver.results(note, note) == ["held", "dup"] or caregiver.results(note) == ["dup"]
    [one] = held(phone)
    assert one["op"] == note["op"] and one["set"]["note"] == "she slept badly"
    assert one["by"] == {"account": caregiver.person.id, "name": caregiver.person.display_name}
    assert note["id"] not in {row["id"] for row in phone.new_rows()}
    assert caregiver.pull(phone.person.space)["spaces"] == {}
    assert held(caregiver) == []


def test_taken_words_stand_under_their_author(app: Flask, phone: Phone, caregiver: Phone, share: str) -> None:
    note = late(phone, severity_nrs=4)
    more = make_op(phone.person.space, record=note["id"], severity_nrs=6) | {
        "was": {"severity_nrs": note["op"]},
        "made_at": note["made_at"],
    }
    end(app, phone, share)
    assert caregiver.results(note, more) == ["held", "held"]
    decide(phone, note, accept=True)
    decide(phone, note, accept=True)
    decide(phone, note, accept=False, status=409)
    decide(phone, more, accept=True)
    phone.pull()
    row = phone.rows[note["id"]]
    assert row["author"]["account"] == caregiver.person.id
    assert row["body"]["severity_nrs"] == 6 and row["conf"] == [], "no conflict of an author with themselves"
    assert held(phone) == [] and caregiver.results(note) == ["dup"]


def test_words_left_out_stay_out(app: Flask, phone: Phone, caregiver: Phone, share: str) -> None:
    note = late(phone)
    end(app, phone, share)
    caregiver.push(note)
    decide(phone, note, accept=False)
    assert held(phone) == [] and note["id"] not in {row["id"] for row in phone.new_rows()}
    decide(phone, late(phone), accept=True, status=404)


@pytest.mark.parametrize(
    "change", [{"paused": True}, {"write": ["daily"]}, {"until": "2026-11-20"}, {"read": ["symptoms"]}]
)
def test_a_pause_fewer_scopes_and_a_last_day_that_passed_hold_as_well(
    app: Flask, phone: Phone, caregiver: Phone, share: str, change: dict[str, Any], clock: Any
) -> None:
    note = late(phone, minutes=60 * 24, note="she slept badly")
    with app.app_context():
        shares.change(phone.person.id, share, change)
    assert caregiver.results(note) == ["held"]


def test_words_written_after_the_end_are_refused(
    app: Flask, phone: Phone, caregiver: Phone, share: str, clock: Any
) -> None:
    end(app, phone, share)
    clock.advance(minutes=10)
    assert caregiver.push(late(phone, minutes=5))["results"][0]["code"] == "no_right"


def test_after_thirty_days_they_are_too_late(
    app: Flask, phone: Phone, caregiver: Phone, share: str, clock: Any
) -> None:
    note = late(phone)
    end(app, phone, share)
    clock.advance(days=30, minutes=1)
    assert caregiver.push(note)["results"][0]["code"] == "no_right"


def test_f71_a_kind_that_was_never_granted_is_refused_before_and_after_the_end(
    app: Flask, phone: Phone, caregiver: Phone, share: str
) -> None:
    dose = late(phone, kind="dose", status="taken")
    assert caregiver.push(dose)["results"][0]["code"] == "no_right"
    end(app, phone, share)
    assert caregiver.push(dose)["results"][0]["code"] == "no_right"
    assert held(phone) == []


def test_a_stranger_moves_nothing(phone: Phone, caregiver: Phone) -> None:
    assert caregiver.push(late(phone))["results"][0]["code"] == "no_right"
    assert held(phone) == []


def test_fifty_may_wait_and_no_more(app: Flask, phone: Phone, caregiver: Phone, share: str) -> None:
    notes = [late(phone) for _ in range(52)]
    end(app, phone, share)
    results = caregiver.push(*notes)["results"]
    assert [result["s"] for result in results] == ["held"] * 50 + ["rejected"] * 2
    assert results[-1]["code"] == "held_full" and len(held(phone)) == 50
    decide(phone, notes[0], accept=False)
    assert caregiver.results(notes[50]) == ["held"]


def test_nobody_writes_what_they_could_not_read_back(app: Flask, phone: Phone, caregiver: Phone) -> None:
    make_share(app, phone.person, caregiver.person, read=["symptoms"], write=["symptoms"])
    entry = make_op(phone.person.space, severity_nrs=4)
    assert caregiver.results(entry) == ["ok"]
    note = make_op(phone.person.space, record=entry["id"], note="unseen")
    assert caregiver.push(note)["results"][0]["code"] == "no_right"
    assert held(phone) == []
