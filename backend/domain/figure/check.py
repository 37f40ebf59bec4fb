"""Whether a drawn body could be a body: on its support, above the floor, within what joints do."""

import itertools
import math
from collections.abc import Iterator, Mapping
from typing import Any

from backend.domain.figure.pose import Figure, Pose, poses_of, props_of, top_of
from backend.domain.figure.solve import Point, Solved, solve, target

NEAR = 4.0
EDGE = 2.0
MOVES = 5.0
# Degrees a joint may bend, between the bone and the one it hangs from, in the side view.
KNEE, ELBOW, HIP, ANKLE, NECK = (-8, 155), (-8, 160), (-45, 140), (10, 135), (-60, 60)
WORDS_LEAST = 6
PLACES = ("lying", "lie", "sit", "stand", "all fours", "water", "hand", "foot", "step")


def problems(pack: Mapping[str, Any], figure: Figure) -> list[str]:
    """One sentence for each thing a person would stumble over."""
    view = pack["bases"][figure["base"]]["view"]
    skeleton = pack["skeletons"][view]
    poses = poses_of(pack, figure)
    solved = [solve(skeleton, pose) for pose in poses]
    found = [*_words(pack, figure), *_still(solved)]
    for number, (pose, body) in enumerate(zip(poses, solved, strict=True), 1):
        told = [*_out_of_sight(pack, figure, skeleton, body), *_sunk(pack, figure, skeleton, body)]
        told += _touching(pack, figure, pose, skeleton, body)
        told += _out_of_reach(pose, body)
        if view == "side":
            told += _ranges(pose, body)
        found += [f"pose {number}: {one}" for one in told]
    return found


def _words(pack: Mapping[str, Any], figure: Figure) -> Iterator[str]:
    alt = figure["alt"].lower()
    if len(alt.split()) < WORDS_LEAST or not any(place in alt for place in PLACES):
        yield "the alternative text names the position and the movement"
    for name in {prop[0] for which in ("props", "over") for prop in props_of(pack, figure, which)}:
        words = pack["props"][name].get("words")
        if words and not any(word in alt for word in words):
            yield f"the alternative text does not name the {words[0]}"
    if sum(prop[0] == "arrow" for which in ("props", "over") for prop in props_of(pack, figure, which)) > 1:
        yield "at most one arrow"


def _still(solved: list[Solved]) -> Iterator[str]:
    if not 2 <= len(solved) <= 4:
        yield "a figure has two to four poses"
    for number, (a, b) in enumerate(itertools.pairwise(solved), 1):
        if max(math.dist(a.joints[name], b.joints[name]) for name in a.joints) < MOVES:
            yield f"between pose {number} and {number + 1} nothing can be seen to move"


def _out_of_sight(
    pack: Mapping[str, Any], figure: Figure, skeleton: Mapping[str, Any], body: Solved
) -> Iterator[str]:
    width, height = pack["box"]
    top = top_of(pack, figure)
    for bone in skeleton["bones"]:
        (x, y), r = body.joints[bone["to"]], bone["r"][1]
        inside = min(x - r, y - r - top, width - x - r) >= EDGE and y + r <= height
        if not bone.get("hidden") and not inside:
            yield f"{bone['to']} is outside of the picture ({x:.0f}, {y:.0f})"


def _sunk(
    pack: Mapping[str, Any], figure: Figure, skeleton: Mapping[str, Any], body: Solved
) -> Iterator[str]:
    """Joints below the floor, or inside the bed they lie on."""
    for prop in props_of(pack, figure):
        made = pack["props"][prop[0]]
        if not made.get("ground"):
            continue
        top = prop[2] + made["surface"][1]
        for bone in skeleton["bones"]:
            (_, y), r = body.joints[bone["to"]], bone["r"][1]
            if not bone.get("hidden") and y + r > top + NEAR and prop[0] not in figure.get("hangs_over", ()):
                yield f"{bone['to']} is {y + r - top:.0f} below the top of the {prop[0]}"


def _touching(
    pack: Mapping[str, Any], figure: Figure, pose: Pose, skeleton: Mapping[str, Any], body: Solved
) -> Iterator[str]:
    radius = {bone["to"]: bone["r"][1] for bone in skeleton["bones"]}
    radius[skeleton["root"]] = skeleton["bones"][0]["r"][0]
    free = set(figure.get("free", ())) | set(pose.get("free", ()))
    base = pack["bases"][figure["base"]]
    placed = {p[0]: p for which in ("props", "over") for p in props_of(pack, figure, which)}
    for joint, other in [*base.get("touch", ()), *figure.get("touch", ())]:
        if joint in free:
            continue
        if other in placed:
            gap = _gap(body.joints[joint], _surface(pack, placed[other])) - radius[joint]
        elif other in body.joints:
            gap = max(0.0, math.dist(body.joints[joint], body.joints[other]) - radius[joint] - radius[other])
        else:
            continue
        if abs(gap) > NEAR:
            yield f"{joint} is {gap:.0f} away from {other}"


def _surface(pack: Mapping[str, Any], prop: list[Any]) -> tuple[Point, Point]:
    x1, y1, x2, y2 = pack["props"][prop[0]]["surface"]
    mirror = -1 if len(prop) > 3 and prop[3] < 0 else 1
    return (prop[1] + mirror * x1, prop[2] + y1), (prop[1] + mirror * x2, prop[2] + y2)


def _gap(point: Point, line: tuple[Point, Point]) -> float:
    (x1, y1), (x2, y2) = line
    long = (x2 - x1) ** 2 + (y2 - y1) ** 2 or 1.0
    t = max(0.0, min(1.0, ((point[0] - x1) * (x2 - x1) + (point[1] - y1) * (y2 - y1)) / long))
    return math.dist(point, (x1 + t * (x2 - x1), y1 + t * (y2 - y1)))


def _out_of_reach(pose: Pose, body: Solved) -> Iterator[str]:
    ends = {"arm_to": "hand", "leg_to": "ankle"}
    for key, value in pose.items():
        side, _, limb = key.rpartition(".")
        if limb in ends:
            gap = math.dist(body.joints[f"{side}.{ends[limb]}"], target(value, body.joints))
            if gap > NEAR:
                yield f"{side}.{ends[limb]} does not reach its place by {gap:.0f}"


def _ranges(pose: Pose, body: Solved) -> Iterator[str]:
    facing = pose.get("facing", 1)
    towards = {name: direction[0] for name, direction in body.directions.items()}

    def bend(first: str, second: str, sign: int, rest: float = 0) -> float:
        return float(((towards[second] - towards[first]) * sign * facing - rest + 180) % 360 - 180)

    for side in ("near", "far"):
        found = (
            ("knee", bend(f"{side}.thigh", f"{side}.shin", -1), KNEE),
            ("elbow", bend(f"{side}.upper_arm", f"{side}.forearm", 1), ELBOW),
            ("hip", bend("torso", f"{side}.thigh", 1, 180), HIP),
            ("ankle", bend(f"{side}.shin", f"{side}.foot", 1), ANKLE),
        )
        for joint, angle, (least, most) in found:
            if not least <= angle <= most:
                yield f"the {side} {joint} bends {angle:.0f} degrees; {least} to {most} is possible"
    if not NECK[0] <= bend("ribs", "head", 1) <= NECK[1]:
        yield f"the head turns {bend('ribs', 'head', 1):.0f} degrees from the trunk"
