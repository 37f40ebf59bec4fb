"""The strip of one day; at most one for each date."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any


@dataclass(frozen=True)
class Changed:
    """How a symptom was on a day: usual, worse or new."""

    symptom: str
    change: str


@dataclass(frozen=True)
class Daily:
    """How one day was. Scores are 0..10; None is "not said", never zero.

    intimate: bladder, bowel and sexual symptoms, which have a scope of their own; symptoms: all others.
    infection: {state, type?}. active_minutes: {easy?, moderate?}. falls: {count?, near?, injured?}.
    """

    on: str
    energy: str | None = None
    sleep_hours: float | None = None
    sleep_quality: str | None = None
    fatigue_nrs: int | None = None
    stiffness_nrs: int | None = None
    stress_nrs: int | None = None
    spasms: str | None = None
    symptoms: tuple[Changed, ...] | None = None
    intimate: tuple[Changed, ...] | None = None
    heat: str | None = None
    infection: Mapping[str, str] | None = None
    sitting_minutes: int | None = None
    standing_minutes: int | None = None
    wheelchair_hours: int | None = None
    active_minutes: Mapping[str, int] | None = None
    falls: Mapping[str, Any] | None = None
    note: str | None = None
    private: bool | None = None

    @classmethod
    def from_body(cls, body: Mapping[str, Any]) -> "Daily":
        """The day a body tells of."""
        told = {field.name: body.get(field.name) for field in fields(cls)}
        for name in ("symptoms", "intimate"):
            told[name] = tuple(Changed(one["symptom"], one["change"]) for one in told[name] or ()) or None
        return cls(**told)  # type: ignore[arg-type]

    def to_body(self) -> dict[str, Any]:
        """The body, naming only what was said."""
        said = {f.name: getattr(self, f.name) for f in fields(self) if getattr(self, f.name) is not None}
        for name in said.keys() & {"symptoms", "intimate"}:
            said[name] = [{"symptom": one.symptom, "change": one.change} for one in said[name]]
        return said
