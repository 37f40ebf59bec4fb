"""What a look was shown: the scopes that were open then. Looks from before do not know."""

import sqlalchemy as sa
from alembic import op

revision = '0004'
down_revision = '0003'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('look', sa.Column('read', sa.JSON(), nullable=True))


def downgrade() -> None:
    op.drop_column('look', 'read')
