"""The moving figure: a pose is a direction for every bone, so a limb can never stretch.

Directions are in degrees: 0 right, 90 up, 180 left, 270 or -90 down. Lengths and places are in units of the
drawing's box, with y growing downwards. `pwa/src/domain/figure.js` is the same in the browser; both read
`tests/vectors/figure.json`.
"""

from backend.domain.figure.blend import blend
from backend.domain.figure.pose import Figure, Pose, poses_of
from backend.domain.figure.shape import capsule
from backend.domain.figure.solve import Point, Solved, solve

__all__ = ["Figure", "Point", "Pose", "Solved", "blend", "capsule", "poses_of", "solve"]
