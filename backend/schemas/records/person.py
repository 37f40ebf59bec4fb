"""The person: profile, preferences, appointments, safety messages."""

from backend.domain.records import bounds
from backend.schemas.composed import Many, Named, Parts
from backend.schemas.fields import (
    CLOCK,
    RULE,
    UUID,
    Day,
    Instant,
    Matching,
    OneOf,
    Term,
    Truth,
    Whole,
    Words,
    Zone,
)
from backend.schemas.records.base import Body, note, terms

CLOCK_WORDS = "Write a time as 08:30."


class ProfileSchema(Body):
    """What plans and gates need to know; every answer may be left out."""

    mobility = Term()
    aids = Many(
        Parts(
            {"aid": Term(), "since_on": Day(), "hand": OneOf(bounds.SIDES), "checked_on": Day()},
            required=("aid",),
        ),
        bounds.LIST_MOST,
    )
    conditions = terms(None)
    goals = terms(None)
    own_goal = Words(bounds.OWN_WORDS)
    activities = terms(None)
    equipment = terms(None)
    heat_sensitive = Truth()
    clearance = OneOf(("yes", "no", "not_asked"))
    helper_available = Truth()
    weaker_side = OneOf(("left", "right", "both", "neither", "not_sure"))
    steroids = Parts(
        {"times": OneOf(("never", "once", "2_4", "5_plus", "not_sure")), "last_on": Day(), "route": Term()}
    )
    alemtuzumab = Parts({"ever": Truth(), "last_on": Day()})
    minutes = Whole(bounds.MINUTES_OF_A_DAY)
    days = Many(OneOf(("mon", "tue", "wed", "thu", "fri", "sat", "sun")), 7)
    # Beyond the core set, that plans may use all the same.
    movements = Many(Matching(RULE, "This is not a movement."), bounds.LIST_MOST)
    # What no session of theirs shall have.
    left_out = Many(Matching(RULE, "This is not a movement."), bounds.LIST_MOST)
    weight_tracking = Truth()
    locale = Matching(RULE, "This is not a locale.")


class PreferenceSchema(Body):
    """How the app looks and behaves for one account; the last word counts."""

    text_size = Whole((100, 200))
    theme = OneOf(("system", "light", "dark"))
    contrast = OneOf(("system", "normal", "high"))
    targets = OneOf(("normal", "large"))
    hand = OneOf(("left", "right"))
    simple_mode = Truth()
    # Sessions of the two days after an injection.
    lighter_after_injection = Truth()
    # Charts in words and bands.
    no_falling_lines = Truth()
    reminders = Many(
        Parts(
            {
                "id": Matching(RULE, "This is not an id."),
                "time": Matching(CLOCK, CLOCK_WORDS),
                "days": Many(OneOf(("mon", "tue", "wed", "thu", "fri", "sat", "sun")), 7),
                "on": Truth(),
                "text": Words(bounds.LABEL),
                # A break from sitting: again every so many minutes, up to a time (PLAN-15).
                "every": Whole(bounds.BREAK_EVERY),
                "until": Matching(CLOCK, CLOCK_WORDS),
            },
            required=("id",),
        ),
        bounds.LIST_MOST,
    )
    quiet_hours = Parts({"from": Matching(CLOCK, CLOCK_WORDS), "to": Matching(CLOCK, CLOCK_WORDS)})
    # Reminders rest before this date.
    paused_until = Day()
    locale = Matching(RULE, "This is not a locale.")


class AppointmentSchema(Body):
    """A visit, and what to ask there."""

    at = Instant()
    on = Day()
    tz = Zone()
    who = Words(bounds.NAME)
    questions = Many(Words(bounds.QUESTION, lines=True), bounds.LIST_MOST)
    take_report = Truth()
    agreed = Words(bounds.NOTE, lines=True)
    note = note()


class SafetySchema(Body):
    """A safety message that was shown, and what was answered."""

    message_id = Matching(RULE, "This is not an id.")
    tier = OneOf(bounds.TIERS)
    at = Instant()
    on = Day()
    tz = Zone()
    checks = Named(OneOf(("yes", "no", "not_sure")), bounds.CHECKS_MOST)
    because = Many(Matching(UUID, "This is not an id."), bounds.LIST_MOST)
    answer = OneOf(bounds.SAFETY_ANSWERS)
    ask_again_on = Day()


SCHEMAS = {
    "profile": ProfileSchema,
    "preference": PreferenceSchema,
    "appointment": AppointmentSchema,
    "safety": SafetySchema,
}
