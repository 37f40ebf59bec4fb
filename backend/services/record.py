"""A record's row as a push leaves it: its state, its place in every feed, and the day it speaks of."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from backend.domain import merge, origin, sharing
from backend.models.spaces import FEED_GROUPS

Row = dict[str, Any]


def blank(space_id: str, author_id: str, op: Mapping[str, Any]) -> Row:
    """A record nothing has been said of yet."""
    return {
        "space_id": space_id,
        "id": op["id"],
        "kind": op["kind"],
        "sv": op["sv"],
        "rev": 0,
        **{f"seq_{group}": 0 for group in FEED_GROUPS},
        "private": False,
        "former_scopes": "",
        "scope": None,
        "body": {},
        "author_account_id": author_id,
        "deleted": False,
        "erased": False,
    }


def turn(row: Row, outcome: merge.Outcome, op: Mapping[str, Any], seq: int) -> None:
    """Bring a record to its new state under a number."""
    _move_feeds(row, outcome, seq)
    state = outcome.state
    row.update(body=dict(state.body), fop=origin.short(state.fop, state.cur_op))
    row.update(cur_op=state.cur_op, conf=list(state.conf))
    row.update(deleted=state.deleted, erased=state.erased, sv=max(row["sv"], op["sv"]))
    row.update(seq=seq, rev=row["rev"] + 1)
    row["occurred_at"], row["occurred_on"], row["tz"] = _when(row["body"])


def _move_feeds(row: Row, outcome: merge.Outcome, seq: int) -> None:
    """Move the numbers a caregiver's feed follows, and only where a caregiver may notice the change."""
    body = outcome.state.body
    was_private, was_scope = row["private"], row["scope"]
    if outcome.state.erased:
        # What it was is blanked; that it leaves the views it was in must still be told there.
        scope, private = was_scope, was_private
    else:
        scope, private = sharing.scope_of(row["kind"], body), body.get("private") is True
    row["private"], row["scope"] = private, scope
    if was_scope is not None and was_scope != scope and not was_private:
        kept = {*row["former_scopes"].split(","), was_scope} - {""}
        row["former_scopes"] = f",{','.join(sorted(kept))},"
    if private and (was_private or row["rev"] == 0):
        return
    if outcome.came_or_went or was_private != private or was_scope != scope:
        moved: Iterable[str | None] = FEED_GROUPS
    else:
        moved = {sharing.group_of(row["kind"], name) for name in outcome.changed}
    for group in FEED_GROUPS:
        if group in moved:
            row[f"seq_{group}"] = seq


def _when(body: Mapping[str, Any]) -> tuple[datetime | None, str | None, str | None]:
    """The instant, the person's date and the zone a body speaks of."""
    at = body.get("at")
    moment = datetime.fromisoformat(at) if isinstance(at, str) else None
    on = body.get("on") or (at[:10] if isinstance(at, str) else None)
    return moment, on, body.get("tz")
