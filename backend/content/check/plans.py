"""Whether plans can be followed: movements suit who a week is for, short sets are lying or seated."""

from collections.abc import Iterator, Mapping
from typing import Any

from backend.content.check.safety import reads
from backend.content.check.texts import Packs, items, movements_of

EASY_PLACES = {"lying", "seated"}
RULES, GATES = 21, 16
TEMPLATES = 12


def problems(packs: Packs) -> Iterator[str]:
    """Movements that suit nobody a template is for, short sets that stand, templates a goal cannot find."""
    movements = {one["id"]: one for one in movements_of(packs)}
    templates = {one["id"]: one for one in items(packs, "plans", "templates")}
    counts = (("rules", RULES), ("gates", GATES), ("templates", TEMPLATES))
    yield from (
        f"plans: {len(items(packs, 'plans', name))} of {count} {name}"
        for name, count in counts
        if len(items(packs, "plans", name)) != count
    )
    for template in templates.values():
        yield from (f"{template['id']}: {what}" for what in _template(template, movements))
    yield from _read(packs["plans"])
    for overlay in items(packs, "plans", "overlays"):
        for row in overlay["sets"]:
            yield from (
                f"{overlay['id']}: {what}" for what in _easy(row["movements"], row["levels"], movements)
            )
    for goal in items(packs, "plans", "goals"):
        for name in {row["template"] for rows in goal["templates"].values() for row in rows} - set(templates):
            yield f"{goal['id']}: there is no template {name}"
    asked = [name for goal in items(packs, "plans", "goals") for name in goal["asked_by"]]
    wishes = {one["id"] for one in packs["vocabulary"]["lists"]["goals"]} - {"own_words"}
    yield from (f"plans: no goal answers to {name}" for name in sorted(wishes - set(asked)))
    yield from (f"plans: nobody can ask for {name}" for name in sorted(set(asked) - wishes))
    for row in items(packs, "plans", "swaps"):
        for name in {name for pair in row["swap"] for name in pair} - set(movements):
            yield f"{row['template']}: there is no movement {name}"


def _read(pack: Mapping[str, Any]) -> Iterator[str]:
    """What rules read and nobody gives, and what is given and no rule reads."""
    given = {one["id"] for one in pack["inputs"]}
    rows = [*pack["profiles"], *pack["gates"], *pack["overlays"], *pack["days"]]
    named = {name for row in rows for what, name in reads(row["when"]) if what == "var"}
    yield from (f"plans: nothing gives {name}" for name in sorted(named - given))
    yield from (f"plans: no rule reads {name}" for name in sorted(given - named))


def _template(template: Mapping[str, Any], movements: Mapping[str, Any]) -> Iterator[str]:
    levels = set(template["levels"])
    for day, row in template["days"].items():
        for name in row["movements"]:
            if name in movements and not levels & set(movements[name]["levels"]):
                yield f"{day}: {name} suits none of {sorted(levels)}"
    yield from _easy(template["short"], template["levels"], movements)


def _easy(names: list[str], levels: list[str], movements: Mapping[str, Any]) -> Iterator[str]:
    """A short set is for the worst day: lying or seated at every level, no balance."""
    for name in (one for one in names if one in movements):
        suits = {
            level
            for variant in movements[name]["variants"]
            if variant["position"] in EASY_PLACES
            for level in variant["levels"]
        }
        if movements[name]["category"] == "bal":
            yield f"the short set has {name}, which is balance"
        if not set(levels) <= suits:
            yield f"{name} in the short set cannot be done lying or seated by {sorted(set(levels) - suits)}"
