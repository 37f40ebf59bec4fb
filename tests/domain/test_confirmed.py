"""What somebody else wrote for the person counts after a yes: the cases the browser's twin reads too."""

import json
from pathlib import Path
from typing import Any

import pytest

from backend.domain.confirmed import as_said, is_counted

VECTORS = json.loads((Path(__file__).parents[1] / "vectors" / "confirmed.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", VECTORS["counted"], ids=[one["case"] for one in VECTORS["counted"]])
def test_an_entry_counts_as_the_case_says(case: dict[str, Any]) -> None:
    assert is_counted("symptom", case["body"], case["author"], VECTORS["owner"]) is case["counted"]


@pytest.mark.parametrize("one", VECTORS["said"])
def test_the_same_words_give_the_same_sum(one: dict[str, Any]) -> None:
    assert as_said(one["body"]) == one["as"]


def test_only_scores_wait_for_a_yes() -> None:
    assert is_counted("event", {"type": "fall"}, "daniel", "rosa")
