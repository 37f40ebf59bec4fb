"""The bodies of every kind of record on the wire."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from marshmallow import Schema, ValidationError

from backend.domain.records import KINDS
from backend.schemas.fields import Answer
from backend.schemas.records import care, medicine, movement, person, symptom

SCHEMAS: Mapping[str, type[Schema]] = {
    **symptom.SCHEMAS,
    **medicine.SCHEMAS,
    **movement.SCHEMAS,
    **person.SCHEMAS,
    **care.SCHEMAS,
}

TIMES = frozenset({"at", "on", "tz"})


def load_set(kind: str, data: Mapping[str, Any]) -> dict[str, Any]:
    """The named fields of a body, checked and in the wire's form.

    Only what is named is looked at, null is taken for every field, unknown names are refused. When
    it happened is one thing in three fields: a kind with times names `at`, `on` and `tz` together.
    Raises ValidationError with the fields that cannot be taken, KeyError for an unknown kind.
    """
    loaded = dict(data) if _fits(kind, data) else _schema(kind).load(data, partial=True)
    if KINDS[kind].times and 0 < len(TIMES & loaded.keys()) < len(TIMES):
        raise ValidationError(
            {name: ["Set at, on and tz together."] for name in sorted(TIMES - loaded.keys())}
        )
    return loaded


def _fits(kind: str, data: Mapping[str, Any]) -> bool:
    """Whether every named field is certain to be taken just as it is."""
    if type(data) is not dict:
        return False
    checks = _checks(kind)
    for name, value in data.items():
        fits = checks.get(name)
        if fits is None or not (value is None or fits(value)):
            return False
    return True


@lru_cache
def _checks(kind: str) -> Mapping[str, Callable[[Any], bool]]:
    return {name: field.fits for name, field in _schema(kind).fields.items() if isinstance(field, Answer)}


@lru_cache
def _schema(kind: str) -> Schema:
    return SCHEMAS[kind]()
