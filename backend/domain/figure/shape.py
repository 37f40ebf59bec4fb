"""Shapes as SVG path data."""

import math

from backend.domain.figure.solve import Point


def capsule(start: Point, r1: float, end: Point, r2: float) -> str:
    """Two circles and what is between them; one circle when one holds the other."""
    far = math.dist(start, end)
    if far <= abs(r1 - r2) + 0.01:
        (x, y), r = (start, r1) if r1 >= r2 else (end, r2)
        return f"M{x - r:.1f} {y:.1f}a{r} {r} 0 1 0 {2 * r} 0a{r} {r} 0 1 0 {-2 * r} 0Z"
    angle = math.atan2(end[1] - start[1], end[0] - start[0])
    spread = math.acos((r1 - r2) / far)

    def at(centre: Point, r: float, turn: float) -> str:
        return f"{centre[0] + r * math.cos(turn):.1f} {centre[1] + r * math.sin(turn):.1f}"

    wide = spread > math.pi / 2
    return (
        f"M{at(start, r1, angle + spread)}L{at(end, r2, angle + spread)}"
        f"A{r2} {r2} 0 {int(wide)} 0 {at(end, r2, angle - spread)}"
        f"L{at(start, r1, angle - spread)}A{r1} {r1} 0 {int(not wide)} 0 {at(start, r1, angle + spread)}Z"
    )


def bow(start: Point, end: Point, sag: float) -> str:
    """A strap or band between two points, off the straight line by that much in its middle."""
    x, y = _middle(start, end, sag)
    return f"M{start[0]:.1f} {start[1]:.1f}Q{x:.1f} {y:.1f} {end[0]:.1f} {end[1]:.1f}"


def turn_of_arrow(start: Point, end: Point, sag: float) -> float:
    """How an arrow's head is turned, clockwise in degrees."""
    x, y = _middle(start, end, sag)
    return math.degrees(math.atan2(end[1] - y, end[0] - x))


def _middle(start: Point, end: Point, sag: float) -> Point:
    """The point a bow is drawn towards: off the straight line, to the right of the way from start to end."""
    far = math.dist(start, end) or 1
    dx, dy = (end[0] - start[0]) / far, (end[1] - start[1]) / far
    return (start[0] + end[0]) / 2 - dy * 2 * sag, (start[1] + end[1]) / 2 + dx * 2 * sag
