"""What the phone says of a diary by itself is what the report says: both read tests/vectors/report.json."""

import json
from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from backend.reports.build import TITLES, USUAL, build
from backend.reports.material import Material, Record
from tests.reports.world import block, content

ROOT = Path(__file__).parents[2]
CASES = json.loads((ROOT / "tests" / "vectors" / "report.json").read_text(encoding="utf-8"))


def report_of(case: dict[str, Any]) -> dict[str, Any]:
    records: dict[str, list[Record]] = defaultdict(list)
    for one in sorted(case["records"], key=lambda one: (one["body"].get("on") or "", one["id"])):
        records[one["kind"]].append(Record(one["id"], one["body"]))
    first, last, today = (date.fromisoformat(case[name]) for name in ("first", "last", "today"))
    material = Material(name="Rosa", first=first, last=last, made_on=today, records=records, packs=content())
    return build(material)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_the_rows_a_phone_can_say(case: dict[str, Any]) -> None:
    made = report_of(case)
    rows = {
        row["id"]: row["cells"]
        for name in ("summary.facts", "summary.more")
        for row in block(made, name)["rows"]
    }
    assert made["period"] == case["period"]
    assert {name: rows[name] for name in case["rows"]} == case["rows"]
    for name, lines in case["tables"].items():
        # Here the medical word stands with the name of what was tried.
        skipped = 1 if name == "tried.relief" else 0
        assert [row["cells"][skipped:] for row in block(made, name)["rows"]] == lines
    chart = block(made, "summary.chart")
    points = [[one["worst"], one["median"]] for one in chart["data"]["points"]]
    drawn = {"summary": chart["summary"], "unit": chart["data"]["unit"], "points": points}
    assert drawn == case["chart"]


def test_the_phone_offers_the_parts_there_are() -> None:
    shape = (ROOT / "pwa" / "src" / "domain" / "report" / "shape.js").read_text(encoding="utf-8")
    offered = [f"{{ id: '{name}', title: '{title}' }}" for name, title in TITLES.items()]
    assert [
        line.strip().rstrip(",") for line in shape.splitlines() if line.strip().startswith("{ id: '")
    ] == offered
    assert [name for name in TITLES if name not in USUAL] == ["mood"]
