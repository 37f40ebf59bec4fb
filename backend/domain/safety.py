"""Which safety messages answers call for. `pwa/src/domain/safety.js` is the same, by the same vectors.

Rules use JsonLogic's notation with `and or ! == in >= < answered` over flat names. What nobody answered makes
every comparison false, so silence never raises an alarm by itself.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

Facts = Mapping[str, Any]
Rule = Any

TIERS = ("E1", "E2", "E3", "E4", "E5")


@dataclass(frozen=True)
class Found:
    """A message that is due. tier: E1, the most urgent, to E5. effect: on sessions. opens: its first line."""

    message: str
    tier: str
    effect: str
    opens: str


def holds(rule: Rule, facts: Facts) -> bool:
    """Whether a rule is true of the facts. Raises ValueError for an operator that does not exist."""
    ((operator, operands),) = rule.items()
    if operator not in OPERATORS:
        raise ValueError(f"there is no operator {operator}")
    return OPERATORS[operator](operands if isinstance(operands, list) else [operands], facts)


def messages(pack: Mapping[str, Any], facts: Facts) -> list[Found]:
    """Every message that is due, each once with its highest tier, the most urgent first."""
    found = [due for message in pack["messages"] if (due := _due(message, facts))]
    return sorted(found, key=lambda one: TIERS.index(one.tier))


def questions(pack: Mapping[str, Any], facts: Facts) -> list[str]:
    """The ids of the questions to ask now, each once, in the order of the pack."""
    asked = [name for check in pack["checks"] if holds(check["when"], facts) for name in check["questions"]]
    return list(dict.fromkeys(asked))


def _due(message: Mapping[str, Any], facts: Facts) -> Found | None:
    for rule in message["rules"]:
        if holds(rule["when"], facts):
            effect = rule.get("effect", message["plan"]["effect"])
            return Found(message["id"], rule["tier"], effect, rule.get("opens", message["text"][0]))
    return None


def _value(operand: Any, facts: Facts) -> Any:
    return facts.get(operand["var"]) if isinstance(operand, dict) else operand


def _same(a: Any, b: Any) -> bool:
    """Equal and of one type: 1 is not true, "3" is not 3."""
    return a is not None and isinstance(a, bool) == isinstance(b, bool) and a == b


def _number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _equal(operands: list[Any], facts: Facts) -> bool:
    a, b = (_value(one, facts) for one in operands)
    return _same(a, b)


def _in(operands: list[Any], facts: Facts) -> bool:
    needle, hay = (_value(one, facts) for one in operands)
    return isinstance(hay, list | tuple) and any(_same(needle, one) for one in hay)


def _at_least(operands: list[Any], facts: Facts) -> bool:
    a, b = (_value(one, facts) for one in operands)
    return _number(a) and _number(b) and a >= b


def _below(operands: list[Any], facts: Facts) -> bool:
    a, b = (_value(one, facts) for one in operands)
    return _number(a) and _number(b) and a < b


OPERATORS: Mapping[str, Callable[[list[Any], Facts], bool]] = {
    "and": lambda operands, facts: all(holds(one, facts) for one in operands),
    "or": lambda operands, facts: any(holds(one, facts) for one in operands),
    "!": lambda operands, facts: not holds(operands[0], facts),
    "==": _equal,
    "in": _in,
    ">=": _at_least,
    "<": _below,
    "answered": lambda operands, facts: _value(operands[0], facts) is not None,
}
