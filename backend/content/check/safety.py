"""Whether the safety rules read only what is there, and every message is whole."""

from collections.abc import Iterator
from typing import Any

from backend.content.check.texts import Packs, words_of

OPERATORS = frozenset({"and", "or", "!", "==", "in", ">=", "<", "answered", "var"})
TIERS = ("E1", "E2", "E3", "E4", "E5")
HOW_MANY = 47
MESSAGE_WORDS = 60


def problems(packs: Packs) -> Iterator[str]:
    """Rules that read what nobody gives, operators that do not exist, messages too long for a bad moment."""
    pack = packs["safety"]
    given = {one["id"] for one in pack["inputs"]}
    asked = {one["id"] for one in pack["questions"]}
    if len(pack["messages"]) != HOW_MANY:
        yield f"safety: {len(pack['messages'])} of {HOW_MANY} messages"
    if tuple(tier["id"] for tier in pack["tiers"]) != TIERS:
        yield "safety: the tiers are E1 to E5, in this order"
    for one in [*pack["messages"], *pack["checks"]]:
        rules = one.get("rules") or [one]
        for rule in rules:
            for what, name in reads(rule["when"]):
                if what == "var" and name not in given and name.removeprefix("checks.") not in asked:
                    yield f"{one['id']}: nothing gives {name}"
                if what == "operator" and name not in OPERATORS:
                    yield f"{one['id']}: there is no operator {name}"
    for one in pack["messages"]:
        tiers = [rule["tier"] for rule in one["rules"]]
        if tiers != sorted(tiers):
            yield f"{one['id']}: the highest tier comes first"
        length = len(words_of(" ".join([one["title"], *one["text"]])))
        if length > MESSAGE_WORDS:
            yield f"{one['id']}: {length} words; at most {MESSAGE_WORDS}"
    yield from _asked(pack)


def _asked(pack: Any) -> Iterator[str]:
    """A question that no check asks can never be answered."""
    asked = {name for check in pack["checks"] for name in check["questions"]}
    for question in pack["questions"]:
        if question["id"] not in asked:
            yield f"safety: no check asks {question['id']}"


def reads(rule: Any) -> Iterator[tuple[str, str]]:
    """Every operator and every variable of a rule."""
    if isinstance(rule, dict):
        for name, value in rule.items():
            yield "operator", name
            if name == "var":
                yield "var", value if isinstance(value, str) else value[0]
            else:
                yield from reads(value)
    elif isinstance(rule, list):
        for one in rule:
            yield from reads(one)
