"""Whether every claim has a source, and every fact of the documents is used or left out on purpose."""

from collections.abc import Iterator
from typing import Any

from backend.content.check.links import ids_in
from backend.content.check.texts import Packs, items, movements_of

# Lists whose rows are claims: each names a fact or a source.
CLAIMS = (
    ("library", "categories"),
    ("library", "stops"),
    ("safety", "messages"),
    ("plans", "profiles"),
    ("plans", "gates"),
    ("plans", "rules"),
    ("plans", "templates"),
    ("story", "questions"),
    ("helping", "worse"),
    ("helping", "strain"),
)


def problems(packs: Packs) -> Iterator[str]:
    """Claims without a source, facts without a use, and facts both used and left out."""
    used = {
        value
        for pack, data in packs.items()
        if pack not in ("facts", "figures") and not pack.startswith("figures-")
        for _, key, value in ids_in(data, "")
        if key == "facts"
    }
    for fact in items(packs, "facts", "facts"):
        if fact["used"] and fact["id"] not in used:
            yield f"{fact['id']}: nothing uses it, and it is not left out on purpose"
        if not fact["used"] and fact["id"] in used:
            yield f"{fact['id']}: it is left out on purpose, yet something uses it"
        if not fact["used"] and not fact.get("unused_because"):
            yield f"{fact['id']}: why it is left out is not said"
    for pack, name in CLAIMS:
        for one in items(packs, pack, name):
            yield from _claim(f"{pack} {one['id']}", one)
    for one in movements_of(packs):
        if not one["facts"] or not one["basis"]:
            yield f"{one['id']}: a movement names its facts and its basis"
    for card in items(packs, "cards", "cards"):
        for at, point in enumerate(card["points"], 1):
            yield from _claim(f"cards {card['id']}, point {at}", point)


def _claim(place: str, one: dict[str, Any]) -> Iterator[str]:
    if not one.get("facts") and not one.get("sources"):
        yield f"{place}: a claim without a source"
