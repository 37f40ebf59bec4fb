"""What a chart is drawn from: rows, and one sentence that says the same."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median_low
from typing import Any


@dataclass(frozen=True)
class Table:
    """Plain data. rules: those it carries out. of: how many entries, days or times it rests on."""

    rules: Sequence[str]
    sentence: str
    rows: Sequence[Mapping[str, Any]]
    of: int

    def plain(self) -> dict[str, Any]:
        """As the wire shows it."""
        return {
            "rules": list(self.rules),
            "sentence": self.sentence,
            "rows": [dict(row) for row in self.rows],
            "of": self.of,
        }


def counted(number: int, noun: str, many: str = "") -> str:
    """ "1 day", "2 days"."""
    return f"{number} {noun if number == 1 else many or noun + 's'}"


def middle_low(numbers: Iterable[int]) -> int | None:
    """The middle one as a whole number, the lower of two; None of nothing."""
    row = list(numbers)
    return median_low(row) if row else None
