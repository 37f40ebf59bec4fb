"""A slow phone: the browser tests' phone with its processor slowed down, and stop watches inside the page."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Playwright, sync_playwright

from tests.e2e.phone import Phone
from tests.e2e.server import Server

SLOWER = 4

# Runs before anything of the page: notes when the scale can be tapped, and how long after a tap on a number
# a screen says that this number is saved. Times are milliseconds of performance.now(), which counts from
# navigation; a tap counts from when the finger came down.
WATCH = """
window.bench = { usable: null, saved: [], tapped: null, words: '' };
addEventListener('click', (event) => {
  const step = event.target.closest('.step');
  if (!step) return;
  window.bench.tapped = event.timeStamp;
  window.bench.words = `. Pain ${parseInt(step.textContent, 10)}`;
}, true);
new MutationObserver(() => {
  const { bench } = window;
  if (bench.usable === null && document.querySelectorAll('.scale .step').length === 11) {
    requestAnimationFrame(() => setTimeout(() => { bench.usable ??= performance.now(); }));
  }
  if (bench.tapped !== null && document.body.textContent.includes(`Saved on this phone${bench.words}`)) {
    bench.saved.push(performance.now() - bench.tapped);
    bench.tapped = null;
  }
}).observe(document, { subtree: true, childList: true, characterData: true });
"""


@contextmanager
def bench_bed() -> Iterator[tuple[Playwright, Server, Path]]:
    """A server and a folder of their own for the length of a measurement."""
    with TemporaryDirectory(prefix="limber-bench-") as folder, sync_playwright() as playwright:
        server = Server(Path(folder) / "instance")
        server.start()
        try:
            yield playwright, server, Path(folder)
        finally:
            server.stop()


class SlowPhone(Phone):
    """A phone whose page runs four times slower. The service worker and the storage process do not."""

    def start(self, offline: bool = False) -> None:
        super().start(offline)
        self.context.add_init_script(WATCH)
        self.context.set_default_timeout(60_000)
        session = self.context.new_cdp_session(self.page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})

    def again(self, offline: bool = True) -> None:
        """End the browser and start it anew, as an app that was pushed out of memory."""
        self.kill()
        self.start(offline)

    def bench(self, what: str) -> Any:
        """One of the page's stop watches: `usable`, `saved`."""
        return self.page.evaluate(f"() => window.bench.{what}")
