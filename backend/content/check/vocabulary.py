"""Whether the words of the vocabulary are well formed."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from backend.content.check.texts import Packs

ID = re.compile(r"[a-z0-9_]{1,40}")
CODE = re.compile(r"[0-9]{6,18}")
SIDES = frozenset({"left", "right", "both", "middle"})
FAMILIES = frozenset({"nerve", "muscle", "both", "organ", "none"})
# The joints MS troubles most come first (fact LOC-01).
REGIONS_FIRST = ["lower_back", "hip", "knee", "ankle"]
LABELS = ("label", "label_us")
Term = Mapping[str, Any]


def problems(packs: Packs) -> Iterator[str]:
    """Ids and labels that are there twice, labels of another form, sides and families nobody knows."""
    yield from _vocabulary(packs["vocabulary"]["lists"])


def _vocabulary(lists: Mapping[str, list[Term]]) -> Iterator[str]:
    for name, terms in lists.items():
        yield from _twice(name, (term["id"] for term in terms))
        yield from _twice(f"{name}, labels", (term["label"].casefold() for term in terms))
        for term in terms:
            yield from (f"{name}.{term['id']}: {what}" for what in _term(name, term))
    if [region["id"] for region in lists["regions"]][:4] != REGIONS_FIRST:
        yield "regions: lower back, hip, knee and ankle come first"


def _term(name: str, term: Term) -> Iterator[str]:
    if not ID.fullmatch(term["id"]):
        yield "the id has another form"
    if not CODE.fullmatch(term.get("code", "000000")):
        yield "the code is not a number"
    for label in (term[key] for key in LABELS if key in term):
        if not label or label != label.strip() or not label[0].isupper() or label.endswith("."):
            yield "a label is in sentence case and has no full stop"
    if "label_us" in term and term["label_us"] == term["label"]:
        yield "the label for the US is given only where it differs"
    if name == "regions" and not (term.get("sides") and set(term["sides"]) <= SIDES):
        yield "a region has the sides it may take"
    if name == "words" and term.get("family") not in FAMILIES:
        yield "a word has a family"


def _twice(name: str, ids: Iterable[str]) -> Iterator[str]:
    yield from (f"{name}: {one} is there {count} times" for one, count in Counter(ids).items() if count > 1)
