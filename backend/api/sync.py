"""Sync: send what is new here, read what is new there."""

from typing import Any

import orjson
from flask import Response
from flask_login import login_required

from backend.api.gate import signed_in
from backend.api.openapi import Blueprint
from backend.schemas.answers import PullAnswerSchema, PushAnswerSchema
from backend.schemas.sync import PullSchema, PushSchema, parse_ops
from backend.services import sync
from backend.services.greeting import Greeting

# Made once; one that is made for every request costs as much as what it looks at.
PUSH, PULL = PushSchema(), PullSchema()

blp = Blueprint("sync", __name__, description="Sync between devices")


@blp.post("/sync/push")
@login_required
@blp.arguments(PUSH)
@blp.response(200, PushAnswerSchema)
def push(form: dict[str, Any]) -> Response:
    """Send ops; may read in the same request."""
    ops, refused = parse_ops(form["ops"])
    answer = sync.push(signed_in(), _greeting(form), ops, refused, form["marks"], form["pull"])
    return _as_it_is(answer)


@blp.post("/sync/pull")
@login_required
@blp.arguments(PULL)
@blp.response(200, PullAnswerSchema)
def pull(form: dict[str, Any]) -> Response:
    """Read what is new."""
    return _as_it_is(sync.pull(signed_in(), _greeting(form), form))


def _as_it_is(answer: dict[str, Any]) -> Response:
    """The answer in one go: its rows are JSON already, and a page of them is not looked at once more."""
    return Response(orjson.dumps(answer), mimetype="application/json")


def _greeting(form: dict[str, Any]) -> Greeting:
    return Greeting(form["proto"], form["account"], form["device"], form["sent_at"], form["app_version"])
