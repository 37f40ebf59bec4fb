"""The packs keep their shape, and what is wrong with one is said."""

import hashlib
import json
import os
from pathlib import Path
from typing import Any

import pytest

from backend.content import packs, vocabulary
from backend.content.check import problems
from backend.content.check.reading import grade, syllables_of
from backend.content.check.size import TEXT_MOST, packed
from backend.content.check.texts import sentences
from backend.content.check.words import FINGERPRINT, RUNS_FILE, borrowed
from backend.domain.records import bounds

BYTES = {name: pack.data for name, pack in packs().items()}
READ: dict[str, Any] = {name: json.loads(data) for name, data in BYTES.items()}


def lists() -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = READ["vocabulary"]["lists"]
    return found


def test_the_packs_hold_together() -> None:
    assert problems(BYTES) == []


def test_no_run_of_words_is_the_documents_own() -> None:
    """By the fingerprints kept here; by the documents where LIMBER_DOCUMENTS names their folder."""
    folder = os.environ.get("LIMBER_DOCUMENTS")
    assert RUNS_FILE.stat().st_size > 5000 * FINGERPRINT
    assert list(borrowed(READ)) == []
    assert list(borrowed(READ, Path(folder) if folder else None)) == []


def test_a_run_of_words_that_is_a_documents_own_is_noticed(tmp_path: Path) -> None:
    theirs = READ["cards"]["cards"][4]["points"][0]["text"]
    (tmp_path / "one.txt").write_text(f"Before it. {theirs.upper()} After it.", encoding="utf-8")
    found = list(borrowed(READ, tmp_path))
    assert any("CARD-05" in problem for problem in found), found


@pytest.mark.parametrize("name", sorted(BYTES))
def test_the_version_of_a_pack_follows_its_bytes(name: str) -> None:
    assert packs()[name].version == hashlib.sha256(packs()[name].data).hexdigest()[:12]


def test_all_packs_are_small_enough_to_ship() -> None:
    assert packed(READ) < TEXT_MOST


def test_nothing_noticed_and_nothing_helped_are_answers() -> None:
    assert "nothing" in vocabulary()["triggers"]
    assert "nothing_helped" in vocabulary()["reliefs"]


def test_pain_is_a_symptom_among_the_others() -> None:
    assert {"pain", "fatigue", "weakness", "vision", "bladder"} <= vocabulary()["symptoms"]


def test_every_side_of_a_region_is_one_an_entry_takes() -> None:
    assert {side for region in lists()["regions"] for side in region["sides"]} <= set(bounds.SIDES)


def test_five_documents_are_named_and_told_apart() -> None:
    documents = [source for source in READ["sources"]["sources"] if "file" in source]
    assert len({one["id"] for one in documents}) == len({one["file"] for one in documents}) == 5


def test_every_level_has_something_in_the_core_set() -> None:
    core = [
        one
        for name in READ
        if name.startswith("movements-")
        for one in READ[name]["movements"]
        if one["core"]
    ]
    for level in vocabulary()["mobility"]:
        assert sum(level in one["levels"] for one in core) >= 12, level


def test_words_are_counted_as_they_are_spoken() -> None:
    spoken = {"knee": 1, "spasticity": 4, "physiotherapist": 6, "nation": 2, "zyxwab": 2}
    assert {word: syllables_of(word) for word in spoken} == spoken
    assert sentences("Sit tall. Stop? Yes") == ["Sit tall.", "Stop?", "Yes"]
    assert grade(["Sit tall.", "Lift one foot."]) < 2
    assert grade(["Neurological rehabilitation necessitates physiotherapy."]) > 12
