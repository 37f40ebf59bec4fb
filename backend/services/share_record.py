"""A share as its owner's own devices know it: a record of their feed."""

from backend import clock
from backend.domain import origin
from backend.extensions import db
from backend.models import Record, Share
from backend.services import journal
from backend.services.accounts import new_id


def tell_owner(share: Share, owner_id: str) -> None:
    """Write the share into the owner's own feed, so that their phone knows it and can assert it again."""
    record = db.session.get(Record, (share.space_id, share.id))
    body = {
        "name": share.label,
        "read": list(share.read),
        "write": list(share.write),
        "until": share.until,
        "state": share.state,
    }
    old = record.body if record is not None else {}
    changed = {name: value for name, value in body.items() if record is None or old.get(name) != value}
    if not changed:
        return
    seen = origin.whole(record.body, record.fop, record.cur_op) if record is not None else {}
    was = {name: seen.get(name) for name in changed} if record is not None else {}
    journal.record_share(
        share.space_id,
        owner_id,
        {
            "op": new_id(),
            "space": share.space_id,
            "id": share.id,
            "kind": "share",
            "sv": 1,
            "t": "put",
            "set": changed,
            "was": was,
            "made_at": clock.now().isoformat(timespec="milliseconds"),
            "made_tz": "UTC",
        },
    )
