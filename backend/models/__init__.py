"""The tables."""

from backend.models.accounts import Account, Device, Recovery, Session
from backend.models.base import Base
from backend.models.shares import Attempt, Audit, Look, Share
from backend.models.spaces import Change, Record, Space

__all__ = [
    "Account",
    "Attempt",
    "Audit",
    "Base",
    "Change",
    "Device",
    "Look",
    "Record",
    "Recovery",
    "Session",
    "Share",
    "Space",
]
