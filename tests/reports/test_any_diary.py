"""Whatever a diary may hold, a report can be made of it: records drawn from the rules of every field."""

import json
from datetime import date, timedelta
from random import Random

import pytest
from fhir.resources.R4B.bundle import Bundle

from backend.reports.build import TITLES, build
from backend.reports.bundle import bundle
from backend.reports.pdf import render
from backend.reports.plain import as_text
from backend.reports.tables import Line, table
from backend.schemas.rules import rules
from scripts.any_form import KINDS, a_record, on
from tests.reports.world import LAST, Diary


def a_diary(seed: int) -> Diary:
    chance, diary = Random(seed), Diary()
    for kind in KINDS:
        for number in range(12):
            diary.put(kind, f"{kind}-{number}", **a_record(chance, kind))
    return diary


@pytest.mark.parametrize("seed", range(30))
def test_it_can_be_told(seed: int) -> None:
    material = a_diary(seed).material()
    report = build(material, tuple(TITLES))
    assert as_text(report).startswith("Pain report: Rosa Keller")
    json.dumps(report)
    ids = [one["id"] for part in report["sections"] for one in part["blocks"]]
    assert len(ids) == len(set(ids))
    Bundle.model_validate_json(json.dumps(bundle(material)))
    for kind in KINDS:
        lines = [Line(one.id, one.body, "Rosa") for one in material.of(kind)]
        assert table(kind, rules()[kind], lines, material.words).count("\r\n") >= len(lines) + 1
    if seed < 4:
        assert render(report, "a4").startswith(b"%PDF-")


def test_the_days_drawn_are_in_and_out_of_the_period() -> None:
    days = {date.fromisoformat(on(Random(seed))) for seed in range(200)}
    assert min(days) < LAST - timedelta(days=89) and max(days) > LAST
