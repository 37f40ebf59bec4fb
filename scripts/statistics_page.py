"""Simulate people with no effect and with planted ones, and write the figures into docs/statistics.md.

`make statistics`, or `make statistics PEOPLE=200` for a quick look that writes nothing.
"""

import os
import re
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from math import comb
from pathlib import Path

from tests.domain.insights.odds import LOOKS, first_told, is_found

PAGE = Path(__file__).resolve().parents[1] / "docs" / "statistics.md"
BEGIN, END = "<!-- figures: written by make statistics -->", "<!-- end of figures -->"
PEOPLE, PLANTED = 2000, 100
POINTS, WEEKS = (1, 2, 3), (4, 8, 26)
# What is planted, in whom, and what it is called on the page.
EFFECTS = (
    ("injection", "weekly", "the day after a weekly injection"),
    ("injection", "every_other_day", "the day after an injection every other day"),
    ("injection", "three_a_week", "the day after an injection three times a week"),
    ("heat", "weekly", "hot days"),
    ("sleep", "weekly", "after a bad night"),
    ("infection", "weekly", "infection"),
    ("sitting", "weekly", "long sitting"),
    ("session", "weekly", "the day after a session"),
    ("mind", "weekly", "stress"),
)


def deceived(people: int, pool: ProcessPoolExecutor) -> str:
    """The share of people without an effect who are told of one in a year."""
    told = Counter(pool.map(first_told, range(people), chunksize=20))
    clear = told.pop("", 0)
    many = people - clear
    rules = ", ".join(f"{rule} {count}" for rule, count in sorted(told.items())) or "none"
    return (
        f"Of {people:,} simulated people without any effect, {many} were told of a pattern at any of the "
        f"{LOOKS} looks of a year: {many / people:.1%}, at most {upper(many, people):.1%} (95 in 100 sure). "
        f"By rule of the first: {rules}."
    )


def upper(many: int, people: int, sure: float = 0.95) -> float:
    """The largest share that is still likely, by the exact binomial (Clopper and Pearson)."""
    low, high = many / people, 1.0
    for _ in range(50):
        share = (low + high) / 2
        at_most = sum(comb(people, k) * share**k * (1 - share) ** (people - k) for k in range(many + 1))
        low, high = (share, high) if at_most > 1 - sure else (low, share)
    return high


def power(people: int, pool: ProcessPoolExecutor) -> str:
    """How many in 100 are told of what was planted, as a table."""
    heads = [f"{points} pt, {weeks} w" for points in POINTS for weeks in WEEKS]
    lines = [["planted on", *heads], ["---"] * (len(heads) + 1)]
    for stream, product, name in EFFECTS:
        row = [name]
        for points in POINTS:
            for weeks in WEEKS:
                found = pool.map(
                    is_found, range(people), *([one] * people for one in (stream, product, points, weeks)),
                    chunksize=10,
                )  # fmt: skip
                row.append(f"{round(100 * sum(found) / people)}")
        lines.append(row)
        print(" | ".join(row), flush=True)
    table = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    return f"People in 100 who are told of a planted effect, of {people} for each number:\n\n{table}"


def main() -> None:
    """Simulate, print, and write where it was the whole run."""
    people = int(os.environ.get("PEOPLE") or PEOPLE)
    with ProcessPoolExecutor() as pool:
        shares = deceived(people, pool)
        print(shares, flush=True)
        powers = power(PLANTED if people >= PEOPLE else max(10, people // 20), pool)
    if people < PEOPLE:
        sys.exit(0)
    page = PAGE.read_text(encoding="utf-8")
    figures = f"{BEGIN}\n\n{shares}\n\n{powers}\n\n{END}"
    PAGE.write_text(re.sub(f"{BEGIN}.*?{END}", lambda _: figures, page, flags=re.S), encoding="utf-8")


if __name__ == "__main__":
    main()
