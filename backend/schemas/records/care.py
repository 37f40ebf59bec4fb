"""The care circle: what a caregiver noticed, requests, contacts, the care card, shares."""

import re

from backend.domain.records import bounds
from backend.domain.sharing import SCOPES
from backend.schemas.composed import Many, Parts
from backend.schemas.fields import UUID, Day, Instant, Matching, OneOf, Term, Words
from backend.schemas.records.base import Body, note

PHONE = re.compile(r"^[+0-9][0-9 ()/.-]{1,29}$")
COUNTRY = re.compile(r"^[A-Z]{2}$")


class ObservationSchema(Body):
    """What a caregiver noticed; always signed, never in place of the person's own word."""

    type = Term()
    at = Instant()
    on = Day()
    text = Words(bounds.OBSERVATION, lines=True)
    about = Matching(UUID, "This is not an id.")


class RequestSchema(Body):
    """One tap from the person to their caregivers."""

    ask = OneOf(bounds.ASKS)
    at = Instant()
    answered_at = Instant()


class ContactSchema(Body):
    """Somebody to call."""

    who = Words(bounds.NAME)
    role = OneOf(bounds.CONTACT_ROLES)
    number = Matching(PHONE, "This does not look like a phone number.")
    hours = Words(bounds.NAME)
    note = note()


class CareCardSchema(Body):
    """What helps, whom to call, where."""

    country = Matching(COUNTRY, "Use two letters, such as CH.")
    emergency_number = Matching(PHONE, "This does not look like a phone number.")
    help = Many(Parts({"relief": Term("reliefs"), "text": Words(bounds.OWN_WORDS)}), bounds.LIST_MOST)
    alert_cards = Many(Words(bounds.OWN_WORDS), bounds.LIST_MOST)


class ShareSchema(Body):
    """A share as the owner's devices see it; pushed only to narrow it."""

    name = Words(bounds.NAME)
    read = Many(OneOf(SCOPES), len(SCOPES))
    write = Many(OneOf(SCOPES), len(SCOPES))
    until = Day()
    state = OneOf(bounds.SHARE_STATES)


SCHEMAS = {
    "observation": ObservationSchema,
    "request": RequestSchema,
    "contact": ContactSchema,
    "care_card": CareCardSchema,
    "share": ShareSchema,
}
