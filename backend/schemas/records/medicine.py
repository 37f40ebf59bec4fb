"""Medicines, doses, events and allergies. A dose is shown as it was typed and never computed with."""

from backend.domain.records import bounds
from backend.schemas.composed import Many, Parts
from backend.schemas.fields import (
    CLOCK,
    UUID,
    Answer,
    Day,
    Instant,
    Matching,
    OneOf,
    Slot,
    Term,
    Whole,
    Words,
    Zone,
)
from backend.schemas.records.base import Body, note, places, terms

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def _regimen() -> Answer:
    """Name, dose, unit, times and days: one field, so that parts of two versions never mix."""
    return Parts(
        {
            "name": Words(bounds.NAME),
            "dose_text": Words(bounds.LABEL),
            "unit_text": Words(bounds.LABEL),
            "times": Many(Matching(CLOCK, "Write a time as 08:30."), bounds.LIST_MOST),
            "days": Many(OneOf(WEEKDAYS), len(WEEKDAYS)),
            "every_days": Whole(bounds.EVERY_DAYS),
            "from_on": Day(),
            "route": Words(bounds.LABEL),
        }
    )


class MedicineSchema(Body):
    """One medicine."""

    regimen = _regimen()
    started_on = Day()
    stopped_on = Day()
    effect = OneOf(("better", "same", "worse", "unsure"))
    side_effects = terms(None)
    note = note()

    class Meta(Body.Meta):
        include = {"class": Term("medicine_classes")}  # noqa: RUF012  `class` cannot be an attribute's name


class DoseSchema(Body):
    """One dose, taken or not."""

    medicine_id = Matching(UUID, "This is not the id of a medicine.")
    slot = Slot()
    at = Instant()
    on = Day()
    tz = Zone()
    status = OneOf(bounds.DOSE_STATUS)
    body_site = Term()
    reactions = terms(None)
    beside = Matching(UUID, "This is not the id of a dose.")
    note = note()


class EventSchema(Body):
    """Something that happened: a steroid course, an infusion, a relapse, a fall, a new aid."""

    type = OneOf(bounds.EVENT_TYPES)
    on = Day()
    until_on = Day()
    detail = Words(bounds.NOTE, lines=True)
    regions = places()


class AllergySchema(Body):
    """What is not borne, and what it does."""

    what = Words(bounds.NAME)
    reaction = Words(bounds.OWN_WORDS)


SCHEMAS: dict[str, type[Body]] = {
    "medicine": MedicineSchema,
    "dose": DoseSchema,
    "event": EventSchema,
    "allergy": AllergySchema,
}
