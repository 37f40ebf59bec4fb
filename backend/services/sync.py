"""One exchange with a device: what it sends, what it gets, and the proof that both speak of the same past."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any, cast

import sqlalchemy as sa

from backend import clock
from backend.domain.records import KINDS
from backend.errors import AccountMismatch, DeviceOfOther, UpdateNeeded
from backend.extensions import db
from backend.models import Account, Device, Session
from backend.services import feed, journal, ledger, looks, seal, sessions
from backend.services.transaction import writing
from backend.services.views import View, views_of

MIN_PROTO, PROTO = 1, 1
DEVICES = cast(sa.Table, Device.__table__)


@dataclass(frozen=True)
class Greeting:
    """What every request says of itself."""

    proto: int
    account: str
    device: str
    sent_at: datetime | None = None
    app_version: str | None = None


def push(
    session: Session,
    greeting: Greeting,
    ops: Sequence[Mapping[str, Any]],
    refused: Mapping[str, Any],
    marks: Mapping[str, Sequence[str]],
    pull_request: Mapping[str, Any] | None,
) -> dict[str, Any]:
    """Take ops, space by space, each space in one transaction; answer per op.

    ops: valid ops in order. refused: op id -> answer for those that were not valid.
    A space whose marks do not fit this timeline is named in `lost`, and nothing of it is applied.
    """
    account = _welcome(session, greeting)
    account_id = account.id
    device = _look_at_device(session, greeting)
    lost, confirmed, _ = _judge({space: (texts, None) for space, texts in marks.items()})
    sender = ledger.Sender(account_id, greeting.device, _skew(greeting), greeting.app_version)
    answers, newest = dict(refused), {}
    bind: Callable[[], None] = partial(_bind, session, greeting, device.bound, received=True)
    for space_id in dict.fromkeys(op["space"] for op in ops):
        if space_id in lost:
            continue
        applied = journal.apply(space_id, sender, [op for op in ops if op["space"] == space_id], bind)
        bind = _nothing  # once a push is enough
        answers.update((answer["op"], answer) for answer in applied.answers)
        if applied.newest:
            newest[space_id] = seal.seal_mark(space_id, seal.Mark(*applied.newest))
    if bind is not _nothing and device.unsettled:
        _bind_alone(session, greeting)
    answer = _frame() | {
        "lost": sorted(lost),
        "results": list(answers.values()),
        "marks": newest,
        "confirmed": confirmed,
    }
    if device.previous:
        answer["previous"] = device.previous
    if pull_request is not None:
        answer["pull"] = _pull(account_id, pull_request)
    return answer


def pull(session: Session, greeting: Greeting, request: Mapping[str, Any]) -> dict[str, Any]:
    """What is new in the spaces asked for, as far as the account may see it."""
    account_id = _welcome(session, greeting).id
    device = _look_at_device(session, greeting)
    if device.unsettled:
        _bind_alone(session, greeting)
    answer = _pull(account_id, request)
    if device.previous:
        answer["previous"] = device.previous
    return answer


def _welcome(session: Session, greeting: Greeting) -> Account:
    if greeting.proto < MIN_PROTO:
        raise UpdateNeeded
    if greeting.account != session.account_id:
        raise AccountMismatch
    return sessions.account_of(session)


@dataclass(frozen=True)
class _Seen:
    """What is known of the device that greets.

    bound: the session knows it. unsettled: the server has yet to note it, or has not noted it for a while.
    previous: the copy that this browser had before and lost.
    """

    bound: bool
    unsettled: bool
    previous: dict[str, Any] | None


def _look_at_device(session: Session, greeting: Greeting) -> _Seen:
    """Raise DeviceOfOther for an id of another account."""
    device = db.session.get(Device, greeting.device)
    if device is not None and device.account_id != session.account_id:
        raise DeviceOfOther
    bound = device is not None and session.device_id == greeting.device
    before = db.session.get(Device, session.device_id) if session.device_id and not bound else None
    previous = None
    if before is not None:
        previous = {"device": before.id, "last_received_at": _iso(before.last_received_at)}
    settled = (
        bound
        and device is not None
        and device.app_version == greeting.app_version
        and clock.now() - device.last_seen_at < sessions.SEEN_EVERY
    )
    return _Seen(bound, not settled, previous)


def _bind(session: Session, greeting: Greeting, bound: bool, received: bool) -> None:
    """Tie the device to the session, in a transaction that writes."""
    now = clock.now()
    news = {"last_seen_at": now, "proto": greeting.proto, "app_version": greeting.app_version}
    if received:
        news["last_received_at"] = now
    noted = db.session.execute(
        sa.update(DEVICES)
        .where(DEVICES.c.id == greeting.device, DEVICES.c.account_id == greeting.account)
        .values(news)
    )
    if noted.rowcount == 0:  # type: ignore[attr-defined]
        db.session.add(Device(id=greeting.device, account_id=greeting.account, **news))
    if not bound:
        session.device_id = greeting.device


def _bind_alone(session: Session, greeting: Greeting) -> None:
    with writing():
        _bind(session, greeting, bound=False, received=False)


def _nothing() -> None:
    """What a second space of one push has to do besides."""


def _judge(
    asked: Mapping[str, tuple[Sequence[str], str | None]],
) -> tuple[set[str], dict[str, str], dict[str, dict[int, str]]]:
    """Spaces whose marks are not of this timeline, and per space the newest mark that is.

    asked: per space its sealed marks and cursor. Also answers the tags that were looked up, by number.
    """
    lost: set[str] = set()
    confirmed: dict[str, str] = {}
    tags: dict[str, dict[int, str]] = {}
    for space_id, (texts, sealed) in asked.items():
        opened = [(seal.open_mark(space_id, text), text) for text in texts]
        cursor = seal.open_cursor(space_id, sealed) if sealed else None
        numbers = {mark.seq for mark, _ in opened if mark} | ({cursor.seq} if cursor else set())
        known = tags[space_id] = feed.tags_at(space_id, numbers) if numbers else {}
        if any(mark is None or known.get(mark.seq) != mark.tag for mark, _ in opened):
            lost.add(space_id)
        elif opened:
            confirmed[space_id] = max((mark.seq, text) for mark, text in opened if mark)[1]
    return lost, confirmed, tags


def _pull(account_id: str, request: Mapping[str, Any]) -> dict[str, Any]:
    db.session.rollback()  # a fresh look, after whatever was just committed
    views = views_of(account_id)
    asked: Mapping[str, Mapping[str, Any]] = request.get("spaces") or {}
    known = {space: wanted for space, wanted in asked.items() if space in views}
    lost, confirmed, tags = _judge(
        {space: (wanted.get("marks") or (), wanted.get("cursor")) for space, wanted in known.items()}
    )
    spaces: dict[str, Any] = {}
    marks: dict[str, str] = {}
    seen: list[str] = []
    for space_id, wanted in known.items():
        if space_id in lost:
            continue
        view = views[space_id][0]
        page = feed.page(
            view,
            wanted.get("cursor"),
            request.get("limit") or feed.MAX_ROWS,
            request.get("max_bytes") or feed.MAX_BYTES,
            tags[space_id],
        )
        if page.reset:
            spaces[space_id] = {"reset": True, "view": view.id}
            continue
        spaces[space_id] = {"view": view.id, "rows": page.rows, "cursor": page.cursor, "more": page.more}
        if page.mark:
            marks[space_id] = page.mark
        if page.rows and not view.is_owner:
            seen.append(space_id)
    mine = {space: _mine(*entry) for space, entry in views.items()}
    for space_id in seen:
        looks.note(space_id, account_id, "sync")
    return _frame() | {
        "mine": mine,
        "lost": sorted(lost),
        "marks": marks,
        "confirmed": confirmed,
        "spaces": spaces,
    }


def _mine(view: View, name: str, until: str | None) -> dict[str, Any]:
    return {
        "role": view.access.role,
        "name": name,
        "view": view.id,
        "read": sorted(view.access.read),
        "write": sorted(view.access.write),
        "until": until,
    }


def _frame() -> dict[str, Any]:
    return {
        "server_time": _iso(clock.now()),
        "min_proto": MIN_PROTO,
        "kinds": {k: v.sv for k, v in KINDS.items()},
    }


def _skew(greeting: Greeting) -> int | None:
    if greeting.sent_at is None:
        return None
    return int((clock.now() - greeting.sent_at).total_seconds() * 1000)


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z") if moment else None
