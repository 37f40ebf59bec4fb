"""What a plan is made of: movements and plan rules of the content packs, as the planner asks for them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

Movement = Mapping[str, Any]

# Kinds that lengthen or slow down: whoever needs an aid does not stand up straight after them.
SLACKENING = frozenset({"str", "clm", "yog"})
STANDING = frozenset({"supported", "free"})
RESTING = frozenset({"lying", "seated"})


@dataclass(frozen=True)
class Shelf:
    """movements: by id, in the order of the packs. plans: the pack of that name."""

    movements: Mapping[str, Movement]
    plans: Mapping[str, Any]

    @classmethod
    def of(cls, packs: Mapping[str, Mapping[str, Any]]) -> "Shelf":
        """The shelf of the content packs, by name."""
        names = sorted(name for name in packs if name.startswith("movements-"))
        return cls(
            {one["id"]: one for name in names for one in packs[name]["movements"]},
            packs["plans"],
        )

    def rule(self, name: str) -> Mapping[str, Any]:
        """The parameters of a plan rule, by its id."""
        found: Mapping[str, Any] = self._rules[name]
        return found

    def template(self, name: str) -> Mapping[str, Any] | None:
        """A template by its id, or None."""
        return self._templates.get(name)

    def category(self, movement: str) -> str:
        """The kind of a movement, such as `rom`."""
        return str(self.movements[movement]["category"])

    def easier(self, movement: str) -> list[str]:
        """What may stand in for a movement, the nearest first: its twin, then down its ladders."""
        twin = self.movements[movement].get("twin")
        below = [
            one
            for ladder in self.plans["ladders"]
            if movement in ladder["movements"]
            for one in reversed(ladder["movements"][: ladder["movements"].index(movement)])
        ]
        return list(dict.fromkeys([*([twin] if twin else []), *below]))

    def like(self, movement: str, among: Iterable[str]) -> list[str]:
        """Movements of the same kind that reach the same places, those that share most first."""
        mine = self.movements[movement]
        areas = set(mine["areas"])
        shared = {
            one: len(areas & set(self.movements[one]["areas"]))
            for one in among
            if one != movement and self.category(one) == mine["category"]
        }
        order = list(self.movements)
        return sorted(shared, key=lambda one: (-shared[one], order.index(one)))

    def in_pack_order(self, movements: Iterable[str]) -> Sequence[str]:
        """Each once, as the packs have them."""
        wanted = set(movements)
        return [one for one in self.movements if one in wanted]

    @cached_property
    def _rules(self) -> Mapping[str, Any]:
        return {one["id"]: one["parameters"] for one in self.plans["rules"]}

    @cached_property
    def _templates(self) -> Mapping[str, Any]:
        return {one["id"]: one for one in self.plans["templates"]}
