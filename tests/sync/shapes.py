"""What a phone holds while it asks, and all that can be seen of it."""

from dataclasses import dataclass, field
from typing import Any

from tests.sync.screen import Op


@dataclass(frozen=True)
class Asked:
    """What the phone held when it asked."""

    turn: int
    place: tuple[str | None, int] | None
    marks: tuple[str, ...]
    acked: frozenset[str]
    chain: bool
    batch: tuple[str, ...] = ()


Request = tuple[str, dict[str, Any], Asked]


@dataclass
class Place:
    """How far the space was read. gen counts readings from the start; older rows go when one ends."""

    cursor: str | None = None
    gen: int = 1
    resetting: bool = False


@dataclass
class Look:
    """All that is on a phone, to be judged. screen, rows, parked: by record id."""

    screen: dict[str, dict[str, Any]] = field(default_factory=dict)
    rows: dict[str, dict[str, Any]] = field(default_factory=dict)
    parked: dict[str, dict[str, Any]] = field(default_factory=dict)
    ops: list[Op] = field(default_factory=list)
    losers: set[tuple[str, str]] = field(default_factory=set)
    here: bool = False
