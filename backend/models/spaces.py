"""A person's whole record: the space, its records and the journal of every change."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from backend.models.base import ID, Base, UtcDateTime

FEED_GROUPS = ("base", "notes", "names", "intimate")


class Space(Base):
    """One person's record. `head` is the number of its newest change and is moved under the row's lock."""

    __tablename__ = "space"

    id: Mapped[str] = mapped_column(ID, primary_key=True)
    owner_account_id: Mapped[str] = mapped_column(
        sa.ForeignKey("account.id", ondelete="CASCADE"), unique=True
    )
    head: Mapped[int] = mapped_column(sa.BigInteger, default=0)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)


class Record(Base):
    """The present state of one record.

    seq moves with every change and orders the owner's feed. seq_base, seq_notes, seq_names and seq_intimate
    move only with changes a caregiver granted that group of fields may notice; 0 means never visible.
    former_scopes: ",scope,scope," through which it could be seen before, so it can be taken back there.
    erased: blanked for good; it stays deleted and takes nothing more.
    """

    __tablename__ = "record"
    __table_args__ = (
        sa.UniqueConstraint("space_id", "seq"),
        sa.Index("ix_record_space_kind_occurred", "space_id", "kind", "occurred_at"),
        sa.Index("ix_record_space_seq_base", "space_id", "seq_base"),
    )

    space_id: Mapped[str] = mapped_column(sa.ForeignKey("space.id", ondelete="CASCADE"), primary_key=True)
    id: Mapped[str] = mapped_column(ID, primary_key=True)
    kind: Mapped[str] = mapped_column(sa.String(40))
    sv: Mapped[int] = mapped_column(sa.Integer)
    body: Mapped[dict[str, Any]] = mapped_column(sa.JSON)
    fop: Mapped[dict[str, str]] = mapped_column(sa.JSON)
    cur_op: Mapped[str] = mapped_column(ID)
    conf: Mapped[list[str]] = mapped_column(sa.JSON)
    seq: Mapped[int] = mapped_column(sa.BigInteger)
    seq_base: Mapped[int] = mapped_column(sa.BigInteger, default=0)
    seq_notes: Mapped[int] = mapped_column(sa.BigInteger, default=0)
    seq_names: Mapped[int] = mapped_column(sa.BigInteger, default=0)
    seq_intimate: Mapped[int] = mapped_column(sa.BigInteger, default=0)
    rev: Mapped[int] = mapped_column(sa.Integer, default=0)
    deleted: Mapped[bool] = mapped_column(sa.Boolean, default=False)
    erased: Mapped[bool] = mapped_column(sa.Boolean, default=False, server_default=sa.false())
    private: Mapped[bool] = mapped_column(sa.Boolean, default=False)
    scope: Mapped[str | None] = mapped_column(sa.String(24))
    former_scopes: Mapped[str] = mapped_column(sa.String(200), default="")
    author_account_id: Mapped[str] = mapped_column(ID)
    occurred_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    occurred_on: Mapped[str | None] = mapped_column(sa.String(10))
    tz: Mapped[str | None] = mapped_column(sa.String(64))


class Change(Base):
    """One accepted operation; append-only, never trimmed.

    It is the ledger of what was applied, the history, the store of values that lost, the audit trail and,
    by its random tag, the proof that a cursor belongs to this timeline.
    """

    __tablename__ = "change"
    __table_args__ = (
        sa.UniqueConstraint("space_id", "seq"),
        sa.Index("ix_change_record", "space_id", "record_id"),
        sa.Index(
            "ix_change_held",
            "space_id",
            "account_id",
            sqlite_where=sa.text("status = 'held'"),
            postgresql_where=sa.text("status = 'held'"),
        ),
    )

    space_id: Mapped[str] = mapped_column(sa.ForeignKey("space.id", ondelete="CASCADE"), primary_key=True)
    op_id: Mapped[str] = mapped_column(ID, primary_key=True)
    seq: Mapped[int] = mapped_column(sa.BigInteger)
    tag: Mapped[str] = mapped_column(sa.String(16))
    record_id: Mapped[str] = mapped_column(ID)
    kind: Mapped[str] = mapped_column(sa.String(40))
    t: Mapped[str] = mapped_column(sa.String(8))
    was: Mapped[dict[str, Any] | None] = mapped_column(sa.JSON)
    set: Mapped[dict[str, Any] | None] = mapped_column(sa.JSON)
    base: Mapped[str | None] = mapped_column(ID)
    lost: Mapped[dict[str, Any] | None] = mapped_column(sa.JSON)
    status: Mapped[str] = mapped_column(sa.String(12))
    account_id: Mapped[str] = mapped_column(ID)
    device_id: Mapped[str | None] = mapped_column(ID)
    n: Mapped[int | None] = mapped_column(sa.BigInteger)
    made_at: Mapped[str] = mapped_column(sa.String(40))
    made_tz: Mapped[str | None] = mapped_column(sa.String(64))
    skew_ms: Mapped[int | None] = mapped_column(sa.BigInteger)
    received_at: Mapped[datetime] = mapped_column(UtcDateTime)
    app_version: Mapped[str | None] = mapped_column(sa.String(40))
    sha256: Mapped[str] = mapped_column(sa.String(64))
