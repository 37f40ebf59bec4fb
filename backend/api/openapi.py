"""flask-smorest with our error shape and our strict reading of JSON."""

from typing import Any

from flask import Request, Response
from flask_smorest import Api
from flask_smorest import Blueprint as SmorestBlueprint
from marshmallow import RAISE, Schema, fields
from webargs.flaskparser import FlaskParser

from backend.api.strict_json import read_json
from backend.errors import from_http_exception


class ErrorBodySchema(Schema):
    """What went wrong, in words for a person and a code for a program."""

    code = fields.String(required=True)
    message = fields.String(required=True)
    details = fields.Dict(required=True)
    request_id = fields.String(required=True)


class ErrorSchema(Schema):
    """The one error shape."""

    error = fields.Nested(ErrorBodySchema, required=True)


class LimberApi(Api):
    """The Api, with errors in the one shape."""

    ERROR_SCHEMA = ErrorSchema

    def handle_http_exception(self, error: Any) -> Response:
        """Every HTTP exception in our shape."""
        return from_http_exception(error)


class StrictParser(FlaskParser):
    """Reads the body with the strict decoder and refuses names it does not know, in the query too."""

    DEFAULT_UNKNOWN_BY_LOCATION = {  # noqa: RUF012  the parser declares it so
        **FlaskParser.DEFAULT_UNKNOWN_BY_LOCATION,
        "query": RAISE,
        "json": RAISE,
    }

    def _raw_load_json(self, req: Request) -> Any:
        return read_json(req)


class Blueprint(SmorestBlueprint):
    """A blueprint that reads strictly."""

    ARGUMENTS_PARSER = StrictParser()
