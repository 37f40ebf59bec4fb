"""Shares, the looks taken through them, and the log of acts."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from backend.models.base import ID, Base, UtcDateTime


class Share(Base):
    """What one caregiver may see of one space. view_id is drawn anew whenever that changes.

    ended_rights: scope -> instant at which writing in it ended, for words that were still on their way.
    """

    __tablename__ = "share"

    id: Mapped[str] = mapped_column(ID, primary_key=True)
    space_id: Mapped[str] = mapped_column(sa.ForeignKey("space.id", ondelete="CASCADE"), index=True)
    caregiver_account_id: Mapped[str | None] = mapped_column(
        sa.ForeignKey("account.id", ondelete="CASCADE"), index=True
    )
    label: Mapped[str] = mapped_column(sa.String(80))
    read: Mapped[list[str]] = mapped_column(sa.JSON)
    write: Mapped[list[str]] = mapped_column(sa.JSON)
    until: Mapped[str | None] = mapped_column(sa.String(10))
    state: Mapped[str] = mapped_column(sa.String(10))
    view_id: Mapped[str] = mapped_column(ID)
    code_hash: Mapped[str | None] = mapped_column(sa.String(64), unique=True)
    token_hash: Mapped[str | None] = mapped_column(sa.String(64), unique=True)
    offered_at: Mapped[datetime] = mapped_column(UtcDateTime)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)
    accepted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    confirmed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    ended_rights: Mapped[dict[str, str] | None] = mapped_column(sa.JSON)

    @property
    def adds(self) -> frozenset[str]:
        """The scopes somebody may write in: nobody writes what they could not read back."""
        return frozenset(self.write) & frozenset(self.read)


class Look(Base):
    """Somebody looked through a share: one row per share, channel and hour.

    read: the scopes that were open then; null for looks from before this was kept.
    """

    __tablename__ = "look"

    share_id: Mapped[str] = mapped_column(sa.ForeignKey("share.id", ondelete="CASCADE"), primary_key=True)
    channel: Mapped[str] = mapped_column(sa.String(16), primary_key=True)
    at_hour: Mapped[datetime] = mapped_column(UtcDateTime, primary_key=True)
    space_id: Mapped[str] = mapped_column(sa.ForeignKey("space.id", ondelete="CASCADE"), index=True)
    account_id: Mapped[str] = mapped_column(ID)
    read: Mapped[list[str] | None] = mapped_column(sa.JSON)


class Audit(Base):
    """An act worth remembering: who, what, when; never what was written.

    account_id: whom it concerns; None: everybody, or nobody that is known. by: `operator` or `person`, where
    it was they and not whom it concerns.
    """

    __tablename__ = "audit"

    id: Mapped[int] = mapped_column(sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    account_id: Mapped[str | None] = mapped_column(ID, index=True)
    event: Mapped[str] = mapped_column(sa.String(40))
    about: Mapped[str | None] = mapped_column(sa.String(64))
    by: Mapped[str | None] = mapped_column(sa.String(10))


class Attempt(Base):
    """Counted tries within a window: the rate limits, kept where every worker sees them."""

    __tablename__ = "attempt"

    key: Mapped[str] = mapped_column(sa.String(120), primary_key=True)
    window_at: Mapped[int] = mapped_column(sa.BigInteger, primary_key=True)
    count: Mapped[int] = mapped_column(sa.Integer)
