"""`flask demo` makes a diary that can be signed in to, and running it again changes nothing."""

from pathlib import Path

import pytest
import sqlalchemy as sa
from flask import Flask
from webtest import TestApp

from backend import create_app
from backend.cli import story
from backend.extensions import db
from backend.models import Base, Change, Share


@pytest.fixture
def demo_app(tmp_path: Path) -> Flask:
    app = create_app({"LIMBER_INSTANCE": str(tmp_path), "LIMBER_TESTING": True, "LIMBER_DATABASE_URL": ""})
    with app.app_context():
        Base.metadata.create_all(db.engine)
    return app


def run(app: Flask, *words: str) -> str:
    result = app.test_cli_runner().invoke(args=["demo", *words])
    assert result.exit_code == 0, result.output
    return result.output


def counts(app: Flask) -> tuple[int, int]:
    with app.app_context():
        return (db.session.scalar(sa.select(sa.func.count()).select_from(Change)) or 0,
                db.session.scalar(sa.select(sa.func.count()).select_from(Share)) or 0)


def test_says_who_can_sign_in(demo_app: Flask) -> None:
    said = run(demo_app)
    for person in (story.ROSA, story.DANIEL, story.MIA):
        assert person.email in said
    assert story.PASSWORD in said


def test_a_second_run_changes_nothing(demo_app: Flask) -> None:
    run(demo_app)
    before = counts(demo_app)
    assert "already" in run(demo_app)
    assert counts(demo_app) == before
    assert before[0] > 200
    assert before[1] == 2


def test_reset_makes_the_same_diary_anew(demo_app: Flask) -> None:
    run(demo_app)
    before = counts(demo_app)
    assert "ready" in run(demo_app, "--reset")
    assert counts(demo_app) == before


@pytest.mark.parametrize(("person", "people"), [(story.DANIEL, ["Rosa Keller"]), (story.MIA, [])])
def test_only_the_active_one_sees_rosa(demo_app: Flask, person: story.Person, people: list[str]) -> None:
    run(demo_app)
    origin = {"HTTP_HOST": "localhost:8000", "HTTP_ORIGIN": "http://localhost:8000"}
    browser = TestApp(demo_app, extra_environ=origin)
    browser.post_json("/api/v1/auth/login", {"email": person.email, "password": story.PASSWORD})
    assert [shared["name"] for shared in browser.get("/api/v1/people").json["people"]] == people


def test_is_not_put_on_a_public_server_by_accident(tmp_path: Path) -> None:
    app = create_app({"LIMBER_INSTANCE": str(tmp_path), "LIMBER_BASE_URL": "https://limber.example",
                      "LIMBER_TESTING": True, "LIMBER_DATABASE_URL": ""})
    result = app.test_cli_runner().invoke(args=["demo"])
    assert result.exit_code == 1
    assert "--public" in result.output
