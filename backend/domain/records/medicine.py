"""One medicine as the person wrote it. A dose is text: it is shown and never computed with."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from backend.domain.records.body import named


@dataclass(frozen=True)
class Regimen:
    """What is taken and when: one field, since a name and a dose from two phones must never mix.

    times: HH:MM. days: mon to sun, none means every day. every_days: 2..90 in place of days, counted
    from from_on.
    """

    name: str | None = None
    dose_text: str | None = None
    unit_text: str | None = None
    times: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    every_days: int | None = None
    from_on: str | None = None
    route: str | None = None


@dataclass(frozen=True)
class Medicine:
    """A medicine with its class. effect: better, same, worse or unsure."""

    class_: str | None = None
    regimen: Regimen | None = None
    started_on: str | None = None
    stopped_on: str | None = None
    effect: str | None = None
    side_effects: tuple[str, ...] = ()
    private: bool = False

    @classmethod
    def from_body(cls, body: Mapping[str, Any]) -> "Medicine":
        """The medicine a body tells of."""
        return cls(
            class_=body.get("class"),
            regimen=_regimen(body.get("regimen")),
            started_on=body.get("started_on"),
            stopped_on=body.get("stopped_on"),
            effect=body.get("effect"),
            side_effects=tuple(body.get("side_effects") or ()),
            private=body.get("private") is True,
        )

    def to_body(self) -> dict[str, Any]:
        """The body, naming only what was said."""
        said: dict[str, Any] = {
            "class": self.class_,
            "regimen": None if self.regimen is None else _written(self.regimen),
            "started_on": self.started_on,
            "stopped_on": self.stopped_on,
            "effect": self.effect,
            "side_effects": list(self.side_effects) or None,
            "private": self.private or None,
        }
        return named(**said)

    def in_use(self, on: str) -> bool:
        """Whether it is taken on a date; the day of stopping is the first day without it."""
        began = self.started_on is None or self.started_on <= on
        return began and (self.stopped_on is None or on < self.stopped_on)


def _regimen(said: Mapping[str, Any] | None) -> Regimen | None:
    if said is None:
        return None
    parts: dict[str, Any] = {field.name: said.get(field.name) for field in fields(Regimen)}
    return Regimen(**{**parts, "times": tuple(parts["times"] or ()), "days": tuple(parts["days"] or ())})


def _written(regimen: Regimen) -> dict[str, Any]:
    """Whole, with null for what was not said: the field is never written in parts."""
    return {**vars(regimen), "times": list(regimen.times), "days": list(regimen.days)}
