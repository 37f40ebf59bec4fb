"""What a person's own diary says, for rules that read it: bodies of live records, private ones among them."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

import sqlalchemy as sa

from backend.content import packs
from backend.domain.alerts import open_messages
from backend.domain.confirmed import is_counted
from backend.domain.known import Known
from backend.extensions import db
from backend.models import Record, Space

# What there is more of every day; rules look at its last weeks, and a span may have begun a while before.
# Of all else an old word counts as much: an alarm nobody answered, steroid courses, when somebody last moved.
DAILY = ("symptom", "daily", "mood", "dose", "plan_item")
DAYS = 120
Rec = dict[str, Any]


@lru_cache(maxsize=1)
def content() -> Mapping[str, Any]:
    """Every content pack, read."""
    return {name: json.loads(pack.data) for name, pack in packs().items()}


def records(space_id: str, kinds: Iterable[str], today: str) -> dict[str, list[Rec]]:
    """Live records of some kinds as `{id, body, fop, cur_op}`, what comes daily of the last 120 days.

    Entries somebody else wrote are left out until the person has said that they are right.
    """
    since = (date.fromisoformat(today) - timedelta(days=DAYS)).isoformat()
    found = db.session.execute(
        sa.select(
            Record.kind,
            Record.id,
            Record.body,
            Record.fop,
            Record.cur_op,
            Record.author_account_id,
            Space.owner_account_id,
        )
        .join(Space, Space.id == Record.space_id)
        .where(
            Record.space_id == space_id,
            Record.kind.in_(sorted(kinds)),
            Record.deleted.is_(False),
            sa.or_(Record.kind.not_in(DAILY), Record.occurred_on.is_(None), Record.occurred_on >= since),
        )
        .order_by(Record.seq)
    )
    by_kind: dict[str, list[Rec]] = defaultdict(list)
    for kind, record_id, body, fop, cur_op, author, owner in found:
        if not is_counted(kind, body, author, owner):
            continue
        by_kind[kind].append({"id": record_id, "body": body, "fop": fop, "cur_op": cur_op})
    return by_kind


def known(found: Mapping[str, list[Rec]], today: str, now: str) -> Known:
    """What the facts and the inputs of plans are built from. now: an instant with its offset."""

    def bodies(kind: str) -> list[Any]:
        return [one["body"] for one in found.get(kind, ())]

    dailies = bodies("daily")
    return {
        "entry": None,
        "day": next((one for one in dailies if one.get("on") == today), None),
        "profile": next(iter(bodies("profile")), None),
        "medicines": [{"id": one["id"], "body": one["body"]} for one in found.get("medicine", ())],
        "doses": bodies("dose"),
        "events": bodies("event"),
        "past": {"symptoms": bodies("symptom"), "dailies": dailies, "moods": bodies("mood")},
        "today": today,
        "now": now,
    }


def waiting(found: Mapping[str, list[Rec]], today: str) -> list[dict[str, Any]]:
    """Open safety messages, the most urgent first."""
    return open_messages(found.get("safety", []), content()["safety"], today)
