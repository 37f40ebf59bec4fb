"""Request logging without a word about anyone's health: method, route rule, status and time only."""

import logging
import secrets
import time

from flask import Flask, Response, g, request

log = logging.getLogger("limber")


def install(app: Flask) -> None:
    """Give every request an id and write one line when it ends."""
    log.setLevel(logging.INFO)
    if not logging.getLogger().handlers and not log.handlers:
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        log.addHandler(handler)

    @app.before_request
    def _begin() -> None:
        g.request_id = secrets.token_hex(8)
        g.began = time.perf_counter()

    @app.after_request
    def _end(response: Response) -> Response:
        # The rule, not the path: a path may carry an id, and ids of records stay out of the log.
        rule = request.url_rule.rule if request.url_rule else "-"
        ms = (time.perf_counter() - g.began) * 1000 if "began" in g else 0.0
        log.info(
            "%s %s %s %.0fms %s", request.method, rule, response.status_code, ms, g.get("request_id", "-")
        )
        return response


def request_id() -> str:
    """The id of the request being answered, shown in errors and in the log."""
    value = g.get("request_id")
    return value if isinstance(value, str) else secrets.token_hex(8)
