"""Whether every position of every movement has a figure that a body could be."""

from collections.abc import Iterator

from backend.content.check.texts import Packs, movements_of
from backend.domain.figure.check import problems as body_problems


def problems(packs: Packs) -> Iterator[str]:
    """Missing figures, figures nobody shows, and bodies that float, sink or break."""
    drawn = {
        name: figure
        for pack in sorted(packs)
        if pack.startswith("figures-")
        for name, figure in packs[pack]["figures"].items()
    }
    shown = {variant["figure"] for one in movements_of(packs) for variant in one["variants"]}
    yield from (f"{name}: there is no figure" for name in sorted(shown - set(drawn)))
    yield from (f"{name}: no movement shows this figure" for name in sorted(set(drawn) - shown))
    for name, figure in drawn.items():
        if figure["base"] not in packs["figures"]["bases"]:
            yield f"{name}: there is no base {figure['base']}"
        else:
            yield from (f"{name}: {what}" for what in body_problems(packs["figures"], figure))
