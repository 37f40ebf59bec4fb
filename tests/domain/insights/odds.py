"""How often a pattern is told: to people without any, and to people in whom one was planted."""

from collections.abc import Iterator
from datetime import timedelta
from random import Random

from backend.domain.insights import patterns
from backend.domain.insights.compare import Comparison
from tests.domain.insights.people import START, STREAMS, diary_of, habits

WEEKS = 52
LOOKS = WEEKS * 7 // patterns.EVERY
# Which rule should find what was planted.
RULE_OF = {
    "injection": "AN-01",
    "heat": "AN-04",
    "sleep": "AN-05",
    "infection": "AN-06",
    "sitting": "AN-07",
    "wheels": "AN-07",
    "active": "AN-13",
    "session": "AN-14",
    "mind": "AN-16",
}


def looks_of_a_year(seed: int) -> Iterator[list[Comparison]]:
    """Every comparison made for somebody without any effect, look by look."""
    chance = Random(f"no effect {seed}")
    diary = diary_of(chance, habits(chance), WEEKS)
    for look in range(1, LOOKS + 1):
        span = patterns.weighed(START + timedelta(days=patterns.EVERY * look))
        yield patterns.compared(diary, span)


def first_told(seed: int) -> str:
    """The rule of the first pattern somebody without any effect is told in a year, or nothing."""
    told = (one for found in looks_of_a_year(seed) for one in patterns.worth_telling(found))
    return next((one.comparison.rule for one in told), "")


def is_found(seed: int, stream: str, product: str, points: float, weeks: int) -> bool:
    """Whether somebody in whom an effect was planted is told of it right after these weeks."""
    chance = Random(f"{stream} {product} {points} {weeks} {seed}")
    person = habits(chance, frozenset(STREAMS), product)
    # So that a weighing comes on the day after the last one.
    start = START + timedelta(days=-weeks * 7 % patterns.EVERY)
    diary = diary_of(chance, person, weeks, {stream: points}, start)
    told = patterns.told(diary, patterns.weighed(diary.today))
    return any(one.comparison.rule == RULE_OF[stream] and one.comparison.points > 0 for one in told)
