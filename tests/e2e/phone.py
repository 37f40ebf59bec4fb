"""A phone: a real Chromium with a storage of its own that lives on when the browser is killed."""

import contextlib
import os
import re
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import (
    BrowserContext,
    ConsoleMessage,
    Error,
    Locator,
    Page,
    Playwright,
    Request,
    expect,
)

from tests.e2e import chromium

SIZE = {"width": 390, "height": 844}
OFFLINE_NOISE = re.compile(
    r"ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED|ERR_FAILED|Failed to load resource"
)
SHOW = """(path) => {
  history.pushState({ depth: (history.state?.depth ?? 0) + 1 }, '', path);
  dispatchEvent(new PopStateEvent('popstate'));
}"""
# In idle time the app reads every screen ahead, at each start twice the work of the start itself.
NEVER_IDLE = "globalThis.requestIdleCallback = () => 0"
DUMP = """async () => {
  const all = {};
  for (const { name } of await indexedDB.databases()) {
    const db = await new Promise((done, no) => {
      const open = indexedDB.open(name);
      open.onsuccess = () => done(open.result);
      open.onerror = () => no(open.error);
    });
    for (const store of db.objectStoreNames) {
      const request = db.transaction(store).objectStore(store).getAll();
      all[`${name}/${store}`] = await new Promise((done) => {
        request.onsuccess = () => done(request.result);
      });
    }
    db.close();
  }
  return JSON.stringify(all);
}"""


class Phone:
    """One person's phone. Everything it says or asks of other servers is kept, to be judged by the test.

    idle: whether the app finds time to read ahead. Else it reads a screen when it is first wanted.
    light: a browser without its own surface, where there is one; see chromium.light().
    """

    def __init__(
        self,
        playwright: Playwright,
        folder: Path,
        url: str,
        idle: bool = True,
        light: bool = False,
        **options: Any,
    ) -> None:
        self.playwright, self.folder, self.url, self.options = playwright, folder, url, options
        self.idle, self.light = idle, light
        self.complaints: list[str] = []
        self.elsewhere: list[str] = []
        self.taps = 0
        self._context: BrowserContext | None = None
        self._page: Page | None = None

    @property
    def page(self) -> Page:
        """The app's page."""
        assert self._page is not None, "the browser is closed"
        return self._page

    @property
    def context(self) -> BrowserContext:
        """The browser's profile."""
        assert self._context is not None, "the browser is closed"
        return self._context

    def start(self, offline: bool = False) -> None:
        """Start the browser; the page stays empty."""
        options = {
            "viewport": SIZE,
            "has_touch": True,
            "is_mobile": True,
            "device_scale_factor": 2,
            "locale": "en-GB",
            "timezone_id": "Europe/Zurich",
            "color_scheme": "light",
            **self.options,
        }
        self._context = self.playwright.chromium.launch_persistent_context(
            self.folder,
            executable_path=chromium.light() if self.light else chromium.executable(),
            args=chromium.FLAGS,
            **options,
        )
        self._context.set_default_timeout(20_000)
        self._context.set_offline(offline)
        if not self.idle:
            self._context.add_init_script(NEVER_IDLE)
        self._context.on("request", self._asked)
        self._page = self._context.pages[0]
        self._page.on("console", self._said)
        self._page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def open(self, path: str = "/") -> None:
        """Go to a screen, as from the home screen."""
        self.page.goto(f"{self.url}{path}")
        expect(self.page.locator("h1")).to_be_visible()
        expect(self.page.get_by_text("Opening your diary.", exact=True)).to_have_count(0)

    def show(self, path: str) -> None:
        """Go to a screen as a tap on a link does; opens the app where it does not run yet."""
        if not self.page.url.startswith(self.url):
            self.open(path)
            return
        self.page.evaluate(SHOW, path)
        expect(self.page.locator("h1")).to_be_visible()

    def tap(self, target: Locator) -> None:
        """Tap, and count it."""
        self.taps += 1
        target.tap()

    def button(self, name: str | re.Pattern[str], exact: bool = True) -> Locator:
        """A button, a switch or a link that looks like one, by its words."""
        names: dict[str, Any] = (
            {"name": name} if isinstance(name, re.Pattern) else {"name": name, "exact": exact}
        )
        return self.page.get_by_role("button", **names).or_(self.page.get_by_role("link", **names)).first

    def wait_for(self, what: Callable[[], Any], seconds: float = 30) -> Any:
        """Ask again until the answer is true; the page's own policy forbids Playwright's way of waiting."""
        until = time.monotonic() + seconds
        while not (answer := what()):
            assert time.monotonic() < until, f"waited {seconds} s for {what}"
            self.page.wait_for_timeout(100)
        return answer

    def ready_offline(self, seconds: float = 30) -> None:
        """Wait until the worker has everything the app needs without a network."""
        self.wait_for(
            lambda: self.page.evaluate(
                "async () => Boolean((await navigator.serviceWorker.getRegistration())?.active)"
            ),
            seconds,
        )

    def offline(self, on: bool = True) -> None:
        """Airplane mode."""
        self.context.set_offline(on)

    def stored(self) -> str:
        """Everything in the phone's databases, as text."""
        try:
            return str(self.page.evaluate(DUMP))
        except Error as error:
            # Signing out loads the page anew, and what was asked of the old one is lost.
            if "context was destroyed" not in str(error):
                raise
            self.page.wait_for_load_state()
            return str(self.page.evaluate(DUMP))

    def kill(self) -> None:
        """End the browser as the system does when memory is short: no goodbye."""
        for pid in self._processes():
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self.close()

    def close(self) -> None:
        """Close the browser, if it is still there."""
        with contextlib.suppress(Error):
            if self._context:
                self._context.close()
        self._context = self._page = None

    def _processes(self) -> list[int]:
        """The browser's main process, known by its profile folder."""
        mark = f"--user-data-dir={self.folder}".encode()
        found = []
        for path in Path("/proc").glob("[0-9]*/cmdline"):
            with contextlib.suppress(OSError):
                words = path.read_bytes().split(b"\0")
                if mark in words and not any(word.startswith(b"--type=") for word in words):
                    found.append(int(path.parent.name))
        assert found, "no browser process found"
        return found

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((self.url, "data:", "blob:", "chrome-extension:")):
            self.elsewhere.append(request.url)

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not OFFLINE_NOISE.search(message.text):
            self.complaints.append(message.text)


def forget(phone: Phone, kinds: str) -> None:
    """Clear what the browser keeps for the app. kinds: names of the DevTools protocol, with commas."""
    phone.page.goto("about:blank")
    told = {"origin": phone.url, "storageTypes": kinds}
    phone.context.new_cdp_session(phone.page).send("Storage.clearDataForOrigin", told)
