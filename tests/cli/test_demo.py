"""`flask demo` makes a diary that can be signed in to, and running it again changes nothing."""

from collections import Counter
from collections.abc import Callable

import pytest
import sqlalchemy as sa
from flask import Flask

from backend.cli import demo, story
from backend.extensions import db
from backend.models import Change, Record, Share
from tests.conftest import Clock
from tests.factories import browser

pytestmark = pytest.mark.slow


def run(app: Flask, *words: str) -> str:
    result = app.test_cli_runner().invoke(args=["demo", *words])
    assert result.exit_code == 0, result.output
    return result.output


def counts(app: Flask) -> tuple[int, int]:
    with app.app_context():
        return (
            db.session.scalar(sa.select(sa.func.count()).select_from(Change)) or 0,
            db.session.scalar(sa.select(sa.func.count()).select_from(Share)) or 0,
        )


def test_says_who_can_sign_in(app: Flask) -> None:
    said = run(app)
    for person in (story.ROSA, story.DANIEL, story.MIA):
        assert person.email in said
    assert story.PASSWORD in said


def test_a_second_run_changes_nothing(app: Flask) -> None:
    run(app)
    before = counts(app)
    assert "already" in run(app)
    assert counts(app) == before
    assert before[0] > 200
    assert before[1] == 2


def test_a_run_on_a_later_day_does_not_double_the_diary(app: Flask, clock: Clock) -> None:
    run(app)
    before = counts(app)
    clock.advance(days=3)
    assert "already" in run(app)
    assert counts(app) == before


def test_there_is_a_plan_for_today_and_for_a_week_on(app: Flask, clock: Clock) -> None:
    run(app)
    with app.app_context():
        items = db.session.scalars(sa.select(Record).where(Record.kind == "plan_item")).all()
        (plan,) = db.session.scalars(sa.select(Record).where(Record.kind == "plan"))
    assert plan.body["template"] == "T03"
    by_day = Counter(one.body["on"] for one in items)
    # The clock stands at Saturday, 21 November: from Monday a week before to Sunday a week after.
    assert (min(by_day), max(by_day), len(by_day)) == ("2026-11-09", "2026-11-29", 21)
    asked = {one.body["dose"]["movement"] for one in items if one.body["helper"] == "hand"}
    assert asked == demo.WITH_A_HAND
    assert not any(one.conf for one in items)


def test_nothing_is_written_that_has_not_happened_yet(app: Flask, clock: Clock) -> None:
    clock.advance(hours=-6)  # four in the morning in Berlin, before Rosa's first entry of the day
    run(app)
    with app.app_context():
        made = db.session.scalars(sa.select(Change.made_at).where(Change.kind == "symptom"))
        assert not [at for at in made if at.startswith("2026-11-21")]


def test_reset_makes_the_same_diary_anew(app: Flask) -> None:
    run(app)
    before = counts(app)
    assert "ready" in run(app, "--reset")
    assert counts(app) == before


@pytest.mark.parametrize(("person", "people"), [(story.DANIEL, ["Rosa Keller"]), (story.MIA, [])])
def test_only_the_active_one_sees_rosa(app: Flask, person: story.Person, people: list[str]) -> None:
    run(app)
    signed_in = browser(app)
    signed_in.post_json("/api/v1/auth/login", {"email": person.email, "password": story.PASSWORD})
    assert [shared["name"] for shared in signed_in.get("/api/v1/people").json["people"]] == people


def test_is_not_put_on_a_public_server_by_accident(make_app: Callable[..., Flask]) -> None:
    result = make_app(base_url="https://limber.example").test_cli_runner().invoke(args=["demo"])
    assert result.exit_code == 1
    assert "--public" in result.output
