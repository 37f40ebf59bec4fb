"""Days and their sessions for both languages: `python -m scripts.plan_vectors` writes `tests/vectors`.

Drawn with a fixed seed from all that a person and a log may say. A test of each language holds it to them.
"""

import json
import random
from dataclasses import asdict
from pathlib import Path
from typing import Any

from backend.content import packs, vocabulary
from backend.domain.planner import Person, Shelf, inputs, make_plan
from backend.domain.planner.dose import Dose
from backend.domain.planner.session import Placed
from backend.domain.planner.today import Planned, today
from backend.domain.records.profile import Profile

ROOT = Path(__file__).parent.parent
DAYS_FILE = ROOT / "tests/vectors/plan-today.json"
INPUTS_FILE = ROOT / "tests/vectors/plan-inputs.json"
SEED, DAYS, LOGS = 20261122, 90, 60
START, TODAY = "2026-11-23", "2026-11-21"
LEVELS = (None, "unaided", "stick", "walker", "wheelchair", "bed")
TEXTS = {
    "log.spasms": ["0", "1_2", "3_5", "6_plus", "most_of_day"],
    "log.heat": ["no", "a_bit", "yes"],
    "log.energy": ["usual", "low", "very_low"],
    "log.sleep_quality": ["good", "so_so", "poor"],
    "relapse.state": ["suspected", "confirmed", "over"],
}
LISTS = {
    "log.symptoms_new_or_worse": ["vision", "balance", "numbness", "fatigue"],
    "profile.conditions": ["osteoporosis", "heart", "pressure_sore", "weak_shoulder", "pump", "pregnancy"],
    "open.messages": ["SAFE-13", "SAFE-05", "SAFE-30"],
    "recent.regions": ["knee", "neck", "inner_thigh"],
    "recent.patterns": ["shock_neck_bend"],
}
NUMBERS = {
    "log.pain": (0, 10),
    "log.pain_above_usual": (-3, 5),
    "log.stiffness": (0, 10),
    "log.fatigue": (0, 10),
    "recent.days_since_fall": (0, 20),
    "recent.days_away": (0, 25),
    "recent.memory_days": (0, 10),
    "recent.hours_since_injection": (0, 80),
}
STATES = ("all",) * 8 + ("gentle", "flare", "pause", "lock")


def days() -> list[dict[str, Any]]:
    """Sessions of days, each with all it rests on and what becomes of it."""
    shelf = Shelf.of({name: json.loads(pack.data) for name, pack in packs().items()})
    chance = random.Random(SEED)  # noqa: S311  the same each time
    return [_day(shelf, chance) for _ in range(DAYS)]


def _day(shelf: Shelf, chance: random.Random) -> dict[str, Any]:
    profile = {
        "mobility": chance.choice(LEVELS),
        "clearance": chance.choice(["yes", "yes", "not_asked"]),
        "helper_available": chance.random() < 0.5,
        "goals": chance.sample(sorted(vocabulary()["goals"]), 1),
    }
    added = list(shelf.movements) if chance.random() < 0.6 else []
    person = Person.of(Profile.from_body(profile), added)
    nothing = {one["id"]: None for one in shelf.plans["inputs"]}
    plan = make_plan(shelf, person, nothing, START, 1)
    on = chance.choice(sorted({item.on for item in plan.items}))
    items = [item for item in plan.items if item.on == on]
    bodies = [
        {
            "dose": one.dose.to_body(),
            "gentle": one.gentle.to_body() if one.gentle else None,
            "lengths": list(one.lengths),
        }
        for one in items
    ]
    facts = _facts(chance)
    left = {
        "state": chance.choice(STATES),
        "leave_out": chance.sample(list(shelf.movements), 2),
        "ease": chance.random() < 0.1,
    }
    minutes = chance.choice([3, 8, 15])
    found = today(
        shelf, person, [_planned(shelf, one) for one in bodies], {**nothing, **facts}, left, minutes
    )
    return {
        "profile": {name: value for name, value in profile.items() if value is not None},
        "added": "all" if added else [],
        "planned": bodies,
        "facts": facts,
        "left": left,
        "minutes": minutes,
        "today": {**asdict(found), "doses": [asdict(dose) for dose in found.doses]},
    }


def _planned(shelf: Shelf, body: dict[str, Any]) -> Planned:
    dose, gentle = body["dose"], body["gentle"]
    return Planned(
        Placed(Dose.of_body(dose, shelf.movements[dose["movement"]]), tuple(body["lengths"])),
        Dose.of_body(gentle, shelf.movements[gentle["movement"]]) if gentle else None,
    )


def _facts(chance: random.Random) -> dict[str, Any]:
    """A few things said; on most days most is not."""
    drawn: dict[str, Any] = {
        **{name: chance.choice(values) for name, values in TEXTS.items()},
        **{name: chance.sample(values, 1) for name, values in LISTS.items()},
        **{name: chance.randint(*ends) for name, ends in NUMBERS.items()},
        "log.hard_day": True,
        "log.drowsy": True,
        "recent.too_much": True,
        "profile.heat_sensitive": True,
    }
    return {name: drawn[name] for name in chance.sample(sorted(drawn), chance.randint(0, 4))}


def logs() -> list[dict[str, Any]]:
    """What was logged, and the inputs of that day."""
    chance = random.Random(SEED)  # noqa: S311  the same each time
    return [_log(chance) for _ in range(LOGS)]


def _log(chance: random.Random) -> dict[str, Any]:
    def on() -> str:
        return f"2026-{chance.choice(['10', '11'])}-{chance.randint(1, 25):02}"

    def some(most: int, make: Any) -> list[Any]:
        return [make() for _ in range(chance.randint(0, most))]

    known = {
        "today": TODAY,
        "now": f"{TODAY}T20:00:00+01:00",
        "entry": chance.choice([None, _entry(chance, TODAY)]),
        "day": chance.choice([None, _strip(chance)]),
        "profile": chance.choice([None, {"mobility": "stick", "alemtuzumab": {"last_on": on()}}]),
        "events": some(
            4,
            lambda: {
                "type": chance.choice(
                    ["fall", "illness", "relapse_suspected", "relapse_over", "steroid_course"]
                ),
                "on": on(),
                "until_on": chance.choice([None, on()]),
            },
        ),
        "medicines": [{"id": "m", "body": {"class": "interferon_beta"}}],
        "doses": some(2, lambda: {"medicine_id": "m", "status": "taken", "at": f"{on()}T19:30:00+01:00"}),
        "past": {
            "symptoms": some(8, lambda: _entry(chance, on())),
            "dailies": some(5, lambda: {**_strip(chance), "on": on()}),
        },
    }
    more = {
        "sessions": some(4, lambda: _session(chance, chance.choice([on(), TODAY, "2026-11-20"]))),
        "messages": some(2, lambda: {"message": chance.choice(LISTS["open.messages"]), "tier": "E3"}),
        "lighter": chance.random() < 0.5,
    }
    facts = inputs.of_day(known, more["sessions"], more["messages"], more["lighter"])  # type: ignore[arg-type]
    return {"known": known, "more": more, "facts": facts}


def _session(chance: random.Random, on: str) -> dict[str, Any]:
    drawn = {
        "at": f"{on}T{chance.randint(6, 19):02}:00:00+01:00",
        "felt": chance.choice(["easier", "same", "worse"]),
        "felt_later": chance.choice(["easier", "same", "worse"]),
        "pain_before_nrs": chance.randint(0, 6),
        "pain_2h_nrs": chance.randint(0, 8),
        "next_morning_nrs": chance.randint(0, 8),
        "done": [{"movement": "ROM-01", "outcome": chance.choice(["done", "stopped"])}],
    }
    said = {name: drawn[name] for name in chance.sample(sorted(drawn), chance.randint(1, 7))}
    return {"on": on, **said}


def _entry(chance: random.Random, on: str) -> dict[str, Any]:
    drawn = {
        "symptom": chance.choice(["pain", "fatigue"]),
        "severity_nrs": chance.randint(0, 10),
        "regions": [{"region": chance.choice(LISTS["recent.regions"]), "side": "left"}],
        "words": [chance.choice(["burning", "stiff", "aching"])],
        "patterns": ["constant"],
        "hard_day": True,
    }
    said = {name: drawn[name] for name in chance.sample(sorted(drawn), chance.randint(1, 5))}
    return {"on": on, "at": f"{on}T{chance.randint(6, 19):02}:00:00+01:00", **said}


def _strip(chance: random.Random) -> dict[str, Any]:
    drawn = {
        "stiffness_nrs": chance.randint(0, 10),
        "fatigue_nrs": chance.randint(0, 10),
        "sleep_hours": chance.choice([5.5, 7]),
        "spasms": chance.choice(TEXTS["log.spasms"]),
        "energy": chance.choice(TEXTS["log.energy"]),
        "heat": chance.choice(TEXTS["log.heat"]),
        "infection": {"state": chance.choice(["no", "maybe", "yes"])},
        "active_minutes": {"easy": chance.randint(0, 60), "moderate": chance.randint(0, 30)},
        "falls": {"count": chance.randint(0, 1), "near": chance.randint(0, 2)},
        "symptoms": [
            {
                "symptom": chance.choice(["drowsy", "thinking", "vision"]),
                "change": chance.choice(["new", "usual"]),
            }
        ],
    }
    return {name: drawn[name] for name in chance.sample(sorted(drawn), chance.randint(1, 6))}


def text(cases: list[dict[str, Any]]) -> str:
    """As the file has it: one case a line."""
    return "[\n" + ",\n".join(json.dumps(one, sort_keys=True) for one in cases) + "\n]\n"


if __name__ == "__main__":
    DAYS_FILE.write_text(text(days()), encoding="utf-8")
    INPUTS_FILE.write_text(text(logs()), encoding="utf-8")
