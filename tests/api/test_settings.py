"""Settings: a server that would be unsafe does not start, and says why."""

import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask

from backend import create_app
from backend.config import BadSetting
from backend.extensions import db, journal_mode


@pytest.mark.parametrize(
    "settings",
    [
        {"LIMBER_SECRET_KEY": "short"},
        {"LIMBER_SECRET_KEY": "a" * 64},
        {"LIMBER_BASE_URL": "http://limber.example"},
        {"LIMBER_BASE_URL": "limber.example"},
        {"LIMBER_BASE_URL": "https://limber.example/app"},
        {"LIMBER_REGISTRATION": "sometimes"},
        {"LIMBER_PORT": "eighty"},
        {"LIMBER_TRUSTED_PROXIES": "-1"},
    ],
)
def test_an_unusable_setting_stops_the_start_in_words(tmp_path: Path, settings: dict[str, Any]) -> None:
    with pytest.raises(BadSetting) as caught:
        create_app({"LIMBER_INSTANCE": str(tmp_path), **settings})
    assert len(str(caught.value)) > 20


def test_debug_mode_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FLASK_DEBUG", "1")
    with pytest.raises(BadSetting):
        create_app({"LIMBER_INSTANCE": str(tmp_path)})


def test_the_first_start_makes_a_secret_only_its_owner_can_read(tmp_path: Path) -> None:
    first = create_app({"LIMBER_INSTANCE": str(tmp_path)})
    kept = tmp_path / "secret_key"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600 and len(first.config["SECRET_KEY"]) >= 32
    assert create_app({"LIMBER_INSTANCE": str(tmp_path)}).config["SECRET_KEY"] == first.config["SECRET_KEY"]


@pytest.mark.parametrize(
    ("version", "mode"),
    [((3, 40, 1), "TRUNCATE"), ((3, 51, 2), "TRUNCATE"), ((3, 51, 3), "WAL"), ((4, 0, 0), "WAL")],
)
def test_the_journal_is_a_wal_only_where_that_is_safe(version: tuple[int, ...], mode: str) -> None:
    assert journal_mode(version) == mode


def test_the_database_keeps_what_it_acknowledged(app: Flask) -> None:
    with app.app_context():
        if db.engine.dialect.name == "sqlite":
            values = [
                db.session.scalar(sa.text(f"PRAGMA {p}"))
                for p in ("synchronous", "foreign_keys", "mmap_size")
            ]
            assert values[:2] == [2, 1] and not values[2]
        else:
            assert db.session.scalar(sa.text("SHOW statement_timeout")) == "30s"


def test_answers_about_health_are_never_kept_by_caches(make_app: Callable[..., Flask]) -> None:
    answer = make_app().test_client().get("/api/v1/me", headers={"Host": "127.0.0.1:8000"})
    assert answer.headers["Cache-Control"] == "no-store" and "Cookie" in answer.headers["Vary"]


def test_a_stranger_learns_nothing_from_the_health_routes(app: Flask) -> None:
    client = app.test_client()
    for path in ("/livez", "/readyz"):
        answer = client.get(path, headers={"Host": "127.0.0.1:8000"})
        assert answer.get_json() == {"ok": True}
