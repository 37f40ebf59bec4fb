"""The report of one person's diary: their own, or what they share."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa

from backend import logs
from backend.domain import sharing
from backend.domain.confirmed import is_counted
from backend.domain.insights import insights as weigh
from backend.errors import Invalid, NotFound, ReportNotMade, ReportTooLong
from backend.extensions import db
from backend.models import Record, Space
from backend.reports import bundle, pdf, plain, tables
from backend.reports.build import TITLES, build, tactful
from backend.reports.change import WINDOW
from backend.reports.material import LONGEST_SPAN, Material, on_of
from backend.reports.material import Record as Read
from backend.reports.wording import between, count
from backend.services import access, desk, diary, feed, insights, looks, rows, views
from backend.services.sessions import SignedIn

USUAL_DAYS, MOST_DAYS = 90, 4000
EARLIEST, LATEST = date(1900, 1, 1), date(2200, 1, 1)
# Told of as they stand now, whenever they were written.
STANDING = ("medicine", "event", "profile", "story", "appointment", "custom")
# Told only where the person asks for mood and bowel.
TENDER = frozenset({"AN-16", "AN-23"})
ID_LENGTH = 36
DAILY = ("symptom", "daily", "mood", "dose", "plan_item", "session", "safety")


@dataclass(frozen=True)
class Asked:
    """What a report is wanted of. None stands for what is usual."""

    first: str | None = None
    last: str | None = None
    parts: tuple[str, ...] | None = None
    leave_out: frozenset[str] = frozenset()
    private: bool = False


def report(who: SignedIn, space_id: str, asked: Asked) -> dict[str, Any]:
    """The report as plain data. Raises NotFound, Invalid."""
    return build(material(who, space_id, asked), asked.parts, asked.leave_out)


def material(who: SignedIn, space_id: str, asked: Asked) -> Material:
    """What a report is made from, as far as this account may read it. Raises NotFound, Invalid."""
    view, name = _view(who, space_id)
    if not set(asked.parts or ()) <= set(TITLES):
        raise Invalid({"fields": {"query": {"parts": ["Use the ids of parts."]}}})
    today = access.today_in(space_id).date()
    first, last = _period(asked, today)
    found = _records(view, STANDING, None, last, asked)
    visits = [on for one in found["appointment"] if (on := on_of(one.body)) and on < last]
    since = min(first, max(visits, default=first) - timedelta(days=WINDOW)) - timedelta(days=LONGEST_SPAN)
    found |= _records(view, DAILY, since, last, asked)
    found_out, none = _patterns(view, last, asked)
    if not view.is_owner:
        looks.note(space_id, who.id, "report")
    return Material(
        name=name,
        first=first,
        last=last,
        made_on=today,
        records=found,
        packs=diary.content(),
        by="" if view.is_owner else who.display_name,
        read=view.access.read,
        patterns=found_out,
        no_pattern=none,
    )


def _view(who: SignedIn, space_id: str) -> tuple[views.View, str]:
    """What this account may read of a space, and whose it is. Raises NotFound."""
    entry = views.views_of(who).get(space_id)
    if entry is None or not sharing.may("report.read", entry[0].access):
        raise NotFound
    return entry[0], entry[1]


def _patterns(view: views.View, last: date, asked: Asked) -> tuple[list[dict[str, str]], str]:
    """What the insights told of the half year up to a day, and what is said where that is nothing.

    They are looked for anew in what this report may hold: without private entries and what is left out.
    """
    seen = insights.read(view, last, USUAL_DAYS)
    gone = _left_out(view, asked)

    def stays(kind: str, body: Mapping[str, Any]) -> bool:
        return (asked.private or not body.get("private")) and (kind, body) not in gone

    kept = {kind: [one for one in bodies if stays(kind, one)] for kind, bodies in seen.records.items()}
    medicines = {name: body for name, body in seen.medicines.items() if body in kept["medicine"]}
    told = weigh(replace(seen, records=kept, medicines=medicines), USUAL_DAYS)
    shown = [one for one in told["patterns"] if one["rule"] not in TENDER or "mood" in (asked.parts or ())]
    return [_pattern(one) for one in shown], str(told["none"] or Material.no_pattern)


def _pattern(one: Mapping[str, Any]) -> dict[str, str]:
    low, high = one["range"]
    days = between(date.fromisoformat(one["from"]), date.fromisoformat(one["to"]))
    points, times = count(one["points"], "point"), f"{one['n']} of {one['of']} times"
    method = (
        f"Difference {points} (range {low} to {high}), seen {times}; {one['marked']} days against"
        f" {one['others']} others."
    )
    return {
        "id": f"{one['rule']}.{one['comparison']}",
        # They look back further than most reports, so their days stand with them.
        "sentence": f"{one['sentence']} ({days})",
        "method": " ".join(said for said in (one["note"], method) if said),
    }


def _left_out(view: views.View, asked: Asked) -> list[tuple[str, dict[str, Any]]]:
    ids = [one for one in asked.leave_out if len(one) == ID_LENGTH]
    if not ids:
        return []
    found = db.session.scalars(
        sa.select(Record).where(Record.space_id == view.space_id, feed.visible(view), Record.id.in_(ids))
    )
    return [(row["kind"], row["body"]) for row in rows.as_rows(view, found)]


def _period(asked: Asked, today: date) -> tuple[date, date]:
    last = _day(asked.last, "to") if asked.last else today
    first = _day(asked.first, "from") if asked.first else last - timedelta(days=USUAL_DAYS - 1)
    if not first <= last <= first + timedelta(days=MOST_DAYS):
        raise Invalid({"fields": {"query": {"from": [f"Choose 1 to {MOST_DAYS} days."]}}})
    return first, last


def _day(said: str, name: str) -> date:
    """A day with room for weeks before and after it."""
    try:
        found = date.fromisoformat(said)
    except ValueError:
        found = date.min
    if not EARLIEST <= found <= LATEST:
        raise Invalid({"fields": {"query": {name: ["Choose a day there is."]}}})
    return found


def _records(
    view: views.View, kinds: Iterable[str], since: date | None, last: date, asked: Asked
) -> dict[str, list[Read]]:
    """Visible records by kind, oldest first; what helpers wrote only once it was said to be right."""
    query = sa.select(Record.kind, Record.id, Record.body, Record.author_account_id).where(
        Record.space_id == view.space_id, feed.visible(view), Record.kind.in_(sorted(kinds))
    )
    if since is not None:
        until = Record.occurred_on <= last.isoformat()
        query = query.where(Record.occurred_on >= since.isoformat(), until)
    if not asked.private:
        query = query.where(Record.private.is_(False))
    owner = db.session.get_one(Space, view.space_id).owner_account_id
    by_kind: dict[str, list[Read]] = {kind: [] for kind in kinds}
    # Those without a day stand first, on either database.
    ordered = query.order_by(sa.nulls_first(Record.occurred_on), Record.id)
    for kind, name, body, author in db.session.execute(ordered):
        if name not in asked.leave_out and is_counted(kind, body, author, owner):
            shown = body if view.is_owner else sharing.visible_body(kind, body, view.access.read)
            by_kind[kind].append(Read(name, shown))
    return by_kind


def _kept(found: Iterable[Record], leave_out: Collection[str]) -> list[Record]:
    return [one for one in found if one.id not in leave_out]


def as_pdf(who: SignedIn, space_id: str, asked: Asked, paper: str) -> bytes:
    """The report on paper. Raises NotFound, Invalid, ReportBusy, ReportNotMade, ReportTooLong."""
    made, opened = report(who, space_id, asked), _view(who, space_id)[0].access.read
    # Nothing is read for a while.
    db.session.remove()
    with desk.place_for(who.id):
        try:
            done = pdf.render(made, paper)
        except pdf.TooLong:
            raise ReportTooLong from None
        except pdf.NotRendered as error:
            logs.log.warning("report not made: %s %s", error, logs.request_id())
            raise ReportNotMade(retry_after=desk.RETRY_AFTER_S) from None
    # Nor is anything handed out that was closed while the page was set.
    if not opened <= _view(who, space_id)[0].access.read:
        raise NotFound
    return done


def as_text(who: SignedIn, space_id: str, asked: Asked) -> str:
    """Every word of the report."""
    return plain.as_text(report(who, space_id, asked))


def as_table(
    who: SignedIn, space_id: str, asked: Asked, kind: str, rules: Mapping[str, Mapping[str, Any]]
) -> str:
    """The records of one kind as a table for spreadsheets. Raises NotFound, Invalid.

    Each row says who wrote it, so what helpers wrote is there, confirmed or not.
    """
    used = material(who, space_id, asked)
    view = views.views_of(who)[space_id][0]
    query = sa.select(Record).where(
        Record.space_id == space_id, feed.visible(view), Record.kind == kind, Record.kind != "preference",
        sa.or_(Record.occurred_on.is_(None),
               Record.occurred_on.between(used.first.isoformat(), used.last.isoformat())),
    )  # fmt: skip
    if not asked.private:
        query = query.where(Record.private.is_(False))
    found = db.session.scalars(query.order_by(sa.nulls_first(Record.occurred_on), Record.id)).all()
    lines = [
        tables.Line(row["id"], row["body"], row["author"]["name"])
        for row in rows.as_rows(view, _kept(found, asked.leave_out))
    ]
    return tables.table(kind, rules, lines, used.words)


def as_bundle(who: SignedIn, space_id: str, asked: Asked, *, notes: bool) -> dict[str, Any]:
    """The period for other programs; for the owner alone. Raises NotFound, Invalid."""
    access.require("bundle.read", space_id, who.id)
    return bundle.bundle(tactful(material(who, space_id, asked), asked.parts), notes=notes)
