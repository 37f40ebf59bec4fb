"""The kinds, their versions, and the fields of each that are one and never merged in parts."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """One kind of record.

    sv: version of its body, from 1. groups: fields holding several values that count as one.
    times: whether it says when it happened with `at`, `on` and `tz`.
    """

    name: str
    sv: int = 1
    groups: frozenset[str] = frozenset()
    times: bool = False


def _all(*kinds: Kind) -> Mapping[str, Kind]:
    return {kind.name: kind for kind in kinds}


KINDS: Mapping[str, Kind] = _all(
    Kind("symptom", times=True),
    Kind("daily"),
    Kind("mood"),
    Kind("story"),
    # Drug, dose and unit from two phones must never mix.
    Kind("medicine", groups=frozenset({"regimen"})),
    Kind("dose"),
    Kind("event"),
    Kind("profile"),
    Kind("plan"),
    Kind("plan_item", groups=frozenset({"dose", "gentle"})),
    Kind("session", times=True),
    Kind("appointment"),
    Kind("safety", times=True),
    Kind("observation"),
    Kind("care_card"),
    Kind("contact"),
    Kind("allergy"),
    Kind("request"),
    Kind("custom"),
    Kind("preference"),
    Kind("share"),
)
