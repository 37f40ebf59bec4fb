"""The packs keep their shape, and what is wrong with one is said."""

import hashlib
import json
import re
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from backend.content import FOLDER, packs, vocabulary
from backend.content.check import problems
from backend.domain.records import bounds

BYTES = {name: pack.data for name, pack in packs().items()}
PACKS = sorted(BYTES)


def lists() -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = json.loads(BYTES["vocabulary"])["lists"]
    return found


def with_lists(changed: dict[str, list[dict[str, Any]]]) -> dict[str, bytes]:
    return {**BYTES, "vocabulary": json.dumps({"version": 1, "lists": changed}).encode()}


@pytest.mark.parametrize("name", PACKS)
def test_a_pack_has_the_shape_its_schema_tells(name: str) -> None:
    schema = json.loads((FOLDER / "schemas" / f"{name}.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(json.loads(BYTES[name]))


def test_the_packs_hold_together() -> None:
    assert problems(BYTES) == []


@pytest.mark.parametrize("name", PACKS)
def test_the_version_of_a_pack_follows_its_bytes(name: str) -> None:
    assert packs()[name].version == hashlib.sha256(packs()[name].data).hexdigest()[:12]


def test_the_joints_ms_troubles_most_come_first() -> None:
    assert [region["id"] for region in lists()["regions"]][:4] == ["lower_back", "hip", "knee", "ankle"]


def test_nothing_noticed_and_nothing_helped_are_answers() -> None:
    assert "nothing" in vocabulary()["triggers"]
    assert "nothing_helped" in vocabulary()["reliefs"]


def test_pain_is_a_symptom_among_the_others() -> None:
    assert {"pain", "fatigue", "weakness", "vision", "bladder"} <= vocabulary()["symptoms"]


def test_every_side_of_a_region_is_one_an_entry_takes() -> None:
    assert {side for region in lists()["regions"] for side in region["sides"]} <= set(bounds.SIDES)


def test_five_documents_are_named_and_told_apart() -> None:
    sources = json.loads(BYTES["sources"])["sources"]
    assert len({source["id"] for source in sources}) == len({source["file"] for source in sources}) == 5


def test_an_id_that_is_there_twice_is_noticed() -> None:
    changed = lists()
    changed["reliefs"].append({**changed["reliefs"][0], "label": "Another"})
    assert problems(with_lists(changed)) == ["reliefs: heat_pack is there 2 times"]


@pytest.mark.parametrize(
    ("name", "change", "told"),
    [
        ("triggers", {"label": "hot weather"}, "sentence case"),
        ("triggers", {"label": "Hot weather."}, "sentence case"),
        ("triggers", {"code": "12 34"}, "code"),
        ("triggers", {"id": "Hot-Humid"}, "id"),
        ("reliefs", {"label_us": "Heat pack"}, "only where it differs"),
        ("regions", {"sides": ["top"]}, "sides"),
        ("words", {"family": "bone"}, "family"),
    ],
)
def test_a_term_that_is_not_right_is_noticed(name: str, change: dict[str, Any], told: str) -> None:
    changed = lists()
    changed[name][0] = {**changed[name][0], **change}
    assert any(re.search(told, problem) for problem in problems(with_lists(changed)))


def test_a_list_of_regions_in_another_order_is_noticed() -> None:
    changed = lists()
    changed["regions"].reverse()
    assert problems(with_lists(changed)) == ["regions: lower back, hip, knee and ankle come first"]
