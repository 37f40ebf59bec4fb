"""The arithmetic, against scipy and against counting by hand."""

from collections.abc import Sequence
from itertools import product
from random import Random

import pytest
from scipy import stats as scipy_stats

from backend.domain.insights.stats import holm, middle, outward, range_of_middle, rotation_p, whole


def drawn(seed: int) -> Random:
    return Random(f"stats {seed}")


@pytest.mark.parametrize("seed", range(20))
def test_weeks_of_two_days_are_scipys_permutation_test_of_pairs(seed: int) -> None:
    chance = drawn(seed)
    pairs = [(chance.randrange(21), chance.randrange(21)) for _ in range(chance.randrange(2, 9))]

    def total(marked: Sequence[int], _others: Sequence[int]) -> int:
        return sum(marked)

    told = scipy_stats.permutation_test(
        tuple(zip(*pairs, strict=True)), total, permutation_type="samples", vectorized=False
    )
    assert rotation_p([[(True, one), (False, other)] for one, other in pairs]) == pytest.approx(told.pvalue)


@pytest.mark.parametrize("seed", range(30))
def test_every_turn_of_every_week_is_counted_as_if_by_hand(seed: int) -> None:
    chance = drawn(seed)
    margin = chance.randrange(3)
    weeks = [
        [(chance.random() < 0.4, chance.randrange(21)) for _ in range(chance.randrange(2, 7))]
        for _ in range(chance.randrange(1, 5))
    ]

    def share(sign: int) -> float:
        seen = [[(marked, sign * nrs - margin * marked) for marked, nrs in week] for week in weeks]
        totals = [
            sum(
                week[(place + turn) % len(week)][1]
                for week, turn in zip(seen, turns, strict=True)
                for place, (marked, _) in enumerate(week)
                if marked
            )
            for turns in product(*(range(len(week)) for week in seen))
        ]
        return sum(total >= totals[0] for total in totals) / len(totals)

    assert rotation_p(weeks, margin) == pytest.approx(min(1.0, 2 * min(share(1), share(-1))), abs=1e-12)


def test_the_same_input_gives_the_same_answer_and_long_diaries_do_not_overflow() -> None:
    weeks = [[(day == 2, 14 if day == 2 else day) for day in range(7)] for _ in range(520)]
    assert rotation_p(weeks) == rotation_p(weeks) == pytest.approx(0, abs=1e-300)
    assert rotation_p([[(True, 3), (False, 3)]]) == 1.0


@pytest.mark.parametrize("size", range(1, 60))
def test_the_range_of_the_middle_is_that_of_the_binomial(size: int) -> None:
    low, high = (int(one) for one in range_of_middle(list(range(size))))
    assert low + high == size - 1

    def left_out(place: int) -> float:
        return 2 * float(scipy_stats.binom.cdf(place, size, 0.5))

    # The narrowest that holds 9 times in 10; of fewer than five numbers not even the ends do.
    assert left_out(low) <= 0.1 or (low == 0 and size < 5)
    assert left_out(low + 1) > 0.1


@pytest.mark.parametrize("seed", range(20))
def test_holm_never_says_less_than_the_false_discovery_rate_of_scipy(seed: int) -> None:
    chance = drawn(seed)
    values = [chance.random() ** 3 for _ in range(chance.randrange(1, 12))]
    adjusted = holm(values)
    by_rate = scipy_stats.false_discovery_control(values)
    assert all(own >= rate - 1e-12 for own, rate in zip(adjusted, by_rate, strict=True))
    # The smallest is the same by both for one comparison, and for all of them Bonferroni's.
    assert min(adjusted) == pytest.approx(min(1.0, min(values) * len(values)))


def test_holm_as_in_its_paper() -> None:
    assert holm([0.01, 0.04, 0.03, 0.005]) == pytest.approx([0.03, 0.06, 0.06, 0.02])
    assert holm([]) == []


@pytest.mark.parametrize("seed", range(10))
def test_the_middle_is_scipys(seed: int) -> None:
    row = [drawn(seed).randrange(11) for _ in range(seed + 1)]
    assert middle(row) == scipy_stats.scoreatpercentile(row, 50)


@pytest.mark.parametrize(
    ("points", "told"), [(1.5, 1), (1.75, 2), (-1.5, -1), (-1.75, -2), (2.0, 2), (0.5, 0)]
)
def test_a_half_is_rounded_to_the_smaller_claim(points: float, told: int) -> None:
    assert whole(points) == told


def test_a_range_leaves_nothing_out() -> None:
    assert outward(0.5, 2.25) == (0, 3)
    assert outward(-2.5, -1) == (-3, -1)
