"""What a share shows of a record: the cases that the phone's own lock reads too."""

import json
from pathlib import Path
from typing import Any

import pytest

from backend.domain.sharing import KIND_SCOPE, SAFETY_WITHHELD, Access, hidden, visible_body

CASES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parent.parent / "vectors" / "granted.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_a_share_shows_what_its_scopes_open(case: dict[str, Any]) -> None:
    kind, body, read = case["kind"], case["body"], frozenset(case["read"])
    access = Access("caregiver", "daniel", read)
    shown = None if hidden(access, kind, body, "rosa") else visible_body(kind, body, read)
    assert shown == case["shown"]


def test_every_kind_and_every_withheld_message_is_among_the_cases() -> None:
    assert {case["kind"] for case in CASES} == set(KIND_SCOPE)
    told = {
        case["body"].get("message_id") for case in CASES if case["kind"] == "safety" and not case["shown"]
    }
    assert told == SAFETY_WITHHELD
