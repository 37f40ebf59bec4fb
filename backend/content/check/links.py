"""Whether every id leads to something, and no id is there twice."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from backend.content.check.texts import Packs, items, movements_of

# The key under which ids stand, and the kind of thing they name.
KINDS = {
    "facts": "fact",
    "sources": "source",
    "basis": "source",
    "source": "source",
    "twin": "movement",
    "movements": "movement",
    "short": "movement",
    "core": "movement",
    "stops": "stop",
    "gates": "gate",
    "levels": "level",
    "level": "level",
    "position": "position",
    "category": "category",
    "equipment": "equipment",
    "areas": "region",
    "messages": "message",
    "see": "card",
    "questions": "question",
    "profiles": "profile",
    "topic_id": "topic",
    "group": "group",
}


def known(packs: Packs) -> dict[str, set[str]]:
    """The ids of every kind."""
    lists = packs["vocabulary"]["lists"]

    def ids(pack: str, name: str) -> set[str]:
        return {one["id"] for one in items(packs, pack, name)}

    return {
        "fact": ids("facts", "facts"),
        "group": ids("facts", "groups") | ids("cards", "topics"),
        "source": ids("sources", "sources"),
        "movement": {one["id"] for one in movements_of(packs)},
        "stop": ids("library", "stops"),
        "gate": ids("plans", "gates"),
        "level": ids("library", "levels"),
        "position": ids("library", "positions"),
        "category": ids("library", "categories"),
        "equipment": {one["id"] for one in lists.get("equipment", [])},
        "region": {one["id"] for one in lists["regions"]},
        "message": ids("safety", "messages"),
        "question": ids("safety", "questions"),
        "card": ids("cards", "cards"),
        "profile": ids("plans", "profiles"),
        "topic": ids("cards", "topics"),
    }


def problems(packs: Packs) -> Iterator[str]:
    """Ids that lead nowhere, and ids that are there twice."""
    there = known(packs)
    for pack, data in packs.items():
        if pack.startswith("figures"):
            continue
        for place, key, value in ids_in(data, ""):
            if value not in there[KINDS[key]]:
                yield f"{pack} {place}: there is no {KINDS[key]} {value}"
    for pack, name in (
        ("facts", "facts"),
        ("sources", "sources"),
        ("safety", "messages"),
        ("safety", "questions"),
        ("cards", "cards"),
        ("plans", "gates"),
        ("plans", "templates"),
        ("story", "questions"),
        ("helping", "signs"),
        ("helping", "worse"),
        ("helping", "strain"),
    ):
        yield from _twice(name, (one["id"] for one in items(packs, pack, name)))
    yield from _twice("movements", (one["id"] for one in movements_of(packs)))


def _twice(name: str, ids: Iterable[str]) -> Iterator[str]:
    yield from (f"{name}: {one} is there {count} times" for one, count in Counter(ids).items() if count > 1)


def ids_in(value: Any, place: str) -> Iterator[tuple[str, str, str]]:
    """Every id below a value: where, under which key, which."""
    if isinstance(value, list):
        for one in value:
            yield from ids_in(one, place)
    elif isinstance(value, dict):
        here = str(value.get("id", place))
        for key, one in value.items():
            if key in KINDS and isinstance(one, str) and " " not in one:
                yield here, key, one
            elif key in KINDS and isinstance(one, list) and all(isinstance(item, str) for item in one):
                yield from ((here, key, item) for item in one)
            else:
                yield from ids_in(one, here)
