"""What was chosen of a plan over HTTP: a therapist's dose and what nobody wants hold in every later one."""

import secrets

from flask import Flask

from backend import clock as server_clock
from backend.domain.ids import uuid7
from tests.api.exchange import Phone
from tests.api.test_plans import make, say, stored
from tests.conftest import Clock
from tests.factories import make_op


def test_a_therapists_dose_wins(app: Flask, phone: Phone, clock: Clock) -> None:
    say(phone, "profile", mobility="unaided", clearance="yes", goals=["less_stiff"])
    make(phone, weeks=1)
    phone.pull()
    row = next(
        row
        for row in phone.rows.values()
        if row["kind"] == "plan_item" and row["body"]["dose"]["movement"] == "ROM-09"
    )
    dose = {**row["body"]["dose"], "reps": 9}
    phone.push(
        {
            **make_op(phone.person.space),
            "id": row["id"],
            "kind": "plan_item",
            "set": {"dose": dose, "set_by": "therapist"},
            "was": {"dose": row["cur_op"], "set_by": row["cur_op"]},
            "base": row["cur_op"],
        }
    )
    again = make(phone, weeks=1, start_on="2026-11-22")
    items = [one for one in stored(app, "plan_item") if one["plan_id"] == again["id"]]
    mine = [one for one in items if one["dose"]["movement"] == "ROM-09"]  # type: ignore[index]
    assert mine and {one["set_by"] for one in mine} == {"therapist"}
    assert {one["dose"]["reps"] for one in mine} == {9}  # type: ignore[index]


def change(phone: Phone, plan: object, movement: str, **body: object) -> None:
    """The person changes every item of a movement of a plan."""
    phone.pull()
    mine = [row for row in phone.rows.values() if row["body"].get("plan_id") == plan]
    mine = [row for row in mine if row["body"]["dose"]["movement"] == movement]
    assert mine
    for row in mine:
        was = dict.fromkeys(body, row["cur_op"])
        op = uuid7(int(server_clock.now().timestamp() * 1000), secrets.token_bytes(10))
        more = {
            "id": row["id"],
            "kind": "plan_item",
            "set": body,
            "was": was,
            "base": row["cur_op"],
            "op": op,
        }
        (answer,) = phone.push({**make_op(phone.person.space), **more})["results"]
        assert answer["s"] == "ok", answer


def doses_of(app: Flask, plan: dict[str, object], movement: str) -> list[tuple[object, object]]:
    items = [one for one in stored(app, "plan_item") if one["plan_id"] == plan["id"]]
    mine = [one for one in items if one["dose"]["movement"] == movement]  # type: ignore[index]
    return sorted({(one["dose"]["reps"], one["set_by"]) for one in mine})  # type: ignore[index]


def test_a_therapists_last_word_holds_through_every_later_plan(
    app: Flask, phone: Phone, clock: Clock
) -> None:
    wish = {"goals": ["less_stiff"], "mobility": "unaided"}
    say(phone, "profile", clearance="yes", **wish)
    first = make(phone, weeks=1)
    work = next(
        one["dose"]
        for one in stored(app, "plan_item")
        if one["dose"]["movement"].startswith("RST")  # type: ignore[index]
    )
    name = work["movement"]  # type: ignore[index]
    change(phone, first["id"], name, dose={**work, "reps": 9}, set_by="therapist")  # type: ignore[dict-item]
    clock.advance(days=1)
    # One that reaches far ahead has it too, and ends early.
    assert doses_of(app, make(phone, weeks=4, start_on="2026-11-22"), name) == [(9, "therapist")]
    clock.advance(days=1)
    third = make(phone, weeks=1, start_on="2026-11-23")
    change(phone, third["id"], name, dose={**work, "reps": 5}, set_by="therapist")  # type: ignore[dict-item]
    clock.advance(days=1)
    cleared(phone, "no")
    assert doses_of(app, make(phone, weeks=1, start_on="2026-11-24"), name) == []
    clock.advance(days=1)
    cleared(phone, "yes")
    assert doses_of(app, make(phone, weeks=2, start_on="2026-11-25"), name) == [(5, "therapist")]


def cleared(phone: Phone, said: str) -> None:
    phone.pull()
    row = next(row for row in phone.rows.values() if row["kind"] == "profile")
    was = {"clearance": row["fop"].get("clearance", row["cur_op"])}
    more = {"id": row["id"], "kind": "profile", "set": {"clearance": said}, "was": was, "base": row["cur_op"]}
    assert phone.push({**make_op(phone.person.space), **more})["results"][0]["s"] == "ok"


def test_what_somebody_does_not_want_stays_out_of_every_later_plan(
    app: Flask, phone: Phone, clock: Clock
) -> None:
    say(phone, "profile", mobility="unaided", clearance="yes", goals=["less_stiff"])
    first = make(phone, weeks=1)
    assert doses_of(app, first, "ROM-09")
    change(phone, first["id"], "ROM-09", helper="skip")
    for day in (22, 23, 24):
        clock.advance(days=1)
        assert doses_of(app, make(phone, weeks=1, start_on=f"2026-11-{day}"), "ROM-09") == []
