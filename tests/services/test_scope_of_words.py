"""Tables from before: what tells more than pain moves under its own scope, and views are read anew."""

import flask_migrate
import sqlalchemy as sa
from flask import Flask

from backend.extensions import db
from backend.models import Record, Share
from backend.services import views
from tests.factories import make_account, make_entry, make_share


def test_what_told_of_the_bladder_is_no_pain_any_more(app: Flask) -> None:
    rosa, daniel = make_account(app), make_account(app, display_name="Daniel")
    pain, bladder = make_entry(app, rosa), make_entry(app, rosa, symptom="bladder")
    share = make_share(app, rosa, daniel)
    with app.app_context():
        assert db.session.get_one(Record, (rosa.space, bladder)).scope == "intimate"
        flask_migrate.downgrade(revision="0004")
        before = db.session.get_one(Share, share).view_id
        assert db.session.get_one(Record, (rosa.space, bladder)).scope == "symptoms"
        db.session.rollback()
        flask_migrate.upgrade()
        scopes = dict(db.session.execute(sa.select(Record.id, Record.scope)).all())
        moved = db.session.get_one(Record, (rosa.space, bladder))
        assert (scopes[pain], moved.scope, moved.former_scopes) == ("symptoms", "intimate", ",symptoms,")
        assert views.view_of(db.session.get_one(Share, share)).id != before
