"""Erased records, rights that ended lately, and devices that were taken away."""

import sqlalchemy as sa
from alembic import op

from backend.models.base import UtcDateTime

revision = '0002'
down_revision = '0001'
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Columns are added in place: a table is never copied, so nothing can be lost half-way.
    op.add_column('record', sa.Column('erased', sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column('share', sa.Column('ended_rights', sa.JSON(), nullable=True))
    op.add_column('session', sa.Column('removed_at', UtcDateTime(timezone=True), nullable=True))
    op.add_column('session', sa.Column('wiped_at', UtcDateTime(timezone=True), nullable=True))
    held = sa.text("status = 'held'")
    op.create_index(
        'ix_change_held', 'change', ['space_id', 'account_id'], sqlite_where=held, postgresql_where=held
    )


def downgrade() -> None:
    op.drop_index('ix_change_held', table_name='change')
    op.drop_column('session', 'wiped_at')
    op.drop_column('session', 'removed_at')
    op.drop_column('share', 'ended_rights')
    op.drop_column('record', 'erased')
