"""A real WebKitGTK with the app in it, driven by what is on the screen."""

import json
import os
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from selenium import webdriver
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

from tests.e2e.phone import DUMP
from tests.webkit.programs import Programs

PATIENCE_S = 30.0
# A little more than the app takes for a second tap of a shaking hand: see pwa/src/ui/act.js.
BETWEEN_TAPS_S = 0.8
# The narrowest window this browser has is wider than a phone.
SIZE = (460, 900)
# Without a language of people every Intl call of this browser throws.
MANNERS = {"LANG": "en_GB.UTF-8", "LANGUAGE": "en_GB", "TZ": "Europe/Zurich"}
LISTEN = """
if (!window.complaints) {
  const said = window.complaints = [];
  const { error } = console;
  console.error = (...words) => { said.push(words.join(' ')); error(...words); };
  const lost = ({ target }) => `not loaded: ${target?.outerHTML}`;
  addEventListener('error', (event) => said.push(event.message || lost(event)), true);
  addEventListener('unhandledrejection', ({ reason }) => said.push(`not caught: ${reason}`));
  addEventListener('securitypolicyviolation', (event) => said.push(`stopped: ${event.violatedDirective}`));
}
"""
HEARD = "return window.complaints ?? ['nobody listened']"
BUTTON = """
const shown = (one) => one.getClientRects().length > 0;
return [...document.querySelectorAll('button, a[href]')].find((one) => (
  one.innerText.trim().replace(/\\s+/g, ' ').startsWith(arguments[0]) && shown(one))) ?? null;
"""
ACTIVE = "return navigator.serviceWorker.getRegistration().then((one) => Boolean(one?.active))"


class Tablet:
    """One person's browser. Whatever a page complains of is kept, to be judged by the test."""

    def __init__(self, programs: Programs, folder: Path, url: str) -> None:
        self.url = url
        self.complaints: list[str] = []
        self._tapped_at = 0.0
        self._screen, number = screen_of(programs.screen)
        options = Options()
        options.binary_location = programs.browser
        options.add_argument("--automation")
        around = {**os.environ, **MANNERS, "DISPLAY": f":{number}", "HOME": str(folder)}
        service = Service(programs.driver, log_output=str(folder / "webkit.log"), env=around)
        try:
            self.driver = webdriver.WebKitGTK(options=options, service=service)
        except BaseException:
            service.stop()
            self._end_screen()
            raise
        self.driver.set_window_size(*SIZE)

    def open(self, path: str = "/") -> None:
        """Go to a screen, as by its address."""
        self._leave()
        self.driver.get(f"{self.url}{path}")
        self._arrive()

    def reload(self) -> None:
        """Load the page anew."""
        self._leave()
        self.driver.refresh()
        self._arrive()

    def tap(self, words: str) -> None:
        """Tap the first button or link that begins with these words, at the pace of a person."""
        found: WebElement = self.wait_for(lambda: self.driver.execute_script(BUTTON, words), words)
        time.sleep(max(0.0, self._tapped_at + BETWEEN_TAPS_S - time.monotonic()))
        found.click()
        self._tapped_at = time.monotonic()

    def text(self, selector: str) -> str:
        """The words of the first element that fits, as they are shown; empty where there is none."""
        return str(self.run("return document.querySelector(arguments[0])?.innerText.trim() ?? ''", selector))

    def shows(self, words: str) -> None:
        """Wait until these words are on the screen."""
        self.wait_for(lambda: words in self.text("body"), words)

    def run(self, script: str, *given: Any) -> Any:
        """What a script says, awaited where it is a promise."""
        return self.driver.execute_script(script, *given)

    def ready_offline(self) -> None:
        """Wait until the worker has everything the app needs without a network."""
        self.wait_for(lambda: self.run(ACTIVE), "the worker")

    def stored(self) -> dict[str, list[Any]]:
        """Everything in IndexedDB, by database and store."""
        return dict(json.loads(self.run(f"return ({DUMP})()")))

    def wait_for(self, what: Callable[[], Any], words: str) -> Any:
        """Ask again until the answer is true. words: what is waited for."""
        until = time.monotonic() + PATIENCE_S
        while not (answer := what()):
            assert time.monotonic() < until, f"waited {PATIENCE_S} s for {words}; {self.text('body')}"
            time.sleep(0.05)
        return answer

    def close(self) -> None:
        """Close it, and the screen nobody looked at."""
        try:
            self._leave()
            self.driver.quit()
        finally:
            self._end_screen()

    def _end_screen(self) -> None:
        self._screen.terminate()
        self._screen.wait()

    def _arrive(self) -> None:
        self.run(LISTEN)
        self.wait_for(lambda: self.text("h1"), "a heading")

    def _leave(self) -> None:
        if self.driver.current_url.startswith(self.url):
            self.complaints += self.run(HEARD)


def screen_of(program: str) -> tuple[subprocess.Popen[bytes], str]:
    """A screen in memory and its number; it ends with the last program that uses it."""
    told, tell = os.pipe()
    size = ("-screen", "0", "1280x1024x24")
    words = (program, "-displayfd", str(tell), *size, "-nolisten", "tcp", "-terminate")
    quiet = subprocess.DEVNULL
    screen = subprocess.Popen(words, pass_fds=(tell,), stdin=quiet, stdout=quiet, stderr=quiet)
    os.close(tell)
    with os.fdopen(told) as answer:
        number = answer.readline().strip()
    assert number, "Xvfb did not start"
    return screen, number
