"""A visit, and what to ask there."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from backend.domain.records.body import named


@dataclass(frozen=True)
class Appointment:
    """A visit. on: the person's date, None for "next visit"; at: None where only the day is known."""

    at: str | None = None
    on: str | None = None
    tz: str | None = None
    who: str | None = None
    questions: tuple[str, ...] = ()
    take_report: bool | None = None
    agreed: str | None = None
    note: str | None = None
    private: bool = False

    @classmethod
    def from_body(cls, body: Mapping[str, Any]) -> "Appointment":
        """The visit a body tells of."""
        at = body.get("at")
        return cls(
            at=at,
            on=body.get("on") or (str(at)[:10] if at else None),
            tz=body.get("tz"),
            who=body.get("who"),
            questions=tuple(body.get("questions") or ()),
            take_report=body.get("take_report"),
            agreed=body.get("agreed"),
            note=body.get("note"),
            private=body.get("private") is True,
        )

    def to_body(self) -> dict[str, Any]:
        """The body, naming only what was said."""
        return named(
            at=self.at,
            on=self.on,
            tz=self.tz,
            who=self.who,
            questions=list(self.questions),
            take_report=self.take_report,
            agreed=self.agreed,
            note=self.note,
            private=self.private or None,
        )

    def is_over(self, now: datetime, today: str) -> bool:
        """Whether it has been; without a time, when its day is over. today: the person's date."""
        if self.at:
            return datetime.fromisoformat(self.at) <= now
        return self.on is not None and self.on < today
