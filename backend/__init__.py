"""Limber: a pain diary and movement companion for people with multiple sclerosis."""

from collections.abc import Mapping
from typing import Any

from flask import Flask

__version__ = "0.1.0"


def create_app(overrides: Mapping[str, Any] | None = None) -> Flask:
    """Wire the app; nothing else happens here.

    overrides: settings by their LIMBER_ name, for tests; they win over the environment.
    Raises config.BadSetting when a setting is unusable or unsafe.
    """
    # Imported here, so that `import backend.domain...` stays as light as the domain itself.
    from backend import config, errors, extensions, logs
    from backend.api import register_api
    from backend.cli import register_cli
    from backend.web import install as install_web

    app = Flask("backend", static_folder=None)
    config.load(app, overrides or {})
    logs.install(app)
    errors.install(app)
    extensions.install(app)
    register_api(app)
    register_cli(app)
    install_web(app)
    return app
