"""The pose on the way from one to another."""

from collections.abc import Mapping
from typing import Any

from backend.domain.figure.pose import Pose
from backend.domain.figure.solve import LIMBS, Solved, solve, target

TO = "_to"
BEND = "_bend"
# Joints that need not touch anything: for the check alone.
FREE = "free"


def blend(skeleton: Mapping[str, Any], a: Pose, b: Pose, t: float) -> Pose:
    """The pose t (0 to 1) of the way from a to b. Directions turn the short way round."""
    if t <= 0 or t >= 1:
        return a if t <= 0 else b
    ends = solve(skeleton, a), solve(skeleton, b)
    pose: Pose = {}
    for key in [*a, *(key for key in b if key not in a)]:
        if key == FREE:
            continue
        if key.endswith(BEND) or key == "facing":
            pose[key] = a.get(key, b.get(key))
        elif key.endswith(TO):
            pose.update(_reach(key, a, b, ends, t))
        else:
            pose[key] = _value(key, a.get(key), b.get(key), ends, t)
    return pose


def _reach(key: str, a: Pose, b: Pose, ends: tuple[Solved, Solved], t: float) -> Pose:
    """A limb both poses lead to a place goes from place to place; else its bones turn."""
    if key in a and key in b:
        if _joint(a[key]) and _joint(a[key]) == _joint(b[key]):
            (ax, ay), (bx, by) = _offset(a[key]), _offset(b[key])
            return {key: [_joint(a[key]), _between(ax, bx, t), _between(ay, by, t)]}
        (ax, ay), (bx, by) = target(a[key], ends[0].joints), target(b[key], ends[1].joints)
        return {key: [_between(ax, bx, t), _between(ay, by, t)]}
    side, _, limb = key[: -len(TO)].rpartition(".")
    return {f"{side}.{bone}": _direction(f"{side}.{bone}", ends, t) for bone in LIMBS[limb]}


def _value(key: str, a: Any, b: Any, ends: tuple[Solved, Solved], t: float) -> Any:
    """A place, a direction, or a plain number such as how far a belly has risen."""
    if key in ends[0].directions:
        return _direction(key, ends, t)
    if isinstance(a, list) or isinstance(b, list):
        (ax, ay), (bx, by) = a or b, b or a
        return [_between(ax, bx, t), _between(ay, by, t)]
    return _between(a or 0, b or 0, t)


def _direction(bone: str, ends: tuple[Solved, Solved], t: float) -> list[float]:
    (a, seen_a), (b, seen_b) = ends[0].directions[bone], ends[1].directions[bone]
    return [a + ((b - a + 180) % 360 - 180) * t, _between(seen_a, seen_b, t)]


def _joint(value: Any) -> str | None:
    if isinstance(value, str):
        return value
    return value[0] if isinstance(value[0], str) else None


def _offset(value: Any) -> tuple[float, float]:
    return (0.0, 0.0) if isinstance(value, str) else (value[1], value[2])


def _between(a: float, b: float, t: float) -> float:
    return a + (b - a) * t
