"""The kinds of answer a record may hold. Each keeps the wire's own form: text stays text, dates stay text."""

import re
import unicodedata
from collections.abc import Callable, Collection
from datetime import date, datetime
from functools import lru_cache
from typing import Any, TypeGuard
from zoneinfo import available_timezones

from marshmallow import ValidationError, fields

from backend.content import vocabulary
from backend.schemas.base import TURNS

ID = re.compile(r"^[a-z0-9_]{1,40}$")
UUID = re.compile(r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")
RULE = re.compile(r"^[A-Za-z0-9_.-]{1,40}$")
CLOCK = re.compile(r"^([01]\d|2[0-3]):[0-5]\d$", re.ASCII)
DAY = re.compile(r"^\d{4}-\d{2}-\d{2}$", re.ASCII)
INSTANT = re.compile(r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?(Z|[+-]\d{2}:\d{2})$", re.ASCII)
SLOT = re.compile(r"^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$", re.ASCII)
FIRST_YEAR, LAST_YEAR = 1900, 2200


class Answer(fields.Field[Any]):
    """An answer that may be null: "not said"."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(allow_none=True, **kwargs)

    def fits(self, value: Any) -> bool:
        """Whether a value is certain to be taken just as it is; False says nothing, loading decides.

        The short way for what nearly always comes; what deserialize() says is what holds.
        """
        return False


def _within(value: Any, low: float, high: float) -> TypeGuard[float]:
    """A number within bounds, both included; true, false and what is not a number are outside."""
    return isinstance(value, int | float) and not isinstance(value, bool) and low <= value <= high


class Whole(Answer):
    """A whole number within bounds; 7.0 counts as 7, true and 7.5 do not."""

    def __init__(self, bounds: tuple[int, int]) -> None:
        super().__init__()
        self.low, self.high = bounds

    def fits(self, value: Any) -> bool:
        """An int, which true is not, within the bounds."""
        return type(value) is int and self.low <= value <= self.high

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> int:
        if not _within(value, self.low, self.high) or value != int(value):
            raise ValidationError(f"Use a whole number from {self.low} to {self.high}.")
        return int(value)


class Halves(Answer):
    """A number in half steps within bounds."""

    def __init__(self, bounds: tuple[float, float]) -> None:
        super().__init__()
        self.low, self.high = bounds

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> float:
        if not _within(value, self.low, self.high) or value * 2 != int(value * 2):
            raise ValidationError(f"Use whole or half steps from {self.low} to {self.high}.")
        return value


class Truth(Answer):
    """True or false and nothing that looks like it."""

    def fits(self, value: Any) -> bool:
        """True or false."""
        return value is True or value is False

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> bool:
        if not isinstance(value, bool):
            raise ValidationError("Use true or false.")
        return value


class Words(Answer):
    """Free text of at most so many characters, brought to NFC; line breaks where `lines` says so."""

    def __init__(self, most: int, lines: bool = False) -> None:
        super().__init__()
        self.most, self.kept = most, "\n\t" if lines else ""

    def fits(self, value: Any) -> bool:
        """Printable, short enough and normal text; control and turning characters are not printable."""
        if type(value) is not str or len(value) > self.most:
            return False
        seen = value.replace("\n", "").replace("\t", "") if self.kept else value
        return seen.isprintable() and (value.isascii() or unicodedata.is_normalized("NFC", value))

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        if not isinstance(value, str):
            raise ValidationError("Use text.")
        text = unicodedata.normalize("NFC", value)
        if len(text) > self.most:
            raise ValidationError(f"Use at most {self.most} characters.")
        if any(
            (unicodedata.category(ch) in ("Cc", "Cs") and ch not in self.kept) or ch in TURNS for ch in text
        ):
            raise ValidationError("Some characters here cannot be stored.")
        return text


class Matching(Answer):
    """Text of one form."""

    def __init__(self, pattern: re.Pattern[str], message: str) -> None:
        super().__init__()
        self.pattern, self.message = pattern, message

    def fits(self, value: Any) -> bool:
        """Text of the form."""
        return type(value) is str and self.pattern.fullmatch(value) is not None

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        if not isinstance(value, str) or not self.pattern.fullmatch(value):
            raise ValidationError(self.message)
        return value


class Moment(Matching):
    """Text of one form that also names a real date, kept as it was written."""

    def __init__(self, pattern: re.Pattern[str], message: str, read: Callable[[str], date]) -> None:
        super().__init__(pattern, message)
        self.read = read

    def fits(self, value: Any) -> bool:
        """Text of the form that names a date within the years."""
        if not super().fits(value):
            return False
        try:
            return FIRST_YEAR <= self.read(value).year <= LAST_YEAR
        except ValueError:
            return False

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        text = super()._deserialize(value, attr, data, **kwargs)
        try:
            year = self.read(text).year
        except ValueError:
            raise ValidationError(self.message) from None
        # Within these, an instant can be counted in any zone; outside lies only a slip of the hand.
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise ValidationError(self.message)
        return text


class Instant(Moment):
    """An RFC 3339 instant with its offset."""

    def __init__(self) -> None:
        super().__init__(INSTANT, "Write an instant as 2026-11-21T09:41:00+01:00.", datetime.fromisoformat)


class Day(Moment):
    """A calendar date."""

    def __init__(self) -> None:
        super().__init__(DAY, "Write a date as 2026-11-21.", date.fromisoformat)


class Slot(Moment):
    """The local date and minute a dose is for, without a zone."""

    def __init__(self) -> None:
        super().__init__(SLOT, "Write a slot as 2026-11-21T19:30.", datetime.fromisoformat)


@lru_cache(maxsize=1)
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


class Zone(Answer):
    """An IANA time zone."""

    def fits(self, value: Any) -> bool:
        """A name of the list."""
        return type(value) is str and value in _zones()

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        if not isinstance(value, str) or value not in _zones():
            raise ValidationError("This is not a time zone we know.")
        return value


class OneOf(Answer):
    """One word of a fixed set."""

    def __init__(self, words: tuple[str, ...]) -> None:
        super().__init__()
        self.words = words

    def fits(self, value: Any) -> bool:
        """A word of the set."""
        return type(value) is str and value in self.words

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        if not isinstance(value, str) or value not in self.words:
            raise ValidationError(f"Use one of: {', '.join(self.words)}.")
        return value


class Term(Answer):
    """An id of a vocabulary list, or of a record of the person's own words; unlisted lists take any id."""

    def __init__(self, name: str | None = None, without: Collection[str] = ()) -> None:
        super().__init__()
        self.list, self.without = name, without

    def fits(self, value: Any) -> bool:
        """An id of the list; the person's own words take the long way."""
        known = vocabulary().get(self.list or "")
        return known is not None and type(value) is str and value in known and value not in self.without

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        if not isinstance(value, str) or not (ID.fullmatch(value) or UUID.fullmatch(value)):
            raise ValidationError("This is not an id.")
        known = vocabulary().get(self.list or "")
        if known is not None and value not in known and not UUID.fullmatch(value):
            raise ValidationError(f"This is not in the list {self.list}.")
        if value in self.without:
            raise ValidationError("This has a field of its own.")
        return value
