"""Plans, their items and what was done."""

from backend.domain.records import bounds
from backend.schemas.composed import Many, Parts
from backend.schemas.fields import (
    RULE,
    UUID,
    Answer,
    Day,
    Instant,
    Matching,
    OneOf,
    Truth,
    Whole,
    Words,
    Zone,
)
from backend.schemas.records.base import Body, note


def rule() -> Answer:
    """The id of a rule, a fact, a template or a movement."""
    return Matching(RULE, "This is not an id.")


def rules() -> Answer:
    """Ids of rules and facts."""
    return Many(rule(), bounds.LIST_MOST)


def _dose() -> Answer:
    """One movement with how long and how often: one field."""
    return Parts(
        {
            "movement": rule(),
            "position_variant": rule(),
            "hold_s": Whole((0, 3600)),
            "reps": Whole(bounds.COUNT),
            "sets": Whole((0, 20)),
            "minutes": Whole((0, 240)),
            "sides": OneOf((*bounds.SIDES, "each")),
        }
    )


class PlanSchema(Body):
    """A plan of one to four weeks."""

    template = rule()
    started_on = Day()
    ended_on = Day()
    weeks = Whole((1, 4))
    reason = rules()
    generated_by = rule()
    content_version = rule()


class PlanItemSchema(Body):
    """One movement of one session of one day."""

    plan_id = Matching(UUID, "This is not the id of a plan.")
    on = Day()
    position = rule()
    session_no = Whole((1, 10))
    order = Whole((0, 100))
    lengths = Many(Whole((3, 15)), 3)
    dose = _dose()
    gentle = _dose()
    set_by = OneOf(bounds.SET_BY)
    override_note = Words(bounds.OWN_WORDS)
    helper = OneOf(bounds.HELPER)
    why = rules()


class SessionSchema(Body):
    """What was done."""

    at = Instant()
    on = Day()
    tz = Zone()
    minutes = Whole((0, 240))
    plan_item_ids = Many(Matching(UUID, "This is not an id."), bounds.LIST_MOST)
    done = Many(
        Parts(
            {
                "movement": rule(),
                "outcome": OneOf(bounds.OUTCOMES),
                "position": rule(),
                "reps": Whole(bounds.COUNT),
                "hold_s": Whole((0, 3600)),
                "seconds": Whole((0, 14_400)),
                "effort_0_10": Whole(bounds.NRS),
                "reason": rule(),
            },
            required=("movement", "outcome"),
        ),
        bounds.LIST_MOST,
    )
    pain_before_nrs = Whole(bounds.NRS)
    pain_after_nrs = Whole(bounds.NRS)
    pain_2h_nrs = Whole(bounds.NRS)
    next_morning_nrs = Whole(bounds.NRS)
    felt = OneOf(bounds.FELT)
    felt_later = OneOf(bounds.FELT)
    helped_by = Words(bounds.NAME)
    adapted = Parts({"rules": rules(), "flare_set": Truth()})
    note = note()


SCHEMAS = {"plan": PlanSchema, "plan_item": PlanItemSchema, "session": SessionSchema}
