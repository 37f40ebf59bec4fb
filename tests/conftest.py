"""What every test may use: a fresh app on SQLite or PostgreSQL, a clock, and somebody to talk to it."""

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import flask_migrate
import pytest
from flask import Flask
from webtest import TestApp

from backend import clock as backend_clock
from backend import create_app
from backend.extensions import db
from tests.factories import browser
from tests.postgres import Cluster, start_cluster

BOTH = ("services", "api")
SETTINGS = {
    "LIMBER_TESTING": True,
    "LIMBER_SECRET_KEY": "a secret for the tests: 0123456789",
    "LIMBER_BASE_URL": "",
}


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Services and API run on both databases; what else needs one runs on SQLite."""
    if "database" not in metafunc.fixturenames:
        return
    kinds: list[Any] = ["sqlite"]
    if metafunc.definition.path.parent.name in BOTH:
        kinds.append(pytest.param("postgres", marks=pytest.mark.postgres))
    metafunc.parametrize("database", kinds, indirect=True)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What is slow begins first, so that no worker is left alone with it at the end."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    """Under CI a test that was skipped has failed: nothing may stop being tested in silence."""
    report = yield
    if os.environ.get("CI") and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped under CI: {call.excinfo}"
    return report


def migrated(url: str, instance: Path) -> None:
    """Bring an empty database to the newest tables, the way an installation does."""
    app = create_app({**SETTINGS, "LIMBER_INSTANCE": str(instance), "LIMBER_DATABASE_URL": url})
    with app.app_context():
        flask_migrate.upgrade()
        db.session.remove()
        db.engine.dispose()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty SQLite file to copy."""
    folder = tmp_path_factory.mktemp("template")
    migrated("", folder)
    return folder / "limber.db"


@pytest.fixture(scope="session")
def postgres_cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """A PostgreSQL of our own with a migrated, empty database to copy."""
    with start_cluster() as cluster:
        migrated(cluster.create("limber_template"), tmp_path_factory.mktemp("pg"))
        yield cluster


@pytest.fixture
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a fresh, migrated database, empty for SQLite in the test's instance folder."""
    if request.param == "sqlite":
        template: Path = request.getfixturevalue("sqlite_template")
        shutil.copy(template, tmp_path / "limber.db")
        yield ""
        return
    cluster: Cluster = request.getfixturevalue("postgres_cluster")
    with cluster.copy_of("limber_template") as url:
        yield url


@pytest.fixture
def make_app(database: str, tmp_path: Path) -> Iterator[Callable[..., Flask]]:
    """Make an app on the test's database; keyword arguments are LIMBER_ settings without the prefix."""
    made: list[Flask] = []

    def make(**settings: object) -> Flask:
        named = {f"LIMBER_{name.upper()}": value for name, value in settings.items()}
        app = create_app(
            {**SETTINGS, "LIMBER_INSTANCE": str(tmp_path), "LIMBER_DATABASE_URL": database, **named}
        )
        made.append(app)
        return app

    yield make
    for app in made:
        with app.app_context():
            db.session.remove()
            db.engine.dispose()


@pytest.fixture
def app(make_app: Callable[..., Flask]) -> Flask:
    """The app with default settings."""
    return make_app()


@pytest.fixture
def client(app: Flask) -> TestApp:
    """A browser on the app's own page, not signed in."""
    return browser(app)


class Clock:
    """A clock that stands still until the test moves it."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def advance(self, **amount: float) -> None:
        """Move on: `clock.advance(minutes=11)`."""
        self.now += timedelta(**amount)


@pytest.fixture
def clock() -> Iterator[Clock]:
    """The app's clock, at nine in the morning UTC of 21 November 2026."""
    held = Clock(datetime(2026, 11, 21, 9, tzinfo=UTC))
    backend_clock.set_reader(lambda: held.now)
    yield held
    backend_clock.set_reader(None)
