"""One thing felt: pain by default of the form, never of the record."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from backend.domain.records.body import named


@dataclass(frozen=True)
class Place:
    """A body region with its side: left, right, both or middle."""

    region: str
    side: str


@dataclass(frozen=True)
class Symptom:
    """A symptom entry. severity_nrs: 0..10 or None for "not said". on: the person's date as lived."""

    on: str
    at: str | None = None
    tz: str | None = None
    symptom: str | None = None
    severity_nrs: int | None = None
    regions: tuple[Place, ...] = ()
    words: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    hard_day: bool = False
    private: bool = False

    @classmethod
    def from_body(cls, body: Mapping[str, Any]) -> "Symptom":
        """The entry a body tells of; what the body does not say stays unsaid."""
        return cls(
            on=str(body.get("on") or str(body.get("at") or "")[:10]),
            at=body.get("at"),
            tz=body.get("tz"),
            symptom=body.get("symptom"),
            severity_nrs=body.get("severity_nrs"),
            regions=tuple(Place(p["region"], p["side"]) for p in body.get("regions") or ()),
            words=tuple(body.get("words") or ()),
            patterns=tuple(body.get("patterns") or ()),
            hard_day=body.get("hard_day") is True,
            private=body.get("private") is True,
        )

    def to_body(self) -> dict[str, Any]:
        """The body, naming only what was said."""
        said: dict[str, Any] = {
            "at": self.at,
            "on": self.on,
            "tz": self.tz,
            "symptom": self.symptom,
            "severity_nrs": self.severity_nrs,
            "regions": [{"region": p.region, "side": p.side} for p in self.regions] or None,
            "words": list(self.words) or None,
            "patterns": list(self.patterns) or None,
            "hard_day": self.hard_day or None,
            "private": self.private or None,
        }
        return named(**said)

    @property
    def alike(self) -> tuple[str | None, frozenset[Place], int | None]:
        """What makes two entries the same to a person: symptom, places in any order, severity."""
        return self.symptom, frozenset(self.regions), self.severity_nrs
