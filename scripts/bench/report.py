"""The report of ten years: from the request to the bytes of the PDF, on the server's own database."""

import gc
import tempfile
import time
from datetime import UTC, date, datetime, timedelta
from random import Random
from statistics import median
from typing import Any

import flask_migrate

from backend import create_app
from backend.domain.ids import record_uuid7, uuid7
from backend.extensions import db
from backend.services import accounts, journal, report
from backend.services.sessions import SignedIn
from scripts.bench import page

DAYS, EACH, TIMES, BATCH = 3650, 10, 5, 500
LAST = date(2026, 11, 21)
BARS = {"report data": "", "report PDF": "2 s"}
WAITS = """
SQLite, one person with ten years of diary, 36,500 records, and a report of all of them: the data alone, and
the whole PDF with the process that sets it. The middle of five.
"""


def measure() -> None:
    """Fill a diary, ask five times, write the page."""
    with tempfile.TemporaryDirectory() as folder:
        app = create_app({"LIMBER_TESTING": True, "LIMBER_INSTANCE": folder, "LIMBER_DATABASE_URL": ""})
        with app.app_context():
            flask_migrate.upgrade()
            who = _filled()
            rows = _measured(who)
            db.session.remove()
            db.engine.dispose()
    page.write("The report", WAITS, page.table(("what", "figure", "bar"), rows))


def _measured(who: Any) -> list[tuple[str, str, str]]:
    # As gunicorn.conf.py has it for the running server.
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
    asked = report.Asked(first=(LAST - timedelta(days=DAYS - 1)).isoformat(), last=LAST.isoformat())
    acts = {
        "report data": lambda: report.report(who, who.space_id, asked),
        "report PDF": lambda: report.as_pdf(who, who.space_id, asked, "a4"),
    }
    return [(name, f"{_middle(act):.2f} s", BARS[name]) for name, act in acts.items()]


def _middle(act: Any) -> float:
    taken = []
    for _ in range(TIMES):
        db.session.remove()
        begun = time.perf_counter()
        act()
        taken.append(time.perf_counter() - begun)
    return median(taken)


def _filled() -> "SignedIn":
    made = accounts.register("bench@example.org", "seven quiet herons", "Rosa", "UTC", None)
    chance = Random(7)  # noqa: S311  the same every time is the point
    ops = [_entry(chance, made.space_id, number) for number in range(DAYS * EACH)]
    for start in range(0, len(ops), BATCH):
        answers = journal.push_ops(made.space_id, made.id, None, ops[start : start + BATCH])
        assert {one["s"] for one in answers} == {"ok"}
    return made  # type: ignore[return-value]


def _entry(chance: Random, space: str, number: int) -> dict[str, Any]:
    at = datetime(LAST.year, LAST.month, LAST.day, 6 + number % EACH, tzinfo=UTC) - timedelta(
        days=number // EACH
    )
    stamp = int(at.timestamp() * 1000)
    body = {
        "at": at.isoformat(), "on": at.date().isoformat(), "tz": "UTC", "symptom": "pain",
        "severity_nrs": chance.randrange(11), "words": ["aching"], "triggers": ["stress"],
        "regions": [{"region": chance.choice(("hip", "knee", "ankle")), "side": "right"}],
        "relief": [{"what": "heat_pack", "before_nrs": 6, "after_nrs": chance.randrange(7)}],
    }  # fmt: skip
    return {
        "op": uuid7(stamp, chance.randbytes(10)), "space": space,
        "id": record_uuid7(stamp, chance.randbytes(10)),
        "kind": "symptom", "sv": 1, "t": "put", "made_at": at.isoformat(timespec="milliseconds"),
        "made_tz": "UTC", "set": body, "was": dict.fromkeys(body),
    }  # fmt: skip
