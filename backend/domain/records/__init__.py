"""Every kind of record a diary may hold, and what must be true of a whole record."""

from backend.domain.records.allergy import Allergy
from backend.domain.records.appointment import Appointment
from backend.domain.records.care_card import CareCard
from backend.domain.records.check import check_body
from backend.domain.records.contact import Contact
from backend.domain.records.daily import Daily
from backend.domain.records.dose import Dose
from backend.domain.records.event import Event
from backend.domain.records.kinds import KINDS, Kind
from backend.domain.records.medicine import Medicine
from backend.domain.records.mood import Mood
from backend.domain.records.profile import Profile
from backend.domain.records.share import Share
from backend.domain.records.story import Story
from backend.domain.records.symptom import Symptom

__all__ = [
    "KINDS",
    "Allergy",
    "Appointment",
    "CareCard",
    "Contact",
    "Daily",
    "Dose",
    "Event",
    "Kind",
    "Medicine",
    "Mood",
    "Profile",
    "Share",
    "Story",
    "Symptom",
    "check_body",
]
