"""Clocks that jump, on the server and on phones: they order nothing, double nothing and lose nothing."""

from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask

from backend.extensions import db
from backend.models import Change, Record
from tests.api.exchange import Phone
from tests.conftest import Clock
from tests.factories import make_op


def op_at(phone: Phone, at: str, tz: str, **more: Any) -> dict[str, Any]:
    """An entry of that moment."""
    return make_op(phone.person.space, at=at, on=at[:10], tz=tz, **more)


def stored(app: Flask, column: Any) -> list[Any]:
    """A column in the order in which the feed goes."""
    with app.app_context():
        return list(db.session.scalars(sa.select(column).order_by(column.class_.seq)))


@pytest.mark.parametrize("jump", [{"hours": -1}, {"days": -2}, {"days": 2}])
def test_f19_r17_the_servers_clock_jumps_and_the_feed_goes_on(
    phone: Phone, tablet: Phone, clock: Clock, jump: dict[str, int]
) -> None:
    before = [make_op(phone.person.space) for _ in range(3)]
    assert phone.results(*before) == ["ok"] * 3
    tablet.pull()
    clock.advance(**jump)
    after = [make_op(phone.person.space) for _ in range(3)]
    assert phone.results(*before[:1], *after) == ["dup", "ok", "ok", "ok"]
    assert [row["id"] for row in tablet.new_rows()] == [op["id"] for op in after]
    clock.advance(**{name: -amount for name, amount in jump.items()})
    last = make_op(phone.person.space)
    assert phone.results(last) == ["ok"]
    assert [row["id"] for row in tablet.new_rows()] == [last["id"]]


def test_f40_a_phone_a_day_ahead_moves_no_order_and_its_skew_is_kept(
    app: Flask, phone: Phone, tablet: Phone, clock: Clock
) -> None:
    early = make_op(phone.person.space)
    clock.advance(days=1)
    ahead, sent_at = op_at(phone, "2026-11-22T09:00:00+00:00", "UTC"), clock.now.isoformat()
    clock.advance(days=-1)
    phone.push(ahead, sent_at=sent_at)
    tablet.push(early)
    assert [row["id"] for row in tablet.new_rows()] == [ahead["id"], early["id"]]
    assert tablet.rows[ahead["id"]]["body"]["at"] == "2026-11-22T09:00:00+00:00"
    assert stored(app, Change.skew_ms) == [-86_400_000, 0]


def test_f41_a_phone_whose_clock_fell_back_to_1970_syncs(phone: Phone, tablet: Phone) -> None:
    op = op_at(phone, "1970-01-01T00:00:10+00:00", "UTC") | {"made_at": "1970-01-01T00:00:10.000+00:00"}
    assert [r["s"] for r in phone.push(op, sent_at="1970-01-01T00:00:11.000+00:00")["results"]] == ["ok"]
    assert [row["id"] for row in tablet.new_rows()] == [op["id"]]


def test_f42_both_entries_of_the_repeated_hour_are_kept_as_two_instants(
    app: Flask, phone: Phone, tablet: Phone
) -> None:
    times = ["2026-10-25T02:30:00+02:00", "2026-10-25T02:30:00+01:00"]
    assert phone.results(*(op_at(phone, at, "Europe/Berlin") for at in times)) == ["ok", "ok"]
    assert [row["body"]["at"] for row in tablet.new_rows()] == times
    first, second = stored(app, Record.occurred_at)
    assert (second - first).total_seconds() == 3600
    assert stored(app, Record.occurred_on) == ["2026-10-25"] * 2


def test_f43_an_entry_in_the_skipped_hour_is_taken_as_it_was_written(phone: Phone, tablet: Phone) -> None:
    op = op_at(phone, "2026-03-29T02:30:00+01:00", "Europe/Berlin")
    assert phone.results(op) == ["ok"]
    assert tablet.new_rows()[0]["body"]["at"] == "2026-03-29T02:30:00+01:00"


def test_f44_f45_a_flight_moves_no_entry_to_another_day(app: Flask, phone: Phone, tablet: Phone) -> None:
    lived = [
        ("2026-05-10T23:30:00+02:00", "Europe/Berlin"),
        ("2026-05-10T20:10:00-04:00", "America/New_York"),
        ("2026-05-12T06:00:00+12:00", "Pacific/Auckland"),
        ("2026-05-11T18:00:00-10:00", "Pacific/Honolulu"),
    ]
    assert phone.results(*(op_at(phone, at, tz) for at, tz in lived)) == ["ok"] * 4
    rows = tablet.new_rows()
    assert [(row["body"]["at"], row["body"]["on"], row["body"]["tz"]) for row in rows] == [
        (at, at[:10], tz) for at, tz in lived
    ]
    assert stored(app, Record.occurred_on) == [at[:10] for at, _ in lived]
    assert stored(app, Record.tz) == [tz for _, tz in lived]
