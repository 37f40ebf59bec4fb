"""A share as its owner's devices see it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Share:
    """Who sees what. until: the last date it holds, or None. state: see bounds.SHARE_STATES."""

    name: str
    read: frozenset[str]
    write: frozenset[str]
    until: str | None
    state: str

    @classmethod
    def from_body(cls, body: Mapping[str, Any]) -> "Share":
        """The share a body tells of."""
        return cls(
            str(body.get("name") or ""),
            frozenset(body.get("read") or ()),
            frozenset(body.get("write") or ()),
            body.get("until"),
            str(body.get("state") or "ended"),
        )

    def to_body(self) -> dict[str, Any]:
        """The body, lists in order."""
        return {
            "name": self.name,
            "read": sorted(self.read),
            "write": sorted(self.write),
            "until": self.until,
            "state": self.state,
        }
