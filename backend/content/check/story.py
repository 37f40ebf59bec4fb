"""Whether the questions of the Pain Story can be asked, kept and told again."""

from collections.abc import Iterator, Mapping
from typing import Any

from backend.content.check.texts import Packs, items


def problems(packs: Packs) -> Iterator[str]:
    """Lists nobody has, choices alike, parts nothing leads to, sentences without a place."""
    lists = {name: {one["id"] for one in terms} for name, terms in packs["vocabulary"]["lists"].items()}
    for question in items(packs, "story", "questions"):
        for told in _question(question, lists):
            yield f"story {question['id']}: {told}"


def _question(question: Mapping[str, Any], lists: Mapping[str, set[str]]) -> Iterator[str]:
    # All choices of a question are kept in one list, so an id may stand for one thing only.
    there: list[str] = []
    for part in question["parts"]:
        if part.get("list") and part["list"] not in lists:
            yield f"there is no list {part['list']}"
        known = lists.get(part.get("list", ""), set())
        named = [*part.get("first", ()), *part.get("leave_out", ())]
        yield from (f"{one} is not in the list {part.get('list')}" for one in named if one not in known)
        yield from (
            f"it waits for {one}, which no part before it offers"
            for one in part.get("needs", ())
            if one not in there
        )
        there += [one["id"] for one in part.get("options", ())] + sorted(
            known - set(part.get("leave_out", ()))
        )
        if "say" in part and part["say"].count("{}") != 1:
            yield f"“{part['say']}” has no place for the answer"
    yield from (f"{one} can be chosen twice" for one in sorted(set(there)) if there.count(one) > 1)
