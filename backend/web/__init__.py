"""Serves the app shell: its files, its service worker, and the headers every answer carries."""

from flask import Flask

from backend.web.headers import Guard
from backend.web.static import Shelf, StaticFiles


def install(app: Flask) -> None:
    """Wrap the app: static files around Flask, host check and security headers around both.

    Call it after everything else that wraps `app.wsgi_app`, so that no answer leaves without headers.
    Nothing is read from disk but index.html until the first page is asked for.
    """
    secure = bool(app.config["LIMBER_SECURE"])
    # A public server keeps the version it started with; on a loopback address an edit shows on reload.
    shelf = Shelf(app.config["LIMBER_INSTANCE"], watch=not secure)
    inner = StaticFiles(app.wsgi_app, shelf)
    guarded = Guard(inner, tuple(app.config["LIMBER_ALLOWED_HOSTS"]), secure, shelf.import_map)
    app.wsgi_app = guarded  # type: ignore[method-assign]
