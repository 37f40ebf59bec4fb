"""What the bodies share."""

from marshmallow import RAISE, Schema

from backend.domain.records import bounds
from backend.schemas.composed import Many, Parts
from backend.schemas.fields import OneOf as One
from backend.schemas.fields import Term, Truth, Words


class Body(Schema):
    """A record's body. `private` is a field of every kind."""

    class Meta:
        unknown = RAISE

    private = Truth()


def note() -> Words:
    """A free note."""
    return Words(bounds.NOTE, lines=True)


def terms(name: str | None) -> Many:
    """Ids of one vocabulary list."""
    return Many(Term(name), bounds.LIST_MOST)


def places() -> Many:
    """Body regions with their sides."""
    place = Parts({"region": Term("regions"), "side": One(bounds.SIDES)}, required=("region", "side"))
    return Many(place, bounds.REGIONS_MOST)
