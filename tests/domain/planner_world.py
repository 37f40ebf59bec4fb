"""Everything a planner may be told, for property tests: people, logs, and what earlier plans have shown."""

import json
from typing import Any

from hypothesis import strategies as st

from backend.content import packs, vocabulary
from backend.domain.planner import Past, Person, Shelf

SHELF = Shelf.of({name: json.loads(pack.data) for name, pack in packs().items()})
INPUTS = SHELF.plans["inputs"]
NOTHING: dict[str, Any] = {one["id"]: None for one in INPUTS}
LEVELS = ("unaided", "stick", "walker", "wheelchair", "bed")
START = "2026-11-23"
DAYS = [f"2026-11-{day}" for day in range(12, 24)]

_WORDS = {
    "recent.regions": sorted(vocabulary()["regions"]),
    "recent.words": sorted(vocabulary()["words"]),
    "recent.symptoms": sorted(vocabulary()["symptoms"]),
    "recent.patterns": sorted(vocabulary()["patterns"]),
    "log.symptoms_new_or_worse": sorted(vocabulary()["symptoms"]),
    "profile.conditions": sorted(vocabulary()["conditions"]),
    "open.tiers": ["E1", "E2", "E3", "E4", "E5"],
    "open.messages": ["SAFE-05", "SAFE-13", "SAFE-13b", "SAFE-25", "SAFE-30", "SAFE-32", "SAFE-08"],
}
_TEXTS = {
    "log.spasms": ["0", "1_2", "3_5", "6_plus", "most_of_day"],
    "log.heat": ["no", "a_bit", "yes"],
    "log.energy": ["usual", "low", "very_low"],
    "log.sleep_quality": ["good", "so_so", "poor"],
    "profile.mobility": list(LEVELS),
    "profile.steroids": ["never", "once", "2_4", "5_plus", "not_sure"],
    "profile.clearance": ["yes", "no", "not_asked"],
    "relapse.state": ["suspected", "confirmed", "over"],
}


def _value(one: dict[str, Any]) -> st.SearchStrategy[Any]:
    name = one["id"]
    if one["type"] == "list":
        # Rarely more than a few: a list of everything would leave nothing to plan.
        return st.none() | st.lists(st.sampled_from(_WORDS[name]), max_size=3, unique=True)
    if one["type"] == "text":
        return st.none() | st.sampled_from(_TEXTS[name])
    if one["type"] == "truth":
        return st.none() | st.booleans()
    return st.none() | st.integers(0, 20)


FACTS = st.fixed_dictionaries({}, optional={one["id"]: _value(one) for one in INPUTS}).map(
    lambda told: {**NOTHING, **told}
)
_MOVEMENTS = st.lists(st.sampled_from(list(SHELF.movements)), max_size=12).map(frozenset)
PEOPLE = st.builds(
    Person,
    mobility=st.none() | st.sampled_from(LEVELS),
    goals=st.lists(st.sampled_from(sorted(vocabulary()["goals"])), max_size=2, unique=True).map(tuple),
    equipment=st.lists(st.sampled_from(sorted(vocabulary()["equipment"])), max_size=4, unique=True).map(
        tuple
    ),
    clearance=st.none() | st.sampled_from(["yes", "no", "not_asked"]),
    helper=st.booleans(),
    minutes=st.sampled_from([3, 8, 15]),
    days=st.just(()) | st.lists(st.sampled_from(["mon", "wed", "thu", "sun"]), unique=True).map(tuple),
    added=_MOVEMENTS | st.just(frozenset(SHELF.movements)),
    prescribed=st.just(frozenset()),
    left_out=st.just(frozenset()) | _MOVEMENTS,
)
_NRS = st.none() | st.integers(0, 10)
_FELT = st.none() | st.sampled_from(["easier", "same", "worse"])


@st.composite
def sessions(draw: st.DrawFn, movements: tuple[str, ...] = ("ROM-01", "ROM-12", "CLM-01", "RST-05")) -> Any:
    """What was done on some days of the last two weeks."""
    return [
        {
            "on": on,
            "done": [
                {"movement": name, "outcome": draw(st.sampled_from(["done", "done", "part", "stopped"]))}
                for name in draw(st.lists(st.sampled_from(movements), min_size=1, max_size=4, unique=True))
            ],
            "pain_before_nrs": draw(_NRS),
            "pain_after_nrs": draw(_NRS),
            "pain_2h_nrs": draw(_NRS),
            "next_morning_nrs": draw(_NRS),
            "felt": draw(_FELT),
            "felt_later": draw(_FELT),
        }
        for on in draw(st.lists(st.sampled_from(DAYS), max_size=6, unique=True))
    ]


@st.composite
def pasts(draw: st.DrawFn) -> Past:
    """What earlier plans left: doses of some movements as a plan stores them, and the sessions since."""
    from backend.domain.planner.dose import first

    names = draw(st.lists(st.sampled_from(list(SHELF.movements)), max_size=20, unique=True))
    doses = {}
    for name in names:
        movement = SHELF.movements[name]
        dose = first(movement, movement["variants"][0]["position"])
        doses[name] = {**dose.to_body(), "sets": draw(st.integers(1, 3))}
    return Past(
        doses=doses,
        sessions=draw(sessions(tuple(names) or ("ROM-01",))),
        neutral=draw(st.lists(st.sampled_from(DAYS), max_size=2)),
        lowered=draw(st.lists(st.sampled_from(DAYS), max_size=1)),
        raised=draw(st.lists(st.sampled_from(DAYS), max_size=1)),
    )
