"""Ways back into an account, a token that waits to be used, and whose act a line of the log was."""

import sqlalchemy as sa
from alembic import op

from backend.models.base import UtcDateTime

revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('recovery',
    sa.Column('id', sa.String(length=36), nullable=False),
    sa.Column('account_id', sa.String(length=36), nullable=False),
    sa.Column('kind', sa.String(length=4), nullable=False),
    sa.Column('secret_hash', sa.String(length=64), nullable=False),
    sa.Column('made_at', UtcDateTime(timezone=True), nullable=False),
    sa.Column('expires_at', UtcDateTime(timezone=True), nullable=True),
    sa.Column('used_at', UtcDateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(
        ['account_id'], ['account.id'], name=op.f('fk_recovery_account_id'), ondelete='CASCADE'
    ),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_recovery')),
    sa.UniqueConstraint('secret_hash', name=op.f('uq_recovery_secret_hash'))
    )
    op.create_index(op.f('ix_recovery_account_id'), 'recovery', ['account_id'])
    # Columns are added in place: a table is never copied, so nothing can be lost half-way.
    op.add_column('audit', sa.Column('by', sa.String(length=10), nullable=True))
    op.add_column('session', sa.Column('next_token_hash', sa.String(length=64), nullable=True))
    op.add_column('session', sa.Column('next_fresh_until', UtcDateTime(timezone=True), nullable=True))
    op.create_index(op.f('ix_session_next_token_hash'), 'session', ['next_token_hash'], unique=True)


def downgrade() -> None:
    op.drop_index(op.f('ix_session_next_token_hash'), table_name='session')
    op.drop_column('session', 'next_fresh_until')
    op.drop_column('session', 'next_token_hash')
    op.drop_column('audit', 'by')
    op.drop_index(op.f('ix_recovery_account_id'), table_name='recovery')
    op.drop_table('recovery')
