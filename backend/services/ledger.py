"""One accepted op written down: the change under the next number, and the record's new state."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from backend import clock
from backend.domain import merge, sharing
from backend.extensions import db
from backend.models import Change, Record, Space

Wire = Mapping[str, Any]


@dataclass(frozen=True)
class Sender:
    """Who sends ops, from which device, and how far that device's clock is off."""

    account_id: str
    device_id: str | None = None
    skew_ms: int | None = None
    app_version: str | None = None


def write(
    space: Space, sender: Sender, op: Wire, record: Record | None, outcome: merge.Outcome, sha256: str
) -> None:
    """The change and the record's new state under the next number."""
    space.head += 1
    db.session.add(
        Change(
            space_id=space.id,
            op_id=op["op"],
            seq=space.head,
            tag=secrets.token_hex(8),
            record_id=op["id"],
            kind=op["kind"],
            t=op["t"],
            was=op.get("was"),
            set=op.get("set"),
            base=op.get("base"),
            lost=dict(outcome.lost) or None,
            status=outcome.status,
            account_id=sender.account_id,
            device_id=sender.device_id,
            n=op.get("n"),
            made_at=op["made_at"],
            made_tz=op.get("made_tz"),
            skew_ms=sender.skew_ms,
            received_at=clock.now(),
            app_version=sender.app_version,
            sha256=sha256,
        )
    )
    if record is None:
        record = _blank(space, sender, op)
        db.session.add(record)
    _move_feeds(record, outcome, space.head)
    record.body, record.fop = dict(outcome.state.body), dict(outcome.state.fop)
    record.cur_op, record.conf = outcome.state.cur_op, list(outcome.state.conf)
    record.deleted, record.sv = outcome.state.deleted, max(record.sv, op["sv"])
    record.seq, record.rev = space.head, record.rev + 1
    record.occurred_at, record.occurred_on, record.tz = _when(record.body)
    db.session.flush()


def _blank(space: Space, sender: Sender, op: Wire) -> Record:
    """A record nothing has been said of yet."""
    return Record(
        space_id=space.id,
        id=op["id"],
        kind=op["kind"],
        sv=op["sv"],
        rev=0,
        seq_base=0,
        seq_notes=0,
        seq_names=0,
        seq_intimate=0,
        private=False,
        former_scopes="",
        scope=None,
        body={},
        author_account_id=sender.account_id,
        deleted=False,
    )


def _move_feeds(record: Record, outcome: merge.Outcome, seq: int) -> None:
    """Move the numbers a caregiver's feed follows, and only where a caregiver may notice the change."""
    body = outcome.state.body
    was_private, was_scope = record.private, record.scope
    record.private = body.get("private") is True
    record.scope = sharing.scope_of(record.kind, body)
    if was_scope is not None and was_scope != record.scope and not was_private:
        kept = {*record.former_scopes.split(","), was_scope} - {""}
        record.former_scopes = f",{','.join(sorted(kept))},"
    if (was_private and record.private) or (record.private and record.rev == 0):
        return
    whole = outcome.came_or_went or was_private != record.private or was_scope != record.scope
    moved = (
        {"base", "notes", "names", "intimate"}
        if whole
        else {sharing.group_of(record.kind, name) for name in outcome.changed}
    )
    for group in ("base", "notes", "names", "intimate"):
        if group in moved:
            setattr(record, f"seq_{group}", seq)


def _when(body: Mapping[str, Any]) -> tuple[datetime | None, str | None, str | None]:
    """The instant, the person's date and the zone a body speaks of."""
    at = body.get("at")
    moment = datetime.fromisoformat(at) if isinstance(at, str) else None
    on = body.get("on") or (at[:10] if isinstance(at, str) else None)
    return moment, on, body.get("tz")
