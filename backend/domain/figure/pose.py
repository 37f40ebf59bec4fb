"""From what a person wrote to whole poses: the base, what the figure changes, what each pose changes."""

from collections.abc import Mapping
from typing import Any

Pose = dict[str, Any]
Figure = Mapping[str, Any]

# Written once for two limbs: `both.thigh` is the near and the far thigh, or the left and the right one.
BOTH = "both."


def poses_of(pack: Mapping[str, Any], figure: Figure) -> list[Pose]:
    """Every pose of a figure, complete: base, then `all`, then the pose itself. A null takes a key away."""
    base = pack["bases"][figure["base"]]
    sides = pack["skeletons"][base["view"]].get("sides", ())
    layers = (base["pose"], figure.get("all", {}))
    return [_merged((*layers, pose), sides) for pose in figure["poses"]]


def props_of(pack: Mapping[str, Any], figure: Figure, name: str = "props") -> list[list[Any]]:
    """The things around the figure (`props`) or in front of it (`over`), the base's first."""
    base = pack["bases"][figure["base"]]
    without = set(figure.get("without", ()))
    return [prop for prop in base.get(name, ()) if prop[0] not in without] + list(figure.get(name, ()))


def top_of(pack: Mapping[str, Any], figure: Figure) -> float:
    """Above this height the drawing is cut, so that lying figures leave no empty half."""
    return float(figure.get("top", pack["bases"][figure["base"]].get("top", 0)))


def _merged(layers: tuple[Mapping[str, Any], ...], sides: tuple[str, ...]) -> Pose:
    pose: Pose = {}
    for layer in layers:
        for key, value in layer.items():
            names = [f"{side}.{key[len(BOTH) :]}" for side in sides] if key.startswith(BOTH) else [key]
            for name in names:
                _set(pose, name, value)
    return pose


def _set(pose: Pose, name: str, value: Any) -> None:
    """A limb is led either by directions or by where its end goes; the later word counts."""
    side, _, bone = name.rpartition(".")
    limb = {"upper_arm": "arm", "forearm": "arm", "thigh": "leg", "shin": "leg"}.get(bone)
    if limb:
        pose.pop(f"{side}.{limb}_to", None)
    if value is None:
        pose.pop(name, None)
    else:
        pose[name] = value
