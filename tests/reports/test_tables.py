"""A table of the server is the phone's, cell by cell, and does nothing in a spreadsheet."""

import csv
import io
import json
from typing import Any

import pytest

from backend.reports.tables import BOM, Line, cell, table
from backend.reports.wording import Wording
from backend.schemas.rules import rules
from tests.architecture.sources import ROOT
from tests.reports.world import content

VECTORS = json.loads((ROOT / "tests/vectors/tables.json").read_text(encoding="utf-8"))
ID = "019aa0b4-8a00-7c3e-9b5f-ffffffffffff"


@pytest.mark.parametrize("case", VECTORS)
def test_the_same_cells_as_on_the_phone(case: dict[str, Any]) -> None:
    kind, words = case["kind"], Wording(content()["vocabulary"], {})
    made = table(kind, rules()[kind], [Line(ID, case["body"], "Rosa")], words)
    assert made.startswith(BOM) and made.endswith("\r\n")
    head, row = list(csv.reader(io.StringIO(made.removeprefix(BOM), newline="")))
    if "cells" in case:
        assert made.split("\r\n")[1] == ",".join(f'"{one}"' for one in case["cells"]).replace("{id}", ID)
    else:
        assert case["some"].items() <= dict(zip(head, row, strict=True)).items()


@pytest.mark.parametrize(
    "start", ["=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20"]
)
def test_no_text_is_taken_for_a_formula(start: str) -> None:
    assert cell(f"{start}cmd|'/c calc'!A0").startswith("\"'")
    assert cell(-5) == '"-5"'
