"""What the request and answer schemas share."""

import re
import unicodedata
from typing import Any
from zoneinfo import available_timezones

from marshmallow import RAISE, Schema, ValidationError, fields, validate

EMAIL = re.compile(r"^[^@\s]{1,64}@[^@\s.]+(\.[^@\s.]+)+$|^[^@\s]{1,64}@localhost$")


class Strict(Schema):
    """Unknown names are refused, so that a typing mistake never passes for an answer."""

    class Meta:
        unknown = RAISE


class Line(fields.String):
    """One line of text: NFC, no control characters, not only spaces.

    Raises ValidationError for surrogates, control and direction-changing characters.
    """

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        text = str(super()._deserialize(value, attr, data, **kwargs))
        if any(unicodedata.category(ch) in ("Cc", "Cs") or ch in TURNS for ch in text):
            raise ValidationError("Some characters here cannot be stored.")
        text = unicodedata.normalize("NFC", text).strip()
        if not text:
            raise ValidationError("Please write something here.")
        return text


def check_email(value: str) -> None:
    """Raise ValidationError unless it has the shape of an address."""
    if len(value) > 254 or not EMAIL.match(value.strip()):
        raise ValidationError("This does not look like an e-mail address.")


def check_zone(value: str) -> None:
    """Raise ValidationError unless it is an IANA time zone."""
    if value not in available_timezones():
        raise ValidationError("This is not a time zone we know.")


def uuid_text(**kwargs: Any) -> fields.UUID:
    """A UUID in its usual text form."""
    return fields.UUID(**kwargs)


# Characters that turn the direction of writing and can make a text look like another.
TURNS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
NAME = validate.Length(min=1, max=80)
SECRET = validate.Length(min=1, max=256)
