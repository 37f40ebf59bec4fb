"""How the mind was on one day; at most one for each date."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from backend.domain.records.body import named


@dataclass(frozen=True)
class Mood:
    """mood: good, so_so or low. phq2: the two PHQ-2 answers in their order, each 0..3; none while unsaid."""

    on: str
    mood: str | None = None
    anxious: bool | None = None
    alone_too_much: bool | None = None
    phq2: tuple[int, ...] = ()
    private: bool | None = None

    @classmethod
    def from_body(cls, body: Mapping[str, Any]) -> "Mood":
        """The mood a body tells of."""
        return cls(
            on=str(body.get("on") or ""),
            mood=body.get("mood"),
            anxious=body.get("anxious"),
            alone_too_much=body.get("alone_too_much"),
            phq2=tuple(body.get("phq2") or ()),
            private=body.get("private"),
        )

    def to_body(self) -> dict[str, Any]:
        """The body, naming only what was said. False is an answer."""
        said: dict[str, Any] = {
            "on": self.on,
            "mood": self.mood,
            "anxious": self.anxious,
            "alone_too_much": self.alone_too_much,
            "phq2": list(self.phq2) or None,
            "private": self.private,
        }
        return named(**said)
