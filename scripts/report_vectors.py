"""Diaries with the report of each, for both languages: `python -m scripts.report_vectors` writes them.

Drawn with fixed seeds: a person's weeks with everything a report tells of, and records of any form the rules
of every field allow. A test of each language holds it to `tests/vectors/report.json`.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

from backend.content import packs
from backend.domain.confirmed import is_counted
from backend.reports.build import TITLES, USUAL, build
from backend.reports.material import Material, Record
from scripts.report_diaries import OWNER, any_form, lived
from scripts.report_records import LAST

FILE = Path(__file__).parent.parent / "tests/vectors/report.json"
LIVED, ANY_FORM = 15, 4
SPANS = (30, 90, 90, 21, 120, 400)
PATTERNS = [
    {
        "id": "AN-02.heat",
        "sentence": "Days with heat hurt about 2 points more. It may be chance. (1 Jun to 1 Nov 2026)",
        "method": "Difference 2 points (range 1 to 3), seen 9 of 10 times; 20 days against 60 others.",
    }
]


def cases() -> Iterator[dict[str, Any]]:
    """Every case, without its report."""
    for number in range(LIVED):
        days = SPANS[number % len(SPANS)]
        yield {
            "name": f"a person's weeks, {number}",
            **_asked(number, days),
            "patterns": PATTERNS if number % 5 == 0 else [],
            "records": lived(_chance(number), number, days),
        }
    for number in range(ANY_FORM):
        found = any_form(_chance(1000 + number))
        yield {"name": f"any form, {number}", **_asked(number, 90), "patterns": [], "records": found}
    yield {"name": "nothing", **_asked(1, 90), "patterns": [], "records": []}


def _chance(seed: int) -> Random:
    return Random(seed)  # noqa: S311  the same each time


def _asked(number: int, days: int) -> dict[str, Any]:
    left_out = {3: ["summary.chart", "places.joints", "medicines.list"], 6: ["method.1", "words.used"]}
    return {
        "first": date.fromordinal(LAST.toordinal() - days + 1).isoformat(),
        "last": LAST.isoformat(),
        "today": LAST.isoformat(),
        "secret": number % 4 == 1,
        "parts": list(TITLES if number % 3 == 0 else USUAL),
        "left_out": left_out.get(number, []),
    }


def report_of(case: dict[str, Any]) -> dict[str, Any]:
    """The server's report of a case."""
    records: dict[str, list[Record]] = defaultdict(list)
    for one in sorted(case["records"], key=lambda one: (_on(one["body"]), one["id"])):
        hidden = one["body"].get("private") is True and not case["secret"]
        if not hidden and is_counted(one["kind"], one["body"], one["author"], OWNER):
            records[one["kind"]].append(Record(one["id"], one["body"]))
    first, last, today = (date.fromisoformat(case[name]) for name in ("first", "last", "today"))
    content = {name: json.loads(pack.data) for name, pack in packs().items()}
    material = Material(
        name="Rosa Keller", first=first, last=last, made_on=today, records=records, packs=content,
        patterns=case["patterns"],
    )  # fmt: skip
    return build(material, case["parts"], case["left_out"])


def _on(body: dict[str, Any]) -> str:
    return str(body.get("on") or (body.get("at") or "")[:10])


def vectors() -> str:
    """Every case with its report as a line of its own."""
    shown = ("title", "name", "from", "to", "made_on", "period", "lead", "sections")
    lines = []
    for case in cases():
        made = report_of(case)
        line = {"owner": OWNER, **case, "report": {name: made[name] for name in shown}}
        lines.append(json.dumps(line, ensure_ascii=False, separators=(",", ":")))
    return "[\n" + ",\n".join(lines) + "\n]\n"


if __name__ == "__main__":
    FILE.write_text(vectors(), encoding="utf-8")
