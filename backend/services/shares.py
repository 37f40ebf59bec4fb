"""Shares: offered by the person, accepted with a code, confirmed by the person, and ended in one act."""

import uuid
from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from backend import clock
from backend.domain import sharing
from backend.errors import CodeNotUsable, Invalid, NotFound, WrongState
from backend.extensions import db
from backend.models import Account, Share, Space
from backend.services import access, audit, invitations, journal, limits
from backend.services.accounts import new_id, space_of
from backend.services.share_record import tell_owner
from backend.services.transaction import writing


def offer(
    owner_id: str,
    label: str,
    read: list[str] | None = None,
    write: list[str] | None = None,
    until: str | None = None,
) -> tuple[Share, str, str]:
    """Invite somebody. Returns the share, the code to type and the token for the link (128 bits)."""
    code, token, now = invitations.new_code(), invitations.new_token(), clock.now()
    read = sorted(sharing.DEFAULT_READ if read is None else read)
    write = sorted(sharing.DEFAULT_WRITE if write is None else write)
    _check_readable(read, write)
    with writing():
        share = Share(
            id=new_id(),
            space_id=space_of(owner_id),
            label=label,
            read=read,
            write=write,
            until=until,
            state="offered",
            view_id=str(uuid.uuid4()),
            code_hash=invitations.digest(code),
            token_hash=invitations.digest(token),
            offered_at=now,
            expires_at=now + invitations.LASTS,
        )
        db.session.add(share)
        db.session.flush()
        tell_owner(share, owner_id)
        audit.note(owner_id, "share.offered", share.id)
    return share, code, token


def accept(account_id: str, code: str, address: str | None = None) -> Share:
    """Use an invitation; the caregiver sees nothing until the person confirms.

    code: the typed code, in any case and grouping, or the token of the link.
    Raises CodeNotUsable alike for unknown, used, old and own invitations; TooMany.
    """
    keys = (
        (limits.key("code", account_id), limits.CODES_PER_ACCOUNT),
        (limits.key("code-net", limits.network(address)), limits.CODES_PER_NETWORK),
    )
    for name, limit in keys:
        limits.check(name, limit)
    with writing():
        share = db.session.scalar(invitations.matching(code))
        if share is not None:
            journal.lock(share.space_id)
            db.session.refresh(share)
        usable = (
            share is not None
            and share.state == "offered"
            and share.expires_at > clock.now()
            and share.space_id != space_of(account_id)
        )
        if share is not None and usable:
            share.caregiver_account_id, share.state, share.accepted_at = account_id, "accepted", clock.now()
            share.code_hash = share.token_hash = None
            tell_owner(share, _owner(share))
            audit.note(account_id, "share.accepted", share.id)
    if share is None or not usable:
        for name, limit in keys:
            limits.count(name, limit)
        raise CodeNotUsable
    return share


def confirm(owner_id: str, share_id: str) -> Share:
    """Let the accepted caregiver in. A second share with the same person replaces the first."""
    with writing():
        share = _held(owner_id, share_id)
        if share.state != "accepted":
            raise WrongState
        others = db.session.scalars(
            sa.select(Share).where(
                Share.space_id == share.space_id,
                Share.caregiver_account_id == share.caregiver_account_id,
                Share.state.in_(("active", "paused")),
                Share.id != share.id,
            )
        )
        for other in others:
            _end(other, owner_id)
        share.state, share.confirmed_at, share.view_id = "active", clock.now(), str(uuid.uuid4())
        tell_owner(share, owner_id)
        audit.note(owner_id, "share.confirmed", share.id)
    return share


def widens(owner_id: str, share_id: str, wanted: Mapping[str, Any]) -> bool:
    """Whether a change gives more than the share gives now."""
    share = owned(owner_id, share_id)
    now = {"read": share.read, "write": share.write, "until": share.until, "state": share.state}
    return not sharing.narrows(now, _with_state(share, wanted))


def change(owner_id: str, share_id: str, wanted: Mapping[str, Any]) -> Share:
    """Change label, scopes, end or pause of a share that has not ended."""
    with writing():
        share = _held(owner_id, share_id)
        if share.state == "ended":
            raise WrongState
        new, before = _with_state(share, wanted), access.rights_of(share)
        if "paused" in wanted and share.state not in ("active", "paused"):
            raise WrongState
        for name in ("label", "until", "state"):
            if name in new:
                setattr(share, name, new[name])
        for name in ("read", "write"):
            if name in new:
                setattr(share, name, sorted(new[name]))
        if "write" in new:
            _check_readable(share.read, share.write)
        # What is no longer seen is no longer added to, and does not come back by itself.
        share.write = sorted(share.adds)
        access.note_ended(share, before)
        share.view_id = str(uuid.uuid4())
        tell_owner(share, owner_id)
        audit.note(owner_id, "share.changed", share.id)
    return share


def end(owner_id: str, share_id: str) -> None:
    """End a share: one act, no reason, nothing sent to the other side. Ending twice changes nothing."""
    with writing():
        share = _held(owner_id, share_id)
        if share.state != "ended":
            _end(share, owner_id)


def pause_all() -> int:
    """Pause every open share of the installation; how many there were. For a server that was restored."""
    open_ones = db.session.execute(
        sa.select(Share.id, Space.owner_account_id)
        .join(Space, Space.id == Share.space_id)
        .where(Share.state == "active")
    ).all()
    for share_id, owner_id in open_ones:
        change(owner_id, share_id, {"paused": True})
    return len(open_ones)


def of_owner(owner_id: str) -> list[dict[str, Any]]:
    """Every share of the person's space, newest first; not those of accounts that are gone."""
    there = sa.or_(Share.caregiver_account_id.is_not(None), Share.accepted_at.is_(None))
    found = db.session.scalars(
        sa.select(Share)
        .where(Share.space_id == space_of(owner_id), there)
        .order_by(Share.offered_at.desc(), Share.id)
    )
    return [shown(share) for share in found]


def shown(share: Share) -> dict[str, Any]:
    """A share as its owner sees it, with who used the invitation."""
    caregiver = db.session.get(Account, share.caregiver_account_id) if share.caregiver_account_id else None
    return {
        "id": share.id,
        "label": share.label,
        "caregiver": caregiver,
        "read": share.read,
        "write": sorted(share.adds),
        "until": share.until,
        "state": share.state,
        "offered_at": share.offered_at,
        "expires_at": share.expires_at,
    }


def owned(owner_id: str, share_id: str) -> Share:
    """A share of this person's own. Raises NotFound alike for unknown and foreign ones."""
    share = db.session.get(Share, share_id)
    if share is None or share.space_id != space_of(owner_id):
        raise NotFound
    return share


def _check_readable(read: list[str], write: list[str]) -> None:
    """Raises Invalid where somebody would write what they could not read back."""
    if not set(write) <= set(read):
        raise Invalid({"fields": {"write": ["What may be added has to be seen, too."]}})


def _held(owner_id: str, share_id: str) -> Share:
    """The share as it stands now, with its space locked: one act on it at a time, in the journal's order."""
    journal.lock(space_of(owner_id))
    share = owned(owner_id, share_id)
    db.session.refresh(share)
    return share


def _owner(share: Share) -> str:
    return db.session.scalars(sa.select(Space.owner_account_id).where(Space.id == share.space_id)).one()


def _end(share: Share, owner_id: str) -> None:
    before = access.rights_of(share)
    share.state, share.ended_at, share.view_id = "ended", clock.now(), str(uuid.uuid4())
    share.code_hash = share.token_hash = None
    access.note_ended(share, before)
    tell_owner(share, owner_id)
    audit.note(owner_id, "share.ended", share.id)


def _with_state(share: Share, wanted: Mapping[str, Any]) -> dict[str, Any]:
    new = {name: value for name, value in wanted.items() if name != "paused"}
    if "paused" in wanted:
        new["state"] = "paused" if wanted["paused"] else "active"
    return new
