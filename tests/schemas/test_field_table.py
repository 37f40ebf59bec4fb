"""The phone judges a file's records as the server does, so that nothing it takes is refused later."""

import json
import shutil
import subprocess
import unicodedata
from collections.abc import Iterator
from typing import Any

import pytest
from marshmallow import ValidationError

from backend.domain.records import check_body
from backend.schemas.base import TURNS
from backend.schemas.fields import FIRST_YEAR, LAST_YEAR
from backend.schemas.records import load_set
from backend.schemas.sync import MAX_RECORD_BYTES
from scripts import field_table
from tests.architecture.sources import ROOT

SEEDS = (1, 2, 3)
STRICTER = ("time zone", "too long", "says nothing", "a time such as 2026", "do not come together")


def test_the_phone_has_the_fields_the_server_has() -> None:
    again = "run python -m scripts.field_table"
    assert field_table.TABLE.read_text(encoding="utf-8") == field_table.table(), again
    assert field_table.PAGE.read_text(encoding="utf-8") == field_table.page(), again


def test_the_phone_has_the_bounds_that_stand_in_no_field() -> None:
    valid = (ROOT / "pwa/src/domain/valid.js").read_text(encoding="utf-8")
    assert f"[{FIRST_YEAR}, {LAST_YEAR}]" in valid
    assert "RECORD_MOST = 60_000" in valid and MAX_RECORD_BYTES - 60_000 > 5_000, "room for the rest of an op"


@pytest.mark.parametrize("seed", SEEDS)
def test_what_the_phone_takes_of_a_file_the_server_takes(seed: int) -> None:
    taken = 0
    for line in judged(seed):
        if line["set"] is None:
            continue
        taken += 1
        kind, body = line["kind"], line["set"]
        assert load_set(kind, body) == body, kind
        assert check_body(kind, body) is None, body
        op = {"set": body, "was": dict.fromkeys(body), "id": "x" * 36, "op": "x" * 36, "space": "x" * 36}
        assert len(json.dumps(op)) < MAX_RECORD_BYTES
    assert taken > 500


def test_what_the_phone_refuses_the_server_refuses_or_cleans() -> None:
    """So that nothing is kept out without need. The phone mends texts, and is stricter with times."""
    refused = 0
    for line in judged(7):
        if line["set"] is not None or any(word in line["problem"] for word in STRICTER):
            continue
        refused += 1
        try:
            loaded = load_set(line["kind"], line["said"])
        except ValidationError:
            continue
        assert check_body(line["kind"], loaded), line
    assert refused > 200


def judged(seed: int) -> Iterator[dict[str, Any]]:
    """Drawn bodies of every kind with the phone's word about each."""
    node = shutil.which("node") or str(ROOT / ".venv/bin/node")
    words = [node, "tests/pwa/wire-bodies.mjs", str(seed), "60"]
    said = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for line in said.splitlines():
        found: dict[str, Any] = json.loads(line)
        texts = json.dumps(found["set"], ensure_ascii=False)
        assert not any(unicodedata.category(ch) == "Cs" or ch in TURNS for ch in texts)
        yield found
