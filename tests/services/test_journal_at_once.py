"""Many writers at once on a real database: nothing is missed, nothing is numbered twice."""

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import orjson
import pytest
import sqlalchemy as sa
from flask import Flask

from backend.domain.sharing import SCOPES, Access
from backend.extensions import db
from backend.models import Change, Record, Space
from backend.services import feed, journal
from backend.services.ledger import Sender
from backend.services.transaction import writing
from backend.services.views import View, own_view_id
from tests.factories import Person, make_account, make_op

WRITERS, EACH = 8, 12


def test_f17_a_reader_that_follows_the_cursor_misses_nothing(app: Flask) -> None:
    rosa = make_account(app)
    view = View(rosa.space, own_view_id(rosa.space), Access("owner", rosa.id, frozenset(SCOPES)))
    stop, seen = threading.Event(), []

    def write(_: int) -> list[str]:
        with app.app_context():
            ops = [make_op(rosa.space) for _ in range(EACH)]
            for op in ops:
                assert journal.push_ops(rosa.space, rosa.id, None, [op])[0]["s"] == "ok"
            db.session.remove()
            return [op["id"] for op in ops]

    def read() -> None:
        cursor: str | None = None
        with app.app_context():
            while True:
                last = stop.is_set()
                db.session.rollback()
                page = feed.page(view, cursor, limit=7)
                assert not page.reset
                cursor = page.cursor
                seen.extend(row["id"] for row in orjson.loads(orjson.dumps(page.rows)))
                if last and not page.more:
                    db.session.remove()
                    return

    reader = threading.Thread(target=read)
    reader.start()
    with ThreadPoolExecutor(WRITERS) as pool:
        written = [entry for ids in pool.map(write, range(WRITERS)) for entry in ids]
    stop.set()
    reader.join(60)
    assert sorted(seen) == sorted(written)


def test_r03_the_same_op_sent_ten_times_at_once_is_one_change(app: Flask) -> None:
    rosa = make_account(app)
    op = make_op(rosa.space)

    def send(_: int) -> str:
        with app.app_context():
            answer = journal.push_ops(rosa.space, rosa.id, None, [op])[0]["s"]
            db.session.remove()
            return str(answer)

    with ThreadPoolExecutor(10) as pool:
        answers = sorted(pool.map(send, range(10)))
    assert answers == ["dup"] * 9 + ["ok"]


def test_f18_a_writer_that_fails_leaves_nothing_and_no_gap(app: Flask) -> None:
    rosa = make_account(app)
    with app.app_context():
        with pytest.raises(RuntimeError):
            _write_and_break(rosa)
        journal.push_ops(rosa.space, rosa.id, None, [make_op(rosa.space)])
        assert [c.seq for c in db.session.scalars(sa.select(Change))] == [1]
        assert db.session.scalars(sa.select(Record)).one().seq == 1
        assert db.session.get(Space, rosa.space).head == 1  # type: ignore[union-attr]


def _write_and_break(person: Person) -> None:
    with writing():
        journal.apply_here(person.space, Sender(person.id), [make_op(person.space)])
        raise RuntimeError("the power went")


def test_two_people_never_wait_for_each_other_for_long(app: Flask) -> None:
    people: list[Any] = [make_account(app) for _ in range(3)]

    def write(person: Any) -> int:
        with app.app_context():
            ops = [make_op(person.space) for _ in range(20)]
            answers = journal.push_ops(person.space, person.id, None, ops)
            db.session.remove()
            return sum(answer["s"] == "ok" for answer in answers)

    with ThreadPoolExecutor(3) as pool:
        assert list(pool.map(write, people)) == [20, 20, 20]
