"""What plans and checks may know of the person; every answer may be left out."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from backend.domain.records.body import named


@dataclass(frozen=True)
class Aid:
    """An aid in use. since_on, checked_on: dates; hand: the side that holds or wears it."""

    aid: str
    since_on: str | None = None
    hand: str | None = None
    checked_on: str | None = None


@dataclass(frozen=True)
class Profile:
    """One person. None is "not said", never no. minutes: of one session.

    movements: beyond the core set, that plans may use all the same. left_out: that no session shall have.
    """

    mobility: str | None = None
    aids: tuple[Aid, ...] = ()
    conditions: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    own_goal: str | None = None
    activities: tuple[str, ...] = ()
    equipment: tuple[str, ...] = ()
    heat_sensitive: bool | None = None
    clearance: str | None = None
    helper_available: bool | None = None
    weaker_side: str | None = None
    steroid_times: str | None = None
    steroid_last_on: str | None = None
    steroid_route: str | None = None
    alemtuzumab_ever: bool | None = None
    alemtuzumab_last_on: str | None = None
    minutes: int | None = None
    days: tuple[str, ...] = ()
    movements: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    private: bool = False

    @classmethod
    def from_body(cls, body: Mapping[str, Any]) -> "Profile":
        """The person a body tells of."""
        steroids, alemtuzumab = body.get("steroids") or {}, body.get("alemtuzumab") or {}
        return cls(
            mobility=body.get("mobility"),
            aids=tuple(
                Aid(a["aid"], a.get("since_on"), a.get("hand"), a.get("checked_on"))
                for a in body.get("aids") or ()
            ),
            conditions=tuple(body.get("conditions") or ()),
            goals=tuple(body.get("goals") or ()),
            own_goal=body.get("own_goal"),
            activities=tuple(body.get("activities") or ()),
            equipment=tuple(body.get("equipment") or ()),
            heat_sensitive=body.get("heat_sensitive"),
            clearance=body.get("clearance"),
            helper_available=body.get("helper_available"),
            weaker_side=body.get("weaker_side"),
            steroid_times=steroids.get("times"),
            steroid_last_on=steroids.get("last_on"),
            steroid_route=steroids.get("route"),
            alemtuzumab_ever=alemtuzumab.get("ever"),
            alemtuzumab_last_on=alemtuzumab.get("last_on"),
            minutes=body.get("minutes"),
            days=tuple(body.get("days") or ()),
            movements=tuple(body.get("movements") or ()),
            left_out=tuple(body.get("left_out") or ()),
            private=body.get("private") is True,
        )

    def to_body(self) -> dict[str, Any]:
        """The body, naming only what was said."""
        return named(
            mobility=self.mobility,
            aids=[
                named(aid=a.aid, since_on=a.since_on, hand=a.hand, checked_on=a.checked_on) for a in self.aids
            ],
            conditions=list(self.conditions),
            goals=list(self.goals),
            own_goal=self.own_goal,
            activities=list(self.activities),
            equipment=list(self.equipment),
            heat_sensitive=self.heat_sensitive,
            clearance=self.clearance,
            helper_available=self.helper_available,
            weaker_side=self.weaker_side,
            steroids=named(times=self.steroid_times, last_on=self.steroid_last_on, route=self.steroid_route),
            alemtuzumab=named(ever=self.alemtuzumab_ever, last_on=self.alemtuzumab_last_on),
            minutes=self.minutes,
            days=list(self.days),
            movements=list(self.movements),
            left_out=list(self.left_out),
            private=self.private or None,
        )
