"""Accounts, sessions, spaces, records, changes, shares."""

import sqlalchemy as sa
from alembic import op

from backend.models.base import UtcDateTime

revision = '0001'
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('account',
    sa.Column('id', sa.String(length=36), nullable=False),
    sa.Column('email', sa.String(length=254), nullable=False),
    sa.Column('display_name', sa.String(length=80), nullable=False),
    sa.Column('time_zone', sa.String(length=64), nullable=False),
    sa.Column('password_hash', sa.String(length=255), nullable=False),
    sa.Column('created_at', UtcDateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_account')),
    sa.UniqueConstraint('email', name=op.f('uq_account_email'))
    )
    op.create_table('attempt',
    sa.Column('key', sa.String(length=120), nullable=False),
    sa.Column('window_at', sa.BigInteger(), nullable=False),
    sa.Column('count', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('key', 'window_at', name=op.f('pk_attempt'))
    )
    op.create_table('audit',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('at', UtcDateTime(timezone=True), nullable=False),
    sa.Column('account_id', sa.String(length=36), nullable=True),
    sa.Column('event', sa.String(length=40), nullable=False),
    sa.Column('about', sa.String(length=64), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_audit'))
    )
    with op.batch_alter_table('audit', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_audit_account_id'), ['account_id'], unique=False)

    op.create_table('device',
    sa.Column('id', sa.String(length=36), nullable=False),
    sa.Column('account_id', sa.String(length=36), nullable=False),
    sa.Column('app_version', sa.String(length=40), nullable=True),
    sa.Column('proto', sa.Integer(), nullable=False),
    sa.Column('kinds', sa.JSON(), nullable=True),
    sa.Column('last_seen_at', UtcDateTime(timezone=True), nullable=False),
    sa.Column('last_received_at', UtcDateTime(timezone=True), nullable=True),
    sa.Column('revoked_at', UtcDateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_device_account_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_device'))
    )
    with op.batch_alter_table('device', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_device_account_id'), ['account_id'], unique=False)

    op.create_table('session',
    sa.Column('id', sa.String(length=36), nullable=False),
    sa.Column('account_id', sa.String(length=36), nullable=False),
    sa.Column('token_hash', sa.String(length=64), nullable=False),
    sa.Column('device_id', sa.String(length=36), nullable=True),
    sa.Column('label', sa.String(length=80), nullable=False),
    sa.Column('signed_in_at', UtcDateTime(timezone=True), nullable=False),
    sa.Column('last_seen_at', UtcDateTime(timezone=True), nullable=False),
    sa.Column('fresh_until', UtcDateTime(timezone=True), nullable=True),
    sa.Column('expires_at', UtcDateTime(timezone=True), nullable=False),
    sa.Column('ended_at', UtcDateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_session_account_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_session')),
    sa.UniqueConstraint('token_hash', name=op.f('uq_session_token_hash'))
    )
    with op.batch_alter_table('session', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_session_account_id'), ['account_id'], unique=False)

    op.create_table('space',
    sa.Column('id', sa.String(length=36), nullable=False),
    sa.Column('owner_account_id', sa.String(length=36), nullable=False),
    sa.Column('head', sa.BigInteger(), nullable=False),
    sa.Column('created_at', UtcDateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['owner_account_id'], ['account.id'], name=op.f('fk_space_owner_account_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_space')),
    sa.UniqueConstraint('owner_account_id', name=op.f('uq_space_owner_account_id'))
    )
    op.create_table('change',
    sa.Column('space_id', sa.String(length=36), nullable=False),
    sa.Column('op_id', sa.String(length=36), nullable=False),
    sa.Column('seq', sa.BigInteger(), nullable=False),
    sa.Column('tag', sa.String(length=16), nullable=False),
    sa.Column('record_id', sa.String(length=36), nullable=False),
    sa.Column('kind', sa.String(length=40), nullable=False),
    sa.Column('t', sa.String(length=8), nullable=False),
    sa.Column('was', sa.JSON(), nullable=True),
    sa.Column('set', sa.JSON(), nullable=True),
    sa.Column('base', sa.String(length=36), nullable=True),
    sa.Column('lost', sa.JSON(), nullable=True),
    sa.Column('status', sa.String(length=12), nullable=False),
    sa.Column('account_id', sa.String(length=36), nullable=False),
    sa.Column('device_id', sa.String(length=36), nullable=True),
    sa.Column('n', sa.BigInteger(), nullable=True),
    sa.Column('made_at', sa.String(length=40), nullable=False),
    sa.Column('made_tz', sa.String(length=64), nullable=True),
    sa.Column('skew_ms', sa.BigInteger(), nullable=True),
    sa.Column('received_at', UtcDateTime(timezone=True), nullable=False),
    sa.Column('app_version', sa.String(length=40), nullable=True),
    sa.Column('sha256', sa.String(length=64), nullable=False),
    sa.ForeignKeyConstraint(['space_id'], ['space.id'], name=op.f('fk_change_space_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('space_id', 'op_id', name=op.f('pk_change')),
    sa.UniqueConstraint('space_id', 'seq', name=op.f('uq_change_space_id_seq'))
    )
    with op.batch_alter_table('change', schema=None) as batch_op:
        batch_op.create_index('ix_change_record', ['space_id', 'record_id'], unique=False)

    op.create_table('record',
    sa.Column('space_id', sa.String(length=36), nullable=False),
    sa.Column('id', sa.String(length=36), nullable=False),
    sa.Column('kind', sa.String(length=40), nullable=False),
    sa.Column('sv', sa.Integer(), nullable=False),
    sa.Column('body', sa.JSON(), nullable=False),
    sa.Column('fop', sa.JSON(), nullable=False),
    sa.Column('cur_op', sa.String(length=36), nullable=False),
    sa.Column('conf', sa.JSON(), nullable=False),
    sa.Column('seq', sa.BigInteger(), nullable=False),
    sa.Column('seq_base', sa.BigInteger(), nullable=False),
    sa.Column('seq_notes', sa.BigInteger(), nullable=False),
    sa.Column('seq_names', sa.BigInteger(), nullable=False),
    sa.Column('seq_intimate', sa.BigInteger(), nullable=False),
    sa.Column('rev', sa.Integer(), nullable=False),
    sa.Column('deleted', sa.Boolean(), nullable=False),
    sa.Column('private', sa.Boolean(), nullable=False),
    sa.Column('scope', sa.String(length=24), nullable=True),
    sa.Column('former_scopes', sa.String(length=200), nullable=False),
    sa.Column('author_account_id', sa.String(length=36), nullable=False),
    sa.Column('occurred_at', UtcDateTime(timezone=True), nullable=True),
    sa.Column('occurred_on', sa.String(length=10), nullable=True),
    sa.Column('tz', sa.String(length=64), nullable=True),
    sa.ForeignKeyConstraint(['space_id'], ['space.id'], name=op.f('fk_record_space_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('space_id', 'id', name=op.f('pk_record')),
    sa.UniqueConstraint('space_id', 'seq', name=op.f('uq_record_space_id_seq'))
    )
    with op.batch_alter_table('record', schema=None) as batch_op:
        batch_op.create_index('ix_record_space_kind_occurred', ['space_id', 'kind', 'occurred_at'], unique=False)
        batch_op.create_index('ix_record_space_seq_base', ['space_id', 'seq_base'], unique=False)

    op.create_table('share',
    sa.Column('id', sa.String(length=36), nullable=False),
    sa.Column('space_id', sa.String(length=36), nullable=False),
    sa.Column('caregiver_account_id', sa.String(length=36), nullable=True),
    sa.Column('label', sa.String(length=80), nullable=False),
    sa.Column('read', sa.JSON(), nullable=False),
    sa.Column('write', sa.JSON(), nullable=False),
    sa.Column('until', sa.String(length=10), nullable=True),
    sa.Column('state', sa.String(length=10), nullable=False),
    sa.Column('view_id', sa.String(length=36), nullable=False),
    sa.Column('code_hash', sa.String(length=64), nullable=True),
    sa.Column('token_hash', sa.String(length=64), nullable=True),
    sa.Column('offered_at', UtcDateTime(timezone=True), nullable=False),
    sa.Column('expires_at', UtcDateTime(timezone=True), nullable=False),
    sa.Column('accepted_at', UtcDateTime(timezone=True), nullable=True),
    sa.Column('confirmed_at', UtcDateTime(timezone=True), nullable=True),
    sa.Column('ended_at', UtcDateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['caregiver_account_id'], ['account.id'], name=op.f('fk_share_caregiver_account_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['space_id'], ['space.id'], name=op.f('fk_share_space_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_share')),
    sa.UniqueConstraint('code_hash', name=op.f('uq_share_code_hash')),
    sa.UniqueConstraint('token_hash', name=op.f('uq_share_token_hash'))
    )
    with op.batch_alter_table('share', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_share_caregiver_account_id'), ['caregiver_account_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_share_space_id'), ['space_id'], unique=False)

    op.create_table('look',
    sa.Column('share_id', sa.String(length=36), nullable=False),
    sa.Column('channel', sa.String(length=16), nullable=False),
    sa.Column('at_hour', UtcDateTime(timezone=True), nullable=False),
    sa.Column('space_id', sa.String(length=36), nullable=False),
    sa.Column('account_id', sa.String(length=36), nullable=False),
    sa.ForeignKeyConstraint(['share_id'], ['share.id'], name=op.f('fk_look_share_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['space_id'], ['space.id'], name=op.f('fk_look_space_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('share_id', 'channel', 'at_hour', name=op.f('pk_look'))
    )
    with op.batch_alter_table('look', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_look_space_id'), ['space_id'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('look', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_look_space_id'))

    op.drop_table('look')
    with op.batch_alter_table('share', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_share_space_id'))
        batch_op.drop_index(batch_op.f('ix_share_caregiver_account_id'))

    op.drop_table('share')
    with op.batch_alter_table('record', schema=None) as batch_op:
        batch_op.drop_index('ix_record_space_seq_base')
        batch_op.drop_index('ix_record_space_kind_occurred')

    op.drop_table('record')
    with op.batch_alter_table('change', schema=None) as batch_op:
        batch_op.drop_index('ix_change_record')

    op.drop_table('change')
    op.drop_table('space')
    with op.batch_alter_table('session', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_session_account_id'))

    op.drop_table('session')
    with op.batch_alter_table('device', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_device_account_id'))

    op.drop_table('device')
    with op.batch_alter_table('audit', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_audit_account_id'))

    op.drop_table('audit')
    op.drop_table('attempt')
    op.drop_table('account')
