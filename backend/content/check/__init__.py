"""Whether the packs hold together: what their shape alone cannot tell.

`flask content check` runs all of it. Shapes and reading grades need the developer packages.
"""

import json
from collections.abc import Mapping
from pathlib import Path

from backend.content.check import (
    figures,
    helping,
    links,
    movements,
    plans,
    reading,
    safety,
    shapes,
    size,
    starters,
    story,
    use,
    vocabulary,
    words,
)
from backend.content.check.texts import Packs

PARTS = (
    vocabulary,
    links,
    movements,
    figures,
    plans,
    starters,
    safety,
    helping,
    story,
    use,
    words,
    reading,
    size,
)


def problems(packs: Mapping[str, bytes], seeds: Path | None = None) -> list[str]:
    """One sentence for each thing that is wrong with the packs; none when all is well.

    seeds: the folder of the documents, when it is at hand; else the fingerprints kept of them are compared.
    """
    read: Packs = {name: json.loads(data) for name, data in packs.items()}
    # What has the wrong shape cannot be looked at any further.
    found = list(shapes.problems(read))
    if found:
        return found
    for part in PARTS:
        found += part.problems(read)
    return found + list(words.borrowed(read, seeds))
