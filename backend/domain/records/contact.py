"""Somebody to call."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from backend.domain.records.body import named

# The order in which they are shown; those of no role come last.
ROLES = ("ms_team", "doctor", "emergency", "caregiver", "pharmacy", "other")


@dataclass(frozen=True)
class Contact:
    """A person or place with a number. hours: when they answer, in words."""

    who: str | None = None
    role: str | None = None
    number: str | None = None
    hours: str | None = None
    note: str | None = None
    private: bool = False

    @classmethod
    def from_body(cls, body: Mapping[str, Any]) -> "Contact":
        """The contact a body tells of."""
        return cls(
            who=body.get("who"),
            role=body.get("role"),
            number=body.get("number"),
            hours=body.get("hours"),
            note=body.get("note"),
            private=body.get("private") is True,
        )

    def to_body(self) -> dict[str, Any]:
        """The body, naming only what was said."""
        return named(
            who=self.who,
            role=self.role,
            number=self.number,
            hours=self.hours,
            note=self.note,
            private=self.private or None,
        )


def in_order(contacts: Iterable[Contact]) -> list[Contact]:
    """The MS team first."""

    def place(one: Contact) -> tuple[int, str]:
        return ROLES.index(one.role) if one.role in ROLES else len(ROLES), one.who or ""

    return sorted(contacts, key=place)
