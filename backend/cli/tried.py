"""What the demo person tried against her pain, with numbers, and what pain stopped. All invented."""

from collections.abc import Mapping, Sequence
from typing import Any

# Points less after each, on three days in turn.
GAINS: Mapping[str, tuple[int, int, int]] = {
    "rest": (1, 0, 1),
    "heat_pack": (2, 1, 2),
    "stretch": (1, 1, 0),
    "lie_down": (1, 0, 0),
    "change_position": (1, 2, 0),
}
# How long it went that morning, until pain stopped it.
STOPPED: Mapping[int, Sequence[tuple[str, int]]] = {
    **dict.fromkeys((46, 51, 57, 66, 68), (("walking", 10), ("sitting", 25))),
    **dict.fromkeys((79, 86, 94, 102, 109, 113), (("walking", 20), ("sitting", 40))),
    105: (("stairs", 5),),
}


def eased(relief: Sequence[dict[str, Any]], number: int, before: int) -> list[dict[str, Any]]:
    """With the number before and after, on three days of four; now and then it did nothing."""
    if number % 4 == 3:
        return list(relief)
    return [
        {"before_nrs": before, "after_nrs": before - GAINS[one["what"]][number % 3], **one}
        if one["what"] in GAINS
        else one
        for one in relief
    ]


def stopped(number: int) -> list[dict[str, Any]]:
    """What that morning's pain got in the way of."""
    return [{"activity": what, "minutes": minutes} for what, minutes in STOPPED.get(number, ())]
