"""Answers made of other answers: lists, objects of named parts, objects by id."""

from collections.abc import Mapping
from typing import Any

from marshmallow import ValidationError

from backend.schemas.fields import RULE, Answer


class Many(Answer):
    """A list of answers, none of them null, at most so many."""

    def __init__(self, inner: Answer, most: int) -> None:
        super().__init__()
        self.inner, self.most = inner, most

    def fits(self, value: Any) -> bool:
        """A list, not too long, of what fits."""
        return type(value) is list and len(value) <= self.most and all(map(self.inner.fits, value))

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> list[Any]:
        if not isinstance(value, list):
            raise ValidationError("Use a list.")
        if len(value) > self.most:
            raise ValidationError(f"At most {self.most} are taken.")
        if any(item is None for item in value):
            raise ValidationError("An item is missing.")
        return [self.inner.deserialize(item) for item in value]


class Parts(Answer):
    """An object of named answers; unknown names are refused, `required` ones must be there."""

    def __init__(self, parts: Mapping[str, Answer], required: tuple[str, ...] = ()) -> None:
        super().__init__()
        self.parts, self.required_parts = parts, required
        self.checks = {name: part.fits for name, part in parts.items()}

    def fits(self, value: Any) -> bool:
        """An object of known names, the required ones among them, each with what fits."""
        if type(value) is not dict:
            return False
        for name in self.required_parts:
            if value.get(name) is None:
                return False
        for name, item in value.items():
            fits = self.checks.get(name)
            if fits is None or not (item is None or fits(item)):
                return False
        return True

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise ValidationError("Use an object.")
        errors = {str(name)[:40]: ["Unknown field."] for name in value if name not in self.parts}
        errors |= {name: ["Missing."] for name in self.required_parts if value.get(name) is None}
        if errors:
            raise ValidationError(errors)
        return {name: self.parts[name].deserialize(item) for name, item in value.items()}


class Named(Answer):
    """An object from ids to one kind of answer."""

    def __init__(self, inner: Answer, most: int) -> None:
        super().__init__()
        self.inner, self.most = inner, most

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> dict[str, Any]:
        if (
            not isinstance(value, dict)
            or len(value) > self.most
            or not all(RULE.fullmatch(name) for name in value)
        ):
            raise ValidationError("Use an object of ids.")
        return {name: self.inner.deserialize(item) for name, item in value.items()}
