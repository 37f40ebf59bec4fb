"""Accounts, their signed-in sessions and their devices."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from backend.models.base import ID, Base, UtcDateTime


class Account(Base):
    """A person who can sign in; each owns exactly one space."""

    __tablename__ = "account"

    id: Mapped[str] = mapped_column(ID, primary_key=True)
    email: Mapped[str] = mapped_column(sa.String(254), unique=True)
    display_name: Mapped[str] = mapped_column(sa.String(80))
    time_zone: Mapped[str] = mapped_column(sa.String(64))
    password_hash: Mapped[str] = mapped_column(sa.String(255))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)


class Session(Base):
    """One signed-in browser. Only a hash of its token is kept.

    next_token_hash: of the token made at the last step-up; it takes over when the browser first sends it.
    removed_at: taken away from another device; wiped_at: that browser said it has emptied its copy.
    """

    __tablename__ = "session"

    id: Mapped[str] = mapped_column(ID, primary_key=True)
    account_id: Mapped[str] = mapped_column(sa.ForeignKey("account.id", ondelete="CASCADE"), index=True)
    token_hash: Mapped[str] = mapped_column(sa.String(64), unique=True)
    device_id: Mapped[str | None] = mapped_column(ID)
    label: Mapped[str] = mapped_column(sa.String(80))
    signed_in_at: Mapped[datetime] = mapped_column(UtcDateTime)
    last_seen_at: Mapped[datetime] = mapped_column(UtcDateTime)
    fresh_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    removed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    wiped_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    next_token_hash: Mapped[str | None] = mapped_column(sa.String(64), index=True, unique=True)
    next_fresh_until: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Recovery(Base):
    """A way back in that works once. Only a hash of its secret is kept.

    kind: `code`, one of the person's own; `link`, made by the operator and short-lived.
    """

    __tablename__ = "recovery"

    id: Mapped[str] = mapped_column(ID, primary_key=True)
    account_id: Mapped[str] = mapped_column(sa.ForeignKey("account.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str] = mapped_column(sa.String(4))
    secret_hash: Mapped[str] = mapped_column(sa.String(64), unique=True)
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    expires_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    used_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Device(Base):
    """A copy of the app that syncs; its id is made by the device itself."""

    __tablename__ = "device"

    id: Mapped[str] = mapped_column(ID, primary_key=True)
    account_id: Mapped[str] = mapped_column(sa.ForeignKey("account.id", ondelete="CASCADE"), index=True)
    app_version: Mapped[str | None] = mapped_column(sa.String(40))
    proto: Mapped[int] = mapped_column(sa.Integer)
    kinds: Mapped[dict[str, Any] | None] = mapped_column(sa.JSON)
    last_seen_at: Mapped[datetime] = mapped_column(UtcDateTime)
    last_received_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    revoked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
