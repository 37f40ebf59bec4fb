"""Whom a plan is for: what was said in the profile and chosen for the plan."""

from collections.abc import Iterable
from dataclasses import dataclass

from backend.domain.records.profile import Profile

LEVELS = ("unaided", "stick", "walker", "wheelchair", "bed")
# Whoever did not say how they get about is planned for lying and seated, as for a walker.
UNSAID = "walker"


@dataclass(frozen=True)
class Person:
    """mobility: None is "not said". goals: as the profile has them.

    added: movements beyond the core set that the person or a therapist chose; prescribed: a therapist's.
    left_out: movements the person does not want. minutes: of one session, 3, 8 or 15.
    """

    mobility: str | None = None
    goals: tuple[str, ...] = ()
    equipment: tuple[str, ...] = ()
    clearance: str | None = None
    helper: bool = False
    minutes: int = 8
    days: tuple[str, ...] = ()
    added: frozenset[str] = frozenset()
    prescribed: frozenset[str] = frozenset()
    left_out: frozenset[str] = frozenset()

    @classmethod
    def of(
        cls,
        profile: Profile,
        added: Iterable[str] = (),
        prescribed: Iterable[str] = (),
        left_out: Iterable[str] = (),
    ) -> "Person":
        """The person of a profile."""
        return cls(
            mobility=profile.mobility if profile.mobility in LEVELS else None,
            goals=profile.goals,
            equipment=profile.equipment,
            clearance=profile.clearance,
            helper=profile.helper_available is True,
            minutes=length_for(profile.minutes),
            days=profile.days,
            added=frozenset(profile.movements) | frozenset(added) | frozenset(prescribed),
            prescribed=frozenset(prescribed),
            left_out=frozenset(profile.left_out) | frozenset(left_out),
        )

    @property
    def level(self) -> str:
        """The mobility level that movements are looked up by."""
        return self.mobility or UNSAID


LENGTHS = (3, 8, 15)


def length_for(minutes: int | None) -> int:
    """The longest of the three lengths that fits into the minutes somebody has; 8 where nobody said."""
    if minutes is None:
        return 8
    return max((one for one in LENGTHS if one <= minutes), default=LENGTHS[0])
