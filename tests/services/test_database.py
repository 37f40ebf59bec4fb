"""What every connection promises, whatever the database's own settings are."""

from flask import Flask

from backend.config import SETTINGS
from backend.extensions import POSTGRES, db
from backend.services.transaction import writing


def shown(app: Flask, *names: str) -> list[str]:
    """Settings as a connection of the app has them."""
    word = "PRAGMA" if db_is_sqlite(app) else "SHOW"
    with app.app_context():
        found = [str(db.session.connection().exec_driver_sql(f"{word} {name}").scalar()) for name in names]
        db.session.remove()
    return found


def db_is_sqlite(app: Flask) -> bool:
    return str(app.config["SQLALCHEMY_DATABASE_URI"]).startswith("sqlite")


def test_r01_what_is_acknowledged_is_on_disk(app: Flask) -> None:
    if db_is_sqlite(app):
        names = ("synchronous", "journal_mode", "foreign_keys", "mmap_size")
        assert shown(app, *names) == ["2", "wal", "1", "0"]
    else:
        assert shown(app, "synchronous_commit") == ["on"]


def test_r20_every_question_to_the_database_has_an_end(app: Flask) -> None:
    if db_is_sqlite(app):
        assert 0 < int(shown(app, "busy_timeout")[0]) <= 5000
    else:
        names = ("statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout")
        assert shown(app, *names) == ["30s", "5s", "1min"]


def test_r07_reads_and_writes_go_to_the_one_database_there_is(app: Flask) -> None:
    assert [setting.name for setting in SETTINGS if "DATABASE" in setting.name] == ["LIMBER_DATABASE_URL"]
    assert POSTGRES["target_session_attrs"] == "read-write"
    with app.app_context():
        assert list(db.engines) == [None]
        assert db.session.get_bind() is db.engine
        with writing():
            assert db.session.connection().engine is db.engine
