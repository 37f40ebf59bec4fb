"""The strip of one day; at most one for each date."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any


@dataclass(frozen=True)
class Daily:
    """How one day was. Scores are 0..10; None is "not said", never zero."""

    on: str
    energy: str | None = None
    sleep_hours: float | None = None
    sleep_quality: str | None = None
    fatigue_nrs: int | None = None
    stiffness_nrs: int | None = None
    stress_nrs: int | None = None
    spasms: str | None = None
    heat: str | None = None
    private: bool | None = None

    @classmethod
    def from_body(cls, body: Mapping[str, Any]) -> "Daily":
        """The day a body tells of."""
        return cls(**{field.name: body.get(field.name) for field in fields(cls)})  # type: ignore[arg-type]

    def to_body(self) -> dict[str, Any]:
        """The body, naming only what was said."""
        return {f.name: getattr(self, f.name) for f in fields(self) if getattr(self, f.name) is not None}
