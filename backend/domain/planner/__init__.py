"""Plans that listen: from a profile, a log and the content packs to what to do each day (docs/plans.md)."""

from backend.domain.planner.person import Person
from backend.domain.planner.plan import Item, Past, Plan, make_plan
from backend.domain.planner.shelf import Shelf

__all__ = ["Item", "Past", "Person", "Plan", "Shelf", "make_plan"]
