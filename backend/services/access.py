"""Who stands before a space: its owner, a caregiver with a live share, or nobody."""

from collections.abc import Collection, Mapping
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from backend import clock
from backend.domain import sharing
from backend.domain.sharing import Access, may
from backend.errors import NotFound
from backend.extensions import db
from backend.models import Account, Record, Share, Space

# How long after a right ended an op that was made under it may still come in, for the owner to decide on.
LATE = timedelta(days=30)
_LIVE = (
    sa.select(Share)
    .where(Share.caregiver_account_id == sa.bindparam("account"), Share.state == "active")
    .order_by(Share.confirmed_at.desc())
)


def access_to(space_id: str, account_id: str) -> Access | None:
    """What this account may do in this space right now, or None."""
    space = db.session.get(Space, space_id)
    return rights_in(space_id, space.owner_account_id, account_id) if space else None


def rights_in(space_id: str, owner_id: str, account_id: str) -> Access | None:
    """As access_to(), for a space whose owner is known."""
    if owner_id == account_id:
        return Access("owner", account_id)
    share = live_share(space_id, account_id)
    return Access("caregiver", account_id, frozenset(share.read), share.adds) if share else None


def require(action: str, space_id: str, account_id: str) -> Access:
    """The access, if it holds this action. Raises NotFound alike for unknown, foreign and ended spaces."""
    access = access_to(space_id, account_id)
    if access is None or not may(action, access):
        raise NotFound
    return access


def live_share(space_id: str, account_id: str) -> Share | None:
    """The confirmed, unpaused, unexpired share of this space with this account, or None."""
    rows = db.session.scalars(
        sa.select(Share)
        .where(Share.space_id == space_id, Share.caregiver_account_id == account_id, Share.state == "active")
        .order_by(Share.confirmed_at.desc())
    )
    return next((share for share in rows if not expired(share)), None)


def live_shares(account_id: str) -> list[Share]:
    """Every live share this account holds as a caregiver, one per space."""
    rows = db.session.scalars(_LIVE, {"account": account_id})
    first: dict[str, Share] = {}
    for share in rows:
        if not expired(share):
            first.setdefault(share.space_id, share)
    return list(first.values())


def expired(share: Share) -> bool:
    """Whether the share's last day has passed where its owner lives."""
    if share.until is None:
        return False
    return share.until < today_in(share.space_id).isoformat()[:10]


def today_in(space_id: str) -> datetime:
    """The present moment where the owner of a space lives."""
    zone = db.session.scalars(
        sa.select(Account.time_zone)
        .join(Space, Space.owner_account_id == Account.id)
        .where(Space.id == space_id)
    ).one()
    return clock.now().astimezone(ZoneInfo(zone))


def refusal(rights: Access, op: Mapping[str, Any], row: Mapping[str, Any] | None) -> str | None:
    """A code when these rights do not hold an op on a record (None: a new one), else None."""
    kind, said = op["kind"], op.get("set") or {}
    if rights.role == "owner":
        return "kind_differs" if row is not None and row["kind"] != kind else None
    if not sharing.may_say(rights, kind, said) or not _answers(rights, op, row):
        return "no_right"
    if row is None:
        if not sharing.may_name(rights, op["id"]):
            return "no_right"
        return sharing.refusal(rights, op["t"], kind, sharing.scope_of(kind, said), None)
    author = row["author_account_id"]
    if sharing.hidden(rights, row["kind"], row["body"], author):
        return "no_right"
    if row["kind"] != kind:
        return "kind_differs"
    scopes = dict.fromkeys(sharing.scope_of(kind, body) for body in ({**row["body"], **said}, row["body"]))
    codes = (sharing.refusal(rights, op["t"], kind, scope, author) for scope in scopes)
    return next((code for code in codes if code), None)


def _answers(rights: Access, op: Mapping[str, Any], row: Mapping[str, Any] | None) -> bool:
    """False for "On my way" to what is no request this account sees, or with words of its own."""
    said = {**(row["body"] if row else {}), **(op.get("set") or {})}
    if op["kind"] != "observation" or said.get("type") != sharing.COMING:
        return True
    if not sharing.is_answer(said):
        return False
    asked = db.session.get(Record, (op["space"], said["about"]))
    return (
        asked is not None
        and asked.kind == "request"
        and not (asked.deleted and row is None)
        and not sharing.hidden(rights, asked.kind, asked.body, asked.author_account_id)
    )


def former_access(space_id: str, account_id: str, made_at: str) -> Access | None:
    """The rights to write that this account had when an op was made and lost within the last 30 days."""
    made, now, scopes = datetime.fromisoformat(made_at), clock.now(), set()
    shares = db.session.scalars(
        sa.select(Share).where(Share.space_id == space_id, Share.caregiver_account_id == account_id)
    )
    for share in shares:
        ended = {scope: datetime.fromisoformat(at) for scope, at in (share.ended_rights or {}).items()}
        over = share.state == "active" and expired(share)
        if over:
            ended |= dict.fromkeys(rights_of(share), _end_of(share))
        recent = {scope for scope, at in ended.items() if made < at and now - at <= LATE}
        # What was narrowed stands beside what is still there.
        scopes |= recent | (rights_of(share) if recent and not over else frozenset())
    return Access("caregiver", account_id, frozenset(scopes), frozenset(scopes)) if scopes else None


def rights_of(share: Share) -> frozenset[str]:
    """The scopes a share lets somebody write in as it stands, the groups of fields it opens, and requests."""
    # Who sees the requests may answer them.
    groups = {*sharing.GROUP_SCOPE.values(), "requests"} & set(share.read)
    return share.adds | groups if share.state == "active" else frozenset()


def note_ended(share: Share, before: Collection[str]) -> None:
    """Remember since when the rights it no longer gives have ended. before: rights_of() before the change."""
    now = clock.now().isoformat()
    gone = {scope: now for scope in before if scope not in rights_of(share)}
    share.ended_rights = {**(share.ended_rights or {}), **gone} or None


def _end_of(share: Share) -> datetime:
    """The instant at which the last day of a share ends where its owner lives."""
    assert share.until is not None
    day = datetime.combine(datetime.fromisoformat(share.until), time.min) + timedelta(days=1)
    return day.replace(tzinfo=today_in(share.space_id).tzinfo)
