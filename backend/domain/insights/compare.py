"""One comparison: marked days against the others of the same week, and what chance makes of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from backend.domain.insights.diary import Diary, Span
from backend.domain.insights.stats import middle, outward, range_of_middle, rotation_p, whole

WEEK = 7
# Marks that keep to certain days of the week cannot be told from the own rhythm of a week. A difference then
# has to be above this, in half points, before it counts at all.
RHYTHM_MARGIN = 1
# How much likelier than elsewhere a mark is on its own weekdays, from which on it keeps to them.
KEEPS_TO_WEEKDAYS = 0.25


@dataclass(frozen=True)
class Phrases:
    """How a comparison is told. when: the start of the sentence, than and note its rest."""

    when: str
    than: str = ""
    times: str = "weeks"
    note: str = ""


@dataclass(frozen=True)
class Unit:
    """A day, or 24 hours after an injection, as one value. stratum: those are compared with each other."""

    stratum: int
    number: int
    marked: bool
    twice: int


@dataclass(frozen=True)
class Comparison:
    """What came out. points: the middle of the weeks' differences. agree: weeks that go its way."""

    rule: str
    name: str
    phrases: Phrases
    p: float
    points: float
    low: float
    high: float
    agree: int
    of: int
    marked: int
    others: int
    first: int
    last: int
    by_weekday: bool = False

    @property
    def whole_points(self) -> int:
        """The difference in whole points, above zero where the marked days hurt more."""
        return whole(self.points)

    @property
    def whole_range(self) -> tuple[int, int]:
        """The range of the difference in whole points."""
        return outward(self.low, self.high)


def of_days(diary: Diary, span: Span, marks: Mapping[int, bool], days: int = WEEK) -> list[Unit]:
    """Days of the span with both a mark and a strength, in order."""
    numbers = sorted(number for number in marks if number in span and number in diary.twice)
    return [Unit((number - 1) // days, number, marks[number], diary.twice[number]) for number in numbers]


def compare(
    rule: str, name: str, phrases: Phrases, units: Sequence[Unit], least: tuple[int, int]
) -> Comparison | None:
    """The comparison, or None where too little was noted. least: marked units, and others."""
    marked = sum(unit.marked for unit in units)
    if marked < least[0] or len(units) - marked < least[1]:
        return None
    strata: dict[int, list[Unit]] = {}
    for unit in units:
        strata.setdefault(unit.stratum, []).append(unit)
    both = [one for one in strata.values() if 0 < sum(unit.marked for unit in one) < len(one)]
    if not both:
        return None
    differences = [_difference(one) for one in both]
    points = middle(differences)
    by_weekday = keeps_to_weekdays(units)
    margin = RHYTHM_MARGIN if by_weekday else 0
    low, high = range_of_middle(differences)
    return Comparison(
        rule=rule,
        name=name,
        phrases=phrases,
        p=rotation_p([[(unit.marked, unit.twice) for unit in one] for one in both], margin),
        points=points,
        low=low,
        high=high,
        agree=sum(one * points > 0 for one in differences),
        of=len(both),
        marked=marked,
        others=len(units) - marked,
        first=min(unit.number for unit in units),
        last=max(unit.number for unit in units),
        by_weekday=by_weekday,
    )


def _difference(units: Sequence[Unit]) -> float:
    """The middle of the marked less the middle of the others, in points."""
    marked = middle([unit.twice for unit in units if unit.marked])
    others = middle([unit.twice for unit in units if not unit.marked])
    return (marked - others) / 2


def keeps_to_weekdays(units: Sequence[Unit]) -> bool:
    """Whether the marks come on certain days of the week."""
    days: dict[int, list[bool]] = {}
    for unit in units:
        days.setdefault(unit.number % WEEK, []).append(unit.marked)
    marked = sum(unit.marked for unit in units)
    on_its_days = sum(sum(row) ** 2 / len(row) for row in days.values()) / marked
    return on_its_days - marked / len(units) > KEEPS_TO_WEEKDAYS
