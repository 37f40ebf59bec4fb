"""The chart of pain by day or week, as an SVG in greys: a bar for the worst, a line for the median."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from backend.reports.wording import MONTHS

# As wide as the text on paper, so that 11 points stay 11 points.
WIDTH, HEIGHT, LEFT, TOP, BOTTOM = 490.0, 98.0, 22.0, 18.0, 18.0
SIZE = 11
LABEL_ROOM = 62.0


def svg(data: Mapping[str, Any]) -> str:
    """The whole drawing. Its text alternative is the block's summary."""
    points = data["points"]
    step = (WIDTH - LEFT) / max(len(points), 1)
    shapes = [*_scale(), *_months(points, step), *_marks(points, data.get("marks") or (), step)]
    for number, point in enumerate(points):
        shapes.extend(_bar(LEFT + number * step, step, point))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH:.0f} {HEIGHT:.0f}"'
        f' font-family="Noto Sans" font-size="{SIZE}">{"".join(shapes)}</svg>'
    )


def _height(score: float) -> float:
    return TOP + (HEIGHT - TOP - BOTTOM) * (1 - score / 10)


def _scale() -> Iterator[str]:
    for score in (0, 5, 10):
        y = _height(score)
        yield f'<path d="M{LEFT} {y:.1f}H{WIDTH}" stroke="#999" stroke-width=".6"/>'
        yield _text(LEFT - 4, y + 4, str(score), "end")


def _months(points: list[Mapping[str, Any]], step: float) -> Iterator[str]:
    """The name of each month where it begins, as far as there is room."""
    free, last = 0.0, None
    for number, point in enumerate(points):
        on, x = date.fromisoformat(point["on"]), LEFT + number * step
        if (on.year, on.month) == last:
            continue
        named = last is None or on.month == 1
        last = (on.year, on.month)
        yield f'<path d="M{x:.1f} {_height(0):.1f}v5" stroke="#555" stroke-width=".8"/>'
        if x < free or x > WIDTH - LABEL_ROOM / 2:
            continue
        free = x + LABEL_ROOM
        name = MONTHS[on.month - 1]
        yield _text(x + 2, HEIGHT - 3, f"{name} {on.year}" if named else name, "start")


def _marks(points: list[Mapping[str, Any]], marks: Any, step: float) -> Iterator[str]:
    for mark in marks:
        places = [number for number, point in enumerate(points) if point["on"] <= mark["on"]]
        if not places:
            continue
        x = LEFT + (places[-1] + 0.5) * step
        yield f'<path d="M{x:.1f} {TOP - 4}V{_height(0):.1f}" stroke="#000" stroke-dasharray="3 2"/>'
        near_end = x > WIDTH - LABEL_ROOM
        yield _text(x + (-3 if near_end else 3), TOP - 5, mark["label"], "end" if near_end else "start")


def _bar(x: float, step: float, point: Mapping[str, Any]) -> Iterator[str]:
    if point["worst"] is None:
        return
    # A day of no pain is a thin line on the ground: it was written, so it is no gap.
    top, ground = min(_height(point["worst"]), _height(0) - 1.2), _height(0)
    left, width = x + step * 0.15, max(step * 0.7, 0.4)
    yield f'<path d="M{left:.2f} {top:.1f}h{width:.2f}V{ground:.1f}h-{width:.2f}Z" fill="#8a8a8a"/>'
    if point["median"] is not None:
        y = _height(point["median"])
        yield f'<path d="M{x + step * 0.05:.2f} {y:.1f}h{step * 0.9:.2f}" stroke="#000" stroke-width="1.6"/>'


def _text(x: float, y: float, said: str, anchor: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="#000">{said}</text>'
