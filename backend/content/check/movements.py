"""Whether each movement is whole: every position with its own steps, a dose that says what it counts."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from backend.content.check.texts import Packs, items, movements_of, words_of

STEPS = (3, 6)
STEP_WORDS = 12
HOW_MANY = 142
CORE = (36, 46)
# Where the safest place for a level is: nobody is sent to stand who cannot.
STANDING = {"unaided", "stick", "walker"}
AMOUNTS = ("reps", "hold_s", "breaths", "minutes", "seconds", "when")
HANDS_ON = {"passive", "assist"}
EASY = {"lying", "seated"}
RISING = re.compile(r"\b(?:stand up|hands and knees|rise to stand)\b", re.IGNORECASE)
NUMBER = re.compile(r"\d+")


def problems(packs: Packs) -> Iterator[str]:
    """Whatever a person could stumble over in a movement, and whatever is missing from the whole."""
    found = movements_of(packs)
    if len(found) != HOW_MANY:
        yield f"movements: {len(found)} of {HOW_MANY}"
    core = sum(one["core"] for one in found)
    if not CORE[0] <= core <= CORE[1]:
        yield f"movements: {core} in the core set; about 40"
    gates = {row["stop"]: set(row["gates"]) for row in items(packs, "plans", "stops_to_gates")}
    for one in found:
        yield from (f"{one['id']}: {what}" for what in _movement(one, gates))


def _movement(one: Mapping[str, Any], gates: Mapping[str, set[str]]) -> Iterator[str]:
    variants = one["variants"]
    levels = {level for variant in variants for level in variant["levels"]}
    if not one["levels"] or levels != set(one["levels"]):
        yield f"its levels are {sorted(one['levels'])}, those of its positions {sorted(levels)}"
    if len({variant["position"] for variant in variants}) != len(variants):
        yield "a position is there twice"
    if "stop-all" not in one["stops"]:
        yield "stop-all belongs to every movement"
    wanted = set().union(*(gates.get(stop, set()) for stop in one["stops"]))
    if not wanted <= set(one["gates"]):
        yield f"its stop rules ask for {sorted(wanted - set(one['gates']))}"
    if one["category"] == "str" and "twin" not in one:
        yield "a stretch has a range-of-motion twin"
    yield from _dose(one["dose"])
    yield from _helper(one["helper"])
    for variant in variants:
        yield from (f"{variant['position']}: {what}" for what in _variant(variant))


def _variant(variant: Mapping[str, Any]) -> Iterator[str]:
    if not STEPS[0] <= len(variant["steps"]) <= STEPS[1]:
        yield f"{len(variant['steps'])} steps; 3 to 6"
    for step in variant["steps"]:
        if len(words_of(step)) + len(NUMBER.findall(step)) > STEP_WORDS:
            yield f"a step of more than {STEP_WORDS} words: {step}"
        if not step.endswith("."):
            yield f"a step ends with a full stop: {step}"
    rises = variant["position"] in EASY and RISING.search(" ".join([variant["start"], *variant["steps"]]))
    if bool(rises) != ("rises" in variant):
        yield "a lying or seated form that stands up or kneels says so"
    if variant["position"] == "free" and not set(variant["levels"]) <= {*STANDING, "wheelchair"}:
        yield "standing free does not suit these levels"
    for key in ("start", "feel", "avoid", "limit"):
        if len(words_of(variant[key])) < 3:
            yield f"{key} says too little"


def _dose(dose: Mapping[str, Any]) -> Iterator[str]:
    if not any(name in dose for name in AMOUNTS):
        yield "the dose counts nothing"
    if "days_a_week" not in dose and "when" not in dose:
        yield "the dose does not say how often"
    for name, value in dose.items():
        if isinstance(value, list) and value[0] > value[1]:
            yield f"{name} goes from more to less"
        # A dose starts at its lower number; the line that is read says the same number.
        if name in ("reps", "hold_s", "breaths") and str(value[0]) not in NUMBER.findall(dose["how"]):
            yield f"{name} begins at {value[0]}, the words do not: {dose['how']}"


def _helper(helper: Mapping[str, Any] | None) -> Iterator[str]:
    if helper is None:
        return
    if not helper["steps"]:
        yield "the helper has no steps"
    said = " ".join([*helper["steps"], *helper["cautions"]]).lower()
    if HANDS_ON & set(helper["kinds"]) and "ask" not in said:
        yield "a helper with hands on asks first"
