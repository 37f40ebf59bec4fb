"""A small app behind the real serving layer, so that these tests need no database."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask import Flask, jsonify
from flask.testing import FlaskClient
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException
from werkzeug.test import TestResponse

from backend.web import install

PAGE = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
MakeApp = Callable[..., Flask]


@pytest.fixture(scope="session")
def make_app(tmp_path_factory: pytest.TempPathFactory) -> MakeApp:
    """Build an app; settings by name. All share one instance folder unless another is given."""
    shared = tmp_path_factory.mktemp("instance")

    def make(instance: Path = shared, secure: bool = False, hosts: tuple[str, ...] = ("localhost",)) -> Flask:
        app = Flask("tiny", static_folder=None)
        app.config.update(LIMBER_INSTANCE=instance, LIMBER_SECURE=secure, LIMBER_ALLOWED_HOSTS=hosts)
        app.add_url_rule("/api/v1/me", view_func=lambda: jsonify(name="Rosa"), endpoint="me")
        app.add_url_rule("/api/v1/broken", view_func=broken, endpoint="broken")
        app.add_url_rule("/livez", view_func=lambda: jsonify(ok=True), endpoint="livez")
        app.register_error_handler(HTTPException, shaped)
        app.test_client_class = ClosingClient
        install(app)
        return app

    return make


class ClosingClient(FlaskClient):
    """Reads each answer to its end and closes it, as a server does; a served file is not left open."""

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        return super().open(*args, buffered=True, **kwargs)


def broken() -> ResponseReturnValue:
    """A route that cannot answer."""
    raise RuntimeError("broken on purpose")


def shaped(error: HTTPException) -> ResponseReturnValue:
    """An error in JSON, as the whole app would give it."""
    return jsonify(error={"code": str(error.code)}), error.code or 500


@pytest.fixture(scope="session")
def client(make_app: MakeApp) -> FlaskClient:
    return make_app().test_client()
