"""What was felt: symptom entries, the strip of a day, mood, the Pain Story, own words."""

import re

from backend.domain.records import bounds
from backend.schemas.composed import Many, Named, Parts
from backend.schemas.fields import (
    RULE,
    UUID,
    Day,
    Halves,
    Instant,
    Matching,
    OneOf,
    Term,
    Truth,
    Whole,
    Words,
    Zone,
)
from backend.schemas.records.base import Body, note, places, terms

SAID = re.compile(r"^[0-9a-f]{40}$")


class SymptomSchema(Body):
    """One thing felt."""

    at = Instant()
    on = Day()
    tz = Zone()
    symptom = Term("symptoms")
    severity_nrs = Whole(bounds.NRS)
    regions = places()
    generalised = Truth()
    words = terms("words")
    own_words = Words(bounds.OWN_WORDS)
    patterns = terms("patterns")
    triggers = terms("triggers")
    relief = Many(
        Parts(
            {"what": Term("reliefs"), "before_nrs": Whole(bounds.NRS), "after_nrs": Whole(bounds.NRS)},
            required=("what",),
        ),
        bounds.LIST_MOST,
    )
    stops_me = Many(
        Parts(
            {"activity": Term("activities"), "minutes": Whole(bounds.MINUTES_OF_A_DAY)},
            required=("activity",),
        ),
        bounds.LIST_MOST,
    )
    minutes_long = Whole(bounds.MINUTES_LONG)
    until_on = Day()
    hard_day = Truth()
    confirmed = Truth()
    confirmed_as = Matching(SAID, "This is not the sum of what an entry says.")
    same_as = Matching(UUID, "This is not the id of an entry.")
    note = note()


class DailySchema(Body):
    """The strip of one day."""

    on = Day()
    sleep_hours = Halves(bounds.SLEEP_HOURS)
    sleep_quality = OneOf(bounds.SLEEP_QUALITY)
    energy = OneOf(bounds.ENERGY)
    fatigue_nrs = Whole(bounds.NRS)
    stiffness_nrs = Whole(bounds.NRS)
    stress_nrs = Whole(bounds.NRS)
    spasms = OneOf(bounds.SPASMS)
    symptoms = Many(
        Parts(
            {"symptom": Term("symptoms", without=bounds.INTIMATE), "change": OneOf(bounds.CHANGES)},
            required=("symptom", "change"),
        ),
        bounds.LIST_MOST,
    )
    intimate = Many(
        Parts({"symptom": Term(), "change": OneOf(bounds.CHANGES)}, required=("symptom", "change")),
        bounds.LIST_MOST,
    )
    heat = OneOf(bounds.HEAT)
    infection = Parts({"state": OneOf(bounds.INFECTION), "type": Term()}, required=("state",))
    sitting_minutes = Whole(bounds.MINUTES_OF_A_DAY)
    standing_minutes = Whole(bounds.MINUTES_OF_A_DAY)
    wheelchair_hours = Whole(bounds.HOURS_OF_A_DAY)
    active_minutes = Parts(
        {"easy": Whole(bounds.MINUTES_OF_A_DAY), "moderate": Whole(bounds.MINUTES_OF_A_DAY)}
    )
    falls = Parts({"count": Whole(bounds.COUNT), "near": Whole(bounds.COUNT), "injured": Truth()})
    note = note()


class MoodSchema(Body):
    """How the mind was on one day."""

    on = Day()
    mood = OneOf(bounds.MOODS)
    anxious = Truth()
    alone_too_much = Truth()
    phq2 = Many(Whole(bounds.PHQ_ITEM), 2)


class StorySchema(Body):
    """The Pain Story: one answer for each question, by the question's id."""

    on = Day()
    label = Words(bounds.LABEL)
    answers = Named(
        Parts(
            {
                "choices": terms(None),
                "text": Words(bounds.NOTE, lines=True),
                "on": Day(),
                "numbers": Named(Whole(bounds.MINUTES_LONG), bounds.LIST_MOST),
            }
        ),
        bounds.LIST_MOST,
    )
    reviewed_on = Day()
    note = note()


class CustomSchema(Body):
    """The person's own symptom, trigger, relief or activity."""

    vocabulary = Matching(RULE, "This is not a list.")
    label = Words(bounds.LABEL)


SCHEMAS = {
    "symptom": SymptomSchema,
    "daily": DailySchema,
    "mood": MoodSchema,
    "story": StorySchema,
    "custom": CustomSchema,
}
