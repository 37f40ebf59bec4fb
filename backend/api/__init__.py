"""HTTP under /api/v1: one module a resource, routes that parse, call and return."""

from flask import Flask

from backend.api import (
    accounts,
    content,
    csp,
    devices,
    docs,
    health,
    held,
    insights,
    people,
    plans,
    recovery,
    report,
    shares,
    sync,
)
from backend.api.gate import install_gate
from backend.api.openapi import LimberApi

PREFIX = "/api/v1"


def register_api(app: Flask) -> None:
    """Mount every resource."""
    api = LimberApi(app)
    install_gate(app)
    for module in (accounts, recovery, devices, sync, people, insights, report, shares, held, plans, content):
        api.register_blueprint(module.blp, url_prefix=PREFIX)
    docs.install(app, api, PREFIX)
    app.register_blueprint(csp.bp, url_prefix=PREFIX)
    app.register_blueprint(health.bp)
