"""Drawings on paper: the app's own body, and bars where the numbers are."""

import re
from typing import Any

import pytest

from backend.reports import body, chart
from tests.architecture.sources import ROOT
from tests.reports.world import Diary, ago, block

DRAWING = (ROOT / "pwa/src/domain/body-drawing.js").read_text(encoding="utf-8")


def test_the_body_is_the_apps() -> None:
    found = body.drawing()
    for path in [*found["paired"], *found["middle"], *found["lines"]["front"], *found["lines"]["back"]]:
        assert f"'{path}'" in DRAWING
    for x, y, r in found["joints"]:
        assert f"circle({x:g}, {y:g}, {r:g})" in DRAWING
    front, back = DRAWING.split("const SPOTS")[1].split("back: {", 1)
    for text, face in ((front, "front"), (back.split("});")[0], "back")):
        said = {name: [int(x), int(y)] for name, x, y in re.findall(r"(\w+): \[(\d+), (\d+)\]", text)}
        assert said == found["spots"][face]


@pytest.mark.parametrize(
    ("face", "side", "where"),
    [("front", "right", [(106, 206)]), ("front", "left", [(154, 206)]), ("back", "right", [(162, 200)]),
     ("back", "left", [(98, 200)]), ("front", "both", [(106, 206), (154, 206)])],
)  # fmt: skip
def test_right_and_left_are_the_persons(face: str, side: str, where: list[Any]) -> None:
    assert body.spots(face, "hip", side) == where


def test_a_bar_for_each_day_with_a_number_and_a_mark_for_a_relapse() -> None:
    diary = Diary()
    for day in (0, 1, 5):
        diary.pain(day, day)
    diary.put("event", type="relapse_suspected", on=ago(4), until_on=ago(2))
    drawn = chart.svg(block(diary.report(), "summary.chart")["data"])
    assert drawn.count('fill="#8a8a8a"') == 3 and drawn.count(">Relapse?<") == 1


def test_ten_years_are_drawn_by_week() -> None:
    diary = Diary()
    for day in range(0, 3650, 5):
        diary.pain(day, 4)
    data = block(diary.report(3650), "summary.chart")["data"]
    assert data["unit"] == "week" and len(data["points"]) == 522
    assert len(block(diary.report(3650), "strength.weeks")["rows"]) == 53
