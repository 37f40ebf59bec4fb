"""Where the real browser is, and how it is started."""

import os
import shutil
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# The same engine, storage and workers without windows and new-tab pages; it starts with a sixth of the work.
SHELLS = ("chromium-headless-shell", "chrome-headless-shell")
# No traffic of the browser's own, so that every request seen is the app's.
FLAGS = [
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def executable() -> str | None:
    """The browser's program: LIMBER_TEST_CHROMIUM, the one on the path, or Playwright's own."""
    for name in (os.environ.get("LIMBER_TEST_CHROMIUM", ""), *NAMES):
        found = shutil.which(name) if name else None
        if found:
            return found
    return _of_playwright()


def light() -> str | None:
    """As executable(), without the browser's own surface where there is such a program."""
    named = os.environ.get("LIMBER_TEST_CHROMIUM")
    found = None if named else next(filter(None, map(shutil.which, SHELLS)), None)
    return found or executable()


def _of_playwright() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None
