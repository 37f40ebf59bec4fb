"""Which comparisons may be told: all weighed together, every four weeks, and at most three of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from backend.domain.insights import activity, heat, inactive, infection, injection, mind, sitting, sleep
from backend.domain.insights.compare import Comparison
from backend.domain.insights.diary import Diary, Span
from backend.domain.insights.stats import holm
from backend.domain.insights.table import counted

RULES = (injection, heat, sleep, infection, sitting, inactive, activity, mind)
# All looks of a year together may deceive 5 people in 100 (docs/statistics.md); one look is a thirteenth of a
# year, and looks overlap.
LEVEL = 0.01
MOST = 3
LEAST_POINTS = 1.0
# Weeks that go the way of the pattern, of those compared.
AGREE = 2 / 3
DAYS = 182
# However often somebody opens the app, the question is put to the diary every four weeks.
EVERY = 28


@dataclass(frozen=True)
class Told:
    """A comparison that holds, with its p as it is among all that were made."""

    comparison: Comparison
    p: float


def weighed(today: date) -> Span:
    """The half year up to the end of the last whole four weeks, counted alike for everybody."""
    last = (today.toordinal() - 1) // EVERY * EVERY
    return Span(last - DAYS + 1, last)


def next_weighing(today: date) -> date:
    """The day on which newer entries are weighed."""
    return date.fromordinal(weighed(today).last + EVERY + 1)


def compared(diary: Diary, span: Span) -> list[Comparison]:
    """Every comparison that has enough to go on."""
    return [one for rule in RULES for one in rule.weigh(diary, span)]


def told(diary: Diary, span: Span) -> list[Told]:
    """Those that chance alone would hardly make, the largest difference first."""
    return worth_telling(compared(diary, span))


def worth_telling(found: Sequence[Comparison]) -> list[Told]:
    """At most three of all that were made, with what looking at all of them makes of their p."""
    every = [Told(one, p) for one, p in zip(found, holm([one.p for one in found]), strict=True)]
    kept = [one for one in every if one.p <= LEVEL and _is_large_and_steady(one.comparison)]
    return _one_a_rule(sorted(kept, key=lambda one: (-abs(one.comparison.points), one.p)))[:MOST]


def _is_large_and_steady(one: Comparison) -> bool:
    return abs(one.points) >= LEAST_POINTS and one.agree >= AGREE * one.of


def _one_a_rule(kept: Sequence[Told]) -> list[Told]:
    """The stronger of two comparisons of one rule, such as both days after an injection."""
    first: dict[str, Told] = {}
    for one in kept:
        first.setdefault(one.comparison.rule, one)
    return list(first.values())


def sentence(one: Comparison) -> str:
    """The pattern in whole numbers; never a cause."""
    points, phrases = one.whole_points, one.phrases
    size = f"about {counted(abs(points), 'point')} {'more' if points > 0 else 'less'}"
    than = f" {phrases.than}" if phrases.than else ""
    chance = "It may be chance, or the day of the week." if one.by_weekday else "It may be chance."
    return f"{phrases.when} hurt {size}{than}, {one.agree} of {one.of} {phrases.times}. {chance}"


def none_yet(diary: Diary, span: Span) -> str:
    """What stands where no pattern is."""
    days = sum(number in span for number in diary.strengths)
    return f"No clear pattern yet. {counted(days, 'day')} noted. No rush."
