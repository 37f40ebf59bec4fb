"""Symptoms that tell of bladder, bowel, sexuality or mood move under their own scope; views are read anew."""

import uuid

import sqlalchemy as sa
from alembic import op

revision = '0005'
down_revision = '0004'
branch_labels = None
depends_on = None

# As it was decided when this was written; the rule itself lives in backend/domain/tact.py.
SCOPES = {
    'bladder': 'intimate', 'bowel': 'intimate', 'constipation': 'intimate', 'sexual': 'intimate',
    'low_mood': 'mood', 'anxious': 'mood',
}
RECORD = sa.table(
    'record', sa.column('space_id'), sa.column('id'), sa.column('kind'), sa.column('body', sa.JSON),
    sa.column('scope'), sa.column('former_scopes'),
)
SHARE = sa.table('share', sa.column('id'), sa.column('space_id'), sa.column('view_id'))


def upgrade() -> None:
    base = op.get_bind()
    rows = base.execute(
        sa.select(RECORD.c.space_id, RECORD.c.id, RECORD.c.body, RECORD.c.former_scopes)
        .where(RECORD.c.kind == 'symptom', RECORD.c.scope == 'symptoms')
    ).all()
    for space_id, record_id, body, former in rows:
        scope = SCOPES.get(str((body or {}).get('symptom')))
        if scope is None:
            continue
        before = sorted({*(former or '').split(','), 'symptoms'} - {''})
        base.execute(
            sa.update(RECORD)
            .where(RECORD.c.space_id == space_id, RECORD.c.id == record_id)
            .values(scope=scope, former_scopes=f",{','.join(before)},")
        )
    # Whoever has read a diary reads it once more, and has then what the rule opens.
    for (share_id,) in base.execute(sa.select(SHARE.c.id)).all():
        base.execute(sa.update(SHARE).where(SHARE.c.id == share_id).values(view_id=str(uuid.uuid4())))


def downgrade() -> None:
    base = op.get_bind()
    base.execute(
        sa.update(RECORD)
        .where(RECORD.c.kind == 'symptom', RECORD.c.scope.in_(('intimate', 'mood')))
        .values(scope='symptoms')
    )
