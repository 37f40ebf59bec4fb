"""What the phone says of a diary is what the report says: both are held to tests/vectors/report.json."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from backend.reports.build import TITLES, USUAL
from scripts.report_vectors import FILE, vectors

ROOT = Path(__file__).parents[2]
STALE = (
    "The report says something else than the vectors: `python -m scripts.report_vectors` writes them anew;"
    " then bring pwa/src/domain/report in step until `node --test tests/pwa/report.test.mjs` passes."
)


def test_the_vectors_are_what_the_report_says_now() -> None:
    assert FILE.read_text(encoding="utf-8") == vectors(), STALE


def rows(cases: list[dict[str, Any]]) -> Iterator[str]:
    """The ids of all blocks and rows of all reports."""
    for case in cases:
        for section in case["report"]["sections"]:
            for block in section["blocks"]:
                yield block["id"]
                yield from (row["id"] for row in block.get("rows", ()))


def test_the_vectors_hold_something_of_everything() -> None:
    cases = json.loads(FILE.read_text(encoding="utf-8"))
    assert len(cases) >= 20
    seen, text = set(rows(cases)), FILE.read_text(encoding="utf-8")
    wanted = {
        "summary.injections", "story.none.row", "story.story.before", "places.generalised", "words.patterns",
        "strength.minutes", "tried.nothing_helped", "exercise.outcomes", "exercise.felt", "medicines.doses",
        "medicines.bones", "medicines.alemtuzumab", "events.fatigue", "mobility.wheelchair_hours", "aid.0",
        "causes.others", "wishes.agreed", "wishes.hopes", "wishes.goal.own", "mood.sleep", "mood.bladder",
        "pattern.AN-02.heat",
    }  # fmt: skip
    assert not wanted - seen
    for said in (
        "New: ", "Worse: ", "Better: ", "Gone: ", "Too few days to compare", "later, until the next",
        "no quiet time between", "Too few entries to compare pain", "marked hard, without a number",
        "more below", "(too few to compare)", "Infection: ", "not injured",
    ):  # fmt: skip
        assert said in text, said
    helped = [one for case in cases for one in case["records"] if one["author"] == "daniel"]
    assert {bool(one["body"].get("confirmed")) for one in helped} == {True, False}
    assert any(one["body"].get("private") for case in cases for one in case["records"] if not case["secret"])
    assert any(case["left_out"] for case in cases)
    assert {"mood" in case["parts"] for case in cases} == {True, False}


def test_the_phone_offers_the_parts_there_are() -> None:
    shape = (ROOT / "pwa" / "src" / "domain" / "report" / "shape.js").read_text(encoding="utf-8")
    offered = [f"{{ id: '{name}', title: '{title}' }}" for name, title in TITLES.items()]
    assert [
        line.strip().rstrip(",") for line in shape.splitlines() if line.strip().startswith("{ id: '")
    ] == offered
    assert [name for name in TITLES if name not in USUAL] == ["mood"]
