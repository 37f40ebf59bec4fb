"""The arithmetic of patterns: exact, from the standard library, and the same whenever it is asked."""

from collections.abc import Sequence
from math import ceil, comb, floor, prod

Stratum = Sequence[tuple[bool, int]]


def middle(numbers: Sequence[float]) -> float:
    """The median."""
    row = sorted(numbers)
    half = len(row) // 2
    return float(row[half]) if len(row) % 2 else (row[half - 1] + row[half]) / 2


def rotation_p(strata: Sequence[Stratum], margin: int = 0) -> float:
    """How often chance alone parts the marked days from the others this far, to either side.

    strata: weeks, each the (marked, strength) of its days in order. Within a week all marks are turned round
    together, which keeps the run of marks and the run of pain as they were. Every turn of every week is
    counted, so nothing is drawn. margin: what a difference has to be above to count at all.
    """
    up = _tail([[(marked, nrs - margin * marked) for marked, nrs in one] for one in strata])
    down = _tail([[(marked, -nrs - margin * marked) for marked, nrs in one] for one in strata])
    return min(1.0, 2 * min(up, down))


def _tail(strata: Sequence[Stratum]) -> float:
    """The share of all turns whose marked days add up to at least what they did."""
    turns = [sums for one in strata if len(set(sums := _turned(one))) > 1]
    above = sum(sums[0] - min(sums) for sums in turns)
    every = prod(len(sums) for sums in turns)
    # One whole number holds how many turns reach each sum: a digit of `bits` for each.
    bits = every.bit_length() + 1
    counts = 1
    for sums in turns:
        least = min(sums)
        counts = sum(counts << (bits * (total - least)) for total in sums)
    reached = counts >> (bits * above)
    return (reached % ((1 << bits) - 1)) / every


def _turned(stratum: Stratum) -> list[int]:
    """The sum of the marked strengths as it is, and after each turn of the marks."""
    strengths = [nrs for _, nrs in stratum]
    marked = [place for place, (is_marked, _) in enumerate(stratum) if is_marked]
    size = len(strengths)
    return [sum(strengths[(place + turn) % size] for place in marked) for turn in range(size)]


def holm(values: Sequence[float]) -> list[float]:
    """The p-values as they are once all were looked at together (Holm 1979)."""
    adjusted, highest = [0.0] * len(values), 0.0
    for rank, place in enumerate(sorted(range(len(values)), key=values.__getitem__)):
        highest = max(highest, min(1.0, values[place] * (len(values) - rank)))
        adjusted[place] = highest
    return adjusted


def range_of_middle(numbers: Sequence[float], sure: float = 0.9) -> tuple[float, float]:
    """Between which two of the numbers the true middle lies, 9 times in 10; the ends where they are few."""
    row = sorted(numbers)
    size, outside, place = len(row), 1 / 2 ** len(row), 0
    while 2 * (outside := outside + comb(size, place + 1) / 2**size) <= 1 - sure:
        place += 1
    return row[place], row[size - 1 - place]


def whole(points: float) -> int:
    """Whole points; a half is rounded to the smaller claim."""
    size = ceil(abs(points) - 0.5)
    return size if points > 0 else -size


def outward(low: float, high: float) -> tuple[int, int]:
    """A range in whole points that leaves nothing out."""
    return floor(low), ceil(high)
