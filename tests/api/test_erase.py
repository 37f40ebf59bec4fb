"""Erasing for good: the words go everywhere they are kept; that something was there stays."""

from typing import Any

import sqlalchemy as sa
from flask import Flask

from backend.domain.ids import shared_id
from backend.extensions import db
from backend.models import Change, Record
from tests.api.exchange import Phone, edit
from tests.factories import make_op, make_share


def erase(phone: Phone, record: str, kind: str = "symptom") -> dict[str, Any]:
    return make_op(phone.person.space, kind=kind, record=record, t="erase")


def all_words(app: Flask) -> str:
    with app.app_context():
        kept = db.session.execute(sa.select(Change.was, Change.set, Change.lost)).all()
        return repr([tuple(row) for row in kept]) + repr(db.session.scalars(sa.select(Record.body)).all())


def test_an_erased_entry_leaves_no_word_in_any_table(app: Flask, phone: Phone, tablet: Phone) -> None:
    op = make_op(phone.person.space, note="canary one")
    phone.push(op)
    tablet.pull()
    tablet.push(edit(tablet, op["id"], note="canary two"))
    phone.pull()
    late = edit(phone, op["id"], note="canary three")
    assert "canary two" in all_words(app)
    assert phone.results(erase(phone, op["id"])) == ["ok"]
    assert "canary" not in all_words(app)
    tablet.pull()
    row = tablet.rows[op["id"]]
    assert (row["deleted"], row["erased"], row["body"], row["fop"]) == (True, True, {}, {})
    assert tablet.push(late)["results"] == [{"op": late["op"], "s": "rejected", "code": "erased"}]
    assert phone.results(op) == ["dup"], "what was sent once is still known"


def test_words_and_their_erasing_in_one_push_are_gone_as_well(app: Flask, phone: Phone) -> None:
    op = make_op(phone.person.space, note="canary")
    assert phone.results(op, erase(phone, op["id"])) == ["ok", "ok"]
    assert "canary" not in all_words(app)


def test_f25_an_erasing_sent_again_after_a_restore_erases_again(app: Flask, phone: Phone) -> None:
    op, erasing = make_op(phone.person.space, note="canary"), None
    erasing = erase(phone, op["id"])
    # The server was restored to before both; the phone sends the erasing, another one still has the words.
    assert phone.results(erasing) == ["ok"]
    assert phone.push(op)["results"][0]["code"] == "erased"
    assert "canary" not in all_words(app)


def test_a_caregiver_loses_sight_of_it_and_can_erase_nothing(
    app: Flask, phone: Phone, caregiver: Phone
) -> None:
    rosa = phone.person
    make_share(app, rosa, caregiver.person, write=["symptoms"])
    op = make_op(rosa.space, note="canary")
    phone.push(op)
    caregiver.pull(rosa.space)
    theirs = make_op(rosa.space, record=op["id"], t="erase")
    assert caregiver.push(theirs)["results"][0]["s"] == "rejected"
    phone.push(erase(phone, op["id"]))
    [row] = caregiver.new_rows(rosa.space)
    assert row["deleted"] is True and row["body"] == {} and "erased" not in row


def test_the_day_of_an_erased_strip_can_be_written_again(phone: Phone) -> None:
    op = make_op(phone.person.space, kind="mood", on="2026-11-21", mood="low")
    phone.push(op)
    erasing = erase(phone, op["id"], "mood")
    phone.push(erasing)
    again = make_op(phone.person.space, kind="mood", record=op["id"], mood="good")
    assert phone.results({**again, "was": {"mood": erasing["op"]}}) == ["ok"]
    phone.pull()
    row = phone.rows[op["id"]]
    assert row["deleted"] is False and "erased" not in row and row["body"] == {"mood": "good"}


def test_a_phone_that_was_new_to_it_can_write_the_day_again(phone: Phone, tablet: Phone) -> None:
    day = shared_id(phone.person.space, "mood:2026-11-21")
    phone.push(make_op(phone.person.space, kind="mood", record=day, on="2026-11-21", mood="low"))
    erasing = erase(phone, day, "mood")
    phone.push(erasing)
    [row] = tablet.new_rows()
    assert (row["id"], row["erased"], row["body"], row["cur_op"]) == (day, True, {}, erasing["op"])
