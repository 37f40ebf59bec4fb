"""A statement that goes straight to the driver does what SQLAlchemy would have done with it."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask

from backend.extensions import db
from backend.models import Change, Device, Record
from backend.prepared import AnyOf, Prepared
from backend.services.transaction import writing
from tests.factories import make_account, make_id

RECORDS: Any = Record.__table__
AT = datetime(2026, 3, 1, 7, 15, 0, 250_000, tzinfo=timezone(timedelta(hours=1)))
INSERT = Prepared(sa.insert(RECORDS), RECORDS.c.keys())
FIND = Prepared(
    sa.select(RECORDS)
    .where(RECORDS.c.space_id == sa.bindparam("space"), AnyOf(RECORDS.c.id, "some"))
    .order_by(RECORDS.c.seq)
)


def row(space: str, seq: int, **more: Any) -> dict[str, Any]:
    return {
        **dict.fromkeys(RECORDS.c.keys()),
        "space_id": space,
        "id": make_id(),
        "kind": "symptom",
        "sv": 1,
        "body": {"note": 'Ä "[{', "regions": [{"region": "neck"}]},
        "fop": {},
        "cur_op": make_id(),
        "conf": ["a"],
        "seq": seq,
        **{f"seq_{group}": seq for group in ("base", "notes", "names", "intimate")},
        "rev": 1,
        "deleted": False,
        "erased": False,
        "private": True,
        "former_scopes": "",
        "author_account_id": make_id(),
        "occurred_at": AT,
        "occurred_on": "2026-03-01",
        "tz": "Europe/Zurich",
        **more,
    }


@pytest.fixture
def space(app: Flask) -> str:
    return make_account(app).space


@pytest.mark.parametrize("count", [1, 3])
def test_what_is_written_is_read_alike_by_both_ways(app: Flask, space: str, count: int) -> None:
    written = [row(space, 1 + i, occurred_at=AT if i else None) for i in range(count)]
    with app.app_context():
        with writing():
            INSERT.run_many(written)
        wanted = {"space": space, "some": [one["id"] for one in written]}
        straight = [dict(zip(RECORDS.c.keys(), found, strict=True)) for found in FIND.rows(wanted)]
        session = [dict(found) for found in db.session.execute(sa.select(RECORDS).order_by("seq")).mappings()]
        assert straight == session == written
        assert FIND.rows({"space": space, "some": []}) == []


def test_a_null_is_none_by_both_ways(app: Flask, space: str) -> None:
    changes: Any = Change.__table__
    values = {**dict.fromkeys(changes.c.keys()), "space_id": space, "op_id": make_id(), "seq": 1, "tag": "t"}
    values |= {"record_id": make_id(), "kind": "symptom", "t": "put", "status": "ok", "account_id": make_id()}
    values |= {"made_at": "2026-03-01T07:15:00Z", "received_at": AT.astimezone(UTC), "sha256": "x"}
    with app.app_context():
        with writing():
            Prepared(sa.insert(changes), changes.c.keys()).run(values)
        [found] = db.session.scalars(sa.select(Change))
        assert (found.was, found.set, found.lost, found.received_at) == (None, None, None, AT)


def test_an_update_says_how_many_it_touched(app: Flask, space: str) -> None:
    devices: Any = Device.__table__
    note = Prepared(
        sa.update(devices).where(devices.c.id == sa.bindparam("device")).values(proto=sa.bindparam("now"))
    )
    with app.app_context(), writing():
        assert note.run({"device": make_id(), "now": 1}) == 0


def test_an_error_is_told_as_sqlalchemy_tells_it_and_nothing_is_kept(app: Flask, space: str) -> None:
    one = row(space, 1)
    with app.app_context():
        with writing():
            INSERT.run(one)
        with pytest.raises(sa.exc.IntegrityError) as told, writing():
            INSERT.run_many([{**one, "id": make_id(), "seq": 2}, {**one, "seq": 3}])
        assert "Ä" not in str(told.value), "what somebody wrote is not part of an error's words"
        assert db.session.scalars(sa.select(Record.seq)).all() == [1]


def test_a_connection_that_is_gone_is_told_as_sqlalchemy_tells_it(app: Flask, space: str) -> None:
    with app.app_context():
        raw = db.session.connection().connection.dbapi_connection
        assert raw is not None
        raw.close()
        with pytest.raises(sa.exc.DBAPIError):
            FIND.rows({"space": space, "some": []})
        db.session.rollback()
        db.session.remove()
        db.engine.dispose()
        assert FIND.rows({"space": space, "some": []}) == []


def test_text_of_a_moment_on_sqlite_is_what_sqlalchemy_writes(app: Flask) -> None:
    with app.app_context():
        if db.engine.dialect.name != "sqlite":
            assert Record.occurred_at.type.bind_processor(db.engine.dialect) is not None
            return
        usual = sa.DateTime().dialect_impl(db.engine.dialect).bind_processor(db.engine.dialect)
        ours = Record.occurred_at.type.bind_processor(db.engine.dialect)
        for at in (AT, AT.replace(microsecond=0), datetime(1900, 1, 1, tzinfo=UTC)):
            assert ours(at) == usual(at.astimezone(UTC))
        assert ours(None) is None
