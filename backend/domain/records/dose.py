"""One dose, taken or not."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from backend.domain.records.body import named


@dataclass(frozen=True)
class Dose:
    """A dose of one medicine. slot: local YYYY-MM-DDTHH:MM without a zone. status: taken, skipped, late.

    beside: another dose of the same slot that the person said this one is not the same as.
    """

    medicine_id: str | None = None
    slot: str | None = None
    at: str | None = None
    on: str | None = None
    tz: str | None = None
    status: str | None = None
    body_site: str | None = None
    reactions: tuple[str, ...] = ()
    beside: str | None = None
    private: bool = False

    @classmethod
    def from_body(cls, body: Mapping[str, Any]) -> "Dose":
        """The dose a body tells of."""
        plain = {f.name: body.get(f.name) for f in fields(cls) if f.name not in ("reactions", "private")}
        return cls(
            **plain,
            reactions=tuple(body.get("reactions") or ()),
            private=body.get("private") is True,
        )

    def to_body(self) -> dict[str, Any]:
        """The body, naming only what was said."""
        said = {**vars(self), "reactions": list(self.reactions) or None, "private": self.private or None}
        return named(**said)

    @property
    def day(self) -> str | None:
        """The date it was for: that of its slot, else the one it was noted for."""
        return (self.slot or self.on or self.at or "")[:10] or None
