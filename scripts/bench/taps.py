"""From the icon to saved: taps and seconds for a usual day, a new entry, a full one; tap to saved; start."""

import re
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from playwright.sync_api import Playwright, expect

from scripts.bench.phone import SlowPhone
from tests.e2e import acts
from tests.e2e.server import Server

STARTS, SAVES = 7, 60
# What an unsteady hand with tired eyes takes for one tap, in seconds: look, aim, tap, look again.
HAND_S = 2.5


def measured(playwright: Playwright, server: Server, folder: Path) -> list[tuple[str, str, str]]:
    """Rows of what, figure, aim, on one phone without an account and without a network."""
    phone = SlowPhone(playwright, folder / "taps", server.url)
    phone.start()
    acts.start_now(phone)
    for _ in range(3):
        acts.log(phone, 5)
    phone.ready_offline()
    days = (from_icon(phone, name, aim, act) for name, (aim, act) in DAYS.items())
    rows = [start(phone), *days, save(phone)]
    phone.close()
    return rows


def start(phone: SlowPhone) -> tuple[str, str, str]:
    """Cold start without a network, until the scale can be tapped."""
    waits = []
    for _ in range(STARTS):
        phone.again()
        phone.open("/")
        waits.append(phone.wait_for(lambda: phone.bench("usable")))
    return ("cold offline start to usable", f"{median(waits) / 1000:.2f} s", "1.4 s, aim 0.6 s")


def from_icon(phone: SlowPhone, name: str, aim: str, act: Callable[[SlowPhone], Any]) -> tuple[str, str, str]:
    """One log from a cold start. The page's own seconds, and with a slow hand's for each tap."""
    phone.again()
    phone.taps = 0
    phone.open("/")
    act(phone)
    page_s = float(phone.page.evaluate("() => performance.now()")) / 1000
    slow_hand_s = page_s + phone.taps * HAND_S
    return (name, f"taps: {phone.taps}; {page_s:.1f} s, by a slow hand {slow_hand_s:.0f} s", aim)


def usual_day(phone: SlowPhone) -> None:
    phone.tap(phone.button(re.compile("^Same as usual")))
    expect(phone.page.get_by_text(re.compile("^Saved on this phone. Same as usual"))).to_be_visible()


def new_entry(phone: SlowPhone) -> None:
    acts.number(phone, 7)
    acts.place(phone, "Knee", "Left")


def full_entry(phone: SlowPhone) -> None:
    """Every question of the detail answered once."""
    new_entry(phone)
    phone.tap(phone.button("Add detail"))
    # The screen may have to be read first.
    expect(phone.button("Next")).to_be_visible()
    for _ in range(12):
        first = phone.page.locator("main [aria-pressed=false]").first
        if first.count():
            phone.tap(first)
        onwards = phone.button("Next")
        if not onwards.count():
            break
        title = phone.page.locator("h1").inner_text()
        phone.tap(onwards)
        expect(phone.page.locator("h1")).not_to_have_text(title)
    phone.tap(phone.button("Done"))


DAYS: dict[str, tuple[str, Callable[[SlowPhone], Any]]] = {
    "usual day, from the icon": ("1 tap", usual_day),
    "new entry, from the icon": ("3 taps", new_entry),
    "full entry, from the icon": ("under 60 s", full_entry),
}


def save(phone: SlowPhone) -> tuple[str, str, str]:
    """From the tap on a number to the words that it is saved, which follow the strict transaction."""
    phone.again()
    phone.open("/")
    for number in range(SAVES):
        acts.number(phone, number % 10 + 1)
        phone.button("Back").tap()
        expect(phone.page.get_by_role("group", name="How strong is your pain now?")).to_be_visible()
    waits = phone.bench("saved")
    assert len(waits) >= SAVES, f"{len(waits)} of {SAVES} saves were seen"
    return (
        "tap to saved, p95",
        f"{quantiles(waits, n=20)[-1]:.0f} ms (median {median(waits):.0f} ms)",
        "100 ms, aim 50 ms",
    )
