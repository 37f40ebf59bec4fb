"""What a person cannot take."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from backend.domain.records.body import named


@dataclass(frozen=True)
class Allergy:
    """What is not borne, and what it does, both in the person's words."""

    what: str | None = None
    reaction: str | None = None
    private: bool = False

    @classmethod
    def from_body(cls, body: Mapping[str, Any]) -> "Allergy":
        """The allergy a body tells of."""
        return cls(body.get("what"), body.get("reaction"), body.get("private") is True)

    def to_body(self) -> dict[str, Any]:
        """The body, naming only what was said."""
        return named(what=self.what, reaction=self.reaction, private=self.private or None)
