"""What every request passes: where it comes from, and who is signed in."""

from typing import NoReturn

from flask import Flask, Request, current_app, request
from flask_login import current_user

from backend.errors import DeviceRemoved, ForeignOrigin, NotSignedIn
from backend.extensions import login_manager
from backend.services import sessions
from backend.services.sessions import Session, SignedIn

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
# The browser sends these by itself, without an Origin; the answer tells nothing and stores next to nothing.
EXEMPT = frozenset({"/api/v1/csp-report"})


def cookie_name() -> str:
    """`__Host-limber` over https, so that no other host of the domain can set it."""
    return "__Host-limber" if current_app.config["LIMBER_SECURE"] else "limber"


def install_gate(app: Flask) -> None:
    """Check the origin of every change, and tell Flask-Login how a session is found."""
    if app.config["LIMBER_TRUSTED_PROXIES"]:
        from werkzeug.middleware.proxy_fix import ProxyFix

        count = app.config["LIMBER_TRUSTED_PROXIES"]
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=count, x_proto=count)  # type: ignore[method-assign]

    @app.before_request
    def _same_origin() -> None:
        if request.method in SAFE or request.path in EXEMPT:
            return
        origin, site = request.headers.get("Origin"), request.headers.get("Sec-Fetch-Site")
        if origin is not None:
            if origin not in app.config["LIMBER_ALLOWED_ORIGINS"]:
                raise ForeignOrigin
        elif site != "same-origin":
            raise ForeignOrigin

    @login_manager.request_loader
    def _load(req: Request) -> SignedIn | None:
        token = token_of(req)
        return sessions.find(token) if token else None

    @login_manager.unauthorized_handler
    def _unauthorized() -> NoReturn:
        if removed_session() is not None:
            raise DeviceRemoved
        raise NotSignedIn


def signed_in() -> SignedIn:
    """Who asks, themselves: `current_user` stands in for them and looks them up at every word."""
    who: SignedIn = current_user._get_current_object()
    return who


def token_of(req: Request) -> str | None:
    """The session's token as the browser sent it, unless it cannot be one."""
    token = req.cookies.get(cookie_name())
    return token if token and len(token) < 200 else None


def removed_session() -> Session | None:
    """The session this browser had until it was taken away from another device."""
    token = token_of(request)
    return sessions.find_removed(token) if token else None
