"""What others need when the person cannot say it: where, whom to call, what helps."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from backend.domain.records.body import named

# ISO leaves these letters to whoever needs them: a country no pack holds.
ANOTHER_COUNTRY = "ZZ"


@dataclass(frozen=True)
class Help:
    """One way to help: a relief by its id, or the person's own words."""

    relief: str | None = None
    text: str | None = None


@dataclass(frozen=True)
class CareCard:
    """One for each person. country: ISO, two letters; help: in her own order, empty shows nothing."""

    country: str | None = None
    emergency_number: str | None = None
    help: tuple[Help, ...] = ()
    alert_cards: tuple[str, ...] = ()
    private: bool = False

    @classmethod
    def from_body(cls, body: Mapping[str, Any]) -> "CareCard":
        """The card a body tells of."""
        return cls(
            country=body.get("country"),
            emergency_number=body.get("emergency_number"),
            help=tuple(Help(one.get("relief"), one.get("text")) for one in body.get("help") or ()),
            alert_cards=tuple(body.get("alert_cards") or ()),
            private=body.get("private") is True,
        )

    def to_body(self) -> dict[str, Any]:
        """The body, naming only what was said."""
        return named(
            country=self.country,
            emergency_number=self.emergency_number,
            help=[named(relief=one.relief, text=one.text) for one in self.help],
            alert_cards=list(self.alert_cards),
            private=self.private or None,
        )
