"""One pose as an SVG, for paper and for the sheets on which figures are looked at.

The app draws the same shapes in `pwa/src/components/figure.js`; colours there come from the style sheet.
"""

import math
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from backend.domain.figure import Pose, Solved, capsule, solve
from backend.domain.figure.pose import Figure, props_of, top_of
from backend.domain.figure.shape import bow, turn_of_arrow
from backend.domain.figure.solve import target

STYLE = (
    ".far{fill:#7fa9a8}.near{fill:#07393d}.shirt{fill:#0a5459}.light{fill:#fff}"
    ".far,.near,.shirt{stroke:#d9ebe8;stroke-width:1.6}.whole{stroke:none}"
    ".line{stroke:#9dbfbb;stroke-width:3;fill:none}.wood,.wheel{stroke:#b59b73;stroke-width:7;fill:none;"
    "stroke-linecap:round;stroke-linejoin:round}.wheel{stroke-width:4}.wood_fill{fill:#b59b73}"
    ".soft{fill:#c8b48f}.pillow{fill:#fff8ea;stroke:#b59b73;stroke-width:2}"
    ".water{fill:#6fb0c8;fill-opacity:.35;stroke:#3f86a3;stroke-width:2}"
    ".strap,.band{stroke:#d86f58;stroke-width:5;fill:none;stroke-linecap:round}.band{stroke-dasharray:2 7}"
    ".strap_fill{fill:#d86f58}.arrow{stroke:#c2525a;stroke-width:5;fill:none;stroke-linecap:round}"
    ".tip{fill:#c2525a}.helper{fill:#8a5a2b;stroke:#fff;stroke-width:1.6}"
)


def svg(pack: Mapping[str, Any], figure: Figure, pose: Pose, *, style: bool = True) -> str:
    """The whole drawing. Its text alternative is the figure's."""
    skeleton = pack["skeletons"][pack["bases"][figure["base"]]["view"]]
    solved = solve(skeleton, pose)
    width, height = pack["box"]
    top = top_of(pack, figure)
    parts = [
        *_props(pack, figure, "props", solved),
        *_body(skeleton, solved),
        *_props(pack, figure, "over", solved),
    ]
    look = f"<style>{STYLE}</style>" if style else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 {top} {width} {height - top}" role="img"'
        f' aria-label="{escape(figure["alt"])}">{look}{"".join(parts)}</svg>'
    )


def _body(skeleton: Mapping[str, Any], solved: Solved) -> Iterator[str]:
    bones = {bone["id"]: bone for bone in skeleton["bones"]}
    for layer in skeleton["layers"]:
        shapes = [_bone(skeleton, bones[name], solved) for name in layer["bones"]]
        yield from (f'<path class="{layer["tone"]}" d="{shape}"/>' for shape in shapes)
        # Once more without the outline, so that a trunk of two bones is one shape.
        if layer["tone"] == "shirt":
            yield from (f'<path class="shirt whole" d="{shape}"/>' for shape in shapes)


def _bone(skeleton: Mapping[str, Any], bone: Mapping[str, Any], solved: Solved) -> str:
    end = solved.joints[bone["to"]]
    start = end if bone.get("ball") else solved.starts[bone["id"]]
    return capsule(start, bone["r"][0], end, bone["r"][1])


def _props(pack: Mapping[str, Any], figure: Figure, name: str, solved: Solved) -> Iterator[str]:
    for prop in props_of(pack, figure, name):
        yield from _prop(pack["props"][prop[0]], prop, solved)


def _prop(made: Mapping[str, Any], prop: list[Any], solved: Solved) -> Iterator[str]:
    kind = made["kind"]
    if kind == "placed":
        yield _drawn(made, prop[1], prop[2], mirrored=len(prop) > 3 and prop[3] < 0)
    elif kind == "held":
        x, y = target(prop[1], solved.joints)
        yield _drawn(made, x, y)
    elif kind == "link":
        start, end = target(prop[1], solved.joints), target(prop[2], solved.joints)
        sag = prop[3] if len(prop) > 3 else 0
        yield f'<path class="{made.get("tone", prop[0])}" d="{bow(start, end, sag)}"/>'
    elif kind == "arrow":
        yield from _arrow(target(prop[1], solved.joints), *prop[2:])
    else:
        yield _helper(target(prop[1], solved.joints), prop[2], prop[3])


def _drawn(made: Mapping[str, Any], x: float, y: float, *, mirrored: bool = False) -> str:
    shapes = "".join(f'<path class="{tone}" d="{shape}"/>' for tone, shape in made["draw"])
    turned = " scale(-1 1)" if mirrored else ""
    return f'<g transform="translate({x:.1f} {y:.1f}){turned}">{shapes}</g>'


def _arrow(start: tuple[float, float], dx: float, dy: float, sag: float = 0) -> Iterator[str]:
    end = (start[0] + dx, start[1] + dy)
    yield f'<path class="arrow" d="{bow(start, end, sag)}"/>'
    place = f"translate({end[0]:.1f} {end[1]:.1f}) rotate({turn_of_arrow(start, end, sag):.0f})"
    yield f'<path class="tip" transform="{place}" d="M-2-8L11 0L-2 8Z"/>'


def _helper(at: tuple[float, float], dx: float, dy: float) -> str:
    """A hand that comes from a side: its forearm, then the hand on the joint."""
    far = math.hypot(dx, dy) or 1
    hand = (at[0] + dx / far * 12, at[1] + dy / far * 12)
    away = (at[0] + dx, at[1] + dy)
    return (
        f'<path class="helper" d="{capsule(away, 8, hand, 6)}"/>'
        f'<path class="helper" d="{capsule(hand, 7, at, 6)}"/>'
    )
