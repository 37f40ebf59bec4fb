"""The facts the safety rules read: the cases the browser's twin reads too, and what holds for any diary."""

import json
from pathlib import Path
from typing import Any

import pytest

from backend.content import packs
from backend.domain.facts import facts

PACK = json.loads(packs()["safety"].data)
CASES = json.loads((Path(__file__).parents[1] / "vectors" / "facts.json").read_text(encoding="utf-8"))
TYPES: dict[str, Any] = {"number": int, "text": str, "list": list, "truth": bool}


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_the_facts_are_what_the_case_says(case: dict[str, Any]) -> None:
    found = facts(case["known"])
    assert {name: found[name] for name in case["facts"]} == case["facts"]


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_every_input_of_the_pack_is_there_and_of_its_type(case: dict[str, Any]) -> None:
    found = facts(case["known"])
    for one in PACK["inputs"]:
        value = found[one["id"]]
        assert value is None or type(value) is TYPES[one["type"]], (one["id"], value)


def test_every_input_is_known_in_some_case() -> None:
    told = {name for case in CASES for name, value in case["facts"].items() if value is not None}
    assert {one["id"] for one in PACK["inputs"]} <= told
