"""Every kind of record a diary may hold, and what must be true of a whole record."""

from backend.domain.records.check import check_body
from backend.domain.records.daily import Daily
from backend.domain.records.kinds import KINDS, Kind
from backend.domain.records.share import Share
from backend.domain.records.symptom import Symptom

__all__ = ["KINDS", "Daily", "Kind", "Share", "Symptom", "check_body"]
