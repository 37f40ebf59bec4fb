"""A share may be narrowed from the owner's own feed: ended, paused, fewer scopes, an earlier end.

So a phone that was offline, or that remembers what a restored server forgot, can always take rights away.
Giving rights needs the password and goes through the shares' own routes.
"""

import uuid
from collections.abc import Mapping
from typing import Any

from backend import clock
from backend.domain import sharing
from backend.extensions import db
from backend.models import Share
from backend.services import access

FIELDS = frozenset({"read", "write", "until", "state"})


def refusal(space_id: str, op: Mapping[str, Any], known: bool) -> str | None:
    """A code when the op would do anything but narrow an existing share of this space."""
    share = db.session.get(Share, op["id"])
    if not known or share is None or share.space_id != space_id:
        return "no_such_share"
    if op["t"] == "resolve" and not op.get("set"):
        return None
    if op["t"] != "put" or not set(op.get("set") or {}) <= FIELDS:
        return "share_only_narrows"
    if any(value is None for name, value in (op.get("set") or {}).items() if name != "until"):
        return "share_only_narrows"  # "not said" is no answer to who may see what
    if share.state == "ended" and (op.get("set") or {}).get("state", "ended") != "ended":
        return "share_only_narrows"
    now = {"read": share.read, "write": share.write, "until": share.until, "state": share.state}
    return None if sharing.narrows(now, op.get("set") or {}) else "share_only_narrows"


def carry_out(op: Mapping[str, Any]) -> None:
    """Bring the share itself to what the accepted op says."""
    share = db.session.get(Share, op["id"])
    assert share is not None
    if not op.get("set"):
        return
    before = access.rights_of(share)
    for name, value in (op.get("set") or {}).items():
        setattr(share, name, value)
    share.write = sorted(share.adds)
    share.view_id = str(uuid.uuid4())
    if share.state == "ended":
        share.ended_at = share.ended_at or clock.now()
        share.code_hash = share.token_hash = None
    access.note_ended(share, before)
