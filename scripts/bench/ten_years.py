"""Ten years on one phone: what a person waits for, beside what they wait for with an empty diary."""

from datetime import UTC, datetime
from pathlib import Path
from statistics import median, quantiles
from typing import Any, Literal

from playwright.sync_api import Playwright, expect

from scripts.bench.phone import SLOWER, SlowPhone
from tests.e2e import acts
from tests.e2e.server import Server

DAYS, EACH = 3650, 10
STARTS, SAVES = 5, 30
SETTLE_MS = 15_000
# Cold is the first search of a start, with the reading that opening its screen begins.
BARS = {
    "search cold": "200 ms",
    "search": "200 ms",
    "open Trends": "500 ms",
    "Trends, All drawn": "1,500 ms",
    "Trends, All read": "beside other work",
    "Trends, All: longest hold": "100 ms",
    "open Trends again": "500 ms",
}
SEED = (Path(__file__).parent / "ten_years.js").read_text(encoding="utf-8")

# Ten entries a day take more than a browser's usual patience to write, above all at a quarter of its speed.
SEED_MS = 600_000

SEARCH = """async (question) => {
  const past = await import('/pwa/src/state/past.js');
  await past.readPast();
  const began = performance.now();
  const found = past.found(question, {});
  return { ms: performance.now() - began, found: found.length };
}"""
COLD = """async (question) => {
  const past = await import('/pwa/src/state/past.js');
  const began = performance.now();
  await past.readPast();
  const found = past.found(question, {});
  await past.recordsById(found.slice(0, 30));
  return { ms: performance.now() - began, found: found.length };
}"""
# Drawn is the first look, by the outline; read is when every entry was. In a hold no tap is answered.
TRENDS = """async () => {
  const until = async (there) => { while (!there()) await new Promise(requestAnimationFrame); };
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const open = async () => {
    const began = performance.now();
    document.querySelector('a[href="/trends"]').click();
    const there = () => document.querySelector('h1')?.textContent === 'Trends';
    await until(() => there() && document.querySelector('.trend-svg'));
    return performance.now() - began;
  };
  const opened = await open();
  await pause(3000);
  const { reach, span, whole } = await import('/pwa/src/state/trends.js');
  const { written } = await import('/pwa/src/domain/trends/diary.js');
  const { older } = await import('/pwa/src/state/trends-past.js');
  let hold = 0;
  const watch = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) hold = Math.max(hold, duration);
  });
  watch.observe({ type: 'longtask' });
  const tapped = performance.now();
  [...document.querySelectorAll('.chips button')].find((one) => one.textContent === 'All').click();
  await until(() => reach.value === 'all');
  const first = () => older.value?.from <= written(span.value.first);
  await until(() => whole.value || (span.value.last - span.value.first > 90 && first()));
  await new Promise(requestAnimationFrame);
  const drawn = performance.now() - tapped;
  await until(() => whole.value && !document.body.textContent.includes('Reading older days'));
  await new Promise(requestAnimationFrame);
  const read = performance.now() - tapped;
  await pause(500);
  watch.disconnect();
  document.querySelector('a[href="/"]').click();
  await pause(1500);
  return {
    'open Trends': opened, 'Trends, All drawn': drawn, 'Trends, All read': read,
    'Trends, All: longest hold': hold, 'open Trends again': await open(),
  };
}"""
# Scrolls some days' height at the pace of a quick thumb and answers the longest time between two frames.
SCROLL = """async (days) => {
  const scroll = document.querySelector('.scroll');
  const list = document.querySelector('.days');
  const until = scroll.scrollTop + list.offsetHeight / 3650 * days;
  let [longest, last, frames] = [0, performance.now(), []];
  while (scroll.scrollTop < until) {
    scroll.scrollTop += 200;
    await new Promise(requestAnimationFrame);
    const now = performance.now();
    frames.push(now - last);
    last = now;
  }
  frames.sort((a, b) => b - a);
  const drawn = document.querySelectorAll('.days > li').length;
  return { longest: frames[0], median: frames[frames.length >> 1], drawn };
}"""


def seed(phone: SlowPhone, as_: Literal["ops", "rows"], days: int = DAYS, each: int = EACH) -> int:
    """Fill the diary that is open in the page; the number of records."""
    session = phone.context.new_cdp_session(phone.page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    phone.page.set_default_timeout(SEED_MS)
    today = datetime.now(UTC).date().isoformat()
    count = phone.page.evaluate(SEED, {"days": days, "each": each, "today": today, "as": as_})
    phone.page.set_default_timeout(10_000)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    return int(count)


def settle(phone: SlowPhone) -> None:
    """Let the browser put its storage in order: ten years do not come within a minute."""
    phone.page.wait_for_timeout(SETTLE_MS)
    phone.close()
    phone.start()
    phone.open("/")
    phone.page.wait_for_timeout(SETTLE_MS)


def figures(phone: SlowPhone) -> dict[str, float]:
    """Everything that is waited for, in milliseconds, on the phone as it is."""
    starts = []
    for _ in range(STARTS):
        phone.again()
        phone.open("/")
        starts.append(float(phone.wait_for(lambda: phone.bench("usable"), 60)))
    phone.page.wait_for_timeout(1500)
    for number in range(SAVES):
        acts.number(phone, number % 10 + 1)
        phone.button("Back").tap()
        expect(phone.page.get_by_role("group", name="How strong is your pain now?")).to_be_visible()
    saves = phone.bench("saved")
    phone.again()
    phone.open("/")
    phone.wait_for(lambda: phone.bench("usable"), 60)
    cold = phone.page.evaluate(COLD, "burning left foot")
    return {
        "open": median(starts),
        "save p95": quantiles(saves, n=20)[-1],
        "save median": median(saves),
        "diary": diary_opens(phone),
        **trends_open(phone),
        "search cold": cold["ms"],
        "search": median(phone.page.evaluate(SEARCH, "burning left foot")["ms"] for _ in range(5)),
    }


def diary_opens(phone: SlowPhone) -> float:
    """From the tap on Diary to the first entry in sight."""
    phone.again()
    phone.open("/")
    phone.page.wait_for_timeout(3000)
    return float(
        phone.page.evaluate(
            """async () => {
              const began = performance.now();
              document.querySelector('a[href="/diary"]').click();
              const there = () => document.querySelector('h1')?.textContent === 'Diary'
                && document.querySelector('a.entry, .scroll main .card');
              while (!there()) await new Promise(requestAnimationFrame);
              return performance.now() - began;
            }"""
        )
    )


def trends_open(phone: SlowPhone) -> dict[str, float]:
    """From the tap on Trends to its chart, and from the tap on "All" to ten years, drawn and read."""
    phone.again()
    phone.open("/")
    phone.page.wait_for_timeout(3000)
    return dict(phone.page.evaluate(TRENDS))


def scrolls(phone: SlowPhone, days: int = 200) -> dict[str, Any]:
    """The frames while 200 days go by."""
    phone.open("/diary")
    expect(phone.page.locator("a.entry").first).to_be_visible()
    return dict(phone.page.evaluate(SCROLL, days))


def measured(playwright: Playwright, server: Server, folder: Path) -> list[tuple[str, str, str]]:
    """Rows of what, figure, aim: an empty phone, ten years of its own, ten years from the server."""
    rows: list[tuple[str, str, str]] = []
    empty: dict[str, float] = {}
    for name in ("empty", "ops", "rows"):
        phone = SlowPhone(playwright, folder / f"ten-{name}", server.url)
        phone.start()
        acts.start_now(phone)
        if name != "empty":
            seed(phone, name)  # type: ignore[arg-type]
        phone.ready_offline()
        settle(phone)
        found = figures(phone)
        empty = empty or found
        for what, ms in found.items():
            alike = name != "empty" and what not in BARS
            ratio = f", {ms / empty[what]:.2f} times empty" if alike else ""
            rows.append((f"{what}, {name}", f"{ms:.0f} ms{ratio}", BARS.get(what, "as fast as empty")))
        if name != "empty":
            frames = scrolls(phone)
            rows.append((f"longest frame over 200 days, {name}", f"{frames['longest']:.0f} ms", "50 ms"))
        phone.close()
    return rows
