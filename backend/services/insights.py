"""What a diary shows over time: to its owner, and to others by what they are granted."""

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from functools import lru_cache
from typing import Any

import orjson
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
    with _uncollected():
        found = insights.insights(read(view, today, days), days)
    for pattern in found["patterns"]:
        pattern["sources"] = sources_of(pattern["rule"])
    return found


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the collector of cycles: ten years are half a million objects in none, and it would count them
    again and again, for half of the time.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def read(view: views.View, today: date, days: int) -> insights.Diary:
    """The diary as this view may see it, without scores that wait for the person's yes."""
    owner = db.session.get_one(Space, view.space_id).owner_account_id
    since = date.fromordinal(insights.first_day(today, days) - SPAN_DAYS).isoformat()
    records: dict[str, list[Mapping[str, Any]]] = {kind: [] for kind in KINDS}
    medicines, labels = {}, {}
    rows = _rows(view, since)
    # One reading of all texts takes a fraction of the time that one for each would.
    bodies = orjson.loads(f"[{','.join(row[2] for row in rows)}]")
    for (kind, record_id, _, author), body in zip(rows, bodies, strict=True):
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


def _rows(view: views.View, since: str) -> Sequence[Any]:
    """Kind, id, body as text and author, in a fixed order."""
    return db.session.execute(
        sa.select(Record.kind, Record.id, sa.cast(Record.body, sa.Text), Record.author_account_id)
        .where(
            Record.space_id == view.space_id,
            feed.visible(view),
            Record.kind.in_(KINDS),
            sa.or_(Record.kind.not_in(DAILY), Record.occurred_on >= since),
        )
        .order_by(Record.id)
    ).all()


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
