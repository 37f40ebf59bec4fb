"""The moving figure: the cases the browser's twin reads too, and what holds for any pose."""

import json
import math
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.content import packs
from backend.domain.figure import blend, capsule, poses_of, solve
from backend.domain.figure.check import problems
from backend.domain.figure.shape import turn_of_arrow

PACK = json.loads(packs()["figures"].data)
CASES = json.loads((Path(__file__).parents[1] / "vectors" / "figure.json").read_text(encoding="utf-8"))
STANDING = {"base": "stand", "alt": "Standing still", "poses": [{}]}


def skeleton_of(figure: dict[str, Any]) -> dict[str, Any]:
    skeleton: dict[str, Any] = PACK["skeletons"][PACK["bases"][figure["base"]]["view"]]
    return skeleton


def places(figure: dict[str, Any], pose: dict[str, Any]) -> dict[str, tuple[float, float]]:
    return solve(skeleton_of(figure), pose).joints


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_every_joint_is_where_the_case_says(case: dict[str, Any]) -> None:
    poses = poses_of(PACK, case["figure"])
    for pose, told in zip(poses, case["joints"], strict=True):
        found = places(case["figure"], pose)
        assert {name: found[name] for name in told} == {
            name: pytest.approx(at, abs=0.02) for name, at in told.items()
        }
    for step in case.get("between", ()):
        pose = blend(skeleton_of(case["figure"]), poses[0], poses[1], step["t"])
        found = places(case["figure"], pose)
        assert {n: found[n] for n in step["joints"]} == {
            n: pytest.approx(at, abs=0.02) for n, at in step["joints"].items()
        }


def test_a_standing_figure_is_as_long_as_its_bones() -> None:
    found = places(STANDING, poses_of(PACK, STANDING)[0])
    assert found["pelvis"] == (150, 125.5)
    assert found["near.ankle"] == (pytest.approx(150), pytest.approx(125.5 + 54 + 52))
    assert found["head"] == (pytest.approx(150), pytest.approx(125.5 - 28 - 34 - 12 - 15))


def test_a_hand_reaches_its_place_and_the_elbow_bends_backwards() -> None:
    figure = {**STANDING, "poses": [{"near.arm_to": [190, 100]}]}
    found = places(figure, poses_of(PACK, figure)[0])
    assert found["near.hand"] == (pytest.approx(190), pytest.approx(100))
    shoulder = found["shoulder"]
    cross = (190 - shoulder[0]) * (found["near.elbow"][1] - shoulder[1]) - (100 - shoulder[1]) * (
        found["near.elbow"][0] - shoulder[0]
    )
    assert cross > 0


DEGREES = st.integers(-180, 180)
ANY_POSE = st.fixed_dictionaries(
    {
        "pelvis": st.tuples(st.integers(40, 260), st.integers(40, 210)).map(list),
        **dict.fromkeys(("torso", "both.thigh", "both.shin", "both.foot", "head"), DEGREES),
    },
    optional={"near.arm_to": st.tuples(st.integers(0, 300), st.integers(0, 250)).map(list)},
)


@given(a=ANY_POSE, b=ANY_POSE, t=st.floats(0, 1))
def test_no_bone_ever_stretches(a: dict[str, Any], b: dict[str, Any], t: float) -> None:
    figure = {**STANDING, "poses": [a, b]}
    skeleton = skeleton_of(figure)
    solved = solve(skeleton, blend(skeleton, *poses_of(PACK, figure), t))
    for bone in skeleton["bones"]:
        assert math.dist(solved.starts[bone["id"]], solved.joints[bone["to"]]) <= bone["length"] + 0.001


@given(a=ANY_POSE, b=ANY_POSE)
def test_a_blend_begins_and_ends_at_its_poses(a: dict[str, Any], b: dict[str, Any]) -> None:
    figure = {**STANDING, "poses": [a, b]}
    poses = poses_of(PACK, figure)
    assert blend(skeleton_of(figure), *poses, 0) == poses[0]
    assert blend(skeleton_of(figure), *poses, 1) == poses[1]


def test_one_circle_that_holds_the_other_is_one_circle() -> None:
    assert capsule((10, 10), 8, (11, 10), 2).count("a8") == 2
    assert "A2" in capsule((10, 10), 8, (40, 10), 2)


def test_an_arrow_that_goes_down_points_down() -> None:
    assert turn_of_arrow((0, 0), (0, 30), 0) == pytest.approx(90)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"poses": [{}, {"pelvis": [150, 150]}]}, "below the top of the floor"),
        ({"poses": [{}, {"pelvis": [150, 100]}]}, "away from floor"),
        ({"poses": [{}, {"near.shin": -20}], "free": ["near.ankle"]}, "knee bends"),
        ({"poses": [{}, {"near.upper_arm": -90, "near.forearm": 170}]}, "elbow bends"),
        ({"poses": [{}, {"head": 0}]}, "head turns"),
        ({"poses": [{}, {"near.arm_to": [280, 60]}]}, "does not reach"),
        ({"poses": [{}, {"near.upper_arm": -91}]}, "nothing can be seen to move"),
        ({"poses": [{}, {"pelvis": [10, 125.5]}]}, "outside of the picture"),
        ({"poses": [{}, {"near.upper_arm": 0}], "alt": "Up and down"}, "alternative text"),
        ({"poses": [{}, {"near.upper_arm": 0}], "props": [["wall", 280, 238]]}, "does not name the wall"),
        ({"poses": [{}, {"near.upper_arm": 0}], "over": [["arrow", "head", 1, 9]] * 2}, "one arrow"),
    ],
)
def test_what_no_body_does_is_noticed(change: dict[str, Any], told: str) -> None:
    figure = {"base": "stand", "alt": "Standing upright, one arm moves a little", **change}
    assert any(told in problem for problem in problems(PACK, figure))


def test_a_body_that_could_be_one_is_let_through() -> None:
    figure = {
        "base": "stand",
        "alt": "Standing upright, one arm rises to the front",
        "poses": [{}, {"near.upper_arm": -10, "near.forearm": 0}],
    }
    assert problems(PACK, figure) == []
