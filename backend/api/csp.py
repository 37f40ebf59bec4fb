"""Where browsers report what the content security policy stopped."""

from flask import Blueprint, Response, request

from backend.api.empty import done
from backend.errors import TooLarge
from backend.logs import log
from backend.services import limits

bp = Blueprint("csp", __name__)
MAX_REPORT = 16_000


@bp.post("/csp-report")
def report() -> Response:
    """Note that something was stopped; the report's text may hold anything, so it is not kept."""
    if (request.content_length or 0) > MAX_REPORT:
        raise TooLarge
    limits.take(limits.key("csp", limits.network(request.remote_addr)), limits.REPORTS_PER_NETWORK)
    log.warning("content security policy stopped something")
    return done()
