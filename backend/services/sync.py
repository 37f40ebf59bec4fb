"""One exchange with a device: what it sends, what it gets, and the proof that both speak of the same past."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from backend import clock
from backend.domain.records import KINDS
from backend.extensions import db
from backend.services import feed, journal, ledger, looks, seal
from backend.services.greeting import MIN_PROTO, Greeting, bind, bind_alone, check, iso, look_at_device
from backend.services.sessions import SignedIn
from backend.services.views import View, views_of

Tags = dict[str, dict[int, str]]


def push(
    signed_in: SignedIn,
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
    check(signed_in, greeting)
    device = look_at_device(signed_in, greeting)
    asked = _asked(pull_request)
    tags = _tags({space: (texts, None) for space, texts in marks.items()}, asked)
    lost, confirmed = _judge({space: (texts, None) for space, texts in marks.items()}, tags)
    sender = ledger.Sender(signed_in.id, greeting.device, _skew(greeting), greeting.app_version)
    answers, newest = dict(refused), {}
    note: Callable[[], None] = _nothing
    if device.unsettled:
        note = partial(bind, signed_in, greeting, device.bound, received=True)
    for space_id in dict.fromkeys(op["space"] for op in ops):
        if space_id in lost:
            continue
        applied = journal.apply(space_id, sender, [op for op in ops if op["space"] == space_id], note)
        note = _nothing  # once a push is enough
        answers.update((answer["op"], answer) for answer in applied.answers)
        if applied.newest:
            newest[space_id] = seal.seal_mark(space_id, seal.Mark(*applied.newest))
            tags.setdefault(space_id, {}).update([applied.newest])
    if note is not _nothing:
        bind_alone(signed_in, greeting)
    answer = _frame() | {
        "lost": sorted(lost),
        "results": list(answers.values()),
        "marks": newest,
        "confirmed": confirmed,
    }
    if device.previous:
        answer["previous"] = device.previous
    if pull_request is not None:
        answer["pull"] = _pull(signed_in, pull_request, tags)
    return answer


def pull(signed_in: SignedIn, greeting: Greeting, request: Mapping[str, Any]) -> dict[str, Any]:
    """What is new in the spaces asked for, as far as the account may see it."""
    check(signed_in, greeting)
    device = look_at_device(signed_in, greeting)
    if device.unsettled:
        bind_alone(signed_in, greeting)
    answer = _pull(signed_in, request, _tags(_asked(request)))
    if device.previous:
        answer["previous"] = device.previous
    return answer


def _nothing() -> None:
    """What a second space of one push has to do besides."""


Asked = Mapping[str, tuple[Sequence[str], str | None]]


def _asked(request: Mapping[str, Any] | None) -> Asked:
    """Per space what a reading names: its sealed marks and its cursor."""
    spaces: Mapping[str, Mapping[str, Any]] = (request or {}).get("spaces") or {}
    return {space: (wanted.get("marks") or (), wanted.get("cursor")) for space, wanted in spaces.items()}


def _tags(*parts: Asked) -> Tags:
    """The tags of every number that is named, looked up once a space; a tag never changes."""
    numbers: dict[str, set[int]] = {}
    for asked in parts:
        for space_id, (texts, sealed) in asked.items():
            named = [seal.open_mark(space_id, text) for text in texts]
            cursor = seal.open_cursor(space_id, sealed) if sealed else None
            its = numbers.setdefault(space_id, set())
            its.update(mark.seq for mark in named if mark)
            its.update((cursor.seq, cursor.floor, cursor.newest) if cursor else ())
    return {space_id: feed.tags_at(space_id, some) for space_id, some in numbers.items() if some}


def _judge(asked: Asked, tags: Tags) -> tuple[set[str], dict[str, str]]:
    """Spaces whose marks are not of this timeline, and per space the newest mark that is."""
    lost: set[str] = set()
    confirmed: dict[str, str] = {}
    for space_id, (texts, _) in asked.items():
        opened = [(seal.open_mark(space_id, text), text) for text in texts]
        known = tags.get(space_id, {})
        if any(mark is None or known.get(mark.seq) != mark.tag for mark, _ in opened):
            lost.add(space_id)
        elif opened:
            confirmed[space_id] = max((mark.seq, text) for mark, text in opened if mark)[1]
    return lost, confirmed


def _pull(signed_in: SignedIn, request: Mapping[str, Any], tags: Tags) -> dict[str, Any]:
    db.session.rollback()  # a fresh look, after whatever was just committed
    views = views_of(signed_in)
    asked: Mapping[str, Mapping[str, Any]] = request.get("spaces") or {}
    known = {space: wanted for space, wanted in asked.items() if space in views}
    named = _asked(request)
    lost, confirmed = _judge({space: named[space] for space in known}, tags)
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
            tags.get(space_id),
        )
        if page.reset:
            spaces[space_id] = {"reset": True, "view": view.id}
            continue
        spaces[space_id] = {"view": view.id, "rows": page.rows, "cursor": page.cursor, "more": page.more}
        if page.mark:
            marks[space_id] = page.mark
        if page.count and not view.is_owner:
            seen.append(space_id)
    mine = {space: _mine(*entry) for space, entry in views.items()}
    for space_id in seen:
        looks.note(space_id, signed_in.id, "sync")
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
        "server_time": iso(clock.now()),
        "min_proto": MIN_PROTO,
        "kinds": {k: v.sv for k, v in KINDS.items()},
    }


def _skew(greeting: Greeting) -> int | None:
    if greeting.sent_at is None:
        return None
    return int((clock.now() - greeting.sent_at).total_seconds() * 1000)
