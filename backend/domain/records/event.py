"""Something that happened: a relapse, a steroid course, a fall, a new aid."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from backend.domain.records.body import named
from backend.domain.records.symptom import Place

RELAPSE = ("relapse_suspected", "relapse_confirmed", "relapse_over")


@dataclass(frozen=True)
class Event:
    """One event. type: one of bounds.EVENT_TYPES. until_on: where it lasted, its last day."""

    type: str | None = None
    on: str | None = None
    until_on: str | None = None
    detail: str | None = None
    regions: tuple[Place, ...] = ()
    private: bool = False

    @classmethod
    def from_body(cls, body: Mapping[str, Any]) -> "Event":
        """The event a body tells of."""
        return cls(
            type=body.get("type"),
            on=body.get("on"),
            until_on=body.get("until_on"),
            detail=body.get("detail"),
            regions=tuple(Place(p["region"], p["side"]) for p in body.get("regions") or ()),
            private=body.get("private") is True,
        )

    def to_body(self) -> dict[str, Any]:
        """The body, naming only what was said."""
        said: dict[str, Any] = {
            "type": self.type,
            "on": self.on,
            "until_on": self.until_on,
            "detail": self.detail,
            "regions": [{"region": p.region, "side": p.side} for p in self.regions] or None,
            "private": self.private or None,
        }
        return named(**said)
