"""What a device says of itself at the beginning of an exchange, and what is noted of it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

import sqlalchemy as sa

from backend import clock
from backend.errors import AccountMismatch, DeviceOfOther, UpdateNeeded
from backend.extensions import db
from backend.models import Change, Device
from backend.prepared import Prepared
from backend.services import sessions
from backend.services.sessions import SignedIn
from backend.services.transaction import writing

MIN_PROTO = 1
DEVICES = cast(sa.Table, Device.__table__)


@dataclass(frozen=True)
class Greeting:
    """What every request says of itself."""

    proto: int
    account: str
    device: str
    sent_at: datetime | None = None
    app_version: str | None = None


def check(signed_in: SignedIn, greeting: Greeting) -> None:
    """Raise UpdateNeeded for a protocol of the past, AccountMismatch for a phone of somebody else."""
    if greeting.proto < MIN_PROTO:
        raise UpdateNeeded
    if greeting.account != signed_in.id:
        raise AccountMismatch


@dataclass(frozen=True)
class Seen:
    """What is known of the device that greets.

    bound: the session knows it. unsettled: the server has yet to note it, or has not noted it for a while.
    previous: the copy that this browser had before and lost.
    """

    bound: bool
    unsettled: bool
    previous: dict[str, Any] | None


def look_at_device(signed_in: SignedIn, greeting: Greeting) -> Seen:
    """Raise DeviceOfOther for an id of another account."""
    if signed_in.device_id == greeting.device and signed_in.device_seen_at is not None:
        seen_lately = clock.now() - signed_in.device_seen_at < sessions.SEEN_EVERY
        return Seen(True, not (seen_lately and signed_in.device_app == greeting.app_version), None)
    device = db.session.get(Device, greeting.device)
    if device is not None and device.account_id != signed_in.id:
        raise DeviceOfOther
    before = db.session.get(Device, signed_in.device_id) if signed_in.device_id else None
    previous = None
    if before is not None:
        previous = {"device": before.id, "last_received_at": iso(_last_received(signed_in, before))}
    return Seen(False, True, previous)


def _last_received(signed_in: SignedIn, device: Device) -> datetime | None:
    """When something last came from a device: of the own diary exactly, of others to within SEEN_EVERY."""
    found = db.session.scalar(
        sa.select(Change.received_at)
        .where(Change.space_id == signed_in.space_id, Change.device_id == device.id)
        .order_by(Change.seq.desc())
        .limit(1)
    )
    return max(filter(None, (found, device.last_received_at)), default=None)


_NOTED = ("last_seen_at", "proto", "app_version")
_NOTE, _NOTE_RECEIVED = (
    Prepared(
        sa.update(DEVICES)
        .where(DEVICES.c.id == sa.bindparam("device"), DEVICES.c.account_id == sa.bindparam("account"))
        .values({name: sa.bindparam(name, type_=DEVICES.c[name].type) for name in names})
    )
    for names in (_NOTED, (*_NOTED, "last_received_at"))
)


def bind(signed_in: SignedIn, greeting: Greeting, bound: bool, received: bool) -> None:
    """Tie the device to the session, in a transaction that writes."""
    now = clock.now()
    news = {"last_seen_at": now, "proto": greeting.proto, "app_version": greeting.app_version}
    if received:
        news["last_received_at"] = now
    known = {"device": greeting.device, "account": greeting.account}
    if not (_NOTE_RECEIVED if received else _NOTE).run(news | known):
        db.session.add(Device(id=greeting.device, account_id=greeting.account, **news))
    if not bound:
        sessions.note(signed_in.session_id, device_id=greeting.device)


def bind_alone(signed_in: SignedIn, greeting: Greeting) -> None:
    """As bind(), in a transaction of its own, for a device that only reads."""
    with writing():
        bind(signed_in, greeting, bound=False, received=False)


def iso(moment: datetime | None) -> str | None:
    """An instant as the wire has it."""
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z") if moment else None
