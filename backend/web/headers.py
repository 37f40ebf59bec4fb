"""The outermost layer: which hosts are answered, and the headers every answer carries.

It stands outside Flask because static files are answered before Flask sees them.
"""

import json
import secrets
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from backend.web.shell import ImportMap

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; "
    "script-src 'self' {import_map}; "
    "style-src 'self'; "
    "img-src 'self' data:; "
    "font-src 'self'; "
    "connect-src 'self'; "
    "manifest-src 'self'; "
    "worker-src 'self'; "
    "object-src 'none'; "
    "base-uri 'none'; "
    "form-action 'self'; "
    "frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; "
    "trusted-types sw; "
    "report-uri /api/v1/csp-report"
)
# The wake lock stays allowed: the player keeps the screen lit during an exercise.
SWITCHED_OFF = (
    "accelerometer",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "usb",
)
FIXED = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in SWITCHED_OFF),
}
TWO_YEARS = 2 * 365 * 24 * 60 * 60


def host_allowed(host: str, allowed: Iterable[str]) -> bool:
    """Whether a Host header names us. An allowed name without a port stands for every port."""
    try:
        parts = urlsplit(f"//{host}")
        name, port = parts.hostname, parts.port
    except ValueError:
        return False
    if not name or parts.netloc != host or "@" in host:
        return False
    exact = f"{name}:{port}" if port else name
    return any(entry.lower() in (name, exact) for entry in allowed)


class Guard:
    """WSGI middleware: refuse foreign hosts, then set the headers whatever the answer is."""

    def __init__(
        self,
        application: "WSGIApplication",
        hosts: tuple[str, ...],
        secure: bool,
        import_map: Callable[[], ImportMap],
    ) -> None:
        self.application = application
        self.hosts = hosts
        self.secure = secure
        self.import_map = import_map

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        private = is_api(environ.get("PATH_INFO", ""))

        def start(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> Any:
            return start_response(status, self.completed(headers, private), exc_info)

        if not host_allowed(environ.get("HTTP_HOST", ""), self.hosts):
            return _foreign_host(environ, start)
        return self.application(environ, start)

    def completed(self, headers: list[tuple[str, str]], private: bool) -> list[tuple[str, str]]:
        """The answer's own headers, with ours in place of any of the same name."""
        ours = dict(FIXED)
        ours["Content-Security-Policy"] = CONTENT_SECURITY_POLICY.format(
            import_map=self.import_map().source_hash
        )
        if self.secure:
            ours["Strict-Transport-Security"] = f"max-age={TWO_YEARS}"
        if private:
            ours["Cache-Control"] = "no-store"
            ours["Vary"] = _with_cookie(value for name, value in headers if name.lower() == "vary")
        replaced = {name.lower() for name in ours}
        return [pair for pair in headers if pair[0].lower() not in replaced] + list(ours.items())


def is_api(path: str) -> bool:
    """Whether the path belongs to the API, whose answers are never kept anywhere."""
    return path == "/api" or path.startswith("/api/")


def _with_cookie(vary: Iterable[str]) -> str:
    names = [name.strip() for value in vary for name in value.split(",") if name.strip()]
    if not any(name.lower() == "cookie" for name in names):
        names.append("Cookie")
    return ", ".join(names)


def _foreign_host(environ: "WSGIEnvironment", start: Any) -> Iterable[bytes]:
    error = {
        "code": "unknown_host",
        "message": "This server does not answer under that address.",
        "details": {},
        "request_id": secrets.token_hex(8),
    }
    body = json.dumps({"error": error}).encode()
    start(
        "400 Bad Request",
        [
            ("Content-Type", "application/json"),
            ("Content-Length", str(len(body))),
            ("Cache-Control", "no-store"),
        ],
    )
    return [] if environ.get("REQUEST_METHOD") == "HEAD" else [body]
