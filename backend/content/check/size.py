"""Whether the packs are small enough to ship to a phone."""

import gzip
import json
from collections.abc import Iterator
from typing import Any

from backend.content.check.texts import Packs

TEXT_MOST = 150_000
# Nobody writes this one: it follows from the others.
MADE, MADE_MOST = "starters", 10_000


def packed(packs: Packs) -> int:
    """Bytes of all packs that are written, each packed by itself as it travels (gzip, the weaker of two)."""
    return sum(_packed(data) for name, data in packs.items() if name != MADE)


def _packed(data: Any) -> int:
    return len(gzip.compress(json.dumps(data, ensure_ascii=False).encode(), 9))


def problems(packs: Packs) -> Iterator[str]:
    size = packed(packs)
    if size >= TEXT_MOST:
        yield f"all packs together have {size // 1000} kB packed, fewer than {TEXT_MOST // 1000} are allowed"
    made = _packed(packs[MADE])
    if made >= MADE_MOST:
        yield f"{MADE} has {made // 1000} kB packed, fewer than {MADE_MOST // 1000} are allowed"
