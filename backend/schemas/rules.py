"""What every field of a record may hold, as plain data: for the phone, for tables, for people."""

from collections.abc import Callable, Mapping
from typing import Any

from marshmallow import fields

from backend.domain.records import KINDS
from backend.schemas import fields as own
from backend.schemas.records import SCHEMAS

PATTERNS = {own.UUID: "uuid", own.RULE: "rule", own.CLOCK: "clock"}

Rule = dict[str, Any]


def rule_of(field: fields.Field[Any]) -> Rule:
    """A field's rule as plain data. Raises KeyError for a type of field that has no rule yet."""
    return RULES[type(field).__name__](field)


def _matching(field: Any) -> Rule:
    name = PATTERNS.get(field.pattern)
    return {"t": name} if name else {"t": "like", "like": field.pattern.pattern}


def _term(field: Any) -> Rule:
    rule: Rule = {"t": "term"}
    if field.list:
        rule["list"] = field.list
    if field.without:
        rule["without"] = list(field.without)
    return rule


def _parts(field: Any) -> Rule:
    rule: Rule = {"t": "parts", "parts": {name: rule_of(part) for name, part in field.parts.items()}}
    if field.required_parts:
        rule["required"] = list(field.required_parts)
    return rule


def _words(field: Any) -> Rule:
    return {"t": "words", "most": field.most} | ({"lines": True} if field.kept else {})


RULES: Mapping[str, Callable[[Any], Rule]] = {
    "Whole": lambda field: {"t": "whole", "low": field.low, "high": field.high},
    "Halves": lambda field: {"t": "halves", "low": field.low, "high": field.high},
    "Truth": lambda field: {"t": "truth"},
    "Words": _words,
    "Matching": _matching,
    "Instant": lambda field: {"t": "instant"},
    "Day": lambda field: {"t": "day"},
    "Slot": lambda field: {"t": "slot"},
    "Zone": lambda field: {"t": "zone"},
    "OneOf": lambda field: {"t": "one", "of": list(field.words)},
    "Term": _term,
    "Many": lambda field: {"t": "many", "most": field.most, "of": rule_of(field.inner)},
    "Parts": _parts,
    "Named": lambda field: {"t": "named", "most": field.most, "of": rule_of(field.inner)},
}


def rules() -> dict[str, dict[str, Rule]]:
    """Kind -> field -> rule, `private` last."""
    found = {}
    for kind in KINDS:
        its = {name: rule_of(field) for name, field in SCHEMAS[kind]().fields.items()}
        private = its.pop("private")
        found[kind] = {**its, "private": private}
    return found
