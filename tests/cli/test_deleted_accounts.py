"""The list beside the database that keeps a restore from bringing deleted accounts back."""

import pytest
from flask import Flask

from backend.errors import Busy
from backend.extensions import db
from backend.models import Account
from backend.services import removal
from tests.factories import make_account


def test_only_a_deletion_that_went_through_is_remembered(app: Flask) -> None:
    """A line for an account that is still there would have a later restore delete it."""
    rosa = make_account(app)
    listed = app.config["LIMBER_INSTANCE"] / "deleted_accounts"
    with app.app_context():
        removal.remove("00000000-0000-4000-8000-000000000000")
        # Somebody else keeps the turn to write for longer than anybody waits.
        with app.extensions["limber_writer"], pytest.raises(Busy):
            removal.remove(rosa.id)
        assert not listed.exists() and db.session.get(Account, rosa.id)
        removal.remove(rosa.id)
    assert listed.read_text().split() == [rosa.id]
