"""What a diary shows over time: to its owner, and to others by what they are granted."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

import sqlalchemy as sa

from backend.domain import insights, sharing
from backend.domain.confirmed import is_counted
from backend.domain.insights.diary import SPAN_DAYS
from backend.domain.insights.rules import FACTS, OUTSIDE
from backend.errors import NotFound
from backend.extensions import db
from backend.models import Record, Space
from backend.services import access, diary, feed, looks, views
from backend.services.sessions import SignedIn

# What comes day by day is read as far back as it counts, all else whole.
DAILY = ("symptom", "daily", "mood", "dose", "session")
KINDS = (*DAILY, "medicine", "event", "profile", "custom")


def of(who: SignedIn, space_id: str, days: int) -> dict[str, Any]:
    """Series and patterns of one person. Raises NotFound."""
    entry = views.views_of(who).get(space_id)
    if entry is None:
        raise NotFound
    view, name, _ = entry
    shown = show(view, access.today_in(space_id).date(), days)
    if not view.is_owner:
        looks.note(space_id, who.id, "insights")
    return {"space": space_id, "name": name, **shown}


def show(view: views.View, today: date, days: int) -> dict[str, Any]:
    """The same for a view, for whoever has looked already: the report."""
    found = insights.insights(read(view, today, days), days)
    for pattern in found["patterns"]:
        pattern["sources"] = sources_of(pattern["rule"])
    return found


def read(view: views.View, today: date, days: int) -> insights.Diary:
    """The diary as this view may see it, without scores that wait for the person's yes."""
    owner = db.session.get_one(Space, view.space_id).owner_account_id
    since = date.fromordinal(insights.first_day(today, days) - SPAN_DAYS).isoformat()
    records: dict[str, list[Mapping[str, Any]]] = {kind: [] for kind in KINDS}
    medicines, labels = {}, {}
    for kind, record_id, body, author in _rows(view, since):
        if not is_counted(kind, body, author, owner):
            continue
        if not view.is_owner:
            body = sharing.visible_body(kind, body, view.access.read)
        records[kind].append(body)
        if kind == "medicine":
            medicines[record_id] = body
        elif kind == "custom":
            labels[record_id] = str(body.get("label") or "")
    return insights.Diary(records, medicines, today, _words(labels))


def _rows(view: views.View, since: str) -> Iterable[Any]:
    """Kind, id, body and author, in a fixed order."""
    return db.session.execute(
        sa.select(Record.kind, Record.id, Record.body, Record.author_account_id)
        .where(
            Record.space_id == view.space_id,
            feed.visible(view),
            Record.kind.in_(KINDS),
            sa.or_(Record.kind.not_in(DAILY), Record.occurred_on >= since),
        )
        .order_by(Record.id)
    )


def _words(own: Mapping[str, str]) -> insights.Words:
    lists = diary.content()["vocabulary"]["lists"]
    named = (term for name in ("regions", "words", "reliefs") for term in lists[name])
    labels = {term["id"]: term["label"] for term in named} | {one: said for one, said in own.items() if said}
    return insights.Words(labels, {term["id"]: term["family"] for term in lists["words"]})


@lru_cache
def sources_of(rule: str) -> list[str]:
    """The sources a rule rests on, by their ids in the content."""
    at = {fact["id"]: fact["at"] for fact in diary.content()["facts"]["facts"]}
    inside = (place["source"] for fact in FACTS[rule] for place in at[fact])
    return list(dict.fromkeys([*inside, *OUTSIDE.get(rule, ())]))
