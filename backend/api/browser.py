"""The browser that asks: its session's cookie, and what the list of devices calls it."""

from typing import Any

from flask import Response, current_app, request

from backend import clock
from backend.api.empty import done
from backend.api.gate import cookie_name
from backend.services import sessions

HERE = "limber-here"
SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS", "Mac"),
    ("Linux", "Linux"),
)
BROWSERS = (("Firefox/", "Firefox"), ("Edg/", "Edge"), ("Chrome/", "Chrome"), ("Safari/", "Safari"))


def give_token(response: Response, token: str) -> Response:
    """Put a session's token into the cookie that no script can read."""
    response.set_cookie(
        cookie_name(),
        token,
        expires=clock.now() + sessions.LIFETIME,
        max_age=int(sessions.LIFETIME.total_seconds()),
        **_cookie(),
    )
    # Says no more than that there is a session. A page whose storage was cleared reads it and asks whose.
    response.set_cookie(
        HERE,
        "1",
        expires=clock.now() + sessions.LIFETIME,
        max_age=int(sessions.LIFETIME.total_seconds()),
        **{**_cookie(), "httponly": False},
    )
    return response


def forgotten() -> Response:
    """Done, and the browser lets its token go."""
    response = done()
    response.delete_cookie(cookie_name(), **_cookie())
    response.delete_cookie(HERE, **{**_cookie(), "httponly": False})
    return response


def label() -> str:
    """What the device list calls this browser; no more of it is kept than this."""
    agent = request.user_agent.string
    system = next((name for mark, name in SYSTEMS if mark in agent), "a device")
    browser = next((name for mark, name in BROWSERS if mark in agent), "A browser")
    return f"{browser} on {system}"


def _cookie() -> dict[str, Any]:
    return {"path": "/", "httponly": True, "samesite": "Lax", "secure": current_app.config["LIMBER_SECURE"]}
