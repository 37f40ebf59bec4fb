"""Looks for a run that breaks an invariant, and makes it as short as it can be."""

import warnings
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.sync.broken import Broken
from tests.sync.draw import runs
from tests.sync.world import Failed

Steps = list[list[Any]]
Play = Callable[[Steps], None]
SEEN = (Broken, Failed)


@dataclass
class Found:
    """A run that failed. after: how many runs were played, this one among them."""

    steps: Steps
    trouble: Exception
    after: int


class _Stop(Exception):
    pass


def search(play: Play, count: int, start: int, told: Callable[[int], None] | None = None) -> Found | int:
    """Play up to `count` drawn runs; the first that fails, or how many were played. told: hears of each."""
    played = 0
    found: list[Found] = []

    @seed(start)
    @settings(
        max_examples=count,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(runs())
    def look(steps: Steps) -> None:
        nonlocal played
        if found:
            raise _Stop
        played += 1
        try:
            play(steps)
        except SEEN as trouble:
            found.append(Found(steps, trouble, played))
            raise _Stop from trouble
        if told:
            told(played)

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            look()
        except _Stop:
            return found[0]
    return played


def trouble_of(play: Play, steps: Steps) -> Exception | None:
    """What breaks in this run, or None."""
    try:
        play(steps)
    except SEEN as trouble:
        return trouble
    return None


def _what_breaks(trouble: Exception | None) -> str | None:
    return trouble.name if isinstance(trouble, Broken) else trouble and type(trouble).__name__


def shortened(play: Play, steps: Steps) -> Steps:
    """Fewer steps and smaller numbers, as long as the same invariant breaks: another would hide this one."""
    first = _what_breaks(trouble_of(play, steps))
    fails = lambda some: _what_breaks(trouble_of(play, some)) == first  # noqa: E731
    size = max(1, len(steps) // 2)
    while True:
        at, shorter = 0, False
        while at < len(steps):
            fewer = steps[:at] + steps[at + size :]
            if fewer and fails(fewer):
                steps, shorter = fewer, True
            else:
                at += size
        if size == 1 and not shorter:
            break
        size = size if shorter and size == 1 else max(1, size // 2)
    return _smaller(fails, steps)


def _smaller(fails: Callable[[Steps], bool], steps: Steps) -> Steps:
    for at, step in enumerate(steps):
        for place in range(1, len(step)):
            for value in range(step[place]):
                tried = [*steps[:at], [*step[:place], value, *step[place + 1 :]], *steps[at + 1 :]]
                if fails(tried):
                    steps, step = tried, tried[at]
                    break
    return steps
