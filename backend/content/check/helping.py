"""Whether what is said to people who help rests on what is there: messages of their tier, known words."""

from collections.abc import Iterator

from backend.content.check.texts import Packs, items


def problems(packs: Packs) -> Iterator[str]:
    """Signs without a message of their tier, and words that are in no list."""
    lists = packs["vocabulary"]["lists"]
    classes = {one["id"] for one in lists["medicine_classes"]}
    triggers = {one["id"] for one in lists["triggers"]}
    messages = {one["id"]: one for one in items(packs, "safety", "messages")}
    for sign in items(packs, "helping", "signs"):
        for message in sign["messages"]:
            rules = messages.get(message, {}).get("rules", [])
            if sign["tier"] not in {rule["tier"] for rule in rules}:
                yield f"helping {sign['id']}: {message} is never {sign['tier']}"
            # The list is the same for everyone; a medicine is named only to who sees that it is taken.
            if "medicines" in messages.get(message, {}).get("scopes", []) and not sign.get("classes"):
                yield f"helping {sign['id']}: {message} tells of a medicine, and no class is named"
        for name in sign.get("classes", []):
            if name not in classes:
                yield f"helping {sign['id']}: there is no class {name}"
    seen: set[str] = set()
    for one in items(packs, "helping", "worse"):
        for name in one["triggers"]:
            if name not in triggers:
                yield f"helping {one['id']}: there is no trigger {name}"
            if name in seen:
                yield f"helping {one['id']}: {name} is told twice"
            seen.add(name)
