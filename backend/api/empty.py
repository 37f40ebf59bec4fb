"""The answer that says only that it is done."""

from flask import Response


def done() -> Response:
    """204, without the content type an empty body does not have."""
    response = Response(status=204)
    response.headers.pop("Content-Type", None)
    return response
