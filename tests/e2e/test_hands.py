"""Unsteady hands: taps that scatter, come twice, slip or scroll, and a phone that is killed on the way."""

import math
import re
from collections import Counter
from collections.abc import Callable
from random import Random

from playwright.sync_api import Page, expect

from tests.e2e import acts
from tests.e2e.phone import Phone

MakePhone = Callable[..., Phone]

TAPS, LARGE_TAPS = 1000, 300
# A CSS pixel is a 160th of an inch on the phones this is made for.
PX_PER_MM = 160 / 25.4
SPREAD_MM = 5.0
DESTRUCTIVE = re.compile(r"delete|take (out|away|back)|undo|sign out|stop sharing|discard|erase", re.I)
# Says what a tap would have met, and lets it do nothing.
CATCH = """() => {
  window.met = [];
  addEventListener('click', (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    const control = event.target.closest('button, a');
    window.met.push(control ? (control.getAttribute('aria-label') ?? control.textContent).trim() : '');
  }, true);
}"""
TARGETS = """() => [...document.querySelectorAll('.step, .button-wide')].map((one) => {
  const box = one.getBoundingClientRect();
  const name = (one.getAttribute('aria-label') ?? one.textContent).trim();
  return { name, x: box.x + box.width / 2, y: box.y + box.height / 2 };
})"""


def scattered(page: Page, chance: Random, taps: int = TAPS) -> Counter[str]:
    """Taps, each meant for the middle of a log control: what they met, by right, other, none."""
    page.evaluate(CATCH)
    met: Counter[str] = Counter()
    sigma = SPREAD_MM * PX_PER_MM / math.sqrt(2)
    size = page.viewport_size
    assert size
    expect(page.locator(".step")).not_to_have_count(0)
    page.evaluate("() => { document.querySelector('.scroll').scrollTop = 0; window.met.length = 0; }")
    # Nothing moves while taps do nothing, so the places are asked for once.
    seen = [one for one in page.evaluate(TARGETS) if one["y"] < size["height"] * 0.85]
    aims = [chance.choice(seen) for _ in range(taps)]
    for aim in aims:
        x = min(max(1, chance.gauss(aim["x"], sigma)), size["width"] - 1)
        y = min(max(1, chance.gauss(aim["y"], sigma)), size["height"] - 1)
        page.touchscreen.tap(x, y)
    names = page.evaluate("() => window.met")
    assert len(names) == taps, "a tap was not seen"
    for aim, name in zip(aims, names, strict=True):
        met["destructive"] += bool(DESTRUCTIVE.search(name))
        met["right" if aim["name"] == name else "other" if name else "none"] += 1
    return met


def test_scattered_taps_never_destroy_and_large_targets_are_met(make_phone: MakePhone) -> None:
    phone = make_phone("rosa")
    acts.start_now(phone)
    # What has just been logged offers its undo, the nearest thing to a destructive control there is here.
    acts.log(phone, 4)
    today = scattered(phone.page, Random(5), 100)
    phone.open("/log")
    usual = scattered(phone.page, Random(6))
    phone.page.evaluate("() => { document.documentElement.dataset.targets = 'large'; }")
    large = scattered(phone.page, Random(7), LARGE_TAPS)
    print("taps met:", dict(today), dict(usual), "large:", dict(large))
    assert today["destructive"] == usual["destructive"] == large["destructive"] == 0
    assert large["right"] >= 0.99 * LARGE_TAPS
    assert usual["right"] >= 0.7 * TAPS


def test_ten_quick_taps_are_one_entry(make_phone: MakePhone) -> None:
    phone = make_phone("rosa")
    acts.start_now(phone)
    box = phone.page.get_by_role("button", name="6", exact=True).bounding_box()
    assert box
    for _ in range(10):
        phone.page.touchscreen.tap(box["x"] + 5, box["y"] + 5)
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("Where does it hurt?")
    assert acts.titles(phone) == ["Pain 6"]


def test_a_tap_that_slips_or_scrolls_does_nothing(make_phone: MakePhone) -> None:
    phone = make_phone("rosa")
    acts.start_now(phone)
    box = phone.page.get_by_role("button", name="5, medium").bounding_box()
    assert box
    x, y = box["x"] + 20, box["y"] + 20
    cdp = phone.context.new_cdp_session(phone.page)

    def touch(kind: str, *points: tuple[float, float]) -> None:
        at = [{"x": a, "y": b} for a, b in points]
        cdp.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": at})

    for slip in ((0, 80), (0, -60), (90, 0)):
        touch("touchStart", (x, y))
        touch("touchMove", (x + slip[0] / 2, y + slip[1] / 2))
        touch("touchMove", (x + slip[0], y + slip[1]))
        touch("touchEnd")
        phone.page.wait_for_timeout(400)
    expect(phone.page.get_by_role("heading", level=1)).to_contain_text("Good")
    assert acts.titles(phone) == []


def test_killed_between_the_tap_and_the_store_it_is_whole_or_not_there(make_phone: MakePhone) -> None:
    """Whatever was said to be saved is there; what was not said may be there once, never in part or twice."""
    phone = make_phone("rosa")
    acts.start_now(phone)
    said = 0
    for number, wait_ms in enumerate((0, 15, 60), start=1):
        step = phone.page.get_by_role("group", name="How strong is your pain now?").get_by_role(
            "button", name=re.compile(rf"^{number}(,|$)")
        )
        step.dispatch_event("click")
        if wait_ms:
            phone.page.wait_for_timeout(wait_ms)
        told = phone.page.get_by_text(f"Saved on this phone. Pain {number}").count() > 0
        phone.kill()
        phone.start()
        kept = acts.titles(phone)
        assert kept.count(f"Pain {number}") in ((1,) if told else (0, 1))
        said += told
        assert len(kept) >= said
        phone.open("/")
