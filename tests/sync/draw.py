"""Draws a run: a list of steps. What is rare in life is rare, and which of it can happen differs by run."""

from typing import Any

from hypothesis import strategies as st

# Of each step: how often it comes, and how large its numbers may be.
EVERY_DAY = {
    "new": (5, (4, 4, 4, 8)),
    "edit": (14, (4, 8, 4, 4)),
    "delete": (2, (4, 8)),
    "bring_back": (1, (4, 4)),
    "resolve": (3, (4, 4, 2, 4)),
    "send": (7, (4, 3, 3)),
    "carry": (12, (6,)),
    "lose": (1, (6,)),
    "twice": (2, (6,)),
    "sync": (12, (4, 8, 3, 3)),
    "together": (2, (4, 3, 4, 4)),
}
SHARING = {"grant": (2, (6, 2)), "scope": (2, (6, 2)), "pause": (1, (2,)), "revoke": (1, ())}
BUILDS = {"upgrade": (1, (4,)), "retry": (1, (4,))}
LOSSES = {"evict": (1, (4,)), "backup": (2, ()), "rewind": (2, ()), "fork": (2, (4, 4, 64))}
FINAL = {"erase": (1, (2, 8))}
REVIEW = {"review": (2, (4, 2))}
PROFILES = (
    EVERY_DAY,
    EVERY_DAY | SHARING | BUILDS,
    EVERY_DAY | LOSSES,
    EVERY_DAY | SHARING | LOSSES | BUILDS,
    EVERY_DAY | SHARING | LOSSES | BUILDS | FINAL | REVIEW,
)
LENGTH = (30, 70)
NUMBERS = st.integers(0, 2**24 - 1)


@st.composite
def runs(draw: st.DrawFn) -> list[list[Any]]:
    """A list of steps for tests.sync.machine."""
    profile = draw(st.sampled_from(PROFILES))
    names = st.sampled_from([name for name, (weight, _) in profile.items() for _ in range(weight)])
    drawn = draw(st.lists(st.tuples(names, NUMBERS), min_size=LENGTH[0], max_size=LENGTH[1]))
    steps = [_step(name, profile[name][1], number) for name, number in drawn]
    start = draw(NUMBERS)
    first = [["grant", start % 6, int(start // 8 % 4 > 0)]] if start % 3 else []
    older = [["old", start // 64 % 4]] if "upgrade" in profile and start // 16 % 3 == 0 else []
    return [*first, *older, *steps]


def _step(name: str, sizes: tuple[int, ...], number: int) -> list[Any]:
    step: list[Any] = [name]
    for size in sizes:
        number, rest = divmod(number, size)
        step.append(rest)
    return step
