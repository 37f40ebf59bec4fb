"""Whether the packs are small enough to ship to a phone."""

import gzip
import json
from collections.abc import Iterator

from backend.content.check.texts import Packs

TEXT_MOST = 150_000


def packed(packs: Packs) -> int:
    """Bytes of all packs, each packed by itself as they travel (gzip, the weaker of the two)."""
    return sum(
        len(gzip.compress(json.dumps(data, ensure_ascii=False).encode(), 9)) for data in packs.values()
    )


def problems(packs: Packs) -> Iterator[str]:
    size = packed(packs)
    if size >= TEXT_MOST:
        yield f"all packs together have {size // 1000} kB packed, fewer than {TEXT_MOST // 1000} are allowed"
