"""Draws a run: a list of steps. What is rare in life is rare, and which of it can happen differs by run."""

from typing import Any

from hypothesis import strategies as st

# Most of what is written, the owner writes.
WHO = (0, 1, 0, 1, 2, 3)
# Of each step: how often it comes, and how large its numbers may be; `who` is a device.
Sizes = tuple[int | str, ...]
EVERY_DAY: dict[str, tuple[int, Sizes]] = {
    "new": (5, ("who", 4, 4, 8)),
    "edit": (16, ("who", 8, 4, 4)),
    "delete": (3, ("who", 8)),
    "bring_back": (2, ("who", 4)),
    "resolve": (4, ("who", 4, 2, 4)),
    "send": (7, ("who", 3, 3)),
    "carry": (12, (6,)),
    "lose": (1, (6,)),
    "twice": (2, (6,)),
    "sync": (12, ("who", 8, 3, 3)),
    "together": (2, (4, 3, 4, 4)),
}
SHARING: dict[str, tuple[int, Sizes]] = {
    "grant": (2, (6, 4)),
    "scope": (2, (6, 4)),
    "pause": (1, (2,)),
    "revoke": (1, ()),
    "late_word": (2, (2, 3, 4, 4)),
    "review": (2, (4, 2)),
}
BUILDS: dict[str, tuple[int, Sizes]] = {"upgrade": (1, (4,)), "retry": (1, (4,))}
LOSSES: dict[str, tuple[int, Sizes]] = {
    "evict": (1, (4,)),
    "backup": (2, ()),
    "rewind": (2, ()),
    "fork": (2, (4, 4, 64)),
}
FINAL: dict[str, tuple[int, Sizes]] = {"erase": (1, (2, 8))}
PROFILES = (
    EVERY_DAY,
    EVERY_DAY | SHARING | BUILDS,
    EVERY_DAY | LOSSES,
    EVERY_DAY | SHARING | LOSSES | BUILDS,
    EVERY_DAY | SHARING | LOSSES | BUILDS | FINAL,
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
    return [*_start(draw(NUMBERS), "upgrade" in profile), *steps]


def _start(number: int, builds: bool) -> list[list[Any]]:
    """Most days begin with something written, sent and shared; some with nothing at all."""
    number, nothing = divmod(number, 4)
    number, scope = divmod(number, 6)
    number, older = divmod(number, 12)
    steps: list[list[Any]] = [["old", older]] if builds and older < 4 else []
    if nothing:
        steps += [["grant", scope, 1]] if number % 4 else []
        steps += [["new", 0, 0, number % 3, 1], ["new", 1, number // 4 % 4, 1, number // 16 % 8]]
        steps += [["sync", device, 0, 0, 0] for device in (0, 1, 2)]
    return steps


def _step(name: str, sizes: Sizes, number: int) -> list[Any]:
    step: list[Any] = [name]
    for size in sizes:
        number, rest = divmod(number, len(WHO) if size == "who" else int(size))
        step.append(WHO[rest] if size == "who" else rest)
    return step
