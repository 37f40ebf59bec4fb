"""The first page is one page, on A4 and on Letter, whatever a person wrote and whoever asks."""

from dataclasses import replace
from random import Random
from typing import Any

import pytest

from backend.reports.build import TITLES, build
from backend.reports.fitting import LINES, fitting, lines, within_lines
from backend.reports.material import Material
from backend.reports.pdf import PAPERS, render
from scripts import any_form
from tests.reports.pages import texts
from tests.reports.test_any_diary import a_diary
from tests.reports.world import Diary, block, full_diary

# Wide and narrow letters, words longer than a line, letters of other scripts and without a shape.
PIECES = ("W", "Wm@ ", "i", "Wörter und noch mehr, ", "ЖШЩЮ ", "😀", "日本語", "x" * 80, "Ünd so weiter. ")
NAMES = ("R", "W" * 80, "Rosa Keller", "😀" * 40, "Maria Magdalena von und zu Anders " * 2)


def long_words(chance: Random, rule: dict[str, Any]) -> str:
    """As much as may be written, mostly."""
    length = rule["most"] if chance.random() < 0.7 else chance.randint(1, rule["most"])
    return (chance.choice(PIECES) * rule["most"])[:length].strip() or "x"


def made_of(seed: int) -> Material:
    """A diary of 12 records of each kind, with long names and patterns on some."""
    chance = Random(seed)
    sentence = long_words(chance, {"most": 200})
    patterns = [{"id": str(number), "sentence": sentence, "method": sentence} for number in range(3)]
    material = a_diary(seed).material(patterns=patterns)
    return replace(material, name=chance.choice(NAMES), by=chance.choice(("", *NAMES)))


def assert_one_page(report: dict[str, Any], paper: str) -> None:
    """The second part begins at the top of page 2; the first page holds the last line of the first."""
    first, second, *_ = texts(render(report, paper))
    assert second.startswith(report["sections"][1]["title"])
    label = report["sections"][0]["blocks"][-1]["rows"][-1]["cells"][0]
    assert f"\n{label}" in first.replace("\r", "")


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("seed", range(8))
def test_of_any_diary(seed: int, paper: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(any_form.MAKERS, "words", long_words)
    assert_one_page(build(made_of(seed), tuple(TITLES)), paper)


@pytest.mark.parametrize("paper", PAPERS)
def test_of_no_entry_of_one_and_of_many_medicines(paper: str) -> None:
    one, many = Diary(), full_diary()
    one.pain(1, 5)
    for number in range(40):
        many.put("medicine", regimen={"name": f"Name {number}"}, **{"class": "opioid"})
    for diary in (Diary(), one, many):
        assert_one_page(diary.report(), paper)
    medicines = next(
        row for row in block(many.report(), "summary.more")["rows"] if row["id"] == "summary.medicines"
    )
    # One was there before.
    assert medicines["cells"][-1] == f"And {41 - (len(medicines['cells']) - 2)} more below."


def test_what_fits_is_not_cut_and_the_longest_is_cut_first() -> None:
    short = [{"id": str(number), "cells": ["Label", "and " * 28]} for number in range(LINES // 2 - 1)]
    events = {"id": "summary.events", "cells": ["Events", *["and " * 28] * 3]}
    change = {"id": "summary.change", "cells": ["Change", *["and " * 28] * 9]}
    assert sum(map(lines, short)) == LINES - 2
    fits = [[change], short[:4]]
    assert [len(one["cells"][1].split()) for half in fitting(fits) for one in half] == [28] * 5
    [kept, cut], _ = fitting([[change, events], short[:10]])
    assert len(kept["cells"]) == 10 and kept["cells"][1].split() == ["and"] * 28
    assert len(cut["cells"]) < len(events["cells"]) + 1 and lines(cut) < lines(events)


def test_the_name_of_a_letter_takes_no_more_room_than_the_letter() -> None:
    assert within_lines("fine 😀", "fine [grinning face]") == "fine [grinning face]"
    assert lines({"id": "", "cells": ["", within_lines("😀" * 50, "[grinning face]" * 50)]}) == 1
