"""Shortening a run that failed."""

from tests.sync.broken import Broken
from tests.sync.search import Steps, shortened, trouble_of
from tests.sync.world import Failed


def play(steps: Steps) -> None:
    """A long run breaks one invariant, a part of it another."""
    numbers = [number for _, number in steps]
    if 7 in numbers and 5 in numbers:
        raise Broken("first", numbers)
    if 7 in numbers:
        raise Broken("second", numbers)


def test_a_shorter_run_breaks_what_the_long_one_broke() -> None:
    long = [["new", number] for number in range(9)]
    short = shortened(play, long)
    assert short == [["new", 5], ["new", 7]]
    assert str(trouble_of(play, short)) == "first: [5, 7]"


def test_a_server_that_fails_is_told_from_an_invariant() -> None:
    def fails(steps: Steps) -> None:
        if len(steps) > 1:
            raise Failed("no answer")
        raise Broken("first", steps)

    assert shortened(fails, [["new", 0]] * 5) == [["new", 0]] * 2
