"""The body from the front and the back with a mark on each place, as an SVG in greys.

The drawing is the app's own (`pwa/src/domain/body-drawing.js`); a test holds `body.json` to it.
"""

import json
import math
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

SHEET, TALL, GAP = 260, 420, 40
SIZE = 26


@lru_cache(maxsize=1)
def drawing() -> Mapping[str, Any]:
    """The shapes and the spots."""
    found: Mapping[str, Any] = json.loads((Path(__file__).parent / "body.json").read_text(encoding="utf-8"))
    return found


def svg(data: Mapping[str, Any]) -> str:
    """Both sides next to each other. Its text alternative is the block's summary."""
    faces = "".join(
        f'<g transform="translate({number * (SHEET + GAP)} 34)">{"".join(_face(face, data["places"]))}</g>'
        for number, face in enumerate(("front", "back"))
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {2 * SHEET + GAP} {TALL + 34}"'
        f' font-family="Noto Sans" font-size="{SIZE}">{faces}</svg>'
    )


def _face(face: str, places: list[Mapping[str, Any]]) -> Iterator[str]:
    shapes = drawing()
    for mirrored in ("", f' transform="translate({SHEET} 0) scale(-1 1)"'):
        limbs = "".join(f'<path d="{path}"/>' for path in shapes["paired"])
        joints = "".join(f'<circle cx="{x}" cy="{y}" r="{r}"/>' for x, y, r in shapes["joints"])
        yield f'<g fill="#e4e4e4" stroke="#777" stroke-width="1.2"{mirrored}>{limbs}{joints}</g>'
    middle = "".join(f'<path d="{path}"/>' for path in shapes["middle"])
    yield f'<g fill="#e4e4e4" stroke="#777" stroke-width="1.2">{middle}</g>'
    lines = "".join(f'<path d="{path}"/>' for path in shapes["lines"][face])
    yield f'<g fill="none" stroke="#777" stroke-width="1.5">{lines}</g>'
    sides = ("R", "L") if face == "front" else ("L", "R")
    for x, said, anchor in (
        (4, sides[0], "start"),
        (SHEET - 4, sides[1], "end"),
        (SHEET / 2, face.capitalize(), "middle"),
    ):
        yield f'<text x="{x}" y="-8" text-anchor="{anchor}">{said}</text>'
    most = max((place["days"] for place in places), default=1)
    for place in sorted(places, key=lambda one: -one["days"]):
        yield from _mark(face, place, most)


def _mark(face: str, place: Mapping[str, Any], most: int) -> Iterator[str]:
    """A spot as large as its share of days."""
    radius = 7 + 12 * math.sqrt(place["days"] / most)
    for x, y in spots(face, place["region"], place["side"]):
        ring = 'fill="#333" fill-opacity=".8" stroke="#fff" stroke-width="1.5"'
        yield f'<circle cx="{x}" cy="{y}" r="{radius:.1f}" {ring}/>'


def spots(face: str, region: str, side: str) -> list[tuple[float, float]]:
    """Where marks stand: the person's right is on our left from the front."""
    spot = drawing()["spots"][face].get(region)
    if spot is None:
        return []
    x, y = spot
    if side == "both":
        return [(x, y), (SHEET - x, y)]
    if side not in ("left", "right"):
        return [(SHEET / 2, y)]
    on_left = (face == "front") == (side == "right")
    return [(x if on_left else SHEET - x, y)]
