"""Where every joint is."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from backend.domain.figure.pose import Pose

Point = tuple[float, float]
Bone = Mapping[str, Any]
# The two bones that reach for a place.
LIMBS = {"arm": ("upper_arm", "forearm"), "leg": ("thigh", "shin")}


@dataclass
class Solved:
    """joints: places by name. starts: of every bone. directions: of every bone, in degrees, with how much
    of its length is seen (0 to 1).
    """

    joints: dict[str, Point] = field(default_factory=dict)
    starts: dict[str, Point] = field(default_factory=dict)
    directions: dict[str, tuple[float, float]] = field(default_factory=dict)


def moved(start: Point, degrees: float, length: float) -> Point:
    """The point at a direction and a distance."""
    angle = math.radians(degrees)
    return start[0] + length * math.cos(angle), start[1] - length * math.sin(angle)


def solve(skeleton: Mapping[str, Any], pose: Pose) -> Solved:
    """Place every joint of a pose. A place out of reach leaves the limb straight, pointing at it."""
    solved = Solved({skeleton["root"]: (*pose[skeleton["root"]],)})
    for bone in skeleton["bones"]:
        start = _start(bone, pose, solved)
        reach = _reach(skeleton, bone, pose, solved, start)
        direction = reach if reach is not None else _written(bone, pose, solved)
        length = (bone["length"] + _number(pose, bone, "longer_by")) * direction[1]
        length *= 1 - bone.get("fold", 0) * _number(pose, bone, "folds_by")
        solved.directions[bone["id"]] = direction
        solved.starts[bone["id"]] = start
        solved.joints[bone["to"]] = moved(start, direction[0], length)
    return solved


def _number(pose: Pose, bone: Bone, what: str) -> float:
    """How far the pose lengthens, shifts, folds or turns this bone; 0 when it says nothing."""
    return float(pose.get(bone.get(what, ""), 0))


def _start(bone: Bone, pose: Pose, solved: Solved) -> Point:
    """Where a bone begins: at its joint, beside it by the width of hips or shoulders, or a little behind."""
    x, y = solved.joints[bone["from"]]
    if "beside" in bone:
        along, across = bone["beside"]
        trunk = solved.directions[bone["trunk"]][0]
        x, y = moved((x, y), trunk, along + _number(pose, bone, "along_by"))
        across *= 1 - _number(pose, bone, "narrows_by")
        x, y = moved((x, y), trunk - 90, across + _number(pose, bone, "across_by"))
    dx, dy = bone.get("behind", (0, 0))
    return x + dx, y + dy


def _written(bone: Bone, pose: Pose, solved: Solved) -> tuple[float, float]:
    """The direction as written, or that of the bone it follows, turned as a joint's curl says."""
    value = pose.get(bone["id"])
    if value is not None:
        return (float(value[0]), float(value[1])) if isinstance(value, list) else (float(value), 1.0)
    degrees = solved.directions[bone["follows"]][0]
    turn = bone.get("turn", 0) + bone.get("each", 0) * _number(pose, bone, "turns_by")
    return degrees + turn * pose.get("facing", 1), 1.0


def target(value: Any, joints: Mapping[str, Point]) -> Point:
    """A place: `[x, y]`, a joint's name, or `[joint, dx, dy]`."""
    if isinstance(value, str):
        return joints[value]
    if isinstance(value[0], str):
        x, y = joints[value[0]]
        return x + value[1], y + value[2]
    return float(value[0]), float(value[1])


def _reach(
    skeleton: Mapping[str, Any], bone: Bone, pose: Pose, solved: Solved, start: Point
) -> tuple[float, float] | None:
    """The direction of a limb's first or second bone when the pose says where the limb's end goes."""
    side, _, name = bone["id"].rpartition(".")
    for limb, (first, second) in LIMBS.items():
        goal = pose.get(f"{side}.{limb}_to")
        if goal is None or name not in (first, second):
            continue
        end = target(goal, solved.joints)
        lengths = {one["id"]: one["length"] for one in skeleton["bones"]}
        upper, lower = lengths[f"{side}.{first}"], lengths[f"{side}.{second}"]
        if limb == "arm" and pose.get(f"{side}.hand") is None:
            lower += lengths[f"{side}.hand"]
        elif limb == "arm":
            end = _wrist(end, pose[f"{side}.hand"], lengths[f"{side}.hand"])
        if name == second:
            return _towards(start, end), 1.0
        return _bent(start, end, upper, lower, _side_of_bend(skeleton, pose, side, limb)), 1.0
    return None


def _wrist(hand: Point, value: Any, length: float) -> Point:
    """Where the wrist is when the hand's end is at a place and the hand has a direction of its own."""
    degrees, factor = value if isinstance(value, list) else (value, 1.0)
    return moved(hand, degrees + 180, length * factor)


def _towards(start: Point, end: Point) -> float:
    return math.degrees(math.atan2(start[1] - end[1], end[0] - start[0]))


def _side_of_bend(skeleton: Mapping[str, Any], pose: Pose, side: str, limb: str) -> int:
    """1 or -1: knees bend forwards and elbows backwards, or outwards where the figure faces us."""
    if f"{side}.{limb}_bend" in pose:
        return int(pose[f"{side}.{limb}_bend"])
    outwards = skeleton.get("outwards")
    if outwards:
        return int(outwards[side])
    return int(pose.get("facing", 1)) * (1 if limb == "leg" else -1)


def _bent(start: Point, end: Point, upper: float, lower: float, bend: int) -> float:
    """The first bone's direction of two that reach from start to end (law of cosines)."""
    far = math.dist(start, end)
    if far < 1e-9:
        return 0.0
    near = min(max(far, abs(upper - lower)), upper + lower)
    cosine = (upper**2 + near**2 - lower**2) / (2 * upper * near)
    return _towards(start, end) + bend * math.degrees(math.acos(max(-1.0, min(1.0, cosine))))
