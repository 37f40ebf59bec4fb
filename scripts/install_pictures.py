"""Take the pictures a phone shows before it installs Limber, into static/screenshots.

Run it as `python scripts/install_pictures.py` with Playwright and a Chromium on the path. It starts the
app on a free port with an empty instance folder, walks through a first entry as a person would, and
writes what it sees. pwa/app.webmanifest names the pictures; tests/web/test_manifest.py compares the sizes.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "static" / "screenshots"
NARROW, WIDE = (390, 844), (1280, 800)


@contextmanager
def server() -> Iterator[str]:
    """A running app with nobody in it; yields its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with tempfile.TemporaryDirectory() as instance:
        env = {**os.environ, "LIMBER_INSTANCE": instance, "LIMBER_PORT": str(port)}
        flask = [sys.executable, "-m", "flask", "--app", "wsgi"]
        subprocess.run([*flask, "db", "upgrade"], cwd=ROOT, env=env, check=True)
        running = subprocess.Popen([*flask, "run", "--port", str(port)], cwd=ROOT, env=env)
        try:
            yield awaited(port)
        finally:
            running.terminate()
            running.wait()


def awaited(port: int) -> str:
    """The server's address, once it listens."""
    for _ in range(100):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=5).close()
            return f"http://localhost:{port}"
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(port)


def started(browser: Browser, address: str, size: tuple[int, int]) -> Page:
    """A page of the given size on which somebody has just begun without an account."""
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, locale="en")
    page = context.new_page()
    page.goto(address)
    page.get_by_role("button", name="Start now, no account").click()
    page.get_by_role("button", name="6", exact=True).wait_for()
    return page


def take(page: Page, name: str) -> None:
    page.wait_for_timeout(400)
    page.screenshot(path=PICTURES / f"{name}.png")


def walk(browser: Browser, address: str) -> None:
    """A first entry, seen on a phone and on a wide screen."""
    page = started(browser, address, NARROW)
    take(page, "today-narrow")
    page.get_by_role("button", name="6", exact=True).click()
    page.get_by_text("Where does it hurt?").wait_for()
    take(page, "where-narrow")
    page.goto(f"{address}/diary")
    page.get_by_text("6", exact=False).first.wait_for()
    take(page, "diary-narrow")
    take(started(browser, address, WIDE), "today-wide")


def main() -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    with server() as address, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"))
        walk(browser, address)
        browser.close()


if __name__ == "__main__":
    main()
