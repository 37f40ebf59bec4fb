"""Insights over ten years, from the request to the bytes of the answer, in the server's own process."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

import flask_migrate
from flask import Flask

from backend import create_app
from backend.services import journal
from scripts.bench import page
from tests.factories import Person, make_account, make_id, make_op, make_share, sign_in

DAYS, ROUNDS, BAR_S = 3650, 5, 1.0
SETTINGS = {
    "LIMBER_TESTING": True,
    "LIMBER_SECRET_KEY": "for measuring alone: 0123456789abcdef",
    "LIMBER_DATABASE_URL": "",
}
SCOPES = ["symptoms", "daily", "mood", "medicines", "exercise", "profile"]
TEXT = """
Ten years are 36,500 records: on each day four entries of pain, a strip, a mood, three doses and a session.
One request asks for all of them, on SQLite, in the server's own process, with sign-in and the checks of the
answer; the median of 5, in time of the processor, since others share it. A caregiver's answer is put together
from what they are granted. The bar is 1 s.
"""


def measure() -> None:
    """Fill a diary, ask for all of it, and write the section."""
    with TemporaryDirectory() as place:
        folder = Path(place)
        app = create_app({**SETTINGS, "LIMBER_INSTANCE": str(folder)})
        with app.app_context():
            flask_migrate.upgrade()
        rosa, daniel = make_account(app), make_account(app, display_name="Daniel")
        make_share(app, rosa, daniel, read=SCOPES)
        _fill(app, rosa)
        rows = [
            [
                f"{who}, {days} days",
                f"{took * 1000:,.0f} ms",
                "holds" if took < BAR_S else "**does not hold**",
            ]
            for who, person in (("the person", rosa), ("a caregiver", daniel))
            for days in (90, 3660)
            for took in [_asked(app, person, rosa.space, days)]
        ]
    page.write("Insights over ten years", TEXT, page.table(("asked by", "answer", "verdict"), rows))


def _asked(app: Flask, person: Person, space: str, days: int) -> float:
    client, took = sign_in(app, person), []
    for _ in range(ROUNDS):
        began = time.process_time()
        client.get(f"/api/v1/people/{space}/insights?days={days}", status=200)
        took.append(time.process_time() - began)
    return median(took)


def _fill(app: Flask, person: Person) -> None:
    ops = _ops(person.space)
    with app.app_context():
        while some := list(islice(ops, 500)):
            said = journal.push_ops(person.space, person.id, None, some)
            assert {one["s"] for one in said} == {"ok"}


def _ops(space: str) -> Iterator[dict[str, Any]]:
    chance = Random("ten years")  # noqa: S311  the same diary each time
    medicine = make_id()
    yield make_op(space, "medicine", record=medicine, **{"class": "interferon_beta"})
    for back in range(DAYS, 0, -1):
        day = (datetime.now(UTC) - timedelta(days=back)).replace(hour=8, minute=0, second=0, microsecond=0)
        on: dict[str, Any] = {"on": day.date().isoformat()}
        for hour in (0, 4, 8, 12):
            at = {"at": (day + timedelta(hours=hour)).isoformat(), "tz": "UTC"}
            told: dict[str, Any] = {
                "severity_nrs": chance.randrange(2, 8),
                "regions": [{"region": "hip", "side": "right"}],
            }
            relief = [{"what": "rest", "before_nrs": 6, "after_nrs": 4}]
            yield make_op(space, **on, **at, **told, words=["aching"], relief=relief)
            if hour:
                given = {"medicine_id": medicine, "status": "taken"} if back % 7 == 0 else {"status": "taken"}
                yield make_op(space, "dose", **on, **at, **given)
        strip: dict[str, Any] = {
            "sleep_hours": chance.choice((5.5, 7.0, 8.0)),
            "heat": chance.choice(("no", "yes")),
        }
        strip |= {"stress_nrs": chance.randrange(10), "sitting_minutes": chance.choice((30, 90))}
        yield make_op(space, "daily", **on, **strip)
        yield make_op(space, "mood", **on, mood=chance.choice(("good", "so_so", "low")))
        at = {"at": day.isoformat(), "tz": "UTC"}
        done = [{"movement": "ROM-01", "outcome": "done"}]
        yield make_op(space, "session", **on, **at, done=done, pain_before_nrs=5, pain_after_nrs=4)
