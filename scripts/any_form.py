"""Records of any form: each field as its rule allows, drawn by chance. For tests and for vectors."""

import json
from datetime import date, timedelta
from functools import lru_cache
from random import Random
from typing import Any

from backend.content import packs
from backend.schemas.records import load_set
from backend.schemas.rules import rules

LAST = date(2026, 11, 21)
KINDS = ("symptom", "daily", "mood", "story", "medicine", "dose", "event", "profile", "plan_item", "session",
         "appointment", "safety", "custom")  # fmt: skip
TEXTS = ("a\nb", "c\n\nd", "\n", "{}", "{0} %s #let x = 1", "日本 😀", "", " ", "Ω" * 60, "{medicine}")


@lru_cache(maxsize=1)
def vocabulary() -> Any:
    return json.loads(packs()["vocabulary"].data)["lists"]


def drawn(chance: Random, rule: dict[str, Any]) -> Any:
    """A value the rule allows; nothing, one time in five."""
    if chance.random() < 0.2:
        return None
    return MAKERS[rule["t"]](chance, rule)


def on(chance: Random) -> str:
    return (LAST - timedelta(days=chance.randrange(-5, 120))).isoformat()


def instant(chance: Random) -> str:
    return f"{on(chance)}T{chance.randrange(24):02}:30:00{chance.choice(('Z', '+01:00', '-11:30'))}"


def term(chance: Random, rule: dict[str, Any]) -> str:
    lists = vocabulary()
    named = lists[rule["list"]] if rule.get("list") else chance.choice(list(lists.values()))
    without = rule.get("without", ())
    return str(chance.choice([item["id"] for item in named if item["id"] not in without]))


def parts(chance: Random, rule: dict[str, Any]) -> dict[str, Any]:
    made = {name: drawn(chance, its) for name, its in rule["parts"].items()}
    for name in rule.get("required", ()):
        while made[name] is None:
            made[name] = drawn(chance, rule["parts"][name])
    return {name: value for name, value in made.items() if value is not None or chance.random() < 0.5}


def many(chance: Random, rule: dict[str, Any]) -> list[Any]:
    found = [drawn(chance, rule["of"]) for _ in range(chance.randrange(4))]
    return [one for one in found if one is not None][: rule["most"]]


MAKERS: dict[str, Any] = {
    "whole": lambda chance, rule: chance.randint(rule["low"], rule["high"]),
    "halves": lambda chance, rule: chance.randint(int(rule["low"]) * 2, int(rule["high"]) * 2) / 2,
    "truth": lambda chance, _: chance.random() < 0.5,
    "words": lambda chance, rule: chance.choice(TEXTS if rule.get("lines") else TEXTS[3:])[: rule["most"]],
    "uuid": lambda _chance, _rule: "019aa0b4-8a00-7c3e-9b5f-ffffffffffff",
    "rule": lambda chance, _: chance.choice(("ROM-01", "SAFE-14", "an-id", "triggers")),
    "clock": lambda _chance, _rule: "08:30",
    "like": lambda _chance, _rule: None,
    "instant": lambda chance, _: instant(chance),
    "day": lambda chance, _: on(chance),
    "slot": lambda chance, _: f"{on(chance)}T08:00",
    "zone": lambda _chance, _rule: "Europe/Berlin",
    "one": lambda chance, rule: chance.choice(rule["of"]),
    "term": term,
    "parts": parts,
    "many": many,
    "named": lambda chance, rule: {
        name: value
        for name in chance.sample(["course", "start", "better", "stops", "walk", "chest_pain"], 3)
        if (value := drawn(chance, rule["of"])) is not None
    },
}


def a_record(chance: Random, kind: str) -> dict[str, Any]:
    """A body the server would take."""
    body = {name: drawn(chance, rule) for name, rule in rules()[kind].items()}
    if body.get("at"):
        body["on"] = body["at"][:10]
        body |= {"tz": "Europe/Berlin"} if "tz" in body else {}
    elif "tz" in body and "on" in body:
        body["at"], body["on"], body["tz"] = None, None, None
    body = {name: value for name, value in body.items() if value is not None}
    load_set(kind, body)
    return body
