"""Whatever can be wrong with the packs is noticed: each fault is made on purpose."""

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest

from backend.content import packs
from backend.content.check import problems

pytestmark = pytest.mark.slow

READ: dict[str, Any] = {name: json.loads(pack.data) for name, pack in packs().items()}

Change = Callable[[dict[str, Any]], object]


def movement(packs: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = packs["movements-rom"]["movements"][0]
    return found


def term(packs: dict[str, Any], name: str) -> dict[str, Any]:
    found: dict[str, Any] = packs["vocabulary"]["lists"][name][0]
    return found


def first(packs: dict[str, Any], pack: str, name: str) -> dict[str, Any]:
    found: dict[str, Any] = packs[pack][name][0]
    return found


HARD = "Neurological rehabilitation necessitates multidisciplinary interventions."


def say(text: str) -> Change:
    """Put a sentence into a card."""
    return lambda packs: first(packs, "cards", "cards")["points"][0].update(text=text)


FAULTS: list[tuple[str, Change, str]] = [
    ("a shape", lambda p: movement(p).update(colour="red"), "Additional properties"),
    (
        "an id twice",
        lambda p: p["vocabulary"]["lists"]["reliefs"].append({"id": "heat_pack", "label": "Another"}),
        "2 times",
    ),
    ("a label in lower case", lambda p: term(p, "triggers").update(label="hot weather"), "sentence case"),
    ("a label with a full stop", lambda p: term(p, "triggers").update(label="Hot weather."), "sentence case"),
    (
        "a US label that is the same",
        lambda p: term(p, "reliefs").update(label_us=term(p, "reliefs")["label"]),
        "only where it differs",
    ),
    ("regions in another order", lambda p: p["vocabulary"]["lists"]["regions"].reverse(), "come first"),
    ("a fact that does not exist", lambda p: movement(p).update(facts=["EX-99"]), "no fact EX-99"),
    ("a source that does not exist", lambda p: movement(p).update(basis=["hearsay"]), "no source hearsay"),
    (
        "a stop rule that does not exist",
        lambda p: movement(p)["stops"].append("stop-fun"),
        "no stop stop-fun",
    ),
    ("a level nobody has", lambda p: movement(p)["levels"].append("flying"), "no level flying"),
    (
        "a level no position suits",
        lambda p: [v.update(levels=["bed"]) for v in movement(p)["variants"]],
        "its levels are",
    ),
    (
        "a sign that its message never is",
        lambda p: first(p, "helping", "signs").update(tier="E2"),
        "SAFE-01 is never E2",
    ),
    (
        "a sign that tells of a medicine to everybody",
        lambda p: first(p, "helping", "signs").update(messages=["SAFE-20b"]),
        "no class is named",
    ),
    (
        "a sign of a medicine that does not exist",
        lambda p: first(p, "helping", "signs").update(classes=["sweets"]),
        "no class sweets",
    ),
    (
        "a trigger nobody can choose",
        lambda p: first(p, "helping", "worse")["triggers"].append("gossip"),
        "no trigger gossip",
    ),
    (
        "a trigger told twice",
        lambda p: first(p, "helping", "worse")["triggers"].append("stress"),
        "is told twice",
    ),
    (
        "advice to helpers without a source",
        lambda p: first(p, "helping", "worse").update(facts=[], sources=[]),
        "a claim without a source",
    ),
    ("two steps", lambda p: movement(p)["variants"][0].update(steps=["Lie down.", "Rest."]), "2 steps"),
    (
        "a long step",
        lambda p: movement(p)["variants"][0]["steps"].insert(0, "Now " + "slowly " * 14 + "lift."),
        "more than 12 words",
    ),
    (
        "a seated form that stands up",
        lambda p: movement(p)["variants"][1]["steps"].append("Stand up."),
        "says so",
    ),
    ("no general stop rule", lambda p: movement(p)["stops"].remove("stop-all"), "stop-all"),
    ("a stop rule without its gate", lambda p: movement(p).update(gates=["gate-spike"]), "ask for"),
    ("a stretch without a twin", lambda p: p["movements-str"]["movements"][0].pop("twin"), "twin"),
    (
        "a dose that counts nothing",
        lambda p: movement(p).update(dose={"how": "A few.", "days_a_week": [7, 7]}),
        "counts nothing",
    ),
    ("words that differ from the dose", lambda p: movement(p)["dose"].update(reps=[33, 40]), "begins at 33"),
    (
        "hands on without asking",
        lambda p: movement(p)["helper"].update(steps=["Lift the foot."], cautions=["Go slowly."]),
        "asks first",
    ),
    (
        "a figure that is missing",
        lambda p: p["figures-rom"]["figures"].pop("ROM-01-lying"),
        "there is no figure",
    ),
    (
        "a figure nobody shows",
        lambda p: p["figures-rom"]["figures"].update({"ROM-99": p["figures-rom"]["figures"]["ROM-01-lying"]}),
        "no movement shows",
    ),
    (
        "a body that floats",
        lambda p: p["figures-rom"]["figures"]["ROM-04-lying"]["poses"][0].update(pelvis=[150, 150]),
        "away from bed",
    ),
    ("a movement too few", lambda p: p["movements-rom"]["movements"].pop(), "of 142"),
    (
        "a core set too large",
        lambda p: [one.update(core=True) for one in p["movements-str"]["movements"]],
        "about 40",
    ),
    (
        "a rule that reads nothing",
        lambda p: first(p, "safety", "messages")["rules"][0].update(
            when={"==": [{"var": "mood_of_moon"}, "full"]}
        ),
        "nothing gives mood_of_moon",
    ),
    (
        "an operator that does not exist",
        lambda p: first(p, "safety", "messages")["rules"][0].update(when={"xor": []}),
        "no operator xor",
    ),
    (
        "a lower tier first",
        lambda p: first(p, "safety", "messages").update(
            rules=[{**first(p, "safety", "messages")["rules"][0], "tier": t} for t in ("E4", "E1")]
        ),
        "highest tier",
    ),
    (
        "a fact nothing uses",
        lambda p: p["facts"]["facts"].append({**p["facts"]["facts"][0], "id": "PT-99"}),
        "nothing uses it",
    ),
    (
        "a claim without a source",
        lambda p: first(p, "plans", "gates").update(facts=[], sources=[]),
        "a claim without a source",
    ),
    (
        "a starter week above its level",
        lambda p: first(p, "starters", "weeks")["days"]["mon"][0].update(
            dose={"movement": "AER-07", "position_variant": "water"}
        ),
        "does not suit the level",
    ),
    (
        "a starter week without a day",
        lambda p: first(p, "starters", "weeks")["days"].pop("sun"),
        "sun has nothing",
    ),
    (
        "nobody's starter week",
        lambda p: p["starters"].update(weeks=p["starters"]["weeks"][:-1]),
        "bed, not cleared, has no week",
    ),
    ("advice", say("You should stretch every day."), "advises"),
    ("advice on a medicine", say("On hot days, skip your tablets."), "advises"),
    ("blame", say("You missed a day and broke your streak."), "blames"),
    ("doubt", say("Are you sure it hurts?"), "doubts"),
    ("drama", say("This stretch wipes out pain."), "is drama"),
    ("pushing", say("Push through the spasm."), "pushes"),
    ("a decimal", say("Pain fell by 1.5 points."), "whole numbers"),
    ("a percentage", say("It helps 60% of people."), "whole numbers"),
    ("an exclamation", say("Well done!"), "form we do not write"),
    ("a long sentence", say("One " + "and one " * 12 + "more."), "a sentence of"),
    (
        "a list that a story asks from",
        lambda p: p["story"]["questions"][3]["parts"][0].update(list="cures", first=["rest"]),
        "there is no list cures",
    ),
    (
        "a part of a story nothing leads to",
        lambda p: first(p, "story", "questions")["parts"][1].update(needs=["always"]),
        "it waits for always",
    ),
    (
        "two choices of one id",
        lambda p: first(p, "story", "questions")["parts"][1]["options"][0].update(id="constant"),
        "constant can be chosen twice",
    ),
    (
        "a sentence without its answer",
        lambda p: p["story"]["questions"][3]["parts"][0].update(say="Better."),
        "has no place for the answer",
    ),
    (
        "hard words",
        lambda p: [point.update(text=HARD) for card in p["cards"]["cards"] for point in card["points"]],
        "reading grade",
    ),
]


@pytest.mark.parametrize(("change", "told"), [row[1:] for row in FAULTS], ids=[row[0] for row in FAULTS])
def test_what_is_wrong_is_said(change: Change, told: str) -> None:
    changed = copy.deepcopy(READ)
    change(changed)
    found = problems({name: json.dumps(data).encode() for name, data in changed.items()})
    assert any(told in problem for problem in found), found
